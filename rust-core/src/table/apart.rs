// SPDX-License-Identifier: Apache-2.0
//! A country code that stands apart from its number, as in "[+39] 06 12345678".

use super::{atoms::Atom, bounds::digits_of, names::last_word};
use crate::{
    plan::{Region, code_of},
    reader::{Class, class},
};

/// Whether `atom` is the code of another country than `home` and nothing else. `UTC+1` and `+5` are none.
pub(super) fn is_foreign_code(text: &str, atom: &Atom, home: Region) -> bool {
    let digits = digits_of(&text[atom.start..atom.end]);
    let is_zone = ["utc", "gmt"].contains(&last_word(&text[..atom.start]).as_str());
    let code = code_of(digits.values()).filter(|code| code.width() == digits.len());
    atom.plus && !is_zone && code.is_some_and(|code| code.number != home.code().number)
}

/// Whether nothing but spaces, brackets and dashes stand in `text`.
pub(super) fn is_between(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || class(character) == Class::Separator)
}
