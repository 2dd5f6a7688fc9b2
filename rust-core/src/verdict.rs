// SPDX-License-Identifier: Apache-2.0
//! VERDICT: what happens to a call, and why.

use crate::{
    Action, Call, Circumstances, Contact, Country, Dialled, Direction, Finding, NumberKey, Origin, Policy,
    Presentation, Reason, Verification, locate, policy::Own,
};

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

/// Where `call` comes from. With two SIMs each one's country is home, but Android does not tell which SIM is called.
pub(crate) fn finding_of(call: &Call<'_>, circumstances: &Circumstances) -> Finding {
    let (Presentation::Allowed, Some(number)) = (call.presentation, call.number) else {
        return Finding::bare(Origin::Hidden);
    };
    let finding = locate(number, circumstances.home, circumstances.network);
    match circumstances.second_home {
        Some(second) if finding.origin == Origin::International => {
            let other = locate(number, second, circumstances.network);
            if other.origin == Origin::Domestic { other } else { finding }
        }
        _ => finding,
    }
}

/// The rules, in order: the first that fits decides.
fn rule(call: &Call<'_>, circumstances: &Circumstances, policy: &Policy, finding: &Finding) -> (Action, Reason) {
    let now = circumstances.now;
    let own = NumberKey::of(finding).and_then(|key| policy.own(&key));

    if call.direction == Direction::Outgoing {
        return (Action::Allow, Reason::Outgoing);
    }
    if finding.origin == Origin::Emergency {
        return (Action::Allow, Reason::Emergency);
    }
    if help_may_call_back(circumstances, policy, finding) {
        return (Action::Allow, Reason::EmergencyWindow);
    }
    if policy.paused {
        return (Action::Allow, Reason::Paused);
    }
    if policy.has_pass(None, now) {
        return (Action::Allow, Reason::Pass);
    }
    if let Some(Own::Blocked { action, exact: true }) = own {
        return (action, Reason::BlockList);
    }
    if circumstances.contact == Contact::Yes {
        return (Action::Allow, Reason::Contact);
    }
    if own == Some(Own::Allowed) {
        return (Action::Allow, Reason::AllowList);
    }
    if let Some(action) = circumstances.listed {
        return (action, Reason::ImportedList);
    }
    let (action, reason) = if let Some(Own::Blocked { action, exact: false }) = own {
        (action, Reason::BlockList)
    } else if was_dialled(circumstances, policy, finding) {
        (Action::Allow, Reason::Dialled)
    } else if let Some(answer) = country_rule(circumstances, policy, finding) {
        answer
    } else {
        (policy.action(finding, call.presentation), Reason::of_origin(finding, call.presentation))
    };
    in_doubt(circumstances, finding, action, reason)
}

/// Within the window after an emergency number was dialled: whoever may be a hospital, the police or the fire brigade.
fn help_may_call_back(circumstances: &Circumstances, policy: &Policy, finding: &Finding) -> bool {
    circumstances.since_emergency.is_some_and(|seconds| policy.awaits_help(seconds))
        && (matches!(finding.origin, Origin::Domestic | Origin::Hidden) || is_here(circumstances, finding))
}

/// Forged numbers gain nothing by having been dialled: whoever dials one was led to.
fn was_dialled(circumstances: &Circumstances, policy: &Policy, finding: &Finding) -> bool {
    let forged = matches!(finding.origin, Origin::Unassigned | Origin::DisguisedDomestic | Origin::Impossible);
    !forged && matches!(circumstances.dialled, Dialled::Ago(seconds) if policy.remembers_dialling(seconds))
}

/// A foreign number of a country whose calls ring. Where the plan does not have the number, a shared code leaves open
/// which country it is, and the call rings with a warning.
fn country_rule(circumstances: &Circumstances, policy: &Policy, finding: &Finding) -> Option<(Action, Reason)> {
    if finding.origin != Origin::International {
        return None;
    }
    let countries = || finding.regions.iter().map(|&id| Country::of_region(id));
    let allowed = countries().any(|country| policy.countries.contains(&country));
    let passed = countries().any(|country| policy.has_pass(Some(country), circumstances.now));
    match (finding.regions.len(), allowed, passed) {
        (1, true, _) => Some((Action::Allow, Reason::CountryAllowed)),
        (1, _, true) => Some((Action::Allow, Reason::CountryPass)),
        _ if is_here(circumstances, finding) => Some((Action::Allow, Reason::CountryHere)),
        (_, true, _) | (_, _, true) => Some((Action::Warn, Reason::CountryUnclear)),
        _ => None,
    }
}

/// A number of the country the phone is in, while it is abroad.
fn is_here(circumstances: &Circumstances, finding: &Finding) -> bool {
    let here = circumstances.network;
    finding.origin == Origin::International && here != circumstances.home && finding.regions == [here.id()]
}

/// What is not known softens a reject, and a number that is not the caller's own never rings without a warning.
fn in_doubt(circumstances: &Circumstances, finding: &Finding, action: Action, reason: Reason) -> (Action, Reason) {
    match action {
        // Someone's family may be calling from abroad.
        Action::Reject if finding.origin == Origin::International && circumstances.contact == Contact::CannotTell => {
            (Action::Warn, Reason::ContactsUnknown)
        }
        Action::Reject if finding.origin == Origin::International && circumstances.dialled == Dialled::CannotTell => {
            (Action::Warn, Reason::DialledUnknown)
        }
        Action::Allow if circumstances.verification == Verification::Failed => {
            (Action::Warn, Reason::VerificationFailed)
        }
        _ => (action, reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_and_origins_keep_their_numbers() {
        for (number, &reason) in (0..).zip(Reason::ALL) {
            assert_eq!(reason as u8, number);
        }
        for (number, origin) in (0..).zip(Origin::ALL) {
            assert_eq!(origin as u8, number);
        }
    }
}
