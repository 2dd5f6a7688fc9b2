// SPDX-License-Identifier: Apache-2.0
//! Numbers as people keep them in the contacts.

use alloc::{
    format,
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

use crate::{
    call::{Call, Places},
    caller::Caller,
    digits::Digits,
    key::NumberKey,
    keyed::keyed,
    origin::{Finding, Origin, Reading, locate_number},
    plan::Region,
    reader::{self, Form, Number},
};

keyed! {
    /// Whether a stored number is the caller's, and why.
    #[non_exhaustive]
    pub enum Sameness {
        /// Both are one line.
        SameLine = 0 "same_line",
        /// It was stored without its country code, and the plan at home does not read it.
        WithoutCode = 1 "without_code",
        /// They are two lines.
        OtherLine = 2 "other_line",
        /// What was stored is no number.
        StoredUnreadable = 3 "stored_unreadable",
        /// The caller shows no number.
        NoCaller = 4 "no_caller",
    }
}

impl Sameness {
    /// Whether the caller is the contact.
    ///
    /// ```
    /// use tomeru::Sameness;
    /// assert!(Sameness::WithoutCode.is_same());
    /// assert!(!Sameness::OtherLine.is_same());
    /// ```
    #[must_use]
    pub const fn is_same(self) -> bool {
        matches!(self, Self::SameLine | Self::WithoutCode)
    }
}

/// The line that `stored`, a number as a person keeps or dials it on a phone at `home`, belongs to; `None` if it is no
/// number. Two numbers are the same line if what this says of them is the same.
///
/// ```
/// use tomeru::{Region, line_of};
/// let line = |stored| line_of(stored, Region::JAPAN);
/// assert_eq!(line("090-1234-5678"), line("+81 90 1234 5678"));
/// assert_eq!(line("Maria"), None);
/// ```
#[must_use]
pub fn line_of(stored: &str, home: Region) -> Option<NumberKey> {
    line_of_number(&reader::written(stored)?, home).0
}

fn line_of_number(number: &Number, home: Region) -> (Option<NumberKey>, Finding) {
    let finding = locate_number(number, Reading::Kind, home, home);
    (NumberKey::of(&finding).map(|key| key.line()), finding)
}

/// Whether `stored`, as a person keeps it in the contacts of a phone at `home`, is the number of `caller`.
///
/// Android's own comparison is loose: it takes a forged `+180 0 90-…` for the contact 090-… that it ends with. Here
/// both must be one line. A number that the plan at home reads is that line and no other; people note foreign numbers
/// without the country code, too, and what the plan at home does not read may be one of those.
///
/// ```
/// use tomeru::{Call, Caller, Places, Region, sameness};
/// let home = Region::JAPAN;
/// let caller = |shown| Caller::of(&Call::showing(shown), &Places::at_home(home));
/// assert!(sameness(&caller("+819012345678"), "090-1234-5678", home).is_same());
/// assert!(!sameness(&caller("+180009012345678"), "090-1234-5678", home).is_same());
/// ```
#[must_use]
pub fn sameness(caller: &Caller, stored: &str, home: Region) -> Sameness {
    let Some(key) = caller.key else { return Sameness::NoCaller };
    let Some(number) = reader::written(stored) else { return Sameness::StoredUnreadable };
    let (line, found) = line_of_number(&number, home);
    if line == Some(key.line()) {
        return Sameness::SameLine;
    }
    let finding = &caller.finding;
    // Digit for digit as the network shows it, which a kind reading may have changed: people save what called them.
    if number.form == Form::Plus && key.has_plus() && number.digits == *key.digits() {
        return Sameness::SameLine;
    }
    let in_a_plan =
        matches!(finding.origin, Origin::International | Origin::Domestic) && finding.country_code.is_some();
    let without_code = in_a_plan
        && !found.valid
        && number.form == Form::National
        && without_zeros(&number.digits) == without_zeros(&finding.national_number);
    if without_code { Sameness::WithoutCode } else { Sameness::OtherLine }
}

/// [`sameness`] for the text that a network shows of the caller, on a phone in `places`.
///
/// ```
/// use tomeru::{Places, Region, Sameness, sameness_of_texts};
/// let places = Places::at_home(Region::JAPAN);
/// assert_eq!(sameness_of_texts("0917 123 4567", "+639171234567", &places), Sameness::WithoutCode);
/// ```
#[must_use]
pub fn sameness_of_texts(stored: &str, shown: &str, places: &Places) -> Sameness {
    sameness(&Caller::of(&Call::showing(shown), places), stored, places.home)
}

fn without_zeros(digits: &Digits) -> &[u8] {
    let zeros = digits.values().iter().take_while(|&&digit| digit == 0).count();
    &digits.values()[zeros..]
}

/// The forms of the caller's number to look a contact up by, on a phone at `home`; the first is its key. Empty if there
/// is no number.
///
/// Android finds a contact by the digits that it was stored with, so each form is worth a question.
///
/// ```
/// use tomeru::{Call, Caller, Places, Region, lookup_forms};
/// let caller = Caller::of(&Call::showing("+819012345678"), &Places::at_home(Region::JAPAN));
/// assert_eq!(lookup_forms(&caller, Region::JAPAN), ["+819012345678", "09012345678", "010819012345678"]);
/// ```
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
    if let Some(other) = key.other_spelling() {
        forms.push(other.to_string());
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

    fn caller(raw: &str, home: Region) -> Caller {
        Caller::of(&Call::showing(raw), &Places::at_home(home))
    }

    fn same(call: &str, stored: &str) -> bool {
        sameness(&caller(call, Region::JAPAN), stored, Region::JAPAN).is_same()
    }

    #[test]
    fn a_contact_is_the_same_line_and_not_what_ends_alike() {
        for stored in ["090-1234-5678", "+81 90 1234 5678", "010 81 90 1234 5678", "9012345678"] {
            assert!(same("+819012345678", stored), "{stored}");
        }
        assert!(same("+639171234567", "0917 123 4567"), "stored without its country code");
        for (home, call, stored) in [
            ("KR", "+821012345678", "00821012345678"),
            ("HK", "+8613812345678", "008613812345678"),
            ("SG", "+442079460018", "00442079460018"),
            ("TH", "+819012345678", "00819012345678"),
            ("JP", "+66812345678", "0066812345678"),
        ] {
            let home = Region::new(home).unwrap();
            assert!(sameness(&caller(call, home), stored, home).is_same(), "{stored}, kept with another's prefix");
        }
        assert!(!same("+180009012345678", "090-1234-5678"), "forged");
        assert!(!same("+8000286210110", "028-621-0110"), "forged");
        assert!(!same("+639171234567", "1234567"), "a loose match");
        assert!(!same("+12025550123", "+44 202 555 0123"));
        assert!(!same("anonymous", "anonymous"));
        assert!(!same("+1844", "844"), "impossible");
        assert!(!same("+210123456", "123456"));
        for shown in ["+440207946001", "+4402079460018", "+4407911123456", "+330612345678", "+1800335814321"] {
            assert!(same(shown, shown), "{shown}: stored as it is shown");
        }
    }

    #[test]
    fn spellings_of_one_line_are_one_line_and_no_number_is_none() {
        let line = |stored| line_of(stored, Region::JAPAN);
        assert_eq!(line("090-1234-5678").map(|line| line.to_string()).as_deref(), Some("+819012345678"));
        assert_eq!(line("090-1234-5678"), line("+81 90 1234 5678"));
        assert_ne!(line("090-1234-5678"), line("090-1234-5679"));
        assert_eq!(line("Maria"), None);
    }

    #[test]
    fn a_number_that_the_home_plan_reads_is_no_other_countrys() {
        for call in ["+19012345678", "+639012345678", "+79012345678", "+919012345678"] {
            assert!(!same(call, "090-1234-5678") && !same(call, "9012345678"), "{call}");
        }
        assert!(!same("+84335814321", "03-3581-4321"));
        assert!(!same("+442079460018", "020 7946 0018"), "a pager's number at home");
    }

    #[test]
    fn every_spelling_of_a_person_is_the_same_line() {
        for (call, stored) in [
            ("+821012345678", "+82 010-1234-5678"),
            ("+442079460018", "+44 (0)20 7946 0018"),
            ("+639171234567", "0063 917 123 4567"),
            ("+639171234567", "011 63 917 123 4567"),
            ("+919876543210", "0091 98765 43210"),
            ("+61412345678", "0061 412 345 678"),
            ("+33612345678", "0033 (0)6 12 34 56 78"),
            ("+66812345678", "0066 81 234 5678"),
            ("+886912345678", "00886 912 345 678"),
            ("+639171234567", "184 +63 917 123 4567"),
            ("+639171234567", "+63 917 123 4567 x12"),
            ("+639171234567", "+63 917 123 4567 内線12"),
            ("+639171234567", "003768-010-63-917-123-4567"),
            ("+639171234567", "+۶۳۹۱۷۱۲۳۴۵۶۷"),
            ("+639171234567", "+٦٣ ٩١٧ ١٢٣ ٤٥٦٧"),
            ("+5491123456789", "+54 11 2345-6789"),
            ("+541123456789", "+54 9 11 2345-6789"),
            ("+525512345678", "+52 1 55 1234 5678"),
            ("+5215512345678", "+52 55 1234 5678"),
        ] {
            assert!(same(call, stored), "{call} {stored}");
        }
    }

    #[test]
    fn why_is_told() {
        let why = |call, stored| sameness(&caller(call, Region::JAPAN), stored, Region::JAPAN).key();
        assert_eq!(why("+639171234567", "+63 917 123 4567"), "same_line");
        assert_eq!(why("+639171234567", "0917 123 4567"), "without_code");
        assert_eq!(why("+639171234567", "03-3581-4321"), "other_line");
        assert_eq!(why("+639171234567", "Maria"), "stored_unreadable");
        assert_eq!(why("anonymous", "03-3581-4321"), "no_caller");
    }

    #[test]
    fn lookup_forms_cover_what_people_store() {
        let at = |raw, home| lookup_forms(&caller(raw, home), home);
        let of = |raw| at(raw, Region::JAPAN);
        assert_eq!(of("+819012345678"), ["+819012345678", "09012345678", "010819012345678"]);
        assert_eq!(of("+639171234567"), ["+639171234567", "010639171234567"]);
        assert_eq!(of("+5491123456789")[..2], ["+5491123456789", "+541123456789"]);
        assert_eq!(of("+541123456789")[..2], ["+541123456789", "+5491123456789"]);
        assert_eq!(of("110"), ["110"]);
        assert!(of("").is_empty());
        let region = |id| Region::new(id).unwrap();
        assert_eq!(at("+12025550123", region("US")), ["+12025550123", "12025550123", "2025550123", "01112025550123"]);
        assert_eq!(at("+442079460018", region("DE")), ["+442079460018", "00442079460018"]);
    }
}
