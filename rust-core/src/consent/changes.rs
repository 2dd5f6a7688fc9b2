// SPDX-License-Identifier: Apache-2.0
//! What becomes other than it was.

use std::collections::BTreeMap;

use super::{
    calls::{Sample, standing},
    subject::{Subject, groups, named},
};
use crate::{
    action::Action,
    key::Pattern,
    plan::Region,
    policy::{AllowedNumber, BlockedNumber, Policy},
    settings::Settings,
};

/// Calls to which something else happens.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ChangedCalls {
    /// Which calls.
    pub subject: Subject,
    /// What happens to them now.
    pub before: Action,
    /// What would.
    pub after: Action,
}

/// A number, or the beginning of numbers, that the owner's lists hold otherwise.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ChangedNumber {
    /// Which.
    pub number: Pattern,
    /// The country that its code belongs to alone, if there is one.
    pub country: Option<Region>,
    /// What the lists say of it now ([`Action::Allow`]: it rings), be it by a beginning; `None` if they do not hold it.
    pub before: Option<Action>,
    /// What they would say; `None` if they do not hold it any more, or by a beginning alone, which stops less.
    pub after: Option<Action>,
}

/// A figure that becomes another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ChangedFigure {
    /// As it is.
    pub before: u16,
    /// As it would be.
    pub after: u16,
}

/// What else changes, without its old and new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum OtherChange {
    /// Whether protection is switched off.
    Paused,
    /// Timed passes.
    Passes,
    /// Imported lists.
    Lists,
    /// The owner's words about numbers.
    Notes,
}

/// All that becomes other than it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct Changes {
    /// Calls to which something else happens.
    pub calls: Vec<ChangedCalls>,
    /// The owner's numbers: those that cover most first.
    pub numbers: Vec<ChangedNumber>,
    /// Number of days that calls from a number ring after the owner dialled it.
    pub dialled_days: Option<ChangedFigure>,
    /// Number of minutes that calls ring after an emergency number was dialled.
    pub emergency_minutes: Option<ChangedFigure>,
    /// Number of days that records of calls are kept; 0: for ever.
    pub retention_days: Option<ChangedFigure>,
    /// What else changes.
    pub others: Vec<OtherChange>,
}

/// What `after` changes of `before`, on a phone at `home`.
pub(crate) fn changes(before: &Settings, after: &Settings, home: Region) -> Changes {
    // Every field is named, so that a new one asks here how its change is told.
    let Settings { policy, retention_days } = before;
    let Policy {
        // The calls tell these three: the test tries every value of each.
        preset: _,
        own_actions: _,
        countries: _,
        paused,
        allowed: _,
        blocked: _,
        lists,
        passes,
        dialled_days,
        emergency_minutes,
    } = policy;
    let new = &after.policy;
    let numbers = numbers(policy, new);
    let others = [
        (OtherChange::Paused, *paused != new.paused),
        (OtherChange::Passes, *passes != new.passes),
        (OtherChange::Lists, *lists != new.lists),
        (OtherChange::Notes, numbers.is_empty() && (policy.allowed != new.allowed || policy.blocked != new.blocked)),
    ];
    Changes {
        calls: calls(policy, new, home),
        numbers,
        dialled_days: figure(*dialled_days, new.dialled_days),
        emergency_minutes: figure(*emergency_minutes, new.emergency_minutes),
        retention_days: figure(*retention_days, after.retention_days),
        others: others.into_iter().filter_map(|(other, is_changed)| is_changed.then_some(other)).collect(),
    }
}

fn figure(before: u16, after: u16) -> Option<ChangedFigure> {
    (before != after).then_some(ChangedFigure { before, after })
}

fn calls(before: &Policy, after: &Policy, home: Region) -> Vec<ChangedCalls> {
    let (old, new) = (standing(before), standing(after));
    let ask = |call: &Sample| (call.action(&old), call.action(&new));
    let mut found = Vec::new();
    for group in groups([before, after], home) {
        let answers: Vec<_> = group.calls.iter().map(ask).collect();
        let Some(&usual) = answers.first() else { continue };
        found.push((group.subject, usual));
        let others = group.calls.iter().zip(answers).filter(|(_, answer)| *answer != usual);
        found.extend(others.map(|(call, answer)| (named(call), answer)));
    }
    found
        .into_iter()
        .filter(|(_, (before, after))| before != after)
        .map(|(subject, (before, after))| ChangedCalls { subject, before, after })
        .collect()
}

/// Those of the owner's numbers whose entries change: beginnings first, the shortest first.
fn numbers(before: &Policy, after: &Policy) -> Vec<ChangedNumber> {
    let (old, new) = (entries(before), entries(after));
    let mut changed: Vec<ChangedNumber> = old
        .keys()
        .chain(new.keys().filter(|text| !old.contains_key(*text)))
        .filter_map(|text| {
            let (was, is) = (old.get(text), new.get(text));
            let (number, _) = *was.or(is)?;
            let said = |entry: Option<&(Pattern, Action)>| entry.map(|(_, action)| *action);
            let before = said(was).or_else(|| covering(&number, &old));
            // A beginning that stops what was stopped by itself stops less: contacts come before it.
            let after = said(is).or_else(|| covering(&number, &new).filter(|action| *action == Action::Allow));
            (was != is).then_some(ChangedNumber { number, country: number.country(), before, after })
        })
        .collect();
    changed.sort_by_key(|changed| (changed.number.is_exact(), changed.number.exactness()));
    changed
}

/// What the lists of `policy` say of each number in them: a block counts before the same number that rings.
fn entries(policy: &Policy) -> BTreeMap<String, (Pattern, Action)> {
    // Every field is named here, too; what the owner wrote about a number changes no call.
    let allowed = policy.allowed.iter().map(|AllowedNumber { number, note: _ }| (number, Action::Allow));
    let blocked = policy.blocked.iter().map(|BlockedNumber { number, action, note: _ }| (number, *action));
    allowed.chain(blocked).map(|(number, action)| (number.to_string(), (*number, action))).collect()
}

/// What the longest other beginning of `entries` that covers `number` says of it.
fn covering(number: &Pattern, entries: &BTreeMap<String, (Pattern, Action)>) -> Option<Action> {
    let others = entries.values().filter(|(other, _)| other != number && other.covers(number));
    others.max_by_key(|(other, _)| other.exactness()).map(|(_, action)| *action)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        kind::Kind,
        policy::{CountryAction, NumberList, OwnAction, Pass},
        preset::Preset,
    };

    fn between(before: &Policy, after: &Policy) -> Changes {
        let settings = |policy: &Policy| Settings { policy: policy.clone(), ..Settings::default() };
        changes(&settings(before), &settings(after), Region::JAPAN)
    }

    fn told(before: &Policy, after: &Policy) -> Vec<String> {
        let subject = |subject: &Subject| match subject {
            Subject::OfKind { kind, but_for_countries } => {
                let kind = kind.map_or("domestic", Kind::key);
                format!("{kind}{}", if *but_for_countries { ", but" } else { "" })
            }
            Subject::OfCountry { country, lives_there: true } => country.to_string(),
            Subject::OfCountry { country, .. } => format!("{country} toll-free"),
            Subject::OfCode { code } => format!("+{code}, unclear"),
            Subject::Named { en, .. } => en.clone(),
        };
        let calls = between(before, after).calls;
        calls.iter().map(|c| format!("{}: {} to {}", subject(&c.subject), c.before.key(), c.after.key())).collect()
    }

    fn country(id: &str, action: Action) -> CountryAction {
        CountryAction::new(id.parse().unwrap(), action)
    }

    #[test]
    fn the_same_settings_change_nothing() {
        for preset in Preset::ALL {
            assert_eq!(between(&Policy::of(preset), &Policy::of(preset)), Changes::default());
        }
    }

    #[test]
    fn presets_change_what_they_are_for() {
        let of = Policy::of;
        assert_eq!(
            told(&of(Preset::Stop), &of(Preset::Warn)),
            ["international: reject to warn", "global_service: reject to warn"]
        );
        let known = told(&of(Preset::Stop), &of(Preset::Known));
        assert!(known.contains(&"domestic: allow to silence".to_owned()), "{known:?}");
        assert!(known.contains(&"police_shown: warn to silence".to_owned()), "{known:?}");
        assert!(known.iter().all(|line| line.ends_with("to silence")), "nothing rings that did not: {known:?}");
    }

    #[test]
    fn a_country_is_told_with_its_special_numbers_and_as_an_exception() {
        let mut after = Policy::of(Preset::Warn);
        after.countries = vec![country("PH", Action::Allow), country("RU", Action::Reject)];
        assert_eq!(
            told(&Policy::of(Preset::Stop), &after),
            [
                "international, but: reject to warn",
                "global_service: reject to warn",
                "PH: reject to allow",
                "PH toll-free: reject to warn",
                "+7, unclear: reject to warn",
            ]
        );
        let stop = Policy::of(Preset::Stop);
        let kazakhstan = Policy { countries: vec![country("KZ", Action::Allow)], ..stop.clone() };
        let lines = told(&stop, &kazakhstan);
        assert!(lines.contains(&"+7, unclear: reject to warn".to_owned()), "they may be Russian: {lines:?}");
        // A country whose exception ends is told, too.
        assert_eq!(
            told(&after, &Policy::of(Preset::Warn)),
            ["PH: allow to warn", "RU: reject to warn", "RU toll-free: reject to warn"]
        );
    }

    #[test]
    fn a_country_of_a_shared_code_makes_its_unclear_numbers_ring_with_a_warning() {
        let after = Policy { countries: vec![country("US", Action::Allow)], ..Policy::default() };
        let lines = told(&Policy::default(), &after);
        assert!(lines.contains(&"US: reject to allow".to_owned()), "{lines:?}");
        assert!(lines.contains(&"+1, unclear: reject to warn".to_owned()), "{lines:?}");
    }

    #[test]
    fn whichever_countries_have_a_choice_of_their_own_the_others_are_told_too() {
        let with = |preset, ids: &[Region]| {
            let countries = ids.iter().map(|&id| CountryAction::new(id, Action::Allow)).collect();
            Policy { countries, ..Policy::of(preset) }
        };
        let sampled: BTreeSet<Region> = Sample::all(Region::JAPAN).filter_map(|call| call.country()).collect();
        let sampled: Vec<Region> = sampled.into_iter().collect();
        let all: Vec<Region> = Region::all().filter(|&region| region != Region::JAPAN).collect();
        let lines = |ids: &[Region]| told(&with(Preset::Stop, ids), &with(Preset::Warn, ids));
        assert!(lines(&sampled).contains(&"international, but: reject to warn".to_owned()));
        assert!(lines(&all).iter().all(|line| !line.starts_with("international")), "there are no others");
        let opened = told(&with(Preset::Stop, &all), &with(Preset::Stop, &sampled));
        assert!(opened.contains(&"FR: allow to reject".to_owned()), "{opened:?}");
    }

    #[test]
    fn no_choice_can_be_made_that_the_calls_do_not_show() {
        for (old, new) in Preset::ALL.into_iter().flat_map(|old| Preset::ALL.map(|new| (old, new))) {
            assert_eq!(told(&Policy::of(old), &Policy::of(new)).is_empty(), old == new);
        }
        for (preset, kind) in Preset::ALL.into_iter().flat_map(|preset| Kind::ALL.map(|kind| (preset, kind))) {
            let with = |action| Policy { own_actions: vec![OwnAction::new(kind, action)], ..Policy::of(preset) };
            for (old, new) in Action::ALL.into_iter().flat_map(|old| Action::ALL.map(|new| (old, new))) {
                let (old, new) = (with(old), with(new));
                let is_same = old.action_of(kind) == new.action_of(kind);
                assert_eq!(told(&old, &new).is_empty(), is_same, "{} {}", preset.key(), kind.key());
            }
        }
        for id in Region::all().filter(|&region| region != Region::JAPAN) {
            let with = |action| Policy { countries: vec![CountryAction::new(id, action)], ..Policy::default() };
            for action in [Action::Allow, Action::Warn, Action::Silence] {
                assert!(!told(&Policy::default(), &with(action)).is_empty(), "{id}");
                assert!(!told(&with(action), &Policy::default()).is_empty(), "{id}");
            }
        }
    }

    /// A policy and settings that differ from the recommended ones in one field each. A new field stops the compiler in
    /// [`changes`] and in [`standing`]; whoever adds it adds it here.
    #[test]
    fn every_field_that_changes_is_told() {
        let with = |change: &dyn Fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            changes(&Settings::default(), &settings, Region::JAPAN)
        };
        let number: Pattern = "+1844*".parse().unwrap();
        let list = NumberList { id: 1, name: "x".into(), action: Action::Reject, count: 1, imported_at: 0 };
        let fields: [&dyn Fn(&mut Settings); 11] = [
            &|new| new.policy.preset = Preset::Warn,
            &|new| new.policy.paused = true,
            &|new| new.policy.own_actions = vec![OwnAction::new(Kind::HiddenUnknown, Action::Reject)],
            &|new| new.policy.countries = vec![country("PH", Action::Allow)],
            &|new| new.policy.allowed = vec![AllowedNumber { number, note: String::new() }],
            &|new| new.policy.blocked = vec![BlockedNumber { number, action: Action::Silence, note: String::new() }],
            &|new| new.policy.lists = vec![list.clone()],
            &|new| new.policy.passes = vec![Pass { country: None, from: 0, until: 1 }],
            &|new| new.policy.dialled_days = 31,
            &|new| new.policy.emergency_minutes = 121,
            &|new| new.retention_days = 91,
        ];
        let fields_there_are = serde_json::to_value(Settings::default()).unwrap();
        let of_policy = fields_there_are["policy"].as_object().unwrap().len();
        let of_settings = fields_there_are.as_object().unwrap().len() - 1;
        assert_eq!(fields.len(), of_policy + of_settings, "a field is forgotten here");
        let mut seen = Vec::new();
        for field in fields {
            let told = with(field);
            assert_ne!(told, Changes::default());
            assert!(!seen.contains(&told), "two fields are told alike: {told:?}");
            seen.push(told);
        }
    }

    #[test]
    fn numbers_are_told_as_they_are_the_widest_first() {
        let allow = |text: &str| AllowedNumber { number: text.parse().unwrap(), note: "x".into() };
        let block = |text: &str, action| BlockedNumber { number: text.parse().unwrap(), action, note: String::new() };
        let allowed = vec![allow("+81312345678"), allow("+8133*"), allow("+81612345678")];
        let before = Policy { allowed, ..Policy::default() };
        let mut after = before.clone();
        after.allowed = vec![allow("+81612345678"), allow("+639*"), allow("+1844*"), allow("+8133*")];
        after.blocked = vec![block("+8133*", Action::Silence)];
        let told: Vec<_> = between(&before, &after)
            .numbers
            .into_iter()
            .map(|c| (c.number.to_string(), c.country.map(Region::id), c.before, c.after))
            .collect();
        let line = |number: &str, country, before, after| (number.to_owned(), country, before, after);
        assert_eq!(
            told,
            [
                line("+639*", Some("PH"), None, Some(Action::Allow)),
                line("+8133*", Some("JP"), Some(Action::Allow), Some(Action::Silence)),
                line("+1844*", None, None, Some(Action::Allow)),
                line("+81312345678", Some("JP"), Some(Action::Allow), None),
            ]
        );
        assert!(between(&before, &after).others.is_empty());
        // What covers a number says something of it, too.
        let before = Policy { blocked: vec![block("+8150*", Action::Reject)], ..before };
        after = before.clone();
        after.blocked.push(block("+815012345678", Action::Warn));
        after.blocked.push(block("+81501*", Action::Reject));
        let told: Vec<_> = between(&before, &after).numbers.iter().map(|c| (c.before, c.after)).collect();
        assert_eq!(
            told,
            [(Some(Action::Reject), Some(Action::Reject)), (Some(Action::Reject), Some(Action::Warn))],
            "before the contacts, or not, is another matter"
        );
        let told: Vec<_> = between(&after, &before).numbers.iter().map(|c| (c.before, c.after)).collect();
        assert_eq!(told, [(Some(Action::Reject), None), (Some(Action::Warn), None)], "a beginning stops less");
        after = before.clone();
        after.allowed[0].note = "y".into();
        assert_eq!(between(&before, &after).others, [OtherChange::Notes]);
    }

    #[test]
    fn what_is_only_for_now_hides_no_change() {
        let paused = |preset| Policy { paused: true, ..Policy::of(preset) };
        assert!(!told(&paused(Preset::Stop), &paused(Preset::Warn)).is_empty());
    }
}
