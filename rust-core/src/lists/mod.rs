// SPDX-License-Identifier: Apache-2.0
//! Imported lists of numbers: one file a list, sorted, searched in place. A call reads a few hundred bytes of it,
//! however long it is.

mod file;
mod import;
mod lookup;
mod undo;

pub(crate) use import::highest_id;
pub use import::{ImportError, import, remove_unused};
pub use lookup::{Listed, look_up};
pub(crate) use undo::Undo;
