// SPDX-License-Identifier: Apache-2.0
//! Which calls a change is about: calls that change alike are one.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::Sample;
use crate::{kind::Kind, line::Line, plan::Region, policy::Policy};

/// Which calls.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Subject {
    /// Calls of strangers, of one kind; `None`: from numbers at home that there is nothing to choose about.
    OfKind {
        /// Which kind.
        kind: Option<Kind>,
        /// Whether a choice for some country, before or after, makes its calls another matter.
        but_for_countries: bool,
    },
    /// Calls of strangers from a country.
    OfCountry {
        /// Which country.
        country: Region,
        /// Whether from the lines that live there; else from its toll-free and other special numbers.
        lives_there: bool,
    },
    /// Calls of strangers whose number does not tell which of the countries that share a code it is of.
    OfCode {
        /// The country calling code.
        code: u16,
    },
    /// Calls that have a name, in both languages.
    Named {
        /// Japanese.
        ja: String,
        /// English.
        en: String,
    },
}

/// The calls of one subject.
pub(super) struct Group {
    /// What they are called together.
    pub(super) subject: Subject,
    /// What is asked about, the usual one first: whatever changes otherwise than it is told under its own name.
    pub(super) calls: Vec<Sample>,
}

impl Group {
    fn alone(call: Sample) -> Self {
        Self { subject: named(&call), calls: vec![call] }
    }
}

/// The calls that are asked about under `policies`, on a phone at `home`.
pub(super) fn groups(policies: [&Policy; 2], home: Region) -> Vec<Group> {
    let chosen: BTreeSet<Region> =
        policies.iter().flat_map(|policy| policy.countries.iter().map(|own| own.country)).collect();
    // Home's own calls are of no other country.
    let chosen: Vec<Region> = chosen.into_iter().filter(|&country| country != home).collect();
    let (strangers, known): (Vec<Sample>, Vec<Sample>) = Sample::all(home)
        .filter(|call| !call.is_strangers() || call.country().is_none_or(|country| !chosen.contains(&country)))
        .partition(Sample::is_strangers);
    // A country without a choice of its own stands for all of them, whichever the file names.
    let other = Region::all().find(|&region| region != home && !chosen.contains(&region));
    let mut groups = Vec::new();
    for kind in Kind::ALL.map(Some).into_iter().chain([None]) {
        let calls = strangers.iter().filter(|call| call.caller.kind == kind).cloned();
        let is_abroad = kind == Some(Kind::International);
        let subject = Subject::OfKind { kind, but_for_countries: is_abroad && !chosen.is_empty() };
        match other {
            _ if !is_abroad => groups.push(Group { subject, calls: calls.collect() }),
            Some(other) => {
                let usual = Sample::from(other, Line::Mobile, home);
                groups.push(Group { subject, calls: [usual].into_iter().chain(calls).collect() });
            }
            None => groups.extend(calls.map(Group::alone)),
        }
    }
    for &country in &chosen {
        for (lives_there, line) in [(true, Line::Mobile), (false, Line::TollFree)] {
            let calls = vec![Sample::from(country, line, home)];
            groups.push(Group { subject: Subject::OfCountry { country, lives_there }, calls });
        }
    }
    let shared: BTreeMap<u16, _> = chosen
        .iter()
        .map(|country| country.code())
        .filter(|code| code.regions().len() > 1)
        .map(|c| (c.number, c))
        .collect();
    for (code, entry) in shared {
        groups.push(Group { subject: Subject::OfCode { code }, calls: vec![Sample::unclear(entry, home)] });
    }
    groups.extend(known.into_iter().map(Group::alone));
    groups
}

/// The subject of one call alone.
pub(super) fn named(call: &Sample) -> Subject {
    Subject::Named { ja: call.names.0.to_owned(), en: call.names.1.to_owned() }
}
