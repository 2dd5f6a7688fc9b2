// SPDX-License-Identifier: Apache-2.0
//! digits -> ORIGIN: where a number comes from, seen from a phone.

mod area;
mod behind_code;
mod dialled;
mod disguise;
mod finding;
#[cfg(test)]
mod language;
mod locate;
mod lookalikes;
mod police;
mod services;

pub use area::area_of;
pub(crate) use behind_code::Reading;
pub use finding::{Finding, Origin};
#[cfg(test)]
pub(crate) use locate::locates;
pub use locate::{locate, locate_written};
pub(crate) use locate::{locate_number, locate_shown};
#[cfg(feature = "lists")]
pub(crate) use police::is_of_police;
pub(crate) use police::shows_police;
pub use services::{ServiceName, service_of};
