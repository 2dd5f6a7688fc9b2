// SPDX-License-Identifier: Apache-2.0
//! The rules, in order: the first that fits decides.

use crate::{
    action::Action,
    call::{Circumstances, Contact, Dialled, Direction, Verification},
    caller::Caller,
    hint::Hint,
    keyed::keyed,
    kind::Kind,
    line::Line,
    origin::Origin,
    plan::Region,
    policy::{Own, Policy},
    preset::Preset,
    reason::Reason,
};

keyed! {
    /// What may decide about a call, in the order in which it is asked. Numbers are stable within a version of the
    /// app: its answers carry them.
    #[non_exhaustive]
    pub enum Rule {
        /// The owner is calling.
        Outgoing = 0 "outgoing",
        /// The owner is calling an emergency number.
        Emergency = 1 "emergency",
        /// An emergency number was dialled a short while ago.
        EmergencyWindow = 2 "emergency_window",
        /// Protection is switched off.
        Paused = 3 "paused",
        /// A timed pass for all calls is on.
        Pass = 4 "pass",
        /// The user's own numbers to stop.
        OwnBlock = 5 "own_block",
        /// The contacts.
        Contact = 6 "contact",
        /// The user's own numbers, and prefixes of numbers, that ring.
        OwnAllow = 7 "own_allow",
        /// Imported lists.
        List = 8 "list",
        /// The user's own prefixes of numbers to stop.
        BlockedPrefix = 9 "blocked_prefix",
        /// The numbers that the owner dialled.
        Dialled = 10 "dialled",
        /// What the user chose for the country, or the country that the phone is in.
        Country = 11 "country",
        /// Where the number comes from; it always fits.
        Origin = 12 "origin",
    }
}

impl Rule {
    /// Whether doubt about the caller changes what this rule says: a rule that rests on the number alone gives way, one
    /// that rests on the user's wish for this very number, or on what is known of the caller, does not.
    const fn gives_way_to_doubt(self) -> bool {
        match self {
            Self::Outgoing
            | Self::Emergency
            | Self::EmergencyWindow
            | Self::Paused
            | Self::Pass
            | Self::OwnBlock
            | Self::Contact
            | Self::OwnAllow => false,
            Self::List | Self::BlockedPrefix | Self::Dialled | Self::Country | Self::Origin => true,
        }
    }

    /// Whether the lists are asked first: one that could not be read might have decided in this rule's place.
    #[cfg(feature = "ffi")]
    pub(crate) const fn comes_after_lists(self) -> bool {
        match self {
            Self::BlockedPrefix | Self::Dialled | Self::Country | Self::Origin => true,
            Self::Outgoing
            | Self::Emergency
            | Self::EmergencyWindow
            | Self::Paused
            | Self::Pass
            | Self::OwnBlock
            | Self::Contact
            | Self::OwnAllow
            | Self::List => false,
        }
    }
}

/// Country calling codes that states share: the North American Numbering Plan, and that of Russia and Kazakhstan (ITU-T
/// E.164, list of assigned codes). Whichever other code has several regions, they are parts of one state or near to it.
const SHARED_BY_STATES: [u16; 2] = [1, 7];

/// What the rules look at.
pub(crate) struct Facts<'a> {
    caller: &'a Caller,
    circumstances: &'a Circumstances,
    policy: &'a Policy,
    own: Option<Own>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(caller: &'a Caller, circumstances: &'a Circumstances, policy: &'a Policy) -> Self {
        let own = caller.key.as_ref().and_then(|key| policy.own(key));
        Self { caller, circumstances, policy, own }
    }

    /// The first rule that fits, and what it says.
    pub(crate) fn decide(&self) -> (Rule, Action, Reason) {
        for rule in Rule::ALL {
            if let Some((action, reason)) = self.ask(rule) {
                let (action, reason) =
                    if rule.gives_way_to_doubt() { self.in_doubt(rule, action, reason) } else { (action, reason) };
                return (rule, action, reason);
            }
        }
        // The last rule always fits; if it did not, the call would ring.
        (Rule::Origin, Action::Allow, Reason::InternalError)
    }

    /// The same for a number that the owner is about to call: nothing but what costs much or what fraud uses is
    /// stopped, and that only if neither the contacts nor the user's own choices know it.
    pub(crate) fn guard(&self) -> (Rule, Action, Reason) {
        let exceptions = [Rule::Emergency, Rule::Paused, Rule::Contact, Rule::OwnAllow, Rule::Country];
        for rule in exceptions {
            match self.ask(rule) {
                Some((Action::Allow, reason)) => return (rule, Action::Allow, reason),
                // Whoever is there may call a hotel's toll-free number, but is asked before one that costs much.
                Some((_, Reason::CountryLine)) if self.caller.finding.line == Line::TollFree => {
                    return (rule, Action::Allow, Reason::CountryLine);
                }
                _ => {}
            }
        }
        match self.caller.kind {
            // Someone's family may live abroad.
            Some(_) if self.circumstances.contact == Contact::CannotTell => {
                (Rule::Contact, Action::Allow, Reason::ContactsUnknown)
            }
            Some(kind) if kind.is_stopped_outgoing() => (Rule::Origin, Action::Reject, Reason::OutgoingStopped),
            _ => (Rule::Outgoing, Action::Allow, Reason::Outgoing),
        }
    }

    fn ask(&self, rule: Rule) -> Option<(Action, Reason)> {
        let Self { circumstances, policy, own, .. } = *self;
        let rings = |fits: bool, reason| fits.then_some((Action::Allow, reason));
        match rule {
            Rule::Outgoing => rings(circumstances.direction == Direction::Outgoing, Reason::Outgoing),
            Rule::Emergency => {
                rings(circumstances.direction == Direction::Outgoing && self.is_emergency(), Reason::Emergency)
            }
            Rule::EmergencyWindow => rings(self.help_may_call_back(), Reason::EmergencyWindow),
            Rule::Paused => rings(policy.paused, Reason::Paused),
            Rule::Pass => rings(policy.has_pass(None, circumstances.now), Reason::Pass),
            Rule::OwnBlock => match own {
                Some(Own::BlockedNumber(action)) => Some((action, Reason::BlockList)),
                _ => None,
            },
            Rule::Contact => rings(circumstances.contact == Contact::Yes && !self.is_emergency(), Reason::Contact),
            Rule::OwnAllow => rings(own == Some(Own::Allowed), Reason::AllowList),
            Rule::List => circumstances.listed.and_then(|action| self.at_most(action, Reason::ImportedList)),
            Rule::BlockedPrefix => match own {
                Some(Own::BlockedPrefix(action)) => self.at_most(action, Reason::BlockList),
                _ => None,
            },
            Rule::Dialled => rings(self.was_dialled(), Reason::Dialled),
            Rule::Country => match self.foreign_regions() {
                [] => None,
                &[country] => self.of_country(country),
                several => self.of_one_of(several),
            },
            Rule::Origin => Some(self.of_kind()),
        }
    }

    /// Within the window after an emergency number was dialled: whoever may be a hospital, the police or the fire
    /// brigade.
    fn help_may_call_back(&self) -> bool {
        self.awaits_help()
            && (matches!(self.caller.finding.origin, Origin::Domestic | Origin::Hidden | Origin::Emergency)
                || (self.may_be_here() && !self.is_odd()))
    }

    fn awaits_help(&self) -> bool {
        self.circumstances.since_emergency.is_some_and(|seconds| self.policy.awaits_help(seconds))
    }

    /// What a list, or the beginning of a number, wants of the caller: not more than may happen to calls of its kind, and
    /// nothing of the police whom the owner called.
    fn at_most(&self, action: Action, reason: Reason) -> Option<(Action, Reason)> {
        let kind = self.caller.kind;
        let calls_back = kind == Some(Kind::PoliceShown) && self.was_dialled();
        let action = kind.map_or(action, |kind| action.min(kind.strictest()));
        // Nobody is heard because of being on a list.
        let action = if self.only_the_known_ring() { action.max(Action::Silence) } else { action };
        (!calls_back).then_some((action, reason))
    }

    /// An emergency number is shown, or called. Who keeps or dials 110 does so to call it; that nobody calls from it does
    /// not change.
    fn is_emergency(&self) -> bool {
        self.caller.finding.origin == Origin::Emergency
    }

    /// Forged numbers gain nothing by having been dialled: whoever dials one was tricked into calling it.
    fn was_dialled(&self) -> bool {
        !self.is_forged()
            && !self.is_emergency()
            && matches!(self.circumstances.dialled, Dialled::Ago(seconds) if self.policy.remembers_dialling(seconds))
    }

    /// Characters stand in the number that no number has: who is there, or dialled, is not beyond doubt.
    fn is_odd(&self) -> bool {
        self.caller.finding.hints.contains(Hint::OddCharacters)
    }

    fn is_forged(&self) -> bool {
        let origin = self.caller.finding.origin;
        matches!(origin, Origin::Unassigned | Origin::DisguisedDomestic | Origin::Impossible)
    }

    /// The countries that a foreign number may belong to; none for any other number.
    fn foreign_regions(&self) -> &'static [Region] {
        match self.caller.finding.origin {
            Origin::International => self.caller.finding.regions,
            _ => &[],
        }
    }

    /// What the user chose for the calls of `country`, or that the phone is there.
    fn of_country(&self, country: Region) -> Option<(Action, Reason)> {
        let own = self.policy.country(country).map(|own| (own.action, own.reason()));
        match own {
            Some((Action::Allow, reason)) => Some(self.if_it_is_there(reason)),
            // "Let it ring until" is chosen on top of what is chosen for good.
            _ if self.has_pass(country) => Some(self.if_it_is_there(Reason::CountryPass)),
            // What is chosen for an island is said of it, not of the country whose code it has.
            _ if self.is_here() && (own.is_none() || country == self.circumstances.places.network) => {
                Some(self.unless_only_the_known_ring(self.if_it_is_there(Reason::CountryHere)))
            }
            _ => own,
        }
    }

    /// What lets a country's calls ring covers the lines that live there. Others are answered anywhere in the world, and
    /// a number that the plan does not have may be anybody's.
    fn if_it_is_there(&self, reason: Reason) -> (Action, Reason) {
        match self.caller.finding.line {
            Line::Geographic | Line::Mobile | Line::FixedOrMobile | Line::Voip => (Action::Allow, reason),
            Line::Unknown | Line::ShortCode | Line::Satellite => (Action::Warn, Reason::CountryUnclear),
            Line::TollFree
            | Line::Premium
            | Line::SharedCost
            | Line::Personal
            | Line::Pager
            | Line::Uan
            | Line::Voicemail => (Action::Warn, Reason::CountryLine),
        }
    }

    /// Where the plan does not have the number, a shared code leaves open which of its `countries` it is: if one of
    /// them rings, or the phone is there, the call rings with a warning, and if one is to be stopped, that says nothing
    /// about the others.
    fn of_one_of(&self, countries: &[Region]) -> Option<(Action, Reason)> {
        let rings = |country| {
            self.policy.country(country).is_some_and(|own| own.action == Action::Allow) || self.has_pass(country)
        };
        match () {
            () if countries.iter().any(|&country| rings(country)) => Some((Action::Warn, Reason::CountryUnclear)),
            () if self.is_here() => Some(self.unless_only_the_known_ring((Action::Warn, Reason::CountryUnclear))),
            () => None,
        }
    }

    /// What rings only because the phone is there comes silently where only the known ring. What would have been warned of
    /// keeps its reason: calling it back makes it no more trustworthy.
    fn unless_only_the_known_ring(&self, (action, reason): (Action, Reason)) -> (Action, Reason) {
        match action {
            _ if !self.only_the_known_ring() || self.awaits_help() => (action, reason),
            Action::Allow => (Action::Silence, Reason::NotKnown),
            _ => (Action::Silence, reason),
        }
    }

    fn has_pass(&self, country: Region) -> bool {
        self.policy.has_pass(Some(country), self.circumstances.now)
    }

    /// A number of the country the phone is in, while it is abroad. Countries that share a code keep their lines apart,
    /// but for those that are answered in all of them; islands and the like have the code of the country they belong to,
    /// and its networks: libphonenumber gives each mobile number of Saint-Martin to Guadeloupe.
    fn is_here(&self) -> bool {
        let here = self.circumstances.places.network;
        let is_anywhere = !self.lives_somewhere() || !SHARED_BY_STATES.contains(&here.code().number);
        self.may_be_here() && (self.foreign_regions().contains(&here) || is_anywhere)
    }

    /// What has the code of the country the phone is in, while it is abroad: help comes from over a border, too.
    fn may_be_here(&self) -> bool {
        let places = self.circumstances.places;
        places.network != places.home && !self.foreign_regions().is_empty() && self.has_code_of(places.network)
    }

    fn has_code_of(&self, country: Region) -> bool {
        self.caller.finding.country_code == Some(country.code().number)
    }

    /// Whether its line is in one country; others are answered anywhere.
    fn lives_somewhere(&self) -> bool {
        matches!(self.caller.finding.line, Line::Geographic | Line::Mobile | Line::FixedOrMobile | Line::Voip)
    }

    /// What the user wants for calls of its kind; those of no kind ring.
    fn of_kind(&self) -> (Action, Reason) {
        let kind = self.caller.kind;
        let for_the_known = self.policy.is_for_the_known(kind);
        match kind {
            _ if for_the_known => (Action::Silence, Reason::NotKnown),
            Some(kind) => (self.policy.action_of(kind), kind.reason()),
            None => (Action::Allow, Reason::Domestic),
        }
    }

    /// Whether a stranger's call comes without ringing, wherever it comes from. Whom the owner calls is another matter.
    fn only_the_known_ring(&self) -> bool {
        self.policy.preset == Preset::Known && self.circumstances.direction == Direction::Incoming
    }

    /// What is not known softens whatever is stricter than a warning; a number that is not the caller's own, or that has
    /// odd characters in it, never rings without a warning.
    fn in_doubt(&self, rule: Rule, action: Action, reason: Reason) -> (Action, Reason) {
        let circumstances = self.circumstances;
        // Lists and beginnings of numbers come before having been dialled, but for the police.
        let dialling_counts =
            !matches!(rule, Rule::List | Rule::BlockedPrefix) || self.caller.kind == Some(Kind::PoliceShown);
        // A warning of the police says more when it says so.
        let warn_because = |unknown| (Action::Warn, if reason == Reason::PoliceShown { reason } else { unknown });
        match action {
            // Someone's family may be calling.
            Action::Silence | Action::Reject if circumstances.contact == Contact::CannotTell => {
                warn_because(Reason::ContactsUnknown)
            }
            Action::Silence | Action::Reject
                if dialling_counts && circumstances.dialled == Dialled::CannotTell && !self.is_forged() =>
            {
                warn_because(Reason::DialledUnknown)
            }
            Action::Allow if circumstances.verification == Verification::Failed => {
                (Action::Warn, Reason::VerificationFailed)
            }
            Action::Allow if self.is_odd() => {
                (self.policy.action_of(Kind::Unreadable).min(Action::Warn), Reason::Unreadable)
            }
            _ => (action, reason),
        }
    }
}
