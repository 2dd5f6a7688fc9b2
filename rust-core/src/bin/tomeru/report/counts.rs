// SPDX-License-Identifier: Apache-2.0
//! What is counted of the calls of a log: it grows with the world's countries and with the days of two centuries, not
//! with the log.

use std::{collections::BTreeMap, fmt::Write as _};

use tomeru::{Caller, Direction, Finding, Hint, Kind, NumberKey, Origin, Places, Region, table::Logged};

use super::top::Top;

/// What a forged number takes after.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Imitated {
    Police,
    HomeNumber,
    PoliceEnding,
    TollFree,
    Nothing,
}

impl Imitated {
    pub(crate) const ALL: [Self; 5] =
        [Self::Police, Self::HomeNumber, Self::PoliceEnding, Self::TollFree, Self::Nothing];

    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Police => "police",
            Self::HomeNumber => "home_number",
            Self::PoliceEnding => "police_ending",
            Self::TollFree => "toll_free",
            Self::Nothing => "nothing",
        }
    }

    /// `None` if the number is not forged.
    fn of(finding: &Finding) -> Option<Self> {
        if !matches!(finding.origin, Origin::DisguisedDomestic | Origin::Unassigned | Origin::Impossible) {
            return None;
        }
        Some(match finding.hints {
            hints if hints.contains(Hint::ImitatesPolice) => Self::Police,
            _ if finding.imitates.is_some() => Self::HomeNumber,
            hints if hints.contains(Hint::PoliceBait) => Self::PoliceEnding,
            hints if hints.contains(Hint::TollFree) => Self::TollFree,
            _ => Self::Nothing,
        })
    }
}

/// A country calling code, and the region where it tells.
pub(crate) type Country = (u16, Option<Region>);

/// What is counted.
pub(crate) struct Counts<'a> {
    places: &'a Places,
    /// Calls that the owner made: whom they called is nobody who called.
    pub(crate) outgoing: u64,
    /// All the others.
    pub(crate) calls: u64,
    pub(crate) origins: [u64; Origin::ALL.len()],
    pub(crate) kinds: [u64; Kind::ALL.len()],
    /// Calls that there is nothing to choose about.
    pub(crate) ordinary: u64,
    /// Calls whose number is one of a country's plan, or of no country.
    pub(crate) countries: BTreeMap<Country, u64>,
    pub(crate) hours: [u64; 24],
    pub(crate) days: BTreeMap<i32, u64>,
    pub(crate) forged: [u64; Imitated::ALL.len()],
    /// Numbers that forged ones imitate, as dialled at home.
    pub(crate) imitated: Top<()>,
    pub(crate) numbers: Top<(Origin, Option<Country>)>,
    text: String,
}

impl<'a> Counts<'a> {
    pub(crate) fn new(places: &'a Places) -> Self {
        Self {
            places,
            outgoing: 0,
            calls: 0,
            origins: Default::default(),
            kinds: Default::default(),
            ordinary: 0,
            countries: BTreeMap::new(),
            hours: Default::default(),
            days: BTreeMap::new(),
            forged: Default::default(),
            imitated: Top::new(),
            numbers: Top::new(),
            text: String::new(),
        }
    }

    pub(crate) fn add(&mut self, logged: &Logged<'_>) {
        if logged.direction == Direction::Outgoing {
            self.outgoing += 1;
            return;
        }
        self.calls += 1;
        let Caller { finding, key, kind, .. } = Caller::of(&logged.call, self.places);
        self.origins[finding.origin as usize] += 1;
        match kind {
            Some(kind) => self.kinds[kind as usize] += 1,
            None => self.ordinary += 1,
        }
        let country = country(&finding);
        if let Some(country) = country {
            *self.countries.entry(country).or_default() += 1;
        }
        if let Some(hour) = logged.moment.hour {
            self.hours[usize::from(hour)] += 1;
        }
        if let Some(day) = logged.moment.day {
            *self.days.entry(day).or_default() += 1;
        }
        if let Some(imitated) = Imitated::of(&finding) {
            self.forged[imitated as usize] += 1;
        }
        if let Some(imitated) = finding.imitates {
            self.imitated.add(imitated.text(&mut [0; 32]), || ());
        }
        if let Some(key) = key {
            self.number(&key, finding.origin, country);
        }
    }

    fn number(&mut self, key: &NumberKey, origin: Origin, country: Option<Country>) {
        self.text.clear();
        // A text takes whatever is written.
        let _ = write!(self.text, "{key}");
        self.numbers.add(&self.text, || (origin, country));
    }

    /// Calls whose number could not be read.
    pub(crate) fn unreadable(&self) -> u64 {
        self.origins[Origin::Unreadable as usize]
    }
}

/// The country that a number is of; `None` if it is forged and only pretends to be of one, or has none.
fn country(finding: &Finding) -> Option<Country> {
    let has_one = matches!(finding.origin, Origin::Domestic | Origin::International | Origin::GlobalService);
    let region = if let [region] = finding.regions { Some(*region) } else { None };
    finding.country_code.filter(|_| has_one).map(|code| (code, region))
}
