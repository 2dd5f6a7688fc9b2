// SPDX-License-Identifier: Apache-2.0
//! The core of Tomeru: it decides what happens to each call.
//!
//! ```text
//! CALL  ->  ORIGIN  ->  VERDICT  ->  RECORD
//! call      number,     policy,      (kept by the app)
//!           plan,       verdict
//!           origin
//! ```
//! [`locate`] finds where a number comes from, [`decide`] what happens to a call. Neither allocates, fails or looks at
//! anything but its arguments. `ffi` carries both to the app and holds no rule.

#[cfg(feature = "ffi")]
uniffi::setup_scaffolding!();

mod call;
mod digits;
#[cfg(feature = "ffi")]
pub mod ffi;
mod key;
mod line;
#[cfg(feature = "ffi")]
pub mod lists;
mod number;
mod origin;
mod plan;
mod policy;
mod reason;
mod rule;
#[cfg(feature = "ffi")]
mod settings;
mod verdict;

pub use call::{Call, Circumstances, Contact, Dialled, Direction, Presentation, Verification};
pub use digits::Digits;
pub use key::{NumberKey, Pattern, is_same_line, spellings};
pub use line::Line;
pub use origin::{Finding, Hints, Origin};
pub use plan::{Home, METADATA_VERSION, PlanOf, ServiceName, locate, plan_of, service_of};
pub use policy::{
    Action, AllowedNumber, BlockedNumber, Country, CountryAction, Kind, NumberList, OwnAction, Pass, Policy, Preset,
};
pub use reason::Reason;
pub use rule::Rule;
pub use verdict::{Verdict, decide, guard};
