// SPDX-License-Identifier: Apache-2.0
//! Forged numbers: a whole home number, such as one of the police, behind digits that stand for a country code.
//!
//! Gangs set the caller's number freely, and write `+180` or `+800` before the number of a police station, so that a
//! person who looks it up finds the police (National Police Agency). Such a number is too long for the plan of
//! the code it pretends to have: a number that is possible abroad is never called forged.

use super::{
    dialled::as_dialled,
    finding::{Finding, Origin},
    lookalikes::hints,
    police::is_police,
};
use crate::{
    digits::Digits,
    hint::Hint,
    line::Line,
    plan::{DISGUISE_FILLERS, Region, code_of},
};

/// How many digits behind 00 choose a carrier.
const CARRIER: usize = 2;

/// `digits` without each filler that they begin with; no filler is one of them.
fn without_filler(digits: &[u8]) -> impl Iterator<Item = &[u8]> {
    DISGUISE_FILLERS.iter().filter_map(|row| digits.strip_prefix(row.digits.values()))
}

/// The home number that stands behind the first digits of `digits`, none of which the caller has found possible; of
/// several one of the police.
pub(super) fn find(digits: &[u8], home: Region) -> Option<Finding> {
    let mut imitated = None;
    for number in home_numbers(digits, home) {
        if is_police(number) {
            imitated = Some(number);
            break;
        }
        imitated = imitated.or(Some(number));
    }
    Some(forged(digits, imitated?))
}

/// The same of `national`, which the plan at home has, if a call shows a line of the police behind 0066 and the like:
/// those are called, and choose a carrier, but nobody calls from there. `digits` are the whole number.
pub(super) fn behind_carriers_code(digits: &[u8], national: &[u8], home: Region) -> Option<Finding> {
    let imitated = national.strip_prefix(&[0, 0])?.get(CARRIER..)?;
    let plan = as_dialled(imitated, home)?.plan;
    // As for other calls, the ending counts on lines with a place alone.
    let is_line = imitated.starts_with(home.trunk()) && plan.valid && plan.line == Line::Geographic;
    (is_line && is_police(imitated)).then(|| forged(digits, imitated))
}

/// The finding of `digits`, in which `imitated` stands.
fn forged(digits: &[u8], imitated: &[u8]) -> Finding {
    Finding {
        country_code: code_of(digits).map(|code| code.number),
        national_number: Digits::from_values(digits),
        imitates: Some(Digits::from_values(imitated)),
        // What it imitates says more than that it begins like a toll-free number.
        hints: hints(digits).without(Hint::TollFree).with_if(is_police(imitated), Hint::ImitatesPolice),
        ..Finding::bare(Origin::DisguisedDomestic)
    }
}

/// Every whole home number that `digits` end with, behind one to three digits and fillers.
fn home_numbers(digits: &[u8], home: Region) -> impl Iterator<Item = &[u8]> {
    // A bit for each length: many fillers leave the same digits, and zeros would be looked up fifty times.
    let mut tried = 0_u64;
    (1..=3)
        .filter_map(move |width| digits.get(width..))
        // One filler, or two.
        .flat_map(without_filler)
        .flat_map(without_filler)
        .filter(move |rest| {
            let bit = 1 << rest.len().min(63);
            let is_new = tried & bit == 0;
            tried |= bit;
            is_new
        })
        // As dialled at home: with the trunk prefix, or any nine digits would do.
        .filter(move |rest| rest.starts_with(home.trunk()))
        .filter(move |rest| as_dialled(rest, home).is_some_and(|number| number.plan.valid))
}
