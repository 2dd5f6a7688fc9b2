// SPDX-License-Identifier: Apache-2.0
//! The calls that are asked about: the same ones whoever asks.

use crate::{
    action::Action,
    call::{Call, Circumstances, Contact, Dialled, Places, Presentation},
    caller::Caller,
    kind::Kind,
    line::Line,
    origin::{Finding, Origin},
    plan::{CodeEntry, Region},
    policy::Policy,
    verdict::decide,
};

/// Each with its names in both languages.
const CALLS: &str = include_str!("calls.tsv");
const DAY: u32 = 24 * 60 * 60;

/// A call that is asked about.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    /// Who calls.
    pub(super) caller: Caller,
    circumstances: Circumstances,
    /// What such calls are called, in Japanese and in English.
    pub(super) names: (&'static str, &'static str),
}

impl Sample {
    /// Every call of the file, seen from a phone at `home`.
    pub(super) fn all(home: Region) -> impl Iterator<Item = Self> {
        CALLS.lines().filter(|line| !line.starts_with("# ")).filter_map(move |line| Self::read(line, home))
    }

    fn read(line: &'static str, home: Region) -> Option<Self> {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[number, presentation, contact, dialled, emergency, ja, en] = &fields[..] else { return None };
        let places = Places::at_home(home);
        let call = Call {
            number: (number != "-").then_some(number),
            presentation: match presentation {
                "shown" => Presentation::Allowed,
                "hidden" => Presentation::Restricted,
                "payphone" => Presentation::Payphone,
                "unknown" => Presentation::Unknown,
                _ => return None,
            },
        };
        let circumstances = Circumstances {
            contact: match contact {
                "yes" => Contact::Yes,
                "no" => Contact::No,
                _ => return None,
            },
            dialled: match dialled {
                "-" => Dialled::Never,
                days => Dialled::Ago(days.parse::<u32>().ok()? * DAY),
            },
            since_emergency: match emergency {
                "-" => None,
                minutes => Some(minutes.parse::<u32>().ok()? * 60),
            },
            ..Circumstances::of(places)
        };
        Some(Self { caller: Caller::of(&call, &places), circumstances, names: (ja, en) })
    }

    /// A stranger who calls from `country` on a line of kind `line`.
    pub(super) fn from(country: Region, line: Line, home: Region) -> Self {
        let code = country.code();
        let regions = code.regions();
        let at = regions.iter().position(|&region| region == country);
        let finding = Finding {
            line,
            country_code: Some(code.number),
            regions: at.and_then(|at| regions.get(at..=at)).unwrap_or_default(),
            possible: true,
            valid: true,
            ..Finding::bare(Origin::International)
        };
        Self::of(finding, home)
    }

    /// A stranger whose number the plan does not have, behind a `code` that several countries share.
    pub(super) fn unclear(code: &'static CodeEntry, home: Region) -> Self {
        let finding = Finding {
            line: Line::Unknown,
            country_code: Some(code.number),
            regions: code.regions(),
            possible: true,
            ..Finding::bare(Origin::International)
        };
        Self::of(finding, home)
    }

    fn of(finding: Finding, home: Region) -> Self {
        let caller = Caller { finding, key: None, kind: Kind::of(&finding, Presentation::Allowed) };
        let circumstances = Circumstances::at_home(home);
        Self { caller, circumstances, names: ("", "") }
    }

    /// Whether nothing is known of who calls but the number.
    pub(super) fn is_strangers(&self) -> bool {
        let Circumstances { contact, dialled, since_emergency, .. } = self.circumstances;
        contact == Contact::No && dialled == Dialled::Never && since_emergency.is_none()
    }

    /// The country it comes from, if that is beyond doubt and another one.
    pub(super) fn country(&self) -> Option<Region> {
        match self.caller.finding {
            Finding { origin: Origin::International, regions: &[country], .. } => Some(country),
            _ => None,
        }
    }

    /// What happens to it under `policy`.
    pub(super) fn action(&self, policy: &Policy) -> Action {
        decide(&self.caller, &self.circumstances, policy).action
    }
}

/// `policy` without what is only for now, which hides the rest, and without the owner's numbers, which are told as they
/// are.
pub(super) fn standing(policy: &Policy) -> Policy {
    Policy {
        preset: policy.preset,
        paused: false,
        own_actions: policy.own_actions.clone(),
        countries: policy.countries.clone(),
        allowed: Vec::new(),
        blocked: Vec::new(),
        lists: Vec::new(),
        passes: Vec::new(),
        dialled_days: policy.dialled_days,
        emergency_minutes: policy.emergency_minutes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_call_with_names() {
        let rows = CALLS.lines().filter(|line| !line.starts_with("# ")).count();
        let calls: Vec<Sample> = Sample::all(Region::JAPAN).collect();
        assert_eq!(calls.len(), rows);
        assert!(rows >= 40, "{rows}");
        for (at, call) in calls.iter().enumerate() {
            assert!(!call.names.0.is_empty() && !call.names.1.is_empty(), "{call:?}");
            assert!(calls[..at].iter().all(|other| other.names != call.names), "{:?} twice", call.names);
        }
    }

    #[test]
    fn every_kind_of_call_is_asked_about_and_known_people_too() {
        let calls: Vec<Sample> = Sample::all(Region::JAPAN).collect();
        for kind in Kind::ALL.map(Some).into_iter().chain([None]) {
            assert!(calls.iter().any(|call| call.is_strangers() && call.caller.kind == kind), "{kind:?}");
        }
        assert!(calls.iter().filter(|call| call.country().is_some()).count() >= 10);
        for known in [Contact::Yes, Contact::No] {
            assert!(calls.iter().any(|call| call.circumstances.contact == known));
        }
        assert!(calls.iter().any(|call| matches!(call.circumstances.dialled, Dialled::Ago(_))));
        assert!(calls.iter().any(|call| call.circumstances.since_emergency.is_some()));
    }

    #[test]
    fn every_country_can_be_asked_about() {
        for country in Region::all() {
            assert_eq!(Sample::from(country, Line::Mobile, Region::JAPAN).country(), Some(country));
        }
    }
}
