// SPDX-License-Identifier: Apache-2.0
#![doc = include_str!("../README.md")]
//!
//! # Inside
//!
//! ```text
//! CALL  ->  ORIGIN  ->  VERDICT  ->  RECORD
//! call      reader,     policy,      (kept by the app)
//!           plan,       rule,
//!           origin,     verdict
//!           caller
//! ```
//! [`Caller::of`] finds who calls, once a call; [`decide`] says what happens to it. Neither allocates, fails or looks
//! at anything but its arguments.

#![cfg_attr(not(any(feature = "lists", test)), no_std)]

extern crate alloc;
// The shared library that cargo makes of this crate for the app's sake wants an allocator and a panic handler.
#[cfg(not(any(feature = "lists", target_os = "none")))]
extern crate std;

#[cfg(feature = "ffi")]
uniffi::setup_scaffolding!();

mod action;
mod call;
mod caller;
#[cfg(feature = "ffi")]
mod consent;
mod contact;
mod digits;
#[cfg(feature = "lists")]
mod encoding;
mod error;
#[cfg(feature = "ffi")]
#[doc(hidden)] // for the app alone: it changes as the app does
pub mod ffi;
mod hint;
mod key;
mod keyed;
mod kind;
mod line;
#[cfg(feature = "lists")]
pub mod lists;
mod message;
mod origin;
mod plan;
mod policy;
mod preset;
mod reader;
mod reason;
#[cfg(feature = "lists")]
mod refusal;
mod rule;
#[cfg(any(feature = "ffi", feature = "cli"))]
mod settings;
#[cfg(feature = "lists")]
pub mod table;
mod verdict;

pub use action::Action;
pub use call::{Call, Circumstances, Contact, Dialled, Direction, Places, Presentation, Verification};
pub use caller::Caller;
pub use contact::{Sameness, line_of, lookup_forms, sameness, sameness_of_texts};
pub use digits::Digits;
pub use error::Error;
pub use hint::{Hint, Hints};
pub use key::{NumberKey, Pattern, search_forms};
pub use kind::Kind;
pub use line::Line;
pub use message::{Candidate, numbers_in};
pub use origin::{Finding, Origin, ServiceName, area_of, locate, locate_written, service_of};
pub use plan::{Area, METADATA_VERSION, PlanOf, Region, plan_of};
pub use policy::{AllowedNumber, BlockedNumber, CountryAction, NumberList, OwnAction, Pass, Policy};
pub use preset::Preset;
pub use reason::Reason;
pub use rule::Rule;
#[cfg(feature = "cli")]
#[doc(hidden)] // for the command line
pub use settings::policy_of_backup;
pub use verdict::{Verdict, decide, guard};
