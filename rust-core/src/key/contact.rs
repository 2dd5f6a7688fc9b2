// SPDX-License-Identifier: Apache-2.0
//! Numbers as people keep them in the contacts.

use std::fmt;

use super::NumberKey;
use crate::{
    Digits, Finding, Home, Origin,
    number::{Form, Number},
};

/// Whether `stored`, as a person keeps it in the contacts, is the number that `call` was found to be.
///
/// Android's own comparison is loose: it takes a forged `+180 0 90-…` for the contact 090-… that it ends with. Here
/// the numbers must have one key; or, for a number of a country's plan, what is stored must be its national number,
/// with or without zeros before it: people note foreign numbers without the country code, too.
#[must_use]
pub fn is_same_line(call: &Finding, stored: &str, home: Home) -> bool {
    let Some(key) = NumberKey::of(call) else { return false };
    if NumberKey::read(stored, home, home) == Some(key) {
        return true;
    }
    let in_a_plan = matches!(call.origin, Origin::International | Origin::Domestic) && call.country_code.is_some();
    let zeros = |digits: &[u8]| digits.iter().take_while(|&&digit| digit == 0).count();
    in_a_plan
        && Number::read(stored).is_some_and(|number| {
            let (written, called) = (number.digits.values(), call.national_number.values());
            number.form == Form::National && written[zeros(written)..] == called[zeros(called)..]
        })
}

/// The spellings of a number that a person may keep it in, each followed by a space; the first is its key.
///
/// Android finds a contact by the digits that it was stored with, so each spelling is worth a question.
pub fn spellings(finding: &Finding, home: Home, out: &mut impl fmt::Write) -> fmt::Result {
    let Some(key) = NumberKey::of(finding) else { return Ok(()) };
    write!(out, "{key} ")?;
    if !key.plus {
        return Ok(());
    }
    if finding.country_code == Some(home.code().number) {
        write!(out, "{}{} ", Digits::from_values(home.trunk()), finding.national_number)?;
        // A trunk prefix other than 0, such as 1 in the United States, is seldom written.
        if home.trunk() != [0] && !home.trunk().is_empty() {
            write!(out, "{} ", finding.national_number)?;
        }
    }
    if let Some(prefix) = home.international_prefix() {
        write!(out, "{prefix}{} ", key.digits)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locate;

    const JAPAN: Home = Home::JAPAN;

    #[test]
    fn a_contact_is_the_same_line_and_not_what_ends_alike() {
        let same = |call: &str, stored| is_same_line(&locate(call, JAPAN, JAPAN), stored, JAPAN);
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
    fn spellings_cover_what_people_store() {
        let at = |raw, home| {
            let mut text = String::new();
            spellings(&locate(raw, home, home), home, &mut text).unwrap();
            text
        };
        let of = |raw| at(raw, JAPAN);
        assert_eq!(of("+819012345678"), "+819012345678 09012345678 010819012345678 ");
        assert_eq!(of("+639171234567"), "+639171234567 010639171234567 ");
        assert_eq!(of("110"), "110 ");
        assert_eq!(of(""), "");
        let region = |id| Home::new(id).unwrap();
        assert_eq!(at("+12025550123", region("US")), "+12025550123 12025550123 2025550123 01112025550123 ");
        assert_eq!(at("+442079460018", region("DE")), "+442079460018 00442079460018 ");
    }
}
