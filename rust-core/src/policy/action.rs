// SPDX-License-Identifier: Apache-2.0
//! What can happen to a call, and to which kinds of calls.

use serde::{Deserialize, Serialize};

use crate::{Finding, Line, Origin, Presentation};

/// What happens to a call.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

    /// The action of a stable name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Allow, Self::Warn, Self::Silence, Self::Reject].into_iter().find(|action| action.key() == key)
    }
}

/// The two ways of protection that set-up offers.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

    /// What happens to calls of `kind`, unless the user chose otherwise.
    #[must_use]
    pub const fn action(self, kind: Kind) -> Action {
        match (kind, self) {
            (Kind::International | Kind::GlobalService, Self::Stop) => Action::Reject,
            (Kind::International | Kind::GlobalService, Self::Warn) => Action::Warn,
            (Kind::Unassigned | Kind::DisguisedDomestic | Kind::Impossible, _) => Action::Reject,
            (
                Kind::HiddenRestricted
                | Kind::HiddenPayphone
                | Kind::HiddenUnknown
                | Kind::DomesticPremium
                | Kind::DomesticUnknown,
                _,
            ) => Action::Allow,
        }
    }
}

/// The kinds of calls that a user can choose an action for.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// [`Origin::International`]
    International,
    /// [`Origin::GlobalService`]
    GlobalService,
    /// [`Origin::Unassigned`]
    Unassigned,
    /// [`Origin::DisguisedDomestic`]
    DisguisedDomestic,
    /// [`Origin::Impossible`]
    Impossible,
    /// 非通知: the caller withholds the number.
    HiddenRestricted,
    /// 公衆電話: a payphone.
    HiddenPayphone,
    /// 通知不可能: the network does not know the number.
    HiddenUnknown,
    /// A domestic number that costs more than others.
    DomesticPremium,
    /// A domestic number that the home plan does not have.
    DomesticUnknown,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::International,
        Self::GlobalService,
        Self::Unassigned,
        Self::DisguisedDomestic,
        Self::Impossible,
        Self::HiddenRestricted,
        Self::HiddenPayphone,
        Self::HiddenUnknown,
        Self::DomesticPremium,
        Self::DomesticUnknown,
    ];

    /// The stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::International => "international",
            Self::GlobalService => "global_service",
            Self::Unassigned => "unassigned",
            Self::DisguisedDomestic => "disguised_domestic",
            Self::Impossible => "impossible",
            Self::HiddenRestricted => "hidden_restricted",
            Self::HiddenPayphone => "hidden_payphone",
            Self::HiddenUnknown => "hidden_unknown",
            Self::DomesticPremium => "domestic_premium",
            Self::DomesticUnknown => "domestic_unknown",
        }
    }

    /// The kind of a stable name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The kind of a call; `None` for those that always ring.
    #[must_use]
    pub fn of(finding: &Finding, presentation: Presentation) -> Option<Self> {
        match finding.origin {
            Origin::International => Some(Self::International),
            Origin::GlobalService => Some(Self::GlobalService),
            Origin::Unassigned => Some(Self::Unassigned),
            Origin::DisguisedDomestic => Some(Self::DisguisedDomestic),
            Origin::Impossible => Some(Self::Impossible),
            Origin::Hidden => Some(match presentation {
                Presentation::Restricted => Self::HiddenRestricted,
                Presentation::Payphone => Self::HiddenPayphone,
                Presentation::Allowed | Presentation::Unknown => Self::HiddenUnknown,
            }),
            Origin::Domestic if finding.line == Line::Premium => Some(Self::DomesticPremium),
            Origin::Domestic if !finding.valid => Some(Self::DomesticUnknown),
            Origin::Domestic | Origin::Emergency | Origin::NotANumber => None,
        }
    }
}

/// The user's own choice for a kind of calls.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OwnAction {
    /// Which calls.
    pub kind: Kind,
    /// What happens to them.
    pub action: Action,
}

impl OwnAction {
    /// A choice.
    #[must_use]
    pub const fn new(kind: Kind, action: Action) -> Self {
        Self { kind, action }
    }
}
