// SPDX-License-Identifier: Apache-2.0
//! How a policy protects from strangers, for the line on the first screen: asked of the rules, not of what was chosen.

use super::{
    calls::{Sample, standing},
    subject::{Group, Subject, groups},
};
use crate::{action::Action, kind::Kind, plan::Region, policy::Policy, preset::Preset};

/// What a policy does with strangers' calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Strangers {
    /// No stranger's call rings, wherever it comes from.
    pub only_known_ring: bool,
    /// What happens to strangers' calls from abroad.
    pub abroad: Action,
    /// Whether something else happens to those from some country.
    pub other_for_some: bool,
}

/// What `policy` does with them, on a phone at `home`. What is only for now, and the owner's own numbers, do not count.
pub(crate) fn strangers(policy: &Policy, home: Region) -> Strangers {
    let standing = standing(policy);
    let groups = groups([policy, policy], home);
    let action = |call: &Sample| call.action(&standing);
    let is_abroad = |group: &Group| match group.subject {
        Subject::OfKind { kind, .. } => kind == Some(Kind::International),
        Subject::OfCountry { .. } => true,
        Subject::OfCode { .. } | Subject::Named { .. } => false,
    };
    let strangers = groups.iter().filter(|group| !matches!(group.subject, Subject::Named { .. }));
    let mut from_abroad = groups.iter().filter(|group| is_abroad(group)).flat_map(|group| &group.calls).map(action);
    // The first stands for every country without a choice of its own; if each has one, the mildest counts.
    let abroad = match groups.iter().find(|group| is_abroad(group)).map(|group| &group.subject) {
        Some(Subject::OfKind { .. }) => from_abroad.next(),
        _ => from_abroad.by_ref().min(),
    };
    let abroad = abroad.unwrap_or(Action::Allow);
    Strangers {
        only_known_ring: policy.preset == Preset::Known
            && strangers.flat_map(|group| &group.calls).all(|call| action(call) >= Action::Silence),
        abroad,
        other_for_some: from_abroad.any(|action| action != abroad),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{CountryAction, OwnAction};

    fn of(policy: &Policy) -> (bool, Action, bool) {
        let Strangers { only_known_ring, abroad, other_for_some } = strangers(policy, Region::JAPAN);
        (only_known_ring, abroad, other_for_some)
    }

    #[test]
    fn a_preset_alone_is_as_its_name_says() {
        assert_eq!(of(&Policy::of(Preset::Stop)), (false, Action::Reject, false));
        assert_eq!(of(&Policy::of(Preset::Warn)), (false, Action::Warn, false));
        assert_eq!(of(&Policy::of(Preset::Known)), (true, Action::Reject, false));
    }

    #[test]
    fn what_was_chosen_besides_counts_more_than_the_name() {
        for preset in Preset::ALL {
            for action in Action::ALL {
                let own_actions = vec![OwnAction::new(Kind::International, action)];
                let told = of(&Policy { own_actions, ..Policy::of(preset) });
                assert_eq!(told.1, action, "{}", preset.key());
                assert_eq!(told.0, preset == Preset::Known && action >= Action::Silence, "{}", preset.key());
            }
        }
    }

    #[test]
    fn a_country_with_another_choice_is_an_exception_and_one_with_the_same_is_none() {
        let with = |preset, action| {
            let of = |id: &str| {
                let countries = vec![CountryAction::new(id.parse().unwrap(), action)];
                of(&Policy { countries, ..Policy::of(preset) })
            };
            assert_eq!(of("PH"), of("US"), "a code of its own, and a shared one");
            of("PH")
        };
        assert_eq!(with(Preset::Stop, Action::Allow), (false, Action::Reject, true));
        assert_eq!(with(Preset::Stop, Action::Reject), (false, Action::Reject, false));
        assert_eq!(with(Preset::Warn, Action::Reject), (false, Action::Warn, true));
        assert_eq!(with(Preset::Warn, Action::Allow), (false, Action::Warn, true));
        assert_eq!(with(Preset::Known, Action::Allow), (false, Action::Reject, true));
    }

    #[test]
    fn whichever_countries_have_a_choice_of_their_own_the_others_count() {
        let all = || Region::all().filter(|&region| region != Region::JAPAN);
        let choose = |action, but: Option<&str>| {
            let chosen = all().filter(|region| Some(region.id()) != but);
            let countries = chosen.map(|region| CountryAction::new(region, action)).collect();
            of(&Policy { countries, ..Policy::of(Preset::Warn) })
        };
        assert_eq!(choose(Action::Silence, Some("FR")), (false, Action::Warn, true));
        assert_eq!(choose(Action::Allow, Some("FR")), (false, Action::Warn, true));
        assert_eq!(choose(Action::Silence, None), (false, Action::Silence, false));
        assert_eq!(choose(Action::Allow, None), (false, Action::Allow, false));
    }

    #[test]
    fn switched_off_or_let_ring_for_an_hour_it_tells_what_comes_back() {
        let mut policy = Policy { paused: true, ..Policy::of(Preset::Stop) };
        policy.passes = vec![crate::policy::Pass { country: None, from: 0, until: i64::MAX }];
        assert_eq!(of(&policy), (false, Action::Reject, false));
    }
}
