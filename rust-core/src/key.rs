// SPDX-License-Identifier: Apache-2.0
//! One number, one key: what lists, records and contacts are compared by, however a number was written.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    Digits, Finding, Home, Origin, locate,
    number::{Form, Number},
};

/// A number in the form that is the same for all its spellings: E.164 with its plus, or the bare digits of a number
/// that has no country code (110, #9110).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberKey {
    plus: bool,
    digits: Digits,
}

impl NumberKey {
    /// The key of what was found; `None` where there is no number.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        let national = finding.national_number;
        match (finding.origin, finding.country_code) {
            (Origin::Hidden | Origin::NotANumber, _) => None,
            // Their digits are kept as they came, with what stands for a country code.
            (Origin::Unassigned | Origin::DisguisedDomestic, _) => Some(Self { plus: true, digits: national }),
            (_, None) => Some(Self { plus: false, digits: national }),
            (_, Some(code)) => Some(Self { plus: true, digits: with_code(code, national.values())? }),
        }
    }

    /// The key of `raw`, read as in [`locate`].
    #[must_use]
    pub fn read(raw: &str, home: Home, network: Home) -> Option<Self> {
        Self::of(&locate(raw, home, network))
    }

    /// Whether a country code comes first.
    #[must_use]
    pub fn has_plus(&self) -> bool {
        self.plus
    }

    /// The digits, without the plus.
    #[must_use]
    pub fn digits(&self) -> &Digits {
        &self.digits
    }
}

fn with_code(code: u16, national: &[u8]) -> Option<Digits> {
    let mut digits = Digits::EMPTY;
    let mut push = |value| digits.push(value).then_some(());
    for scale in [100, 10, 1] {
        if code >= scale {
            push((code / scale % 10) as u8)?;
        }
    }
    national.iter().try_for_each(|&value| push(value))?;
    Some(digits)
}

impl fmt::Display for NumberKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.plus { "+" } else { "" }, self.digits)
    }
}

/// What an own list holds: one number, or all that begin alike (`+1844*`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    start: NumberKey,
    prefix: bool,
}

impl Pattern {
    /// Exactly one number.
    #[must_use]
    pub fn exactly(key: NumberKey) -> Self {
        Self { start: key, prefix: false }
    }

    /// What a person wrote: a number in any spelling, or its beginning and a `*`. In national form it is read as
    /// dialled at `home`. `None` if that is neither, or would cover every number of the world.
    #[must_use]
    pub fn read(raw: &str, home: Home) -> Option<Self> {
        let raw = raw.trim();
        let Some(beginning) = raw.strip_suffix(['*', '＊']) else {
            return NumberKey::read(raw, home, home).map(Self::exactly);
        };
        let Number { form, digits } = Number::read(beginning)?;
        let home_code = home.code().number;
        let start = match (form, digits.values().strip_prefix(home.trunk()).filter(|_| !home.trunk().is_empty())) {
            (Form::Plus, _) => NumberKey { plus: true, digits },
            // 0120* at home is +81120*; but 010… begins the number of another country, whose code comes next.
            (Form::National, Some(national)) => match home.after_international_prefix(digits.values()) {
                Some(abroad) => NumberKey { plus: true, digits: Digits::from_values(abroad) },
                None => NumberKey { plus: true, digits: with_code(home_code, national)? },
            },
            (Form::National, None) if home.trunk().is_empty() => {
                NumberKey { plus: true, digits: with_code(home_code, digits.values())? }
            }
            (Form::National | Form::Hash, _) => return None,
        };
        (!start.digits.is_empty()).then_some(Self { start, prefix: true })
    }

    /// Whether it holds `key`.
    #[must_use]
    pub fn holds(&self, key: &NumberKey) -> bool {
        if self.prefix {
            self.start.plus == key.plus && key.digits.values().starts_with(self.start.digits.values())
        } else {
            self.start == *key
        }
    }

    /// Whether it is one number.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        !self.prefix
    }

    /// How much of a number it tells; the longer of two that hold a number is the more exact.
    #[must_use]
    pub(crate) fn exactness(&self) -> usize {
        self.start.digits.len() + usize::from(self.is_exact())
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.start, if self.prefix { "*" } else { "" })
    }
}

/// Reads the stored form again: `+…`, `+…*` or bare digits, nothing else.
impl FromStr for Pattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (start, prefix) = match text.strip_suffix('*') {
            Some(start) => (start, true),
            None => (text, false),
        };
        let (plus, rest) = match start.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, start),
        };
        let wrong = || "a number begins with + and has 1 to 32 digits, or is a short one of its country".to_owned();
        if rest.is_empty() || (prefix && !plus) {
            return Err(wrong());
        }
        let mut digits = Digits::EMPTY;
        for byte in rest.bytes() {
            if !byte.is_ascii_digit() || !digits.push(byte - b'0') {
                return Err(wrong());
            }
        }
        Ok(Self { start: NumberKey { plus, digits }, prefix })
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

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

    const JAPAN: Home = Home::JAPAN;

    fn key(raw: &str) -> String {
        NumberKey::read(raw, JAPAN, JAPAN).map(|key| key.to_string()).unwrap_or_default()
    }

    #[test]
    fn all_spellings_have_one_key() {
        for raw in ["090-1234-5678", "+81 90 1234 5678", "+81 090-1234-5678", "010 81 90 1234 5678", "186 09012345678"]
        {
            assert_eq!(key(raw), "+819012345678", "{raw}");
        }
        for (raw, wanted) in [
            ("+1 844-298-0122", "+18442980122"),
            ("010 1 844 298 0122", "+18442980122"),
            ("18442980122", "+18442980122"),
            ("+1800335814321", "+1800335814321"),
            ("+210123456", "+210123456"),
            ("+1844", "+1844"),
            ("110", "110"),
            ("anonymous", ""),
        ] {
            assert_eq!(key(raw), wanted, "{raw}");
        }
    }

    #[test]
    fn patterns_are_read_as_people_write_them() {
        let read = |raw| Pattern::read(raw, JAPAN).map(|pattern| pattern.to_string()).unwrap_or_default();
        for (raw, wanted) in [
            ("+1 844*", "+1844*"),
            ("0120*", "+81120*"),
            ("010 1 844 *", "+1844*"),
            ("＋１８４４＊", "+1844*"),
            ("03-1234-5678", "+81312345678"),
            ("*", ""),
            ("+*", ""),
            ("0*", "+81*"),
            ("abc*", ""),
            ("844*", ""),
        ] {
            assert_eq!(read(raw), wanted, "{raw}");
        }
        assert_eq!(Pattern::read("844*", Home::new("FR").unwrap()), None);
        assert_eq!(Pattern::read("844*", Home::new("ES").unwrap()).unwrap().to_string(), "+34844*");
    }

    #[test]
    fn stored_patterns_are_read_back_and_nothing_else() {
        for text in ["+1844*", "+18442980122", "110"] {
            assert_eq!(text.parse::<Pattern>().unwrap().to_string(), text);
        }
        for text in ["", "*", "+", "+*", "12*", "+1 844", "+1a", "1844x", &format!("+{}", "1".repeat(33))] {
            assert!(text.parse::<Pattern>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_prefix_holds_what_begins_with_it() {
        let pattern: Pattern = "+1844*".parse().unwrap();
        let holds = |raw| pattern.holds(&NumberKey::read(raw, JAPAN, JAPAN).unwrap());
        assert!(holds("+18442980122") && holds("+1844") && !holds("+18432980122") && !holds("110"));
    }

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
