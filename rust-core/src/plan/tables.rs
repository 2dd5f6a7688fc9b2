// SPDX-License-Identifier: Apache-2.0
//! The tables that the build script compiled, read in place.

use super::walk::Outcome;
use crate::line::Line;

/// A region that has telephone numbers: a country or territory of ISO 3166-1, as libphonenumber's metadata has it.
/// Regions are ordered as their identifiers are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(u8);

// One number is left over to stand for "no region".
const _: () = assert!(REGIONS.len() <= u8::MAX as usize);

impl Region {
    /// Its place among all regions; valid within one build of the table. Places cross the bridge as such.
    #[cfg(feature = "ffi")]
    pub(crate) const fn index(self) -> u8 {
        self.0
    }

    /// The region of an index; `None` if there are fewer.
    pub(crate) const fn at(index: u8) -> Option<Self> {
        if (index as usize) < REGIONS.len() { Some(Self(index)) } else { None }
    }

    pub(super) fn entry(self) -> &'static RegionEntry {
        &REGIONS[usize::from(self.0)]
    }
}

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
    pub(crate) fn regions(&self) -> &'static [Region] {
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
    /// ISO 3166-1 alpha-2.
    pub(super) id: [u8; 2],
    code: u8,
    /// The trunk prefix (national prefix), "0" in Japan.
    pub(super) trunk: Short<2>,
    /// The shortest digits that one dials before a country code, "010" in Japan; empty if they are longer than four.
    pub(super) international_prefix: Short<4>,
    /// Where all of its international prefixes start in the automaton.
    pub(super) prefixes_start: u16,
}

impl RegionEntry {
    pub(super) fn code(&self) -> &'static CodeEntry {
        &CODES[usize::from(self.code)]
    }
}

/// A few digits in place.
#[derive(Debug)]
pub(crate) struct Short<const MAX: usize> {
    values: [u8; MAX],
    length: u8,
}

impl<const MAX: usize> Short<MAX> {
    pub(crate) fn values(&self) -> &[u8] {
        &self.values[..self.len()]
    }

    pub(crate) const fn len(&self) -> usize {
        self.length as usize
    }
}

/// Digits that mean something in one region, or in all (`None`).
#[derive(Debug)]
pub(crate) struct PrefixEntry {
    region: Option<Region>,
    pub(crate) digits: Short<12>,
}

impl PrefixEntry {
    pub(super) fn is_in(&self, region: Region) -> bool {
        self.region.is_none_or(|own| own == region)
    }
}

/// Where digits stand in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// First, behind the plus.
    Prefix,
    /// Last.
    Suffix,
}

/// Digits that make a foreign number look trustworthy.
#[derive(Debug)]
pub(crate) struct Lookalike {
    pub(crate) place: Place,
    pub(crate) digits: Short<12>,
    pub(crate) police: bool,
}

impl Lookalike {
    /// Whether `digits` have them in that place.
    pub(crate) fn is_in(&self, digits: &[u8]) -> bool {
        let own = self.digits.values();
        match self.place {
            Place::Prefix => digits.starts_with(own),
            Place::Suffix => digits.ends_with(own),
        }
    }
}

/// A number of Japan's police; the table is in the order of the digits.
#[derive(Debug)]
pub(crate) struct PoliceNumber {
    /// As dialled.
    pub(crate) digits: Short<12>,
    /// Whose it is.
    pub(crate) ja: &'static str,
    /// Whose it is.
    pub(crate) en: &'static str,
}

/// How a carrier is chosen for one call: digits, then a code of the carrier's own.
#[derive(Debug)]
pub(crate) struct CarrierSelection {
    pub(super) region: Region,
    pub(super) digits: Short<4>,
    /// How many digits the carrier's code has, at least and at most.
    pub(super) more: (u8, u8),
}

/// Digits between a country code and a mobile number that are obsolete or optional.
#[derive(Debug)]
pub(crate) struct MobilePrefix {
    code: u16,
    digits: Short<2>,
    more: u8,
    /// Whether the number has them no more; else some write them and some do not.
    pub(crate) obsolete: bool,
}

impl MobilePrefix {
    /// What follows the prefix in `national`, a number behind `code`; `None` if it does not begin so.
    pub(crate) fn strip<'a>(&self, code: u16, national: &'a [u8]) -> Option<&'a [u8]> {
        let rest = national.strip_prefix(self.digits.values()).filter(|_| self.code == code)?;
        (rest.len() == usize::from(self.more)).then_some(rest)
    }

    /// The prefix, if `national`, a number behind `code`, is what may follow it.
    pub(crate) fn before(&self, code: u16, national: &[u8]) -> Option<&[u8]> {
        (self.code == code && national.len() == usize::from(self.more)).then(|| self.digits.values())
    }
}

/// A word that a network puts in the place of a number.
#[derive(Debug)]
pub(crate) struct HiddenWord {
    pub(crate) word: &'static str,
    /// Whether the caller withholds the number; else the network does not know it.
    pub(crate) is_withheld: bool,
}

/// A number or range of a home plan that has a name.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) region: Region,
    pub(crate) form: ServiceForm,
    /// As dialled, without `#`.
    pub(crate) digits: Short<12>,
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

/// How a service is dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ServiceForm {
    /// `#` and digits, such as #9110.
    Hash,
    /// A whole short number, such as 104.
    Whole,
    /// Digits that more digits follow, such as 0120.
    Range,
}

impl Service {
    /// Whether it is dialled so, and `digits` are one of its numbers.
    pub(crate) fn holds(&self, form: ServiceForm, digits: &[u8]) -> bool {
        let (least, most) = (usize::from(self.more.0), usize::from(self.more.1));
        let length = self.digits.len();
        self.form == form
            && (length + least..=length + most).contains(&digits.len())
            && digits.starts_with(self.digits.values())
    }
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
