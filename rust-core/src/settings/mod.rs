// SPDX-License-Identifier: Apache-2.0
//! The settings file: one JSON document in device-protected storage, written in one step, with the last good copy
//! beside it. Reading writes nothing, so that a full disk cannot harm a call; a broken file is set aside when new
//! settings are saved, and never deleted.

#[cfg(feature = "ffi")]
mod code;
// The command line alone reads settings, and writes none.
#[cfg_attr(not(feature = "ffi"), allow(dead_code, unreachable_pub))]
mod document;
#[cfg(feature = "ffi")]
mod store;

#[cfg(feature = "ffi")]
pub(crate) use code::{OfferError, backup, code, offer};
#[cfg(feature = "ffi")]
pub(crate) use document::Settings;
#[cfg(feature = "cli")]
pub use document::policy_of_backup;
#[cfg(feature = "ffi")]
pub(crate) use store::{Problem, Store};
