// SPDX-License-Identifier: Apache-2.0
//! How well digits of a text are a number.

use alloc::vec::Vec;
use core::net::Ipv4Addr;

use super::token::Token;
use crate::{
    caller::Caller,
    hint::Hint,
    line::Line,
    origin::Origin,
    reader::{Class, class},
};

/// A code in a message is shorter than a forged number with a plus.
const LEAST_DIGITS_FORGED: usize = 7;
/// What is shorter may be anything that is written in groups.
const LEAST_DIGITS_ABROAD: usize = 10;
/// In how many groups, the code among them, numbers from abroad are written at least, and how long the others are at most.
/// Parcels, cards and orders have longer ones, or begin with one that is no code.
const LEAST_GROUPS: usize = 3;
const LONGEST_GROUP: usize = 5;

/// How well digits are a number; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A plus stands before it.
    Plus,
    /// The plan at home has it.
    Plan,
    /// It lost its plus, and is written as a number and nothing else.
    Lost,
    /// It may be something else.
    Perhaps,
}

/// How well `caller`, read from `tokens`, which are `written`, is a number; `None` if it is none.
pub(super) fn rank(caller: &Caller, tokens: &[Token], written: &str) -> Option<Rank> {
    let [first, others @ ..] = tokens else { return None };
    let found = &caller.finding;
    let digits = tokens.iter().map(|token| token.digits).sum::<usize>();
    if first.sign == Some(Class::Plus) {
        let is_number = found.possible || found.imitates.is_some() || digits >= LEAST_DIGITS_FORGED;
        return is_number.then_some(Rank::Plus);
    }
    let is_in_plan = match found.origin {
        Origin::Domestic if found.line == Line::ShortCode => found.valid && first.sign == Some(Class::Hash),
        // Nine digits without their zero may be anything.
        Origin::Domestic => found.valid && first.leading_zero,
        Origin::International | Origin::GlobalService => found.valid && first.leading_zero,
        Origin::DisguisedDomestic => first.leading_zero,
        _ => false,
    };
    if is_in_plan {
        return Some(Rank::Plan);
    }
    let is_one_token = others.is_empty();
    let lost_plus = found.hints.contains(Hint::PlusMissing);
    let imitates_police = is_one_token && found.hints.contains(Hint::ImitatesPolice);
    let is_counted = tokens.iter().any(|token| token.is_counted);
    let is_long = digits >= LEAST_DIGITS_ABROAD && !is_counted;
    if lost_plus && (imitates_police || (is_long && is_written_from_abroad(caller, written))) {
        return Some(Rank::Lost);
    }
    let may_be = match found.origin {
        Origin::Emergency => is_one_token && !first.is_part,
        Origin::Domestic => is_one_token && !first.is_part && found.valid && found.line == Line::ShortCode,
        Origin::DisguisedDomestic => is_one_token && lost_plus,
        Origin::International => lost_plus && found.valid && is_one_word(others, written),
        _ => false,
    };
    may_be.then_some(Rank::Perhaps)
}

/// Whether nothing but brackets, dots and dashes stands in it, such as in 1(844)2980122. A zero behind one of them begins
/// a number of its own: 2.0312345678.
fn is_one_word(others: &[Token], written: &str) -> bool {
    let is_gap = |character: char| character.is_whitespace() || matches!(character, '/' | '／');
    !written.contains(is_gap) && others.iter().all(|token| !token.leading_zero) && !is_address(written)
}

/// Whether it is the address of a machine.
fn is_address(written: &str) -> bool {
    written.parse::<Ipv4Addr>().is_ok()
}

/// Whether `groups` of digits begin with a day, a month, in whichever order, and a year.
fn is_date(groups: &[(u32, usize)]) -> bool {
    matches!(groups, [(1..=31, _), (1..=31, _), (1900..=2099, 4), ..])
}

/// Whether it is written as a number with a plus is, but for the plus: in short groups, of which the first is its code.
fn is_written_from_abroad(caller: &Caller, written: &str) -> bool {
    let found = &caller.finding;
    let groups: Vec<(u32, usize)> = groups(written).collect();
    let [(code, _), others @ ..] = groups.as_slice() else { return false };
    found.valid
        && found.country_code.map(u32::from) == Some(*code)
        && groups.len() >= LEAST_GROUPS
        && others.iter().all(|&(_, digits)| digits <= LONGEST_GROUP)
        && !written.contains(['/', '／'])
        && !is_date(&groups)
        && !is_address(written)
}

/// What the digits that stand together in `written` are as numbers, and how many they are.
fn groups(written: &str) -> impl Iterator<Item = (u32, usize)> {
    let is_digit = |character| matches!(class(character), Class::Digit(_));
    written.split(move |character| !is_digit(character)).filter(|group| !group.is_empty()).map(|group| {
        group.chars().fold((0, 0), |(value, digits), character| match class(character) {
            Class::Digit(digit) => (u32::saturating_add(u32::saturating_mul(value, 10), digit.into()), digits + 1),
            _ => (value, digits),
        })
    })
}
