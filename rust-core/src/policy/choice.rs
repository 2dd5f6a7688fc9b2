// SPDX-License-Identifier: Apache-2.0
//! What the user chose for a kind of calls, or for the calls of a country.

use crate::{action::Action, kind::Kind, plan::Region, reason::Reason};

/// The user's own choice for a kind of calls.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OwnAction {
    /// Which calls.
    pub kind: Kind,
    /// What happens to them.
    pub action: Action,
}

impl OwnAction {
    /// A choice.
    ///
    /// ```
    /// use tomeru::{Action, Kind, OwnAction};
    /// assert_eq!(OwnAction::new(Kind::HiddenPayphone, Action::Silence).action, Action::Silence);
    /// ```
    #[must_use]
    pub const fn new(kind: Kind, action: Action) -> Self {
        Self { kind, action }
    }
}

/// The user's own choice for the calls of a country.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CountryAction {
    /// Which country.
    pub country: Region,
    /// What happens to its calls.
    pub action: Action,
}

impl CountryAction {
    /// A choice.
    ///
    /// ```
    /// use tomeru::{Action, CountryAction};
    /// assert_eq!(CountryAction::new("PH".parse()?, Action::Allow).country.id(), "PH");
    /// # Ok::<(), tomeru::Error>(())
    /// ```
    #[must_use]
    pub const fn new(country: Region, action: Action) -> Self {
        Self { country, action }
    }

    /// Why a call is treated by this choice.
    pub(crate) const fn reason(self) -> Reason {
        match self.action {
            Action::Allow => Reason::CountryAllowed,
            Action::Warn => Reason::CountryWarned,
            Action::Silence => Reason::CountrySilenced,
            Action::Reject => Reason::CountryStopped,
        }
    }
}
