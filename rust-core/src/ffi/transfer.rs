// SPDX-License-Identifier: Apache-2.0
//! Settings on their way to another phone, through UniFFI.

use super::{api::SettingsException, places::home_of};
use crate::{
    action::Action,
    consent::{self, Changes, Strangers},
    kind::Kind,
    policy::{OwnAction, Policy},
    settings::{self, OfferError, Settings},
};

/// Why settings that came from elsewhere are not taken; nothing changed.
#[derive(Debug, uniffi::Error)]
pub enum OfferException {
    /// They are of a later version of the app.
    Newer,
    /// They are not settings of this app, or not whole.
    Broken,
    /// They would let all numbers behind a country code ring.
    TooWide {
        /// The beginning of these numbers, such as `+1*`.
        beginning: String,
    },
}

impl std::fmt::Display for OfferException {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Newer => f.write_str("settings of a later version"),
            Self::Broken => f.write_str("no settings, or not whole"),
            Self::TooWide { beginning } => write!(f, "settings that let {beginning} ring"),
        }
    }
}

impl std::error::Error for OfferException {}

impl From<OfferError> for OfferException {
    fn from(error: OfferError) -> Self {
        match error {
            OfferError::Newer => Self::Newer,
            OfferError::Broken => Self::Broken,
            OfferError::TooWide(beginning) => Self::TooWide { beginning: beginning.to_string() },
        }
    }
}

/// The text that brings `policy` to another phone, short enough for a QR code. No number is in it.
#[uniffi::export]
pub fn family_code(policy: &Policy) -> String {
    settings::code(policy)
}

/// The file that keeps `settings`, the owner's numbers among them; imported lists are not in it.
///
/// # Errors
/// Never seen: every setting can be written as JSON.
#[uniffi::export]
pub fn backup(settings: &Settings) -> Result<String, SettingsException> {
    settings::backup(settings).map_err(|error| SettingsException::Invalid { detail: error.to_string() })
}

/// What `current` becomes if `text`, made by [`family_code`] or [`backup`], is taken. Nothing is stored.
///
/// # Errors
/// It is of a later version, or no such text, or would let a whole country ring.
#[uniffi::export]
pub fn offer_of(text: &str, current: &Settings) -> Result<Settings, OfferException> {
    Ok(settings::offer(text, current)?)
}

/// What `after` changes of `before`: the rules are asked about a fixed set of calls, and about the countries that either
/// names, under both; what no call shows is named. `home` as in [`pattern_of`](super::api::pattern_of).
#[uniffi::export(default(home = "JP"))]
pub fn changes_of(before: &Settings, after: &Settings, home: &str) -> Changes {
    consent::changes(before, after, home_of(home))
}

/// What `policy` does with strangers' calls, by the same calls.
#[uniffi::export(default(home = "JP"))]
pub fn strangers_under(policy: &Policy, home: &str) -> Strangers {
    consent::strangers(policy, home_of(home))
}

/// The strictest action that can be chosen for calls of `kind`.
#[uniffi::export]
pub fn strictest_action(kind: Kind) -> Action {
    kind.strictest()
}

/// What happens to calls of each kind under `policy`.
#[uniffi::export]
pub fn actions_of(policy: &Policy) -> Vec<OwnAction> {
    Kind::ALL.map(|kind| OwnAction::new(kind, policy.action_of(kind))).to_vec()
}
