// SPDX-License-Identifier: Apache-2.0
//! POLICY: what the user wants to happen, by origin.

use crate::Origin;

/// What happens to a call.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum Action {
    /// It rings.
    Allow = 0,
    /// It rings, with a warning.
    Warn = 1,
    /// It comes without ringing, and is shown.
    Silence = 2,
    /// It is ended, and kept in the call log.
    Reject = 3,
}

impl Action {
    /// The stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Silence => "silence",
            Self::Reject => "reject",
        }
    }
}

/// The two ways of protection that set-up offers.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Preset {
    /// Unknown international calls are rejected (recommended).
    #[default]
    Stop,
    /// They ring with a warning; forged and impossible numbers are rejected all the same.
    Warn,
}

impl Preset {
    /// The stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Warn => "warn",
        }
    }

    /// The preset of a stable name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Stop, Self::Warn].into_iter().find(|preset| preset.key() == key)
    }
}

/// What the user wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// The way of protection.
    pub preset: Preset,
}

impl Policy {
    /// The policy of a preset, with nothing changed.
    #[must_use]
    pub const fn of(preset: Preset) -> Self {
        Self { preset }
    }

    /// What happens to calls of `origin` that no exception lets through.
    #[must_use]
    pub fn action(&self, origin: Origin) -> Action {
        match (origin, self.preset) {
            (Origin::Emergency | Origin::Domestic | Origin::Hidden | Origin::NotANumber, _) => Action::Allow,
            (Origin::Unassigned | Origin::DisguisedDomestic | Origin::Impossible, _) => Action::Reject,
            (Origin::International | Origin::GlobalService, Preset::Stop) => Action::Reject,
            (Origin::International | Origin::GlobalService, Preset::Warn) => Action::Warn,
        }
    }
}
