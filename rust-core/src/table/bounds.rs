// SPDX-License-Identifier: Apache-2.0
//! Where the tokens of a word begin and end.

use super::shapes::{Why, no_number};
use crate::{
    digits::Digits,
    reader::{Class, class},
};

/// The digits of `text`; more than a number may have are left out.
pub(super) fn digits_of(text: &str) -> Digits {
    let mut digits = Digits::EMPTY;
    for character in text.chars() {
        if let Class::Digit(value) = class(character) {
            digits.push(value);
        }
    }
    digits
}

pub(super) fn is_digit(character: char) -> bool {
    matches!(class(character), Class::Digit(_))
}

/// A whole number as a spreadsheet may write it, 18445550101.0, without its fraction.
pub(super) fn without_fraction(word: &str) -> &str {
    match word.split_once('.') {
        Some((whole, zeros))
            if whole.len() >= 7
                && whole.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit())
                && !zeros.is_empty()
                && zeros.bytes().all(|byte| byte == b'0') =>
        {
            whole
        }
        _ => word,
    }
}

/// Where the next token begins: with a digit, or with a plus or `#` that digits follow.
pub(super) fn beginning(word: &str, from: usize) -> Option<usize> {
    let rest = word.get(from..)?;
    let mut sign = None;
    for (at, character) in rest.char_indices() {
        match class(character) {
            Class::Digit(_) => return Some(from + sign.unwrap_or(at)),
            Class::Plus | Class::Hash => sign = Some(at),
            Class::Separator if matches!(character, '(' | '（' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}') => {
            }
            _ => sign = None,
        }
    }
    None
}

/// How long the token is that `text` begins with, up to its last digit. `first` says that its cell begins with it, `rest`
/// that it goes on with a country code.
pub(super) fn length(text: &str, first: bool, rest: bool) -> usize {
    let mut end = 0;
    let mut digits = 0;
    // Behind a plus, # or a zero no digits are the number of a row: +39.06.12345678.
    let mut may_be_row = !rest;
    let mut listed = false;
    for (at, character) in text.char_indices() {
        match class(character) {
            Class::Digit(value) => {
                if listed && value == 0 {
                    return end;
                }
                listed = false;
                if digits == 0 && value == 0 {
                    may_be_row = false;
                }
                digits += 1;
                end = at + character.len_utf8();
            }
            Class::Plus | Class::Hash if at == 0 => may_be_row = false,
            Class::Separator if matches!(character, '/' | '／') => return end,
            Class::Separator if text[at..].starts_with("[0-9]") || text[at..].starts_with("..") => return end,
            // "1)090-…" and "1.090-…": the first is the number of a row.
            Class::Separator => {
                let closes = matches!(character, ')' | '）');
                // So is it in "4)844-…", where no bracket was opened; three digits may be a code.
                if closes && first && may_be_row && digits < 3 && !text[..at].contains(['(', '（']) {
                    return end;
                }
                listed = may_be_row && digits <= 3 && (closes || matches!(character, '.' | '．'));
            }
            _ => return end,
        }
    }
    end
}

/// Where a bracket ends the day that `word` begins with: 2026-01-02(Fri), but not 03-12-34(5678).
pub(super) fn day_before_bracket(word: &str) -> Option<usize> {
    let (day, behind) = word.split_once(['(', '（'])?;
    let has_year = || day.split(|character| !is_digit(character)).any(|group| group.chars().count() == 4);
    let is_time = || no_number(behind, true) == Some(Why::Date);
    let is_day = no_number(day, true) == Some(Why::Date);
    (is_day && (!behind.starts_with(is_digit) || has_year() || is_time())).then_some(day.len())
}

/// Whether `text` is a time zone, as in 10:30 +0900; `before` is what stands before it.
pub(super) fn is_zone(text: &str, before: &str) -> bool {
    let is_offset =
        matches!(digits_of(text).values(), [0, 0..=9, 0, 0] | [0, 0..=9, 3, 0] | [0, 0..=9, 4, 5] | [1, 0..=4, 0, 0]);
    let is_time = |at: &[u8]| at[1] == b':' && at[0].is_ascii_digit() && at[2].is_ascii_digit();
    is_offset && before.as_bytes().windows(3).any(is_time)
}
