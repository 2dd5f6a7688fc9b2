// SPDX-License-Identifier: Apache-2.0
//! VERDICT: what happens to a call, and why.

use crate::{Action, Call, Circumstances, Contact, Direction, Finding, Origin, Policy, Presentation, locate};

/// Why a call was treated as it was. The keys are stable: records and texts refer to them.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Reason {
    /// The core failed; the call rings.
    InternalError = 0,
    /// The owner of the phone is calling.
    Outgoing = 1,
    /// An emergency number.
    Emergency = 2,
    /// The caller is a contact.
    Contact = 3,
    /// Would have been rejected, but whether the caller is a contact could not be told.
    ContactsUnknown = 4,
    /// The origin's own rule, for each origin.
    Domestic = 5,
    /// See [`Origin::International`].
    International = 6,
    /// See [`Origin::GlobalService`].
    GlobalService = 7,
    /// See [`Origin::Unassigned`].
    Unassigned = 8,
    /// See [`Origin::DisguisedDomestic`].
    DisguisedDomestic = 9,
    /// See [`Origin::Impossible`].
    Impossible = 10,
    /// 非通知
    HiddenRestricted = 11,
    /// 公衆電話
    HiddenPayphone = 12,
    /// 通知不可能
    HiddenUnknown = 13,
    /// See [`Origin::NotANumber`].
    NotANumber = 14,
}

impl Reason {
    /// Every reason, in order of its number.
    pub const ALL: [Self; 15] = [
        Self::InternalError,
        Self::Outgoing,
        Self::Emergency,
        Self::Contact,
        Self::ContactsUnknown,
        Self::Domestic,
        Self::International,
        Self::GlobalService,
        Self::Unassigned,
        Self::DisguisedDomestic,
        Self::Impossible,
        Self::HiddenRestricted,
        Self::HiddenPayphone,
        Self::HiddenUnknown,
        Self::NotANumber,
    ];

    /// The stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::InternalError => "internal_error",
            Self::Outgoing => "outgoing",
            Self::Emergency => "emergency",
            Self::Contact => "contact",
            Self::ContactsUnknown => "contacts_unknown",
            Self::Domestic => "domestic",
            Self::International => "international",
            Self::GlobalService => "global_service",
            Self::Unassigned => "unassigned",
            Self::DisguisedDomestic => "disguised_domestic",
            Self::Impossible => "impossible",
            Self::HiddenRestricted => "hidden_restricted",
            Self::HiddenPayphone => "hidden_payphone",
            Self::HiddenUnknown => "hidden_unknown",
            Self::NotANumber => "not_a_number",
        }
    }

    fn of_origin(origin: Origin, presentation: Presentation) -> Self {
        match origin {
            Origin::Emergency => Self::Emergency,
            Origin::Domestic => Self::Domestic,
            Origin::International => Self::International,
            Origin::GlobalService => Self::GlobalService,
            Origin::Unassigned => Self::Unassigned,
            Origin::DisguisedDomestic => Self::DisguisedDomestic,
            Origin::Impossible => Self::Impossible,
            Origin::NotANumber => Self::NotANumber,
            Origin::Hidden => match presentation {
                Presentation::Restricted => Self::HiddenRestricted,
                Presentation::Payphone => Self::HiddenPayphone,
                Presentation::Allowed | Presentation::Unknown => Self::HiddenUnknown,
            },
        }
    }
}

/// What happens to a call, why, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// What happens.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// Where it comes from.
    pub finding: Finding,
}

/// Decides about `call`. The same input always gives the same answer; nothing is allocated.
#[must_use]
pub fn decide(call: &Call<'_>, circumstances: &Circumstances, policy: &Policy) -> Verdict {
    let finding = finding_of(call, circumstances);
    let (action, reason) = rule(call, circumstances, policy, &finding);
    Verdict { action, reason, finding }
}

fn finding_of(call: &Call<'_>, circumstances: &Circumstances) -> Finding {
    match (call.presentation, call.number) {
        (Presentation::Allowed, Some(number)) => locate(number, circumstances.home, circumstances.network),
        _ => Finding::bare(Origin::Hidden),
    }
}

/// The rules, in order: the first that fits decides.
fn rule(call: &Call<'_>, circumstances: &Circumstances, policy: &Policy, finding: &Finding) -> (Action, Reason) {
    let reason = Reason::of_origin(finding.origin, call.presentation);
    if call.direction == Direction::Outgoing {
        return (Action::Allow, Reason::Outgoing);
    }
    if finding.origin == Origin::Emergency {
        return (Action::Allow, Reason::Emergency);
    }
    if circumstances.contact == Contact::Yes {
        return (Action::Allow, Reason::Contact);
    }
    match policy.action(finding.origin) {
        // Someone's family may be calling from abroad.
        Action::Reject if finding.origin == Origin::International && circumstances.contact == Contact::CannotTell => {
            (Action::Warn, Reason::ContactsUnknown)
        }
        action => (action, reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Preset;

    fn incoming(number: &str) -> Call<'_> {
        Call { number: Some(number), presentation: Presentation::Allowed, direction: Direction::Incoming }
    }

    fn of(call: &Call<'_>, contact: Contact, preset: Preset) -> (Action, Reason) {
        let verdict = decide(call, &Circumstances { contact, ..Circumstances::default() }, &Policy::of(preset));
        (verdict.action, verdict.reason)
    }

    #[test]
    fn reasons_and_origins_keep_their_numbers() {
        for (number, reason) in (0..).zip(Reason::ALL) {
            assert_eq!(reason as u8, number);
        }
        for (number, origin) in (0..).zip(Origin::ALL) {
            assert_eq!(origin as u8, number);
        }
    }

    #[test]
    fn international_calls_are_stopped_or_warned_of() {
        let call = incoming("+18442980122");
        assert_eq!(of(&call, Contact::No, Preset::Stop), (Action::Reject, Reason::International));
        assert_eq!(of(&call, Contact::No, Preset::Warn), (Action::Warn, Reason::International));
        assert_eq!(of(&call, Contact::Yes, Preset::Stop), (Action::Allow, Reason::Contact));
        assert_eq!(of(&call, Contact::CannotTell, Preset::Stop), (Action::Warn, Reason::ContactsUnknown));
    }

    #[test]
    fn forged_numbers_are_stopped_even_when_contacts_cannot_be_told() {
        let call = incoming("+1800335814321");
        assert_eq!(of(&call, Contact::CannotTell, Preset::Warn), (Action::Reject, Reason::DisguisedDomestic));
    }

    #[test]
    fn hidden_calls_ring_with_their_own_reason() {
        let hidden = |presentation| Call { number: None, presentation, direction: Direction::Incoming };
        for (presentation, reason) in [
            (Presentation::Restricted, Reason::HiddenRestricted),
            (Presentation::Payphone, Reason::HiddenPayphone),
            (Presentation::Unknown, Reason::HiddenUnknown),
            (Presentation::Allowed, Reason::HiddenUnknown),
        ] {
            assert_eq!(of(&hidden(presentation), Contact::No, Preset::Stop), (Action::Allow, reason));
        }
    }

    #[test]
    fn outgoing_calls_are_never_touched() {
        let call = Call { direction: Direction::Outgoing, ..incoming("+18442980122") };
        assert_eq!(of(&call, Contact::No, Preset::Stop), (Action::Allow, Reason::Outgoing));
    }
}
