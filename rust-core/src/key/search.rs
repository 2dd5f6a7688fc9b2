// SPDX-License-Identifier: Apache-2.0
//! Looking for numbers by some of their digits.

use alloc::{
    borrow::ToOwned as _,
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

use crate::{
    digits::Digits,
    plan::{FOREIGN_PREFIXES, Region},
    reader::{self, Form},
};

/// The digits that a key holds if its number holds those of `text`, as a person on a phone at `home` writes them: a
/// zero, or an international prefix, before them is no part of a key. Several where that may be either; none if `text`
/// has no digit that tells something.
///
/// ```
/// use tomeru::{Region, search_forms};
/// assert_eq!(search_forms("090-1234", Region::JAPAN), ["901234"]);
/// ```
#[must_use]
pub fn search_forms(text: &str, home: Region) -> Vec<String> {
    let Some(number) = reader::written(text) else { return Vec::new() };
    let digits = number.digits.values();
    let mut forms = vec![number.digits.to_string().trim_start_matches('0').to_owned()];
    if number.form == Form::National {
        let own = home.after_international_prefix(digits);
        let others = FOREIGN_PREFIXES.iter().filter_map(|prefix| digits.strip_prefix(prefix.digits.values()));
        forms.extend(own.into_iter().chain(others).map(|rest| Digits::from_values(rest).to_string()));
    }
    forms.retain(|form| !form.is_empty());
    forms.sort_unstable();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_looked_for_as_keys_have_it() {
        let forms = |text| search_forms(text, Region::JAPAN);
        assert_eq!(forms("０９０"), ["90"]);
        assert_eq!(forms("090-1234"), ["901234"]);
        assert_eq!(forms("010 63 917"), ["1063917", "63917"]);
        assert_eq!(forms("0063917"), ["63917"]);
        assert_eq!(forms("011 231"), ["11231", "231"]);
        assert_eq!(forms("+63 917"), ["63917"]);
        assert_eq!(forms("4567"), ["4567"]);
        assert_eq!(forms("#9110"), ["9110"]);
        for none in ["", "0", "+", "abc", "00"] {
            assert!(forms(none).is_empty(), "{none}");
        }
    }
}
