// SPDX-License-Identifier: Apache-2.0
//! What holds for every call, in all circumstances, under every policy.

use proptest::{prelude::*, sample::select, test_runner::RngSeed};
use tomeru::{
    Action, AllowedNumber, BlockedNumber, Call, Caller, Circumstances, Contact, CountryAction, Dialled, Direction,
    Hint, Kind, NumberKey, Origin, OwnAction, Pass, Pattern, Places, Policy, Presentation, Preset, Reason, Region,
    Rule, Verdict, Verification, decide,
};

const NOW: i64 = 1_800_000_000;

fn numbers() -> impl Strategy<Value = String> {
    let known: Vec<String> = include_str!("../../tests/vectors/origins.tsv")
        .lines()
        .filter(|line| !line.starts_with("# "))
        .filter_map(|line| line.split('\t').next())
        .map(str::to_owned)
        .collect();
    prop_oneof![3 => select(known), 1 => "[+]?[0-9]{1,16}", 1 => "\\PC{0,20}"]
}

fn actions() -> impl Strategy<Value = Action> {
    select(vec![Action::Allow, Action::Warn, Action::Silence, Action::Reject])
}

fn homes() -> impl Strategy<Value = Region> {
    select(["JP", "JP", "US", "TH", "GB"].iter().filter_map(|id| Region::new(id)).collect::<Vec<_>>())
}

fn patterns() -> impl Strategy<Value = Pattern> {
    select(
        ["+1*", "+1844*", "+63*", "+81*", "+81120*", "+18442980122", "+639171234567", "+81312345678", "110"].to_vec(),
    )
    .prop_map(|text| text.parse().unwrap_or_else(|error| panic!("{text}: {error}")))
}

fn kinds() -> impl Strategy<Value = Kind> {
    select(Kind::ALL.to_vec())
}

fn passes() -> impl Strategy<Value = Pass> {
    (any::<bool>(), -10_000..10_000_i64, 1..20_000_i64).prop_map(|(all, from, length)| Pass {
        country: if all { None } else { "US".parse().ok() },
        from: NOW + from,
        until: NOW + from + length,
    })
}

fn country(id: &str, action: Action) -> Option<CountryAction> {
    Some(CountryAction::new(id.parse().ok()?, action))
}

fn policies() -> impl Strategy<Value = Policy> {
    let blocked = (patterns(), select(vec![Action::Warn, Action::Silence, Action::Reject]));
    (
        select(Preset::ALL.to_vec()),
        prop::bool::weighted(0.1),
        prop::option::of((kinds(), actions())),
        prop::option::of((select(vec!["US", "PH", "CA", "TH"]), actions())),
        prop::collection::vec(patterns(), 0..3),
        prop::collection::vec(blocked, 0..3),
        prop::collection::vec(passes(), 0..2),
        0..60_u16,
        0..300_u16,
    )
        .prop_map(|(preset, paused, own, countries, allowed, blocked, passes, days, minutes)| {
            let mut policy = Policy::of(preset);
            policy.paused = paused;
            policy.own_actions = own.map(|(kind, action)| OwnAction::new(kind, action)).into_iter().collect();
            policy.countries = countries.into_iter().filter_map(|(id, action)| country(id, action)).collect();
            policy.allowed = allowed.into_iter().map(|number| AllowedNumber { number, note: String::new() }).collect();
            policy.blocked = blocked
                .into_iter()
                .map(|(number, action)| BlockedNumber { number, action, note: String::new() })
                .collect();
            policy.passes = passes;
            (policy.dialled_days, policy.emergency_minutes) = (days, minutes);
            policy
        })
}

prop_compose! {
    fn circumstances()(
        home in homes(), second_home in prop::option::of(homes()), network in homes(),
        contact in select(vec![Contact::No, Contact::No, Contact::Yes, Contact::CannotTell]),
        dialled in prop_oneof![
            Just(Dialled::Never), Just(Dialled::CannotTell), (0..6_000_000_u32).prop_map(Dialled::Ago)
        ],
        since_emergency in prop::option::of(0..20_000_u32),
        verification in select(vec![Verification::None, Verification::Passed, Verification::Failed]),
        listed in prop::option::weighted(0.2, actions()),
    ) -> Circumstances {
        Circumstances {
            now: NOW, direction: Direction::Incoming, places: Places { home, second_home, network },
            contact, dialled, since_emergency, verification, listed
        }
    }
}

/// What may be put into a number: what nobody sees, what stands between digits, and what no number has.
fn odd_characters() -> impl Strategy<Value = char> {
    select(vec![
        '*', '#', '&', ';', ',', '@', '%', 'x', 'p', '内', '①', ' ', '-', '\n', '\0', '\u{61c}', '\u{202e}', '\u{a0}',
    ])
}

/// `number` with `odd` in it.
fn with(number: &str, at: prop::sample::Index, odd: char) -> String {
    let places: Vec<usize> = number.char_indices().map(|(at, _)| at).chain([number.len()]).collect();
    let (before, after) = number.split_at(*at.get(&places));
    format!("{before}{odd}{after}")
}

fn presentations() -> impl Strategy<Value = Presentation> {
    select(vec![
        Presentation::Allowed,
        Presentation::Allowed,
        Presentation::Allowed,
        Presentation::Restricted,
        Presentation::Payphone,
        Presentation::Unknown,
    ])
}

/// Each way to let more calls ring, applied to what there is.
fn exceptions(number: Option<&str>, circumstances: &Circumstances, policy: &Policy) -> Vec<(Circumstances, Policy)> {
    let mut all = Vec::new();
    for contact in [Contact::Yes, Contact::CannotTell] {
        if circumstances.contact == Contact::No {
            all.push((Circumstances { contact, ..*circumstances }, policy.clone()));
        }
    }
    if circumstances.dialled == Dialled::Never {
        for dialled in [Dialled::Ago(0), Dialled::CannotTell] {
            all.push((Circumstances { dialled, ..*circumstances }, policy.clone()));
        }
    }
    if circumstances.since_emergency.is_none() {
        all.push((Circumstances { since_emergency: Some(0), ..*circumstances }, policy.clone()));
    }
    let mut with = |change: &dyn Fn(&mut Policy)| {
        let mut policy = policy.clone();
        change(&mut policy);
        all.push((*circumstances, policy));
    };
    with(&|policy| policy.paused = true);
    with(&|policy| policy.dialled_days = 365);
    with(&|policy| policy.emergency_minutes = 1440);
    with(&|policy| {
        let us = country("US", Action::Allow);
        policy.countries.retain(|own| us.is_none_or(|us| own.country != us.country));
        policy.countries.extend(us);
    });
    with(&|policy| policy.passes.push(Pass { country: None, from: NOW, until: NOW + 1 }));
    with(&|policy| policy.passes.push(Pass { country: "US".parse().ok(), from: NOW, until: NOW + 1 }));
    if let Some(key) =
        number.and_then(|number| NumberKey::read(number, circumstances.places.home, circumstances.places.network))
    {
        with(&|policy| {
            policy.allowed.push(AllowedNumber { number: Pattern::exactly(key), note: String::new() });
        });
    }
    all
}

fn verdict(call: &Call<'_>, circumstances: &Circumstances, policy: &Policy) -> Verdict {
    decide(&Caller::of(call, &circumstances.places), circumstances, policy)
}

proptest! {
    // The same cases in every run.
    #![proptest_config(ProptestConfig {
        cases: 20_000, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn who_must_ring_is_never_rejected(
        number in numbers(), presentation in presentations(), circumstances in circumstances(), policy in policies(),
    ) {
        let call = Call { number: Some(&number), presentation };
        let caller = Caller::of(&call, &circumstances.places);
        let verdict = decide(&caller, &circumstances, &policy);
        prop_assert_eq!(verdict, decide(&caller, &circumstances, &policy));
        let rejected = verdict.action == Action::Reject;
        let forged = matches!(
            caller.finding.origin, Origin::Unassigned | Origin::DisguisedDomestic | Origin::Impossible
        );
        let own_block = verdict.rule == Rule::OwnBlock && verdict.reason == Reason::BlockList;
        let helped = circumstances.since_emergency.is_some_and(|s| s < u32::from(policy.emergency_minutes) * 60);
        if caller.finding.origin == Origin::Emergency {
            let most = if policy.preset == Preset::Known { Action::Silence } else { Action::Warn };
            prop_assert!(verdict.action <= most || own_block);
            prop_assert!(verdict.action == Action::Allow || !helped);
        }
        // The police are never rejected; who dialled that very number hears them, and after a call for help, too.
        if caller.kind == Some(Kind::PoliceShown) {
            prop_assert!(verdict.action <= Action::Silence || own_block);
            let dialled = matches!(circumstances.dialled, Dialled::Ago(s) if s < u32::from(policy.dialled_days) * 86_400);
            let vouched = circumstances.verification != Verification::Failed && !caller.finding.hints.contains(Hint::OddCharacters);
            prop_assert!(verdict.action == Action::Allow || own_block || !(dialled && vouched));
            prop_assert!(verdict.action == Action::Allow || !helped);
        }
        // Only the user's own wish for this number stands above a contact.
        if circumstances.contact == Contact::Yes && rejected {
            prop_assert_eq!(verdict.reason, Reason::BlockList);
            let key = caller.key;
            let exact = policy.blocked.iter().any(|entry| key.is_some_and(|k| entry.number == Pattern::exactly(k)));
            prop_assert!(exact);
        }
        let remembered = matches!(circumstances.dialled, Dialled::Ago(s) if s < u32::from(policy.dialled_days) * 86_400);
        if remembered && !forged && rejected {
            prop_assert!(matches!(verdict.reason, Reason::BlockList | Reason::ImportedList));
        }
        if policy.paused {
            prop_assert_eq!(verdict.action, Action::Allow);
        }
    }

    #[test]
    fn an_exception_never_makes_more_rejects(
        number in numbers(), presentation in presentations(), circumstances in circumstances(), policy in policies(),
    ) {
        let call = Call { number: Some(&number), presentation };
        let before = verdict(&call, &circumstances, &policy).action;
        for (after_circumstances, after_policy) in exceptions(call.number, &circumstances, &policy) {
            let after = verdict(&call, &after_circumstances, &after_policy).action;
            prop_assert!(after != Action::Reject || before == Action::Reject);
        }
    }

    #[test]
    fn with_only_known_people_nobody_else_rings_and_nobody_more_is_rejected(
        number in numbers(), presentation in presentations(), circumstances in circumstances(), policy in policies(),
    ) {
        let with = |preset| {
            let mut policy = policy.clone();
            policy.preset = preset;
            policy
        };
        let call = Call { number: Some(&number), presentation };
        let caller = Caller::of(&call, &circumstances.places);
        let known = decide(&caller, &circumstances, &with(Preset::Known));
        let stop = decide(&caller, &circumstances, &with(Preset::Stop));
        prop_assert!(known.action != Action::Reject || stop.action == Action::Reject);
        let own_block = known.rule == Rule::OwnBlock;
        if circumstances.contact == Contact::CannotTell {
            prop_assert!(known.action <= Action::Warn || own_block);
        }
        if circumstances.contact == Contact::Yes && caller.finding.origin != Origin::Emergency {
            prop_assert!(known.action == Action::Allow || own_block);
        }
        // Whoever is neither known nor wished for.
        let stranger = Circumstances {
            contact: Contact::No, dialled: Dialled::Never, since_emergency: None, ..circumstances
        };
        let mut plain = Policy::of(Preset::Known);
        plain.blocked = policy.blocked;
        let verdict = decide(&caller, &stranger, &plain);
        prop_assert!(verdict.action >= Action::Silence || verdict.rule == Rule::OwnBlock, "{:?}", verdict);
    }

    #[test]
    fn outgoing_calls_are_never_touched(
        number in numbers(), circumstances in circumstances(), policy in policies(),
    ) {
        let circumstances = Circumstances { direction: Direction::Outgoing, ..circumstances };
        prop_assert_eq!(verdict(&Call::showing(&number), &circumstances, &policy).action, Action::Allow);
    }

    #[test]
    fn no_character_gets_a_stopped_number_through(
        number in numbers(), at in any::<prop::sample::Index>(), odd in odd_characters(),
        circumstances in circumstances(), policy in policies(),
    ) {
        // Whoever lets unreadable numbers ring wants that; and the app takes the frame of a URI off before anything is read.
        let is_meant = policy.action_of(Kind::Unreadable) != Action::Allow && !number.contains([':', '%', '@']);
        let before = Caller::of(&Call::showing(&number), &circumstances.places);
        if is_meant && decide(&before, &circumstances, &policy).action == Action::Reject {
            let caller = Caller::of(&Call::showing(&with(&number, at, odd)), &circumstances.places);
            let after = decide(&caller, &circumstances, &policy);
            // The number in it may be one that the user lets ring, or another than before, whose owner he knows.
            let is_another = caller.key != before.key;
            let is_known = after.reason == Reason::AllowList || (is_another && after.reason == Reason::Contact);
            prop_assert!(after.action != Action::Allow || is_known, "{:?}", odd);
        }
    }

    #[test]
    fn no_character_stops_a_wanted_number(
        number in numbers(), at in any::<prop::sample::Index>(), odd in odd_characters(),
        circumstances in circumstances(), policy in policies(),
    ) {
        let caller = Caller::of(&Call::showing(&number), &circumstances.places);
        let is_clean = policy.action_of(Kind::Unreadable) <= Action::Warn
            && !number.contains(|c: char| !(c.is_ascii_digit() || " +-".contains(c)));
        // 110 rings whatever the user blocked; 110 with a character beside it is a number like any other.
        let is_wanted = caller.finding.valid && caller.finding.origin != Origin::Emergency;
        if is_clean && is_wanted && decide(&caller, &circumstances, &policy).action <= Action::Warn {
            let after = verdict(&Call::showing(&with(&number, at, odd)), &circumstances, &policy);
            // Help that calls back shows no such character: a list that has the number counts then, and so does a block.
            let is_listed = circumstances.since_emergency.is_some()
                && matches!(after.rule, Rule::OwnBlock | Rule::List | Rule::BlockedPrefix);
            prop_assert!(after.action <= Action::Warn || is_listed, "{:?}", odd);
        }
    }

    #[test]
    fn what_is_not_known_any_more_is_a_warning_at_most_and_at_least(
        number in numbers(), presentation in presentations(), circumstances in circumstances(), policy in policies(),
    ) {
        let call = Call { number: Some(&number), presentation };
        let before = verdict(&call, &circumstances, &policy);
        let forgotten = [
            Circumstances { contact: Contact::CannotTell, ..circumstances },
            Circumstances { dialled: Dialled::CannotTell, ..circumstances },
            Circumstances { contact: Contact::CannotTell, dialled: Dialled::CannotTell, ..circumstances },
        ];
        for circumstances in forgotten {
            let after = verdict(&call, &circumstances, &policy);
            prop_assert!(before.action != Action::Reject || after.action != Action::Allow);
            prop_assert!(before.action > Action::Warn || after.action <= Action::Warn);
            let own_wish = after.reason == Reason::BlockList && after.rule == Rule::OwnBlock;
            if circumstances.contact == Contact::CannotTell {
                prop_assert!(after.action <= Action::Warn || own_wish, "{:?}", after.rule);
            }
        }
        prop_assert!(before.without_settings().action <= Action::Warn);
    }
}
