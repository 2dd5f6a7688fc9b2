// SPDX-License-Identifier: Apache-2.0
//! digits -> ORIGIN: where a number comes from, seen from a phone.

mod dialled;
mod disguise;
mod finding;
#[cfg(test)]
mod language;
mod locate;
mod lookalikes;
mod services;

pub use finding::{Finding, Origin};
pub use locate::locate;
pub(crate) use locate::locate_number;
#[cfg(test)]
pub(crate) use locate::locates;
pub use services::{ServiceName, service_of};
