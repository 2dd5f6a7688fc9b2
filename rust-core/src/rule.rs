// SPDX-License-Identifier: Apache-2.0
//! The rules, in order: the first that fits decides.

use crate::{
    Action, Call, Circumstances, Contact, Country, Dialled, Direction, Finding, Kind, NumberKey, Origin, Policy,
    Reason, Verification, policy::Own,
};

/// What may decide about a call. Numbers are stable within a version of the app: its answers carry them.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Rule {
    /// The owner is calling.
    Outgoing = 0,
    /// It is an emergency number.
    Emergency = 1,
    /// An emergency number was dialled a short while ago.
    EmergencyWindow = 2,
    /// Protection is switched off.
    Paused = 3,
    /// A timed pass for all calls is on.
    Pass = 4,
    /// The user's own numbers to stop.
    OwnBlock = 5,
    /// The contacts.
    Contact = 6,
    /// The user's own numbers, and beginnings of numbers, that ring.
    OwnAllow = 7,
    /// Imported lists.
    List = 8,
    /// The user's own beginnings of numbers to stop.
    BlockedBeginning = 9,
    /// The numbers that the owner dialled.
    Dialled = 10,
    /// What the user chose for the country, or the country that the phone is in.
    Country = 11,
    /// Where the number comes from; it always fits.
    Origin = 12,
}

impl Rule {
    /// The order in which they are asked.
    pub const ORDER: [Self; 13] = [
        Self::Outgoing,
        Self::Emergency,
        Self::EmergencyWindow,
        Self::Paused,
        Self::Pass,
        Self::OwnBlock,
        Self::Contact,
        Self::OwnAllow,
        Self::List,
        Self::BlockedBeginning,
        Self::Dialled,
        Self::Country,
        Self::Origin,
    ];
}

/// What the rules look at.
pub(crate) struct Facts<'a> {
    call: &'a Call<'a>,
    circumstances: &'a Circumstances,
    policy: &'a Policy,
    finding: &'a Finding,
    own: Option<Own>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(
        call: &'a Call<'a>,
        circumstances: &'a Circumstances,
        policy: &'a Policy,
        finding: &'a Finding,
    ) -> Self {
        let own = NumberKey::of(finding).and_then(|key| policy.own(&key));
        Self { call, circumstances, policy, finding, own }
    }

    /// The first rule that fits, and what it says.
    pub(crate) fn decide(&self) -> (Rule, Action, Reason) {
        for rule in Rule::ORDER {
            if let Some((action, reason)) = self.ask(rule) {
                // Rules that rest on the number alone are softened by what is not known of the caller.
                let (action, reason) =
                    if rule < Rule::BlockedBeginning { (action, reason) } else { self.in_doubt(action, reason) };
                return (rule, action, reason);
            }
        }
        // The last rule always fits; if it did not, the call would ring.
        (Rule::Origin, Action::Allow, Reason::InternalError)
    }

    /// The same for a number that the owner is about to call: nothing but what costs much or what fraud uses is
    /// stopped, and that only if neither the contacts nor the user's own choices know it.
    pub(crate) fn guard(&self) -> (Rule, Action, Reason) {
        let known = [Rule::Emergency, Rule::Paused, Rule::Contact, Rule::OwnAllow, Rule::Country];
        for rule in known {
            if let Some((Action::Allow, reason)) = self.ask(rule) {
                return (rule, Action::Allow, reason);
            }
        }
        match Kind::of(self.finding, self.call.presentation) {
            // Someone's family may live abroad.
            Some(_) if self.circumstances.contact == Contact::CannotTell => {
                (Rule::Contact, Action::Allow, Reason::ContactsUnknown)
            }
            Some(
                Kind::International
                | Kind::GlobalService
                | Kind::Unassigned
                | Kind::DisguisedDomestic
                | Kind::Impossible
                | Kind::DomesticPremium,
            ) => (Rule::Origin, Action::Reject, Reason::OutgoingStopped),
            _ => (Rule::Outgoing, Action::Allow, Reason::Outgoing),
        }
    }

    fn ask(&self, rule: Rule) -> Option<(Action, Reason)> {
        let Self { call, circumstances, policy, finding, own } = *self;
        let rings = |fits: bool, reason| fits.then_some((Action::Allow, reason));
        match rule {
            Rule::Outgoing => rings(call.direction == Direction::Outgoing, Reason::Outgoing),
            Rule::Emergency => rings(finding.origin == Origin::Emergency, Reason::Emergency),
            Rule::EmergencyWindow => rings(self.help_may_call_back(), Reason::EmergencyWindow),
            Rule::Paused => rings(policy.paused, Reason::Paused),
            Rule::Pass => rings(policy.has_pass(None, circumstances.now), Reason::Pass),
            Rule::OwnBlock => match own {
                Some(Own::Blocked { action, exact: true }) => Some((action, Reason::BlockList)),
                _ => None,
            },
            Rule::Contact => rings(circumstances.contact == Contact::Yes, Reason::Contact),
            Rule::OwnAllow => rings(own == Some(Own::Allowed), Reason::AllowList),
            Rule::List => circumstances.listed.map(|action| (action, Reason::ImportedList)),
            Rule::BlockedBeginning => match own {
                Some(Own::Blocked { action, exact: false }) => Some((action, Reason::BlockList)),
                _ => None,
            },
            Rule::Dialled => rings(self.was_dialled(), Reason::Dialled),
            Rule::Country => self.country(),
            Rule::Origin => {
                Some((policy.action(finding, call.presentation), Reason::of_origin(finding, call.presentation)))
            }
        }
    }

    /// Within the window after an emergency number was dialled: whoever may be a hospital, the police or the fire
    /// brigade.
    fn help_may_call_back(&self) -> bool {
        self.circumstances.since_emergency.is_some_and(|seconds| self.policy.awaits_help(seconds))
            && (matches!(self.finding.origin, Origin::Domestic | Origin::Hidden) || self.is_here())
    }

    /// Forged numbers gain nothing by having been dialled: whoever dials one was led to.
    fn was_dialled(&self) -> bool {
        let forged = matches!(self.finding.origin, Origin::Unassigned | Origin::DisguisedDomestic | Origin::Impossible);
        !forged
            && matches!(self.circumstances.dialled, Dialled::Ago(seconds) if self.policy.remembers_dialling(seconds))
    }

    /// A foreign number of a country that the user chose something for, or that the phone is in. Where the plan does
    /// not have the number, a shared code leaves open which country it is: if one of them rings, the call rings with
    /// a warning, and if one is to be stopped, that says nothing about the others.
    fn country(&self) -> Option<(Action, Reason)> {
        if self.finding.origin != Origin::International {
            return None;
        }
        let passed = |country| self.policy.has_pass(Some(country), self.circumstances.now);
        if let &[id] = self.finding.regions {
            let country = Country::of_region(id);
            let own = self.policy.country(country).map(|own| (own.action, own.reason()));
            return match own {
                Some((Action::Allow, _)) => own,
                // "Let it ring until" is chosen on top of what is chosen for good.
                _ if passed(country) => Some((Action::Allow, Reason::CountryPass)),
                _ if self.is_here() => Some((Action::Allow, Reason::CountryHere)),
                _ => own,
            };
        }
        let rings = |country| self.policy.country(country).is_some_and(|own| own.action == Action::Allow);
        let may_ring = self
            .finding
            .regions
            .iter()
            .map(|&id| Country::of_region(id))
            .any(|country| rings(country) || passed(country));
        may_ring.then_some((Action::Warn, Reason::CountryUnclear))
    }

    /// A number of the country the phone is in, while it is abroad.
    fn is_here(&self) -> bool {
        let here = self.circumstances.network;
        self.finding.origin == Origin::International
            && here != self.circumstances.home
            && self.finding.regions == [here.id()]
    }

    /// What is not known softens a reject, and a number that is not the caller's own never rings without a warning.
    fn in_doubt(&self, action: Action, reason: Reason) -> (Action, Reason) {
        let circumstances = self.circumstances;
        let foreign = self.finding.origin == Origin::International;
        match action {
            // Someone's family may be calling from abroad.
            Action::Reject if foreign && circumstances.contact == Contact::CannotTell => {
                (Action::Warn, Reason::ContactsUnknown)
            }
            Action::Reject if foreign && circumstances.dialled == Dialled::CannotTell => {
                (Action::Warn, Reason::DialledUnknown)
            }
            Action::Allow if circumstances.verification == Verification::Failed => {
                (Action::Warn, Reason::VerificationFailed)
            }
            _ => (action, reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AllowedNumber, BlockedNumber, Home, Pass, Presentation, verdict::decide};

    /// Everything fits at once; what decided is taken away, and the next rule has to decide.
    #[test]
    fn the_first_rule_that_fits_decides() {
        let number = Some("+639171234567");
        let mut call = Call { number, presentation: Presentation::Allowed, direction: Direction::Outgoing };
        let mut circumstances = Circumstances {
            network: Home::new("PH").unwrap(),
            contact: Contact::Yes,
            dialled: Dialled::Ago(1),
            since_emergency: Some(1),
            listed: Some(Action::Reject),
            ..Circumstances::default()
        };
        let block = |number: &str| BlockedNumber {
            number: number.parse().unwrap(),
            action: Action::Reject,
            note: String::new(),
        };
        let mut policy = Policy {
            paused: true,
            passes: vec![Pass { country: None, from: 0, until: i64::MAX }],
            countries: vec![crate::CountryAction::new("PH".parse().unwrap(), Action::Allow)],
            allowed: vec![AllowedNumber { number: "+63917*".parse().unwrap(), note: String::new() }],
            blocked: vec![block("+639171234567"), block("+639*")],
            ..Policy::default()
        };
        for rule in Rule::ORDER.into_iter().filter(|rule| *rule != Rule::Emergency) {
            assert_eq!(decide(&call, &circumstances, &policy).rule, rule);
            match rule {
                Rule::Outgoing => call.direction = Direction::Incoming,
                Rule::EmergencyWindow => circumstances.since_emergency = None,
                Rule::Paused => policy.paused = false,
                Rule::Pass => policy.passes.clear(),
                Rule::OwnBlock => drop(policy.blocked.remove(0)),
                Rule::Contact => circumstances.contact = Contact::No,
                Rule::OwnAllow => policy.allowed.clear(),
                Rule::List => circumstances.listed = None,
                Rule::BlockedBeginning => policy.blocked.clear(),
                Rule::Dialled => circumstances.dialled = Dialled::Never,
                Rule::Country => {
                    policy.countries.clear();
                    circumstances.network = Home::JAPAN;
                }
                Rule::Emergency | Rule::Origin => {}
            }
        }
        let emergency = Call { number: Some("110"), direction: Direction::Incoming, ..call };
        let paused = Policy { paused: true, ..policy };
        assert_eq!(decide(&emergency, &circumstances, &paused).rule, Rule::Emergency);
    }
}
