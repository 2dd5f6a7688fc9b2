// SPDX-License-Identifier: Apache-2.0
//! The user's own lists of numbers, and the lists that were imported.

use alloc::string::String;

use crate::{
    action::Action,
    key::{NumberKey, Pattern},
};

/// A number, or a prefix of numbers, that always rings.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
// Complete: what the user enters
pub struct AllowedNumber {
    /// Which.
    pub number: Pattern,
    /// The user's words about it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub note: String,
}

/// A number, or a prefix of numbers, that the user does not want.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
// Complete: what the user enters
pub struct BlockedNumber {
    /// Which.
    pub number: Pattern,
    /// What happens to its calls.
    pub action: Action,
    /// The user's words about it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub note: String,
}

/// A list of numbers from a file, kept beside the settings.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    /// It rings.
    Allowed,
    /// It is itself unwanted.
    BlockedNumber(Action),
    /// It begins as unwanted numbers do.
    BlockedPrefix(Action),
}

impl Own {
    /// Whether its calls are rejected.
    pub(super) fn rejects(self) -> bool {
        matches!(self, Self::BlockedNumber(Action::Reject) | Self::BlockedPrefix(Action::Reject))
    }
}

impl BlockedNumber {
    fn own(&self) -> Own {
        if self.number.is_exact() { Own::BlockedNumber(self.action) } else { Own::BlockedPrefix(self.action) }
    }
}

/// What the most exact entry that holds `key` says, and how exact it is; of several that are equally exact a block, and of
/// those the last.
pub(super) fn own(allowed: &[AllowedNumber], blocked: &[BlockedNumber], key: &NumberKey) -> Option<(usize, Own)> {
    let allowed = allowed.iter().map(|entry| (&entry.number, Own::Allowed));
    let blocked = blocked.iter().map(|entry| (&entry.number, entry.own()));
    // `max_by_key` takes the last of equals: blocks come last.
    allowed
        .chain(blocked)
        .filter(|(number, _)| number.holds(key))
        .map(|(number, own)| (number.exactness(), own))
        .max_by_key(|(exactness, _)| *exactness)
}
