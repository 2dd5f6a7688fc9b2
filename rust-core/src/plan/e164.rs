// SPDX-License-Identifier: Apache-2.0
//! What the world's plan says of a country code and a national number.

use super::{
    tables::{CODE_OF_PREFIX, CODES, CodeEntry, CodeKind, OUTCOMES, Region, WORDS},
    walk::{CANNOT_TELL, SINK, outcome, step},
};
use crate::line::Line;

/// The plan's entry for a national significant number behind a country code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct E164 {
    pub(crate) code: &'static CodeEntry,
    /// Several where a shared code does not tell; none where the code belongs to no country.
    pub(crate) regions: &'static [Region],
    pub(crate) line: Line,
    /// Whether the plan has numbers of this length.
    pub(crate) possible: bool,
    /// Whether the plan has this number.
    pub(crate) valid: bool,
}

impl E164 {
    /// Looks `national` up in the plan of `code`.
    pub(crate) fn look_up(code: &'static CodeEntry, national: &[u8]) -> Self {
        let outcome = OUTCOMES[usize::from(walk(code.start, national))];
        let all = code.regions();
        let regions = match outcome.region {
            CANNOT_TELL => all,
            at => all.get(usize::from(at)..=usize::from(at)).unwrap_or_default(),
        };
        let valid = outcome.line != 0;
        let line = match (valid, code.kind) {
            (true, CodeKind::Satellite) => Line::Satellite,
            _ => Line::ALL[usize::from(outcome.line)],
        };
        // Canada's 310-1234 is valid at a length that the main region of its code, the United States, does not have.
        Self { code, regions, line, possible: valid || code.is_possible(national.len()), valid }
    }
}

/// Walks `digits` from `start` to the index of the outcome; at most one step a digit.
fn walk(start: u16, digits: &[u8]) -> u16 {
    let mut at = start;
    for &digit in digits {
        if at >= SINK {
            break;
        }
        at = step(&WORDS, at, digit);
    }
    outcome(&WORDS, at)
}

/// The country calling code that `digits` (after a plus) begin with.
pub(crate) fn code_of(digits: &[u8]) -> Option<&'static CodeEntry> {
    let digit = |i: usize| usize::from(digits.get(i).copied().unwrap_or_default());
    let slot = CODE_OF_PREFIX[digit(0) * 100 + digit(1) * 10 + digit(2)];
    let entry = &CODES[usize::from(slot.checked_sub(1)?)];
    (digits.len() >= entry.width()).then_some(entry)
}

/// The entry of a country calling code.
pub(crate) fn code_of_number(number: u16) -> Option<&'static CodeEntry> {
    CODES.binary_search_by_key(&number, |entry| entry.number).ok().map(|at| &CODES[at])
}
