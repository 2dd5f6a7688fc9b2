// SPDX-License-Identifier: Apache-2.0
//! VERDICT: what happens to a call, and why.

use crate::{Action, Call, Circumstances, Finding, Origin, Policy, Presentation, Reason, Rule, locate, rule::Facts};

/// What happens to a call, why, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// What happens.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// The rule that decided: those before it did not fit.
    pub rule: Rule,
    /// Where it comes from.
    pub finding: Finding,
}

/// Decides about `call`. The same input always gives the same answer; nothing is allocated.
#[must_use]
pub fn decide(call: &Call<'_>, circumstances: &Circumstances, policy: &Policy) -> Verdict {
    let finding = finding_of(call, circumstances);
    let (rule, action, reason) = Facts::new(call, circumstances, policy, &finding).decide();
    Verdict { action, reason, rule, finding }
}

/// Whether the owner may call `call`'s number without a second thought: [`Action::Allow`] or [`Action::Reject`].
#[must_use]
pub fn guard(call: &Call<'_>, circumstances: &Circumstances, policy: &Policy) -> Verdict {
    let finding = finding_of(call, circumstances);
    let (rule, action, reason) = Facts::new(call, circumstances, policy, &finding).guard();
    Verdict { action, reason, rule, finding }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_and_origins_keep_their_numbers() {
        for (number, &reason) in (0..).zip(Reason::ALL) {
            assert_eq!(reason as u8, number);
        }
        for (number, rule) in (0..).zip(Rule::ORDER) {
            assert_eq!(rule as u8, number);
        }
        for (number, origin) in (0..).zip(Origin::ALL) {
            assert_eq!(origin as u8, number);
        }
    }
}
