// SPDX-License-Identifier: Apache-2.0
//! VERDICT: what happens to a call, and why.

use crate::{
    action::Action,
    call::Circumstances,
    caller::Caller,
    policy::Policy,
    reason::Reason,
    rule::{Facts, Rule},
};

/// What happens to a call, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// What happens.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// The rule that decided: no earlier rule matched.
    pub rule: Rule,
}

impl Verdict {
    /// What becomes of it if the user's settings cannot be read, and it was decided by recommended ones: nothing stricter
    /// than a warning.
    ///
    /// ```
    /// use tomeru::{Action, Call, Caller, Circumstances, Policy, Reason, Region, decide};
    /// let circumstances = Circumstances::at_home(Region::JAPAN);
    /// let caller = Caller::of(&Call::showing("+18442980122"), &circumstances.places);
    /// let verdict = decide(&caller, &circumstances, &Policy::default()).without_settings();
    /// assert_eq!((verdict.action, verdict.reason), (Action::Warn, Reason::SettingsUnreadable));
    /// ```
    #[must_use]
    pub fn without_settings(self) -> Self {
        self.at_most(Action::Warn, Reason::SettingsUnreadable)
    }

    /// What becomes of it if a list cannot be read that comes before what decided, and wants no more than `mildest`: nothing
    /// stricter than that, or than a warning.
    ///
    /// ```
    /// use tomeru::{Action, Call, Caller, Circumstances, Policy, Reason, Region, decide};
    /// let circumstances = Circumstances::at_home(Region::JAPAN);
    /// let caller = Caller::of(&Call::showing("+18442980122"), &circumstances.places);
    /// let verdict = decide(&caller, &circumstances, &Policy::default()).without_list(Action::Silence);
    /// assert_eq!((verdict.action, verdict.reason), (Action::Silence, Reason::ListUnreadable));
    /// ```
    #[must_use]
    pub fn without_list(self, mildest: Action) -> Self {
        self.at_most(mildest.max(Action::Warn), Reason::ListUnreadable)
    }

    fn at_most(self, action: Action, reason: Reason) -> Self {
        if self.action <= action { self } else { Self { action, reason, ..self } }
    }
}

/// Decides about a call from `caller`. The same input always gives the same answer; nothing is allocated.
///
/// ```
/// use tomeru::{Action, Call, Caller, Circumstances, Policy, Region, decide};
/// let circumstances = Circumstances::at_home(Region::JAPAN);
/// let caller = Caller::of(&Call::showing("+18442980122"), &circumstances.places);
/// assert_eq!(decide(&caller, &circumstances, &Policy::default()).action, Action::Reject);
/// ```
#[must_use]
pub fn decide(caller: &Caller, circumstances: &Circumstances, policy: &Policy) -> Verdict {
    let (rule, action, reason) = Facts::new(caller, circumstances, policy).decide();
    Verdict { action, reason, rule }
}

/// Whether the owner may call `callee` without a second thought: [`Action::Allow`] or [`Action::Reject`].
///
/// ```
/// use tomeru::{Action, Caller, Circumstances, Policy, Region, guard};
/// let circumstances = Circumstances::at_home(Region::JAPAN);
/// let action = |number| {
///     let callee = Caller::written(number, &circumstances.places);
///     guard(&callee, &circumstances, &Policy::default()).action
/// };
/// assert_eq!((action("+18442980122"), action("110")), (Action::Reject, Action::Allow));
/// ```
#[must_use]
pub fn guard(callee: &Caller, circumstances: &Circumstances, policy: &Policy) -> Verdict {
    let (rule, action, reason) = Facts::new(callee, circumstances, policy).guard();
    Verdict { action, reason, rule }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        call::{Call, Contact, Dialled, Direction, Places},
        plan::Region,
        policy::{AllowedNumber, BlockedNumber, CountryAction, Pass},
    };

    /// Everything fits at once; what decided is taken away, and the next rule has to decide.
    #[test]
    fn the_first_rule_that_fits_decides() {
        let mut circumstances = Circumstances {
            direction: Direction::Outgoing,
            places: Places { network: Region::new("PH").unwrap(), ..Places::at_home(Region::JAPAN) },
            contact: Contact::Yes,
            dialled: Dialled::Ago(1),
            since_emergency: Some(1),
            listed: Some(Action::Reject),
            ..Circumstances::at_home(Region::JAPAN)
        };
        let block = |number: &str| BlockedNumber {
            number: number.parse().unwrap(),
            action: Action::Reject,
            note: String::new(),
        };
        let mut policy = Policy {
            paused: true,
            passes: vec![Pass { country: None, from: 0, until: i64::MAX }],
            countries: vec![CountryAction::new("PH".parse().unwrap(), Action::Allow)],
            allowed: vec![AllowedNumber { number: "+63917*".parse().unwrap(), note: String::new() }],
            blocked: vec![block("+639171234567"), block("+639*")],
            ..Policy::default()
        };
        for rule in Rule::ALL.into_iter().filter(|rule| *rule != Rule::Emergency) {
            let caller = Caller::of(&Call::showing("+639171234567"), &circumstances.places);
            assert_eq!(decide(&caller, &circumstances, &policy).rule, rule);
            match rule {
                Rule::Outgoing => circumstances.direction = Direction::Incoming,
                Rule::EmergencyWindow => circumstances.since_emergency = None,
                Rule::Paused => policy.paused = false,
                Rule::Pass => policy.passes.clear(),
                Rule::OwnBlock => drop(policy.blocked.remove(0)),
                Rule::Contact => circumstances.contact = Contact::No,
                Rule::OwnAllow => policy.allowed.clear(),
                Rule::List => circumstances.listed = None,
                Rule::BlockedPrefix => policy.blocked.clear(),
                Rule::Dialled => circumstances.dialled = Dialled::Never,
                Rule::Country => {
                    policy.countries.clear();
                    circumstances.places.network = Region::JAPAN;
                }
                Rule::Emergency | Rule::Origin => {}
            }
        }
        // The guard alone asks it: whoever is called is not who calls.
        let emergency = Caller::of(&Call::showing("110"), &circumstances.places);
        let called = Circumstances { direction: Direction::Outgoing, ..circumstances };
        let paused = Policy { paused: true, ..policy };
        assert_eq!(guard(&emergency, &called, &paused).rule, Rule::Emergency);
        assert_eq!(decide(&emergency, &circumstances, &paused).rule, Rule::Paused);
    }

    #[test]
    fn without_settings_nothing_is_stricter_than_a_warning() {
        for (action, wanted) in [
            (Action::Allow, (Action::Allow, Reason::International)),
            (Action::Warn, (Action::Warn, Reason::International)),
            (Action::Silence, (Action::Warn, Reason::SettingsUnreadable)),
            (Action::Reject, (Action::Warn, Reason::SettingsUnreadable)),
        ] {
            let told = Verdict { action, reason: Reason::International, rule: Rule::Origin }.without_settings();
            assert_eq!((told.action, told.reason), wanted);
            let verdict = Verdict { action, reason: Reason::International, rule: Rule::Origin };
            for mildest in Action::ALL {
                let told = verdict.without_list(mildest);
                let limit = mildest.max(Action::Warn);
                assert_eq!(told.action, action.min(limit));
                let softened = if action > limit { Reason::ListUnreadable } else { Reason::International };
                assert_eq!(told.reason, softened);
            }
        }
    }
}
