// SPDX-License-Identifier: Apache-2.0
//! Digits after a plus, read by the world's plan.

use super::{
    disguise, home,
    home::Home,
    tables::{CodeEntry, CodeKind, LOOKALIKES, OUTCOMES, Place, WORDS, code_of},
    walk::{CANNOT_TELL, SINK, outcome, step},
};
use crate::{
    Line,
    digits::Digits,
    origin::{Finding, Hints, Origin},
};

/// What the world's plan says of a country code and a national significant number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct E164 {
    pub(crate) code: &'static CodeEntry,
    pub(crate) regions: &'static [[u8; 2]],
    pub(crate) line: Line,
    pub(crate) possible: bool,
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

    /// As a finding of `origin`.
    pub(crate) fn found(&self, origin: Origin, national: &[u8]) -> Finding {
        Finding {
            line: self.line,
            country_code: Some(self.code.number),
            regions: self.regions,
            national_number: Digits::from_values(national),
            possible: self.possible,
            valid: self.valid,
            ..Finding::bare(origin)
        }
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

/// Where a number with a plus comes from, seen from `home`.
pub(super) fn locate(digits: &[u8], home: Home) -> Finding {
    let Some(code) = code_of(digits) else {
        return disguise::find(digits, home).unwrap_or(Finding {
            national_number: Digits::from_values(digits),
            hints: hints(digits),
            ..Finding::bare(Origin::Unassigned)
        });
    };
    let national = &digits[code.width()..];
    if code.number == home.code().number {
        return home::with_code(national, home);
    }
    let looked_up = E164::look_up(code, national);
    let origin = match (looked_up.possible, code.kind) {
        (false, _) => Origin::Impossible,
        (true, CodeKind::Country) => Origin::International,
        (true, CodeKind::Global | CodeKind::Satellite) => Origin::GlobalService,
    };
    if origin == Origin::Impossible
        && let Some(disguised) = disguise::find(digits, home)
    {
        return disguised;
    }
    Finding { hints: hints(digits), ..looked_up.found(origin, national) }
}

/// What makes a foreign number look trustworthy.
pub(super) fn hints(digits: &[u8]) -> Hints {
    let seen =
        |place, police| LOOKALIKES.iter().any(|row| row.place == place && row.police == police && row.is_in(digits));
    Hints { toll_free: seen(Place::Prefix, false), police_bait: seen(Place::Suffix, true), imitates_police: false }
}

/// Whether `digits`, as dialled at home, are or end as a number of the police.
pub(super) fn is_police(digits: &[u8]) -> bool {
    LOOKALIKES.iter().any(|row| row.police && row.is_in(digits))
}
