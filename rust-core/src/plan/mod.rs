// SPDX-License-Identifier: Apache-2.0
//! The numbering plans of the world: the compiled table, regions, and what the plan says of a number. It knows nothing
//! of calls.

mod about;
mod areas;
mod e164;
#[cfg(feature = "ffi")]
mod intact;
mod region;
mod tables;
mod walk;

pub use about::{METADATA_VERSION, PlanOf, plan_of};
pub use areas::Area;
pub(crate) use areas::area_of;
pub(crate) use e164::{E164, code_of, code_of_number};
#[cfg(feature = "ffi")]
pub(crate) use intact::table_is_intact;
pub use tables::Region;
pub(crate) use tables::{
    CodeEntry, CodeKind, DISGUISE_FILLERS, FOREIGN_PREFIXES, HIDDEN_WORDS, HiddenWord, LOOKALIKES, MOBILE_PREFIXES,
    PER_CALL_CODES, POLICE, Place, PoliceNumber, SERVICES, Service, ServiceForm,
};
#[cfg(test)]
pub(crate) use {
    tables::{CODES, OUTCOMES, WORDS},
    walk::{SINK, outcome, step},
};
