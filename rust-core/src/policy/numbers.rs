// SPDX-License-Identifier: Apache-2.0
//! The user's own lists of numbers, and the lists that were imported.

use serde::{Deserialize, Serialize};

use super::Action;
use crate::{NumberKey, Pattern};

/// A number, or a beginning, that always rings.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
// Complete: what the user enters
pub struct AllowedNumber {
    /// Which.
    pub number: Pattern,
    /// The user's words about it.
    #[serde(default)]
    pub note: String,
}

/// A number, or a beginning, that the user does not want.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
// Complete: what the user enters
pub struct BlockedNumber {
    /// Which.
    pub number: Pattern,
    /// What happens to its calls.
    pub action: Action,
    /// The user's words about it.
    #[serde(default)]
    pub note: String,
}

/// A list of numbers from a file, kept beside the settings.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
// Complete: what an import makes
pub struct NumberList {
    /// The number of its file.
    pub id: u32,
    /// The user's name for it.
    pub name: String,
    /// What happens to calls from its numbers.
    pub action: Action,
    /// How many numbers it has.
    pub count: u32,
    /// When it was imported, in seconds since 1970.
    pub imported_at: i64,
}

/// What the user's own lists say of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    Allowed,
    Blocked { action: Action, exact: bool },
}

/// The most exact entry that holds `key` decides; of two that are alike, the block.
pub(crate) fn own(allowed: &[AllowedNumber], blocked: &[BlockedNumber], key: &NumberKey) -> Option<Own> {
    let block = blocked.iter().filter(|entry| entry.number.holds(key)).max_by_key(|entry| entry.number.exactness());
    let allow =
        allowed.iter().map(|entry| entry.number).filter(|number| number.holds(key)).map(|n| n.exactness()).max();
    match (block, allow) {
        (Some(block), allow) if allow.is_none_or(|allow| allow <= block.number.exactness()) => {
            Some(Own::Blocked { action: block.action, exact: block.number.is_exact() })
        }
        (_, Some(_)) => Some(Own::Allowed),
        (_, None) => None,
    }
}
