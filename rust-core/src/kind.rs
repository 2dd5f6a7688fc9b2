// SPDX-License-Identifier: Apache-2.0
//! The kinds of calls that a user can choose an action for: all that is particular to a kind stands here.

use crate::{
    action::Action,
    call::Presentation,
    hint::Hint,
    keyed::keyed,
    line::Line,
    origin::{Finding, Origin, shows_police},
    preset::Preset,
    reason::Reason,
};

keyed! {
    /// The kinds of calls that a user can choose an action for.
    #[derive(PartialOrd, Ord)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
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
        /// A number of Japan's police, shown by somebody who need not be the police.
        PoliceShown = 11 "police_shown",
        /// [`Origin::Emergency`]: nobody calls from 110, unless it is help that calls back.
        EmergencyShown = 12 "emergency_shown",
    }
}

impl Kind {
    /// The kind of a call; `None` for those that there is nothing to choose about.
    ///
    /// ```
    /// use tomeru::{Kind, Presentation, Region, locate};
    /// let found = locate("+870773987654", Region::JAPAN, Region::JAPAN);
    /// assert_eq!(Kind::of(&found, Presentation::Allowed), Some(Kind::GlobalService));
    /// let found = locate("0335811234", Region::JAPAN, Region::JAPAN);
    /// assert_eq!(Kind::of(&found, Presentation::Allowed), None);
    /// ```
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
            Origin::Emergency => Some(Self::EmergencyShown),
            Origin::Domestic if shows_police(finding) => Some(Self::PoliceShown),
            Origin::Domestic if finding.hints.contains(Hint::OddCharacters) => Some(Self::Unreadable),
            Origin::Domestic if finding.line == Line::Premium => Some(Self::DomesticPremium),
            Origin::Domestic if !finding.valid => Some(Self::DomesticUnknown),
            Origin::Domestic => None,
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
            Self::PoliceShown => Reason::PoliceShown,
            Self::EmergencyShown => Reason::EmergencyShown,
        }
    }

    /// The strictest that the user can choose for calls of this kind: the police may be calling, or help. What settings
    /// say beyond it is read as this.
    ///
    /// ```
    /// use tomeru::{Action, Kind};
    /// assert_eq!(Kind::EmergencyShown.strictest(), Action::Warn);
    /// assert_eq!(Kind::International.strictest(), Action::Reject);
    /// ```
    #[must_use]
    pub const fn strictest(self) -> Action {
        match self {
            Self::PoliceShown => Action::Silence,
            Self::EmergencyShown => Action::Warn,
            Self::International
            | Self::GlobalService
            | Self::Unassigned
            | Self::DisguisedDomestic
            | Self::Impossible
            | Self::HiddenRestricted
            | Self::HiddenPayphone
            | Self::HiddenUnknown
            | Self::DomesticPremium
            | Self::DomesticUnknown
            | Self::Unreadable => Action::Reject,
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
            | Self::Unreadable
            | Self::PoliceShown
            | Self::EmergencyShown => false,
        }
    }
}

impl Preset {
    /// What happens to calls of `kind`, unless the user chose otherwise.
    ///
    /// ```
    /// use tomeru::{Action, Kind, Preset};
    /// assert_eq!(Preset::Warn.action(Kind::International), Action::Warn);
    /// assert_eq!(Preset::Warn.action(Kind::DisguisedDomestic), Action::Reject);
    /// ```
    #[must_use]
    pub const fn action(self, kind: Kind) -> Action {
        match (kind, self) {
            (Kind::International | Kind::GlobalService, Self::Stop | Self::Known) => Action::Reject,
            (Kind::International | Kind::GlobalService, Self::Warn) => Action::Warn,
            (Kind::Unassigned | Kind::DisguisedDomestic | Kind::Impossible, _) => Action::Reject,
            (_, Self::Known) => Action::Silence,
            (Kind::Unreadable | Kind::PoliceShown | Kind::EmergencyShown, _) => Action::Warn,
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
        for (kind, preset) in Kind::ALL.into_iter().flat_map(|kind| Preset::ALL.map(|preset| (kind, preset))) {
            assert!(preset.action(kind) <= kind.strictest() || preset == Preset::Known, "{}", kind.key());
        }
        for action in Action::ALL {
            assert_eq!(serde_json::to_value(action).unwrap(), action.key());
        }
        for preset in Preset::ALL {
            assert_eq!(serde_json::to_value(preset).unwrap(), preset.key());
        }
    }
}
