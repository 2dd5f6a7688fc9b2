// SPDX-License-Identifier: Apache-2.0
//! Numbers as people keep them in the contacts.

use crate::{
    caller::Caller,
    digits::Digits,
    key::NumberKey,
    number::{Form, Number},
    origin::{Origin, locate_number},
    plan::Region,
};

/// Whether `stored`, as a person keeps it in the contacts of a phone at `home`, is the number of `caller`.
///
/// Android's own comparison is loose: it takes a forged `+180 0 90-…` for the contact 090-… that it ends with. Here
/// the numbers must have one key; or, for a number of a country's plan, what is stored must be its national number,
/// with or without zeros before it: people note foreign numbers without the country code, too.
#[must_use]
pub fn is_same_line(caller: &Caller, stored: &str, home: Region) -> bool {
    let (Some(key), Some(number)) = (caller.key, Number::read(stored)) else { return false };
    if NumberKey::of(&locate_number(&number, home, home)) == Some(key) {
        return true;
    }
    let finding = &caller.finding;
    let in_a_plan =
        matches!(finding.origin, Origin::International | Origin::Domestic) && finding.country_code.is_some();
    in_a_plan
        && number.form == Form::National
        && without_zeros(&number.digits) == without_zeros(&finding.national_number)
}

fn without_zeros(digits: &Digits) -> &[u8] {
    let zeros = digits.values().iter().take_while(|&&digit| digit == 0).count();
    &digits.values()[zeros..]
}

/// The forms of the caller's number to look a contact up by, on a phone at `home`; the first is its key. Empty if there
/// is no number.
///
/// Android finds a contact by the digits that it was stored with, so each form is worth a question.
#[must_use]
pub fn lookup_forms(caller: &Caller, home: Region) -> Vec<String> {
    let Some(key) = caller.key else { return Vec::new() };
    let mut forms = vec![key.to_string()];
    if !key.has_plus() {
        return forms;
    }
    let national = &caller.finding.national_number;
    if caller.finding.country_code == Some(home.code().number) {
        forms.push(format!("{}{national}", Digits::from_values(home.trunk())));
        // A trunk prefix other than 0, such as 1 in the United States, is seldom written.
        if home.trunk() != [0] && !home.trunk().is_empty() {
            forms.push(national.to_string());
        }
    }
    let prefix = home.international_prefix();
    if !prefix.is_empty() {
        forms.push(format!("{}{}", Digits::from_values(prefix), key.digits()));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::{Call, Places};

    fn caller(raw: &str, home: Region) -> Caller {
        Caller::of(&Call::showing(raw), &Places::at_home(home))
    }

    #[test]
    fn a_contact_is_the_same_line_and_not_what_ends_alike() {
        let same = |call: &str, stored| is_same_line(&caller(call, Region::JAPAN), stored, Region::JAPAN);
        for stored in ["090-1234-5678", "+81 90 1234 5678", "010 81 90 1234 5678", "9012345678"] {
            assert!(same("+819012345678", stored), "{stored}");
        }
        assert!(same("+12025550123", "202-555-0123"));
        assert!(same("+442079460018", "020 7946 0018"));
        assert!(!same("+180009012345678", "090-1234-5678"), "forged");
        assert!(!same("+8000286210110", "028-621-0110"), "forged");
        assert!(!same("+639171234567", "1234567"), "a loose match");
        assert!(!same("+12025550123", "+44 202 555 0123"));
        assert!(!same("anonymous", "anonymous"));
        assert!(!same("+1844", "844"), "impossible");
        assert!(!same("+210123456", "123456"));
    }

    #[test]
    fn lookup_forms_cover_what_people_store() {
        let at = |raw, home| lookup_forms(&caller(raw, home), home);
        let of = |raw| at(raw, Region::JAPAN);
        assert_eq!(of("+819012345678"), ["+819012345678", "09012345678", "010819012345678"]);
        assert_eq!(of("+639171234567"), ["+639171234567", "010639171234567"]);
        assert_eq!(of("110"), ["110"]);
        assert!(of("").is_empty());
        let region = |id| Region::new(id).unwrap();
        assert_eq!(at("+12025550123", region("US")), ["+12025550123", "12025550123", "2025550123", "01112025550123"]);
        assert_eq!(at("+442079460018", region("DE")), ["+442079460018", "00442079460018"]);
    }
}
