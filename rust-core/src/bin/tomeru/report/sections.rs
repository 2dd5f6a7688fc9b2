// SPDX-License-Identifier: Apache-2.0
//! The parts of a report, the same in every form that it is written in.

use std::{cmp::Reverse, collections::BTreeMap};

use tomeru::{Call, Caller, Kind, Origin, Places, service_of, table::civil};

use super::counts::{Country, Counts, Imitated};

/// A part of the report.
pub(crate) struct Section {
    pub(crate) key: &'static str,
    pub(crate) title: &'static str,
    pub(crate) bars: Vec<Bar>,
    /// What the shares are shares of.
    pub(crate) total: u64,
    /// By how much each count may be too low.
    pub(crate) lost: u64,
    /// Bars that are in order of time, or few and of one kind, stand side by side.
    pub(crate) is_series: bool,
}

/// A count of something.
pub(crate) struct Bar {
    /// A stable name.
    pub(crate) key: String,
    /// What a person reads beside it, if the name does not say all.
    pub(crate) about: String,
    pub(crate) count: u64,
}

impl Bar {
    fn new(key: impl Into<String>, count: u64) -> Self {
        Self { key: key.into(), about: String::new(), count }
    }

    /// How much of `total` it is, from 0 to 1.
    pub(crate) fn share(&self, total: u64) -> f64 {
        if total == 0 { 0.0 } else { self.count as f64 / total as f64 }
    }
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// More bars in order of time are put together.
const MOST_IN_ORDER: usize = 62;

/// Every part; of numbers the `most` frequent.
pub(crate) fn all(counts: &Counts<'_>, places: &Places, most: usize) -> Vec<Section> {
    let calls = counts.calls;
    let section = |key, title, bars, total| Section { key, title, bars, total, lost: 0, is_series: false };
    let series = |key, title, bars: Vec<Bar>| {
        let total = bars.iter().map(|bar| bar.count).sum();
        Section { is_series: true, ..section(key, title, bars, total) }
    };
    let forged: u64 = counts.forged.iter().sum();
    let imitated = counts.imitated.first(most).into_iter();
    let numbers = counts.numbers.first(most).into_iter();
    vec![
        section("origins", "Where the calls come from", by_key(&Origin::ALL, Origin::key, &counts.origins), calls),
        section("kinds", "Kinds of calls", kinds(counts), calls),
        section("countries", "Countries (not of forged numbers)", countries(&counts.countries), calls),
        series("hours", "Hours of the day", hours(counts)),
        series("weekdays", "Days of the week", weekdays(counts)),
        series("days", "Days", counts.days.iter().map(|(&day, &count)| Bar::new(date(day), count)).collect()),
        section("forged", "What forged numbers imitate", by_key(&Imitated::ALL, Imitated::key, &counts.forged), forged),
        Section {
            lost: counts.imitated.lost(),
            ..section(
                "imitated",
                "Numbers that are imitated",
                imitated
                    .map(|(number, count, ())| Bar { about: name(number, places), ..Bar::new(number, count) })
                    .collect(),
                forged,
            )
        },
        Section {
            lost: counts.numbers.lost(),
            ..section(
                "numbers",
                "Numbers that call most",
                numbers
                    .map(|(number, count, &(origin, country))| Bar {
                        about: about(origin, country),
                        ..Bar::new(number, count)
                    })
                    .collect(),
                calls,
            )
        },
    ]
}

/// The most frequent first; what never came is left out.
fn sorted(mut bars: Vec<Bar>) -> Vec<Bar> {
    bars.retain(|bar| bar.count > 0);
    bars.sort_by_key(|bar| Reverse(bar.count));
    bars
}

fn by_key<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str, counts: &[u64]) -> Vec<Bar> {
    sorted(all.iter().zip(counts).map(|(&one, &count)| Bar::new(key(one), count)).collect())
}

fn kinds(counts: &Counts<'_>) -> Vec<Bar> {
    let mut bars = by_key(&Kind::ALL, Kind::key, &counts.kinds);
    bars.push(Bar::new("ordinary", counts.ordinary));
    sorted(bars)
}

fn countries(counts: &BTreeMap<Country, u64>) -> Vec<Bar> {
    sorted(counts.iter().map(|(&country, &count)| Bar::new(told(country), count)).collect())
}

/// +1 US; +1 where that does not tell the region.
fn told((code, region): Country) -> String {
    region.map_or_else(|| format!("+{code}"), |region| format!("+{code} {region}"))
}

fn about(origin: Origin, country: Option<Country>) -> String {
    let region = country.and_then(|(_, region)| region);
    region.map_or_else(|| origin.key().into(), |region| format!("{}, {region}", origin.key()))
}

/// The name of a number that is imitated.
fn name(number: &str, places: &Places) -> String {
    let finding = Caller::of(&Call::showing(number), places).finding;
    service_of(&finding, places).map_or_else(String::new, |service| format!("{} {}", service.ja.0, service.en.0))
}

fn hours(counts: &Counts<'_>) -> Vec<Bar> {
    counts.hours.iter().enumerate().map(|(hour, &count)| Bar::new(format!("{hour:02}"), count)).collect()
}

fn weekdays(counts: &Counts<'_>) -> Vec<Bar> {
    let mut all = [0; 7];
    for (&day, &count) in &counts.days {
        // 1970-01-01 was a Thursday.
        all[(i64::from(day) + 3).rem_euclid(7) as usize] += count;
    }
    WEEKDAYS.iter().zip(all).map(|(&name, count)| Bar::new(name, count)).collect()
}

/// A day as a date.
pub(crate) fn date(day: i32) -> String {
    let (year, month, day) = civil(day);
    format!("{year}-{month:02}-{day:02}")
}

/// The days as a person looks at them: each of a few, or else months, or years; none in between is left out.
pub(crate) fn condensed(days: &BTreeMap<i32, u64>) -> Section {
    let section = |key, title, bars: Vec<Bar>| {
        let total = bars.iter().map(|bar| bar.count).sum();
        Section { key, title, bars, total, lost: 0, is_series: true }
    };
    let (Some((&first, _)), Some((&last, _))) = (days.first_key_value(), days.last_key_value()) else {
        return section("days", "Days", Vec::new());
    };
    let grouped = |name: &dyn Fn(i32) -> String| {
        let mut bars: Vec<Bar> = Vec::new();
        for day in first..=last {
            let (name, count) = (name(day), days.get(&day).copied().unwrap_or_default());
            match bars.last_mut().filter(|bar| bar.key == name) {
                Some(bar) => bar.count += count,
                None => bars.push(Bar::new(name, count)),
            }
        }
        bars
    };
    if usize::try_from(last - first).is_ok_and(|days| days < MOST_IN_ORDER) {
        return section("days", "Days", grouped(&date));
    }
    let months = grouped(&|day| date(day)[..7].to_owned());
    if months.len() <= MOST_IN_ORDER {
        return section("months", "Months", months);
    }
    section("years", "Years", grouped(&|day| date(day)[..4].to_owned()))
}
