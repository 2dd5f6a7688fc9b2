// SPDX-License-Identifier: Apache-2.0
//! What a file holds, for whoever decides whether it counts.

use super::{danger::Danger, layout::FileKind, shapes::Why};
use crate::{encoding::Encoding, key::Pattern, origin::Origin, plan::Region, refusal::Refusal};

/// Of each kind of entry, this many are told one by one.
pub(super) const MAX_TOLD: usize = 100;
/// Characters of a row that are told.
pub(super) const MAX_TEXT: usize = 40;

/// What a column holds.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Holds {
    /// The list's numbers.
    Numbers,
    /// Numbers in a few rows: of those, numbers at home are left out.
    FewNumbers,
    /// Country codes of the numbers in a later column.
    Codes,
    /// Something else.
    Other,
}

impl Holds {
    /// The stable name, as in the JSON of the command line.
    ///
    /// ```
    /// assert_eq!(tomeru::table::Holds::FewNumbers.key(), "few_numbers");
    /// ```
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::FewNumbers => "few_numbers",
            Self::Codes => "codes",
            Self::Other => "other",
        }
    }
}

/// A column of a table.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Counted from 1.
    pub number: u32,
    /// Its heading, if it has one.
    pub name: Option<String>,
    /// What it holds.
    pub holds: Holds,
}

/// Something that was not taken.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotTaken {
    /// Where its row begins, counted from 1.
    pub line: u64,
    /// The beginning of the row, or of what looks like a number.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// How often something was not taken for the same reason.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReasonCount {
    /// The reason.
    pub why: Why,
    /// How often.
    pub count: u64,
}

/// A number that is left out unless the person chooses it.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dangerous {
    /// Where its row begins, counted from 1.
    pub line: u64,
    /// The number as it is compared (+81…, 110), or the beginning of numbers with its `*`.
    pub number: String,
    /// Why.
    pub danger: Danger,
}

/// The beginning of numbers: it goes to the own lists, if the person wants.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Beginning {
    /// Where its row begins, counted from 1.
    pub line: u64,
    /// As own lists hold it.
    pub pattern: Pattern,
}

/// An example of what is taken.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sample {
    /// Where its row begins, counted from 1.
    pub line: u64,
    /// As it is written there.
    pub text: String,
    /// As it is compared.
    pub number: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The regions it may belong to.
    pub regions: Vec<Region>,
}

/// What a file holds.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// Why nothing is taken; `None` if it can be.
    pub refused: Option<Refusal>,
    /// What kind of table it is.
    pub kind: FileKind,
    /// How it is encoded.
    pub encoding: Encoding,
    /// Its columns, as far as they are told one by one.
    pub columns: Vec<Column>,
    /// Rows with anything in them, but for headings and comments.
    pub rows: u64,
    /// Rows with a number, taken or left out as dangerous, or the beginning of numbers.
    pub rows_with_number: u64,
    /// How many different numbers are taken.
    pub count: u32,
    /// Numbers that came more than once.
    pub repeated: u64,
    /// Examples, spread over the file.
    pub samples: Vec<Sample>,
    /// How often something was not taken, by reason.
    pub reasons: Vec<ReasonCount>,
    /// The first rows, and parts of rows, that were not taken.
    pub not_taken: Vec<NotTaken>,
    /// How many numbers stand where the list's numbers are not: in other columns, in comments.
    pub aside_count: u64,
    /// The first of them.
    pub aside: Vec<NotTaken>,
    /// How many numbers are left out because it is dangerous to stop them.
    pub dangerous_count: u64,
    /// The first of them.
    pub dangerous: Vec<Dangerous>,
    /// How many beginnings of numbers there are.
    pub beginning_count: u64,
    /// The first of them.
    pub beginnings: Vec<Beginning>,
    /// The region that numbers in national form were read for.
    pub home: Region,
    /// The region that the file itself speaks for, if it is another.
    pub hint: Option<Region>,
}

impl Report {
    pub(super) fn new(home: Region) -> Self {
        Self {
            refused: None,
            kind: FileKind::Lines,
            encoding: Encoding::Utf8,
            columns: Vec::new(),
            rows: 0,
            rows_with_number: 0,
            count: 0,
            repeated: 0,
            samples: Vec::new(),
            reasons: Vec::new(),
            not_taken: Vec::new(),
            aside_count: 0,
            aside: Vec::new(),
            dangerous_count: 0,
            dangerous: Vec::new(),
            beginning_count: 0,
            beginnings: Vec::new(),
            home,
            hint: None,
        }
    }
}

/// Counts what was not taken for the reason `why`, so many `times`.
pub(super) fn count(reasons: &mut Vec<ReasonCount>, why: Why, times: u64) {
    match reasons.iter_mut().find(|reason| reason.why == why) {
        Some(reason) => reason.count += times,
        None => reasons.push(ReasonCount { why, count: times }),
    }
}

/// Adds `entry` unless enough are told.
pub(super) fn tell<T>(told: &mut Vec<T>, entry: impl FnOnce() -> T) {
    if told.len() < MAX_TOLD {
        told.push(entry());
    }
}

/// The beginning of `text`, without line ends.
pub(super) fn shortened(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_TEXT).collect()
}
