// SPDX-License-Identifier: Apache-2.0
//! Imported lists of numbers: one file a list, sorted, searched in place. A call reads a few hundred bytes of it,
//! however long it is.

mod file;
mod import;
mod lookup;
// The app alone goes back.
#[cfg(feature = "ffi")]
mod undo;

#[cfg(feature = "ffi")]
pub(crate) use import::{highest_id, remove_unused_but};
pub use import::{import, remove_unused};
pub use lookup::{Listed, look_up};
#[cfg(feature = "ffi")]
pub(crate) use undo::Undo;
