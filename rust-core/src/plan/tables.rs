// SPDX-License-Identifier: Apache-2.0
//! The tables that the build script compiled, read in place.

use super::walk::Outcome;
use crate::Line;

/// A country calling code.
#[derive(Debug)]
pub(crate) struct CodeEntry {
    pub(crate) number: u16,
    /// Where its national numbers start in the automaton.
    pub(crate) start: u16,
    /// Possible lengths of a national number, one bit a length.
    pub(crate) lengths: u32,
    regions_at: u16,
    regions: u8,
    pub(crate) kind: CodeKind,
}

/// To whom a country calling code belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeKind {
    Country,
    /// To no country: international toll-free, networks, disaster relief.
    Global,
    /// To satellite phones.
    Satellite,
}

impl CodeEntry {
    /// Its regions, the main one first; none for the codes of no country.
    pub(crate) fn regions(&self) -> &'static [[u8; 2]] {
        let at = usize::from(self.regions_at);
        &CODE_REGIONS[at..at + usize::from(self.regions)]
    }

    /// How many digits the code has.
    pub(crate) fn width(&self) -> usize {
        match self.number {
            0..10 => 1,
            10..100 => 2,
            _ => 3,
        }
    }

    /// Whether a national number may have `length` digits.
    pub(crate) fn is_possible(&self, length: usize) -> bool {
        length < 32 && self.lengths >> length & 1 == 1
    }
}

/// A region: its place in the plan and how one dials there.
#[derive(Debug)]
pub(crate) struct RegionEntry {
    pub(crate) id: [u8; 2],
    code: u8,
    trunk: [u8; 2],
    trunk_length: u8,
    /// Where its international prefixes start in the automaton.
    pub(crate) idd_start: u16,
}

impl RegionEntry {
    pub(crate) fn code(&self) -> &'static CodeEntry {
        &CODES[usize::from(self.code)]
    }

    /// The trunk prefix (national prefix), "0" in Japan.
    pub(crate) fn trunk(&self) -> &[u8] {
        &self.trunk[..usize::from(self.trunk_length)]
    }
}

/// A few digits in place.
#[derive(Debug)]
pub(crate) struct Short {
    values: [u8; 12],
    length: u8,
}

impl Short {
    pub(crate) fn values(&self) -> &[u8] {
        &self.values[..self.len()]
    }

    pub(crate) const fn len(&self) -> usize {
        self.length as usize
    }
}

/// Digits that mean something in one region, or in all (`**`).
#[derive(Debug)]
pub(crate) struct PrefixEntry {
    region: [u8; 2],
    pub(crate) digits: Short,
}

impl PrefixEntry {
    pub(crate) fn is_in(&self, region: &RegionEntry) -> bool {
        self.region == region.id || self.region == *b"**"
    }
}

/// Where digits stand in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// First, behind the plus.
    Prefix,
    /// Last.
    Suffix,
    /// They are the whole number, as dialled at home.
    Whole,
}

/// Digits that make a foreign number look trustworthy.
#[derive(Debug)]
pub(crate) struct Lookalike {
    pub(crate) place: Place,
    pub(crate) digits: Short,
    pub(crate) police: bool,
}

impl Lookalike {
    /// Whether `digits` have them in that place.
    pub(crate) fn is_in(&self, digits: &[u8]) -> bool {
        let own = self.digits.values();
        match self.place {
            Place::Prefix => digits.starts_with(own),
            Place::Suffix => digits.ends_with(own),
            Place::Whole => digits == own,
        }
    }
}

/// A number or range of a home plan that has a name.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) region: [u8; 2],
    /// As dialled, perhaps with `#` first.
    pub(crate) digits: &'static str,
    /// How many digits follow, at least and at most.
    pub(crate) more: (u8, u8),
    pub(crate) line: Line,
    /// Whether libphonenumber gives these numbers no kind.
    pub(crate) adds: bool,
    /// Name and purpose.
    pub(crate) ja: (&'static str, &'static str),
    /// Name and purpose.
    pub(crate) en: (&'static str, &'static str),
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The code that `digits` (after a plus) begin with.
pub(crate) fn code_of(digits: &[u8]) -> Option<&'static CodeEntry> {
    let digit = |i: usize| usize::from(digits.get(i).copied().unwrap_or_default());
    let slot = CODE_OF_PREFIX[digit(0) * 100 + digit(1) * 10 + digit(2)];
    let entry = &CODES[usize::from(slot.checked_sub(1)?)];
    (digits.len() >= entry.width()).then_some(entry)
}

/// The region of an ISO 3166-1 alpha-2 identifier.
pub(crate) fn region(id: [u8; 2]) -> Option<&'static RegionEntry> {
    REGIONS.binary_search_by(|entry| entry.id.cmp(&id)).ok().map(|at| &REGIONS[at])
}
