// SPDX-License-Identifier: Apache-2.0
//! What own lists hold: one number, or a prefix.

use core::{fmt, str::FromStr};

use super::number_key::{NumberKey, with_code};
use crate::{
    digits::Digits,
    error::Error,
    origin::locate_written,
    plan::Region,
    reader::{self, Form, Number},
};

/// How many digits the longest country codes have.
#[cfg(feature = "ffi")]
const LONGEST_CODE: usize = 3;

/// What an own list holds: one number, or all that begin alike (`+1844*`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pattern {
    start: NumberKey,
    prefix: bool,
}

impl Pattern {
    /// Exactly one number.
    ///
    /// ```
    /// use tomeru::{NumberKey, Pattern};
    /// let key = NumberKey::unpacked(118442980122);
    /// assert!(Pattern::exactly(key).holds(&key));
    /// ```
    #[must_use]
    pub fn exactly(key: NumberKey) -> Self {
        Self { start: key, prefix: false }
    }

    /// What a person wrote: a number in any spelling ([`locate_written`]), or its prefix and a `*`. In national form it is read as
    /// dialled at `home`. `None` if that is neither, or would cover every number of the world.
    ///
    /// ```
    /// use tomeru::{Pattern, Region};
    /// let read = |raw| Pattern::read(raw, Region::JAPAN).map(|pattern| pattern.to_string());
    /// assert_eq!(read("0120*").as_deref(), Some("+81120*"));
    /// assert_eq!(read("03-1234-5678").as_deref(), Some("+81312345678"));
    /// assert_eq!(read("*"), None);
    /// ```
    #[must_use]
    pub fn read(raw: &str, home: Region) -> Option<Self> {
        let raw = raw.trim();
        let Some(prefix) = raw.strip_suffix(['*', '＊']) else {
            return NumberKey::of(&locate_written(raw, home, home)).map(Self::exactly);
        };
        let Number { form, digits, .. } = reader::written(prefix).filter(|number| !number.too_long)?;
        let home_code = home.code().number;
        let start = match (form, digits.values().strip_prefix(home.trunk()).filter(|_| !home.trunk().is_empty())) {
            (Form::Plus, _) => NumberKey { plus: true, digits },
            // 0120* at home is +81120*; but 010… begins the number of another country, whose code comes next.
            (Form::National, Some(national)) => match home.after_international_prefix(digits.values()) {
                // All calls from abroad are no beginning.
                _ if digits.values() == home.international_prefix() => return None,
                Some(abroad) => NumberKey { plus: true, digits: Digits::from_values(abroad) },
                // 0033 and the like are never dialled behind a country code, and a beginning without one cannot be kept.
                None if home.trunk() == [0] && national.first() == Some(&0) => return None,
                None => NumberKey { plus: true, digits: with_code(home_code, national)? },
            },
            (Form::National, None) if home.trunk().is_empty() => {
                NumberKey { plus: true, digits: with_code(home_code, digits.values())? }
            }
            (Form::National | Form::Hash | Form::Within(_), _) => return None,
        };
        (!start.digits.is_empty()).then_some(Self { start, prefix: true })
    }

    /// Whether it holds `key`.
    ///
    /// ```
    /// use tomeru::{NumberKey, Pattern};
    /// let pattern: Pattern = "+1844*".parse()?;
    /// assert!(pattern.holds(&NumberKey::unpacked(118442980122)));
    /// # Ok::<(), tomeru::Error>(())
    /// ```
    #[must_use]
    pub fn holds(&self, key: &NumberKey) -> bool {
        if self.prefix {
            self.start.plus == key.plus && key.digits.values().starts_with(self.start.digits.values())
        } else {
            self.start == *key || self.start.line() == key.line()
        }
    }

    /// Whether it is a beginning, and holds all that `other` holds.
    #[cfg(feature = "ffi")]
    pub(crate) fn covers(&self, other: &Self) -> bool {
        self.prefix && self.holds(&other.start)
    }

    /// Whether it is one number.
    ///
    /// ```
    /// use tomeru::Pattern;
    /// assert!(!"+1844*".parse::<Pattern>()?.is_exact());
    /// assert!("110".parse::<Pattern>()?.is_exact());
    /// # Ok::<(), tomeru::Error>(())
    /// ```
    #[must_use]
    pub fn is_exact(&self) -> bool {
        !self.prefix
    }

    /// Whether it holds all numbers behind a country code, or behind several.
    #[cfg(feature = "ffi")]
    pub(crate) fn covers_a_code(&self) -> bool {
        let digits = self.start.digits.values();
        self.prefix && digits.len() <= crate::plan::code_of(digits).map_or(LONGEST_CODE, |code| code.width())
    }

    /// The country that the code of its numbers belongs to alone; `None` if there is none, or several share it.
    #[cfg(feature = "ffi")]
    pub(crate) fn country(&self) -> Option<Region> {
        match crate::plan::code_of(self.start.digits.values()).filter(|_| self.start.plus)?.regions() {
            &[country] => Some(country),
            _ => None,
        }
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
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (start, prefix) = match text.strip_suffix('*') {
            Some(start) => (start, true),
            None => (text, false),
        };
        let (plus, rest) = match start.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, start),
        };
        if rest.is_empty() || (prefix && !plus) {
            return Err(Error::NotAPattern);
        }
        let mut digits = Digits::EMPTY;
        for byte in rest.bytes() {
            if !byte.is_ascii_digit() || !digits.push(byte - b'0') {
                return Err(Error::NotAPattern);
            }
        }
        Ok(Self { start: NumberKey { plus, digits }, prefix })
    }
}

#[cfg(feature = "serde")]
mod stored {
    use alloc::string::String;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

    use super::{Error, Pattern};

    impl Serialize for Pattern {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Pattern {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer)?.parse().map_err(|error: Error| D::Error::custom(format_args!("{error}")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JAPAN: Region = Region::JAPAN;

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
            ("0077*", ""),
            ("010*", ""),
            ("010 1*", "+1*"),
            ("abc*", ""),
            ("844*", ""),
        ] {
            assert_eq!(read(raw), wanted, "{raw}");
        }
        assert_eq!(Pattern::read("844*", Region::new("FR").unwrap()), None);
        assert_eq!(Pattern::read("8800*", Region::new("RU").unwrap()).unwrap().to_string(), "+7800*");
        assert_eq!(Pattern::read("844*", Region::new("ES").unwrap()).unwrap().to_string(), "+34844*");
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

    #[cfg(feature = "ffi")]
    #[test]
    fn a_beginning_without_a_digit_behind_its_code_covers_a_code() {
        for (text, covers) in [
            ("+1*", true),
            ("+12*", false),
            ("+8*", true),
            ("+81*", true),
            ("+813*", false),
            ("+3*", true),
            ("+353*", true),
            ("+3531*", false),
            ("+21*", true),
            ("+210*", true),
            ("+2101*", false),
            ("+81", false),
            ("110", false),
        ] {
            assert_eq!(text.parse::<Pattern>().unwrap().covers_a_code(), covers, "{text}");
        }
    }

    #[test]
    fn a_prefix_holds_what_begins_with_it() {
        let pattern: Pattern = "+1844*".parse().unwrap();
        let holds = |raw| pattern.holds(&NumberKey::read(raw, JAPAN, JAPAN).unwrap());
        assert!(holds("+18442980122") && holds("+1844") && !holds("+18432980122") && !holds("110"));
    }
}
