// SPDX-License-Identifier: Apache-2.0
//! How well digits of a text are a number.

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
    if first.sign == Some(Class::Plus) {
        let digits = tokens.iter().map(|token| token.digits).sum::<usize>();
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
    let imitates_police = is_one_token && found.hints.contains(Hint::ImitatesPolice);
    if found.hints.contains(Hint::PlusMissing) && (imitates_police || is_written_from_abroad(caller, tokens, written)) {
        return Some(Rank::Lost);
    }
    let may_be = is_one_token
        && match found.origin {
            Origin::Emergency => !first.is_part,
            Origin::Domestic => found.valid && found.line == Line::ShortCode && !first.is_part,
            Origin::International | Origin::DisguisedDomestic => {
                found.hints.contains(Hint::PlusMissing) && (found.valid || found.imitates.is_some())
            }
            _ => false,
        };
    may_be.then_some(Rank::Perhaps)
}

/// Whether it is written as a number with a plus is, but for the plus: in short groups, of which the first is its code.
fn is_written_from_abroad(caller: &Caller, tokens: &[Token], written: &str) -> bool {
    let found = &caller.finding;
    let is_digit = |character| matches!(class(character), Class::Digit(_));
    let mut groups = written.split(|character| !is_digit(character)).filter(|group| !group.is_empty());
    let code = groups.next().map(|group| {
        group.chars().fold(0_u32, |code, character| match class(character) {
            Class::Digit(value) => code.saturating_mul(10).saturating_add(value.into()),
            _ => code,
        })
    });
    let others = groups.map(|group| group.chars().count());
    found.valid
        && code == found.country_code.map(u32::from)
        && tokens.iter().all(|token| !token.is_counted)
        && tokens.iter().map(|token| token.digits).sum::<usize>() >= LEAST_DIGITS_ABROAD
        && others.clone().count() + 1 >= LEAST_GROUPS
        && others.max().is_some_and(|longest| longest <= LONGEST_GROUP)
        && !written.contains(['/', '／'])
        && written.parse::<Ipv4Addr>().is_err()
}
