// SPDX-License-Identifier: Apache-2.0
//! Where the tokens of a word begin and end.

use crate::reader::{Class, class};

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
