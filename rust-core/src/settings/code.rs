// SPDX-License-Identifier: Apache-2.0
//! Settings on their way to another phone: as a short text for a QR code, or as a file.
//!
//! The text has what protects a phone and nothing that belongs to its owner, no number above all:
//! `tomeru:1?p=stop&a=hidden_unknown.warn&c=PH.allow,US.reject&d=30&e=120&end`. Version; preset; own actions; countries;
//! days that a dialled number rings; minutes that help may call back; a mark by which a text that was cut off is known.
//! Every character in it may stand in a query as it is (RFC 3986, section 3.4).

use super::document::{self, Settings};
use crate::{
    action::Action,
    key::Pattern,
    kind::Kind,
    policy::{CountryAction, OwnAction, Policy},
    preset::Preset,
};

/// How every text begins; the app's manifest names the scheme.
const SCHEME: &str = "tomeru:";
/// The newest version this code writes; it reads the earlier one.
const VERSION: u64 = 2;
/// The version of a policy that has nothing new, so that earlier versions of the app read it.
const VERSION_BEFORE: u64 = 1;
const END: &str = "end";

/// Why settings that came from elsewhere are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfferError {
    /// They are of a later version of the app.
    Newer,
    /// They are not settings of this app, or not whole.
    Broken,
    /// They would let all numbers behind a country code ring, by this beginning.
    TooWide(Pattern),
}

/// The text of `policy`.
pub(crate) fn code(policy: &Policy) -> String {
    let join = |parts: Vec<String>| parts.join(",");
    let own = policy.own_actions.iter().map(|own| format!("{}.{}", own.kind.key(), own.action.key()));
    let countries = policy.countries.iter().map(|own| format!("{}.{}", own.country, own.action.key()));
    let version = if document::is_new(policy) { VERSION } else { VERSION_BEFORE };
    format!(
        "{SCHEME}{version}?p={}&a={}&c={}&d={}&e={}&{END}",
        policy.preset.key(),
        join(own.collect()),
        join(countries.collect()),
        policy.dialled_days,
        policy.emergency_minutes,
    )
}

/// The file of `settings`: everything but the lists, whose numbers lie in files of their own, and what is only for now.
pub(crate) fn backup(settings: &Settings) -> serde_json::Result<String> {
    let mut settings = settings.clone();
    let policy = &mut settings.policy;
    (policy.lists, policy.passes, policy.paused) = (Vec::new(), Vec::new(), false);
    document::Document::write(&settings, None).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// What `current` becomes if `text`, the text or the file of another phone, is taken. The owner's numbers stay with a
/// text; lists and passes stay with both.
pub(crate) fn offer(text: &str, current: &Settings) -> Result<Settings, OfferError> {
    let text = text.trim().trim_start_matches('\u{feff}');
    let offered = match strip_scheme(text) {
        Some(rest) => read_code(rest, current)?,
        None => read_backup(text.as_bytes(), current)?,
    };
    offered.validate().map_err(|_| OfferError::Broken)?;
    match too_wide(&offered, current) {
        Some(beginning) => Err(OfferError::TooWide(beginning)),
        None => Ok(offered),
    }
}

/// A beginning that would let a whole country ring, and does not ring already. The owner may want one; others, who made
/// the file, may want to be heard.
fn too_wide(offered: &Settings, current: &Settings) -> Option<Pattern> {
    let rings = |beginning: &Pattern| current.policy.allowed.iter().any(|own| own.number == *beginning);
    let beginnings = offered.policy.allowed.iter().map(|own| own.number);
    beginnings.filter(Pattern::covers_a_code).find(|beginning| !rings(beginning))
}

/// A scheme is the same in large letters (RFC 3986, section 3.1); a QR code in large letters is smaller.
fn strip_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_at_checked(SCHEME.len())?;
    scheme.eq_ignore_ascii_case(SCHEME).then_some(rest)
}

fn read_backup(bytes: &[u8], current: &Settings) -> Result<Settings, OfferError> {
    if document::is_newer(bytes) {
        return Err(OfferError::Newer);
    }
    let mut settings = document::Document::read(bytes).map_err(|_| OfferError::Broken)?.settings;
    let now = &current.policy;
    let policy = &mut settings.policy;
    (policy.lists, policy.passes, policy.paused) = (now.lists.clone(), now.passes.clone(), now.paused);
    Ok(settings)
}

fn read_code(rest: &str, current: &Settings) -> Result<Settings, OfferError> {
    let (version, query) = rest.split_once('?').ok_or(OfferError::Broken)?;
    match version.parse::<u64>() {
        Ok(VERSION_BEFORE | VERSION) => {}
        Ok(later) if later > VERSION => return Err(OfferError::Newer),
        _ => return Err(OfferError::Broken),
    }
    let fields: Vec<&str> = query.split('&').collect();
    let &[preset, own, countries, days, minutes, END] = &fields[..] else { return Err(OfferError::Broken) };
    let mut settings = current.clone();
    let policy = &mut settings.policy;
    policy.preset = Preset::from_key(value(preset, "p=")?).ok_or(OfferError::Broken)?;
    policy.own_actions =
        entries(value(own, "a=")?, |kind, action| Some(OwnAction::new(Kind::from_key(kind)?, action)))?;
    policy.countries =
        entries(value(countries, "c=")?, |id, action| Some(CountryAction::new(id.parse().ok()?, action)))?;
    policy.dialled_days = number(value(days, "d=")?)?;
    policy.emergency_minutes = number(value(minutes, "e=")?)?;
    Ok(settings)
}

fn value<'a>(field: &'a str, name: &str) -> Result<&'a str, OfferError> {
    field.strip_prefix(name).ok_or(OfferError::Broken)
}

fn number(text: &str) -> Result<u16, OfferError> {
    text.parse().map_err(|_| OfferError::Broken)
}

/// `what.action,what.action`
fn entries<T>(text: &str, make: impl Fn(&str, Action) -> Option<T>) -> Result<Vec<T>, OfferError> {
    let entry = |entry: &str| {
        let (what, action) = entry.split_once('.')?;
        make(what, Action::from_key(action)?)
    };
    text.split(',').filter(|part| !part.is_empty()).map(|part| entry(part).ok_or(OfferError::Broken)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{AllowedNumber, NumberList, Pass};

    fn mine() -> Settings {
        let mut policy = Policy::of(Preset::Warn);
        policy.own_actions = vec![OwnAction::new(Kind::HiddenUnknown, Action::Silence)];
        policy.countries = vec![CountryAction::new("PH".parse().unwrap(), Action::Allow)];
        policy.allowed = vec![AllowedNumber { number: "+81312345678".parse().unwrap(), note: "医者".into() }];
        policy.lists = vec![NumberList { id: 1, name: "x".into(), action: Action::Reject, count: 2, imported_at: 3 }];
        policy.passes = vec![Pass { country: None, from: 1, until: 2 }];
        policy.dialled_days = 7;
        Settings { policy, retention_days: 30 }
    }

    #[test]
    fn a_code_has_no_number_and_brings_what_protects() {
        let text = code(&mine().policy);
        assert_eq!(text, "tomeru:1?p=warn&a=hidden_unknown.silence&c=PH.allow&d=7&e=120&end");
        let offered = offer(&text, &Settings::default()).unwrap();
        let mut wanted = mine();
        (wanted.policy.allowed, wanted.policy.lists, wanted.policy.passes) = (Vec::new(), Vec::new(), Vec::new());
        assert_eq!(offered.policy, wanted.policy);
        assert_eq!(offer(&text.replace("tomeru", "TOMERU"), &mine()), Ok(mine()), "numbers and lists stay");
    }

    #[test]
    fn every_kind_goes_through_a_code() {
        let mut settings = Settings::default();
        settings.policy.own_actions = Kind::ALL.map(|kind| OwnAction::new(kind, Action::Warn)).to_vec();
        assert_eq!(offer(&code(&settings.policy), &Settings::default()), Ok(settings));
    }

    #[test]
    fn a_code_with_a_new_kind_or_preset_is_one_of_a_later_version_to_apps_that_do_not_know_it() {
        let mut settings = mine();
        settings.policy.own_actions = vec![OwnAction::new(Kind::PoliceShown, Action::Reject)];
        assert!(code(&Policy::of(Preset::Known)).starts_with("tomeru:2?p=known&a=&"));
        let text = code(&settings.policy);
        assert!(text.starts_with("tomeru:2?p=warn&a=police_shown.reject&"), "{text}");
        let offered = offer(&text, &Settings::default()).unwrap().policy;
        assert_eq!(offered.action_of(Kind::PoliceShown), Action::Silence);
    }

    #[test]
    fn a_code_cut_anywhere_or_changed_is_refused() {
        let text = code(&mine().policy);
        for length in 0..text.len() {
            assert_eq!(offer(&text[..length], &mine()), Err(OfferError::Broken), "{length}");
        }
        for (from, to) in [
            ("warn", "off"),
            ("PH", "XX"),
            ("PH.allow", "PH.allow,PH.reject"),
            ("d=7", "d=-7"),
            ("d=7", "d=9999"),
            ("&end", "&x=1&end"),
            ("hidden_unknown", "contacts"),
            ("1?", "0?"),
            ("1?", "?"),
        ] {
            assert_eq!(offer(&text.replace(from, to), &mine()), Err(OfferError::Broken), "{from} to {to}");
        }
        assert_eq!(offer(&text.replace("1?", "3?"), &mine()), Err(OfferError::Newer));
        assert_eq!(offer("https://example.com", &mine()), Err(OfferError::Broken));
    }

    #[test]
    fn a_file_that_lets_a_whole_code_ring_is_refused_unless_it_rings_already() {
        let allow = |text: &str| AllowedNumber { number: text.parse().unwrap(), note: String::new() };
        let with = |text: &str| {
            let mut settings = mine();
            settings.policy.allowed.push(allow(text));
            settings
        };
        for wide in ["+1*", "+8*", "+81*", "+210*", "+353*"] {
            let file = backup(&with(wide)).unwrap();
            assert_eq!(offer(&file, &mine()), Err(OfferError::TooWide(wide.parse().unwrap())));
            assert_eq!(offer(&file, &with(wide)), Ok(with(wide)), "the owner's own");
        }
        for narrow in ["+12*", "+1844*", "+813*", "+18442980122", "110"] {
            assert_eq!(offer(&backup(&with(narrow)).unwrap(), &mine()), Ok(with(narrow)));
        }
        // A code brings no number: the owner's stay as they are.
        assert_eq!(offer(&code(&mine().policy), &with("+1*")), Ok(with("+1*")));
    }

    #[test]
    fn a_file_brings_the_numbers_but_not_the_lists() {
        let file = backup(&mine()).unwrap();
        let offered = offer(&file, &Settings::default()).unwrap();
        let mut wanted = mine();
        (wanted.policy.lists, wanted.policy.passes) = (Vec::new(), Vec::new());
        assert_eq!(offered, wanted);
        assert_eq!(offer(&format!("\u{feff}{file}"), &mine()), Ok(mine()));
        assert_eq!(offer(&file[..file.len() - 2], &mine()), Err(OfferError::Broken));
        assert_eq!(offer(&file.replace("\"version\": 3", "\"version\": 9"), &mine()), Err(OfferError::Newer));
    }
}
