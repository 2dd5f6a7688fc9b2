// SPDX-License-Identifier: Apache-2.0
//! The numbering plans of the world: the compiled table, regions, and what the plan says of a number. It knows nothing
//! of calls.

mod about;
mod e164;
#[cfg(feature = "ffi")]
mod intact;
mod region;
mod tables;
mod walk;

pub use about::{METADATA_VERSION, PlanOf, plan_of};
#[cfg(feature = "ffi")]
pub(crate) use e164::code_of_number;
pub(crate) use e164::{E164, code_of};
#[cfg(feature = "ffi")]
pub(crate) use intact::table_is_intact;
pub use tables::Region;
pub(crate) use tables::{CodeKind, DISGUISE_FILLERS, LOOKALIKES, Place, SERVICES, Service, ServiceForm};
#[cfg(test)]
pub(crate) use {
    tables::{CODES, CodeEntry, OUTCOMES, WORDS},
    walk::{SINK, outcome, step},
};
