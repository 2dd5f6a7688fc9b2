// SPDX-License-Identifier: Apache-2.0
//! The settings file: one JSON document in device-protected storage, written in one step, with the last good copy
//! beside it. Reading writes nothing, so that a full disk cannot harm a call; a broken file is set aside when new
//! settings are saved, and never deleted.

mod code;
mod document;
mod store;

pub(crate) use code::{OfferError, backup, code, offer};
pub(crate) use document::Settings;
pub(crate) use store::{Problem, SaveError, Store};
