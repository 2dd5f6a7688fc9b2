// SPDX-License-Identifier: Apache-2.0
//! One number, one key: what lists, records and contacts are compared by, however a number was written.

mod number_key;
mod pattern;
mod search;

pub use number_key::NumberKey;
pub use pattern::Pattern;
pub use search::search_forms;
