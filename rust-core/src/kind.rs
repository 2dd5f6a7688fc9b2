// SPDX-License-Identifier: Apache-2.0
//! The kinds of calls that a user can choose an action for: all that is particular to a kind stands here.

use serde::{Deserialize, Serialize};

use crate::{
    action::Action,
    call::Presentation,
    hint::Hint,
    keyed::keyed,
    line::Line,
    origin::{Finding, Origin},
    preset::Preset,
    reason::Reason,
};

keyed! {
    /// The kinds of calls that a user can choose an action for.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[non_exhaustive]
    pub enum Kind {
        /// [`Origin::International`]
        International = 0 "international",
        /// [`Origin::GlobalService`]
        GlobalService = 1 "global_service",
        /// [`Origin::Unassigned`]
        Unassigned = 2 "unassigned",
        /// [`Origin::DisguisedDomestic`]
        DisguisedDomestic = 3 "disguised_domestic",
        /// [`Origin::Impossible`]
        Impossible = 4 "impossible",
        /// 非通知: the caller withholds the number.
        HiddenRestricted = 5 "hidden_restricted",
        /// 公衆電話: a payphone.
        HiddenPayphone = 6 "hidden_payphone",
        /// 通知不可能: the network does not know the number.
        HiddenUnknown = 7 "hidden_unknown",
        /// A domestic number that costs more than others.
        DomesticPremium = 8 "domestic_premium",
        /// A domestic number that the home plan does not have.
        DomesticUnknown = 9 "domestic_unknown",
        /// [`Origin::Unreadable`], and domestic numbers with characters in them that no number has.
        Unreadable = 10 "unreadable",
    }
}

impl Kind {
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
            Origin::Unreadable => Some(Self::Unreadable),
            Origin::Domestic if finding.hints.contains(Hint::OddCharacters) => Some(Self::Unreadable),
            Origin::Domestic if finding.line == Line::Premium => Some(Self::DomesticPremium),
            Origin::Domestic if !finding.valid => Some(Self::DomesticUnknown),
            Origin::Domestic | Origin::Emergency => None,
        }
    }

    /// Why a call of this kind is treated as the user wants such calls treated.
    pub(crate) const fn reason(self) -> Reason {
        match self {
            Self::International => Reason::International,
            Self::GlobalService => Reason::GlobalService,
            Self::Unassigned => Reason::Unassigned,
            Self::DisguisedDomestic => Reason::DisguisedDomestic,
            Self::Impossible => Reason::Impossible,
            Self::HiddenRestricted => Reason::HiddenRestricted,
            Self::HiddenPayphone => Reason::HiddenPayphone,
            Self::HiddenUnknown => Reason::HiddenUnknown,
            Self::DomesticPremium => Reason::DomesticPremium,
            Self::DomesticUnknown => Reason::DomesticUnknown,
            Self::Unreadable => Reason::Unreadable,
        }
    }

    /// Whether the owner's own call to such a number is stopped: it costs much, or fraud uses it.
    pub(crate) const fn is_stopped_outgoing(self) -> bool {
        match self {
            Self::International
            | Self::GlobalService
            | Self::Unassigned
            | Self::DisguisedDomestic
            | Self::Impossible
            | Self::DomesticPremium => true,
            Self::HiddenRestricted
            | Self::HiddenPayphone
            | Self::HiddenUnknown
            | Self::DomesticUnknown
            | Self::Unreadable => false,
        }
    }
}

impl Preset {
    /// What happens to calls of `kind`, unless the user chose otherwise.
    #[must_use]
    pub const fn action(self, kind: Kind) -> Action {
        match (kind, self) {
            (Kind::International | Kind::GlobalService, Self::Stop) => Action::Reject,
            (Kind::International | Kind::GlobalService, Self::Warn) => Action::Warn,
            (Kind::Unassigned | Kind::DisguisedDomestic | Kind::Impossible, _) => Action::Reject,
            (Kind::Unreadable, _) => Action::Warn,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_hold_the_stable_names() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
            assert_eq!(Kind::from_key(kind.key()), Some(kind));
            assert_eq!(kind.reason().key(), kind.key());
        }
        for action in Action::ALL {
            assert_eq!(serde_json::to_value(action).unwrap(), action.key());
        }
        for preset in Preset::ALL {
            assert_eq!(serde_json::to_value(preset).unwrap(), preset.key());
        }
    }
}
