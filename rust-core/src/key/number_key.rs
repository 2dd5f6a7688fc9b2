// SPDX-License-Identifier: Apache-2.0
//! The form of a number that is the same for all its spellings.

use core::fmt;

use crate::{
    digits::Digits,
    origin::{Finding, Origin, locate},
    plan::{E164, MOBILE_PREFIXES, Region, code_of},
};

/// A number in the form that is the same for all its spellings: E.164 with its plus, or the bare digits of a number
/// that has no country code (110, #9110) or is never dialled behind one (0033 and the like).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberKey {
    pub(super) plus: bool,
    pub(super) digits: Digits,
}

/// Digits that 64 bits hold beside the one that tells whether there is a plus.
const MAX_PACKED: usize = 18;

impl NumberKey {
    /// The key of what was found; `None` where there is no number.
    ///
    /// ```
    /// use tomeru::{NumberKey, Region, locate};
    /// let key = NumberKey::of(&locate("010 1 844 298 0122", Region::JAPAN, Region::JAPAN));
    /// assert_eq!(key.map(|key| key.to_string()).as_deref(), Some("+18442980122"));
    /// ```
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        let national = finding.national_number;
        match (finding.origin, finding.country_code) {
            // Their digits are kept as they came, with what stands for a country code.
            // What is dialled before a code alone, as in 003768-010, is no number.
            _ if national.is_empty() && finding.country_code.is_none() => None,
            (Origin::Unassigned | Origin::DisguisedDomestic, _) => Some(Self { plus: true, digits: national }),
            (_, None) => Some(Self { plus: false, digits: national }),
            // 0033-123-456: with its trunk prefix. 0088-22-1234 has none.
            (Origin::Domestic, Some(_)) if is_dialled_at_home_alone(finding) => {
                let trunk: &[u8] = if national.values().starts_with(&[0, 0]) { &[] } else { &[0] };
                Some(Self { plus: false, digits: Digits::from_values(trunk).followed_by(national.values())? })
            }
            (_, Some(code)) => Some(Self { plus: true, digits: with_code(code, national.values())? }),
        }
    }

    /// The key of `raw`, read as in [`locate`].
    ///
    /// ```
    /// use tomeru::{NumberKey, Region};
    /// let read = |raw| NumberKey::read(raw, Region::JAPAN, Region::JAPAN);
    /// assert_eq!(read("090-1234-5678"), read("+81 90 1234 5678"));
    /// assert_eq!(read("anonymous"), None);
    /// ```
    #[must_use]
    pub fn read(raw: &str, home: Region, network: Region) -> Option<Self> {
        Self::of(&locate(raw, home, network))
    }

    /// The key without a mobile prefix that some write and some leave out: what tells whether two numbers are one line.
    ///
    /// ```
    /// use tomeru::{NumberKey, Region};
    /// let read = |raw| NumberKey::read(raw, Region::JAPAN, Region::JAPAN);
    /// let (with, without) = (read("+5491123456789"), read("+541123456789"));
    /// assert_ne!(with, without);
    /// assert_eq!(with.map(|key| key.line()), without.map(|key| key.line()));
    /// ```
    #[must_use]
    pub fn line(&self) -> Self {
        let Some(code) = code_of(self.digits.values()).filter(|_| self.plus) else { return *self };
        let national = &self.digits.values()[code.width()..];
        let mut stripped = MOBILE_PREFIXES.iter().filter_map(|prefix| prefix.strip(code.number, national));
        let line = stripped.next().and_then(|rest| with_code(code.number, rest));
        line.map_or(*self, |digits| Self { digits, ..*self })
    }

    /// The key with a mobile prefix that some write and some leave out put in or left out, where there is one.
    pub(crate) fn other_spelling(&self) -> Option<Self> {
        let line = self.line();
        if line != *self {
            return Some(line);
        }
        let code = code_of(self.digits.values()).filter(|_| self.plus)?;
        let national = &self.digits.values()[code.width()..];
        let mut prefixes = MOBILE_PREFIXES.iter().filter(|prefix| !prefix.obsolete);
        let prefix = prefixes.find_map(|prefix| prefix.before(code.number, national))?;
        with_code(code.number, &[prefix, national].concat()).map(|digits| Self { digits, ..*self })
    }

    /// The key without a national prefix behind its code, where the plan has that number alone: whoever wrote it down,
    /// wrote the number; whoever shows it, shows another that must not slip through.
    pub(crate) fn without_trunk(&self) -> Option<Self> {
        let code = code_of(self.digits.values()).filter(|_| self.plus)?;
        let national = &self.digits.values()[code.width()..];
        let trunk = code.regions().first()?.trunk();
        let rest = national.strip_prefix(trunk).filter(|_| !trunk.is_empty())?;
        let is_meant = E164::look_up(code, rest).valid && !E164::look_up(code, national).valid;
        with_code(code.number, rest).filter(|_| is_meant).map(|digits| Self { digits, ..*self })
    }

    /// The key as one number, as lists keep it; `None` if it has more digits than any telephone number.
    ///
    /// ```
    /// use tomeru::{NumberKey, Region};
    /// let key = NumberKey::read("110", Region::JAPAN, Region::JAPAN).expect("a number");
    /// assert_eq!(key.packed(), Some(2110));
    /// ```
    #[must_use]
    pub fn packed(&self) -> Option<u64> {
        let digits = self.digits.values();
        let first = if self.plus { 1 } else { 2 };
        (digits.len() <= MAX_PACKED).then(|| digits.iter().fold(first, |sum, &digit| sum * 10 + u64::from(digit)))
    }

    /// The key that [`packed`](Self::packed) made `packed` of.
    ///
    /// ```
    /// assert_eq!(tomeru::NumberKey::unpacked(118442980122).to_string(), "+18442980122");
    /// ```
    #[must_use]
    pub fn unpacked(packed: u64) -> Self {
        let width = packed.checked_ilog10().unwrap_or_default();
        let mut digits = Digits::EMPTY;
        for at in (0..width).rev() {
            digits.push((packed / 10_u64.pow(at) % 10) as u8);
        }
        Self { plus: packed / 10_u64.pow(width) == 1, digits }
    }

    /// Whether a country code comes first.
    ///
    /// ```
    /// use tomeru::NumberKey;
    /// assert!(NumberKey::unpacked(118442980122).has_plus());
    /// assert!(!NumberKey::unpacked(2110).has_plus());
    /// ```
    #[must_use]
    pub fn has_plus(&self) -> bool {
        self.plus
    }

    /// The digits, without the plus.
    ///
    /// ```
    /// assert_eq!(tomeru::NumberKey::unpacked(118442980122).digits().to_string(), "18442980122");
    /// ```
    #[must_use]
    pub fn digits(&self) -> &Digits {
        &self.digits
    }
}

/// Whether it begins with a trunk prefix behind its trunk prefix, such as 0033-123-456, or with two: behind the country
/// code, one would be left out, and another number would be left.
fn is_dialled_at_home_alone(finding: &Finding) -> bool {
    finding.national_number.values().first() == Some(&0)
        && finding.regions.first().is_some_and(|region| region.trunk() == [0])
}

/// `national` behind `code`; `None` if that is more than [`Digits`] hold.
pub(super) fn with_code(code: u16, national: &[u8]) -> Option<Digits> {
    Digits::from_code(code).followed_by(national)
}

impl fmt::Display for NumberKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.plus { "+" } else { "" }, self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JAPAN: Region = Region::JAPAN;

    fn key(raw: &str) -> String {
        NumberKey::read(raw, JAPAN, JAPAN).map(|key| key.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_has_no_digits_has_no_key() {
        for raw in ["", "+", "003768-010"] {
            assert_eq!(NumberKey::of(&crate::locate(raw, Region::JAPAN, Region::JAPAN)), None, "{raw}");
        }
    }

    #[test]
    fn a_national_prefix_behind_the_code_may_be_left_out_where_a_number_is_left() {
        let without = |raw| NumberKey::read(raw, JAPAN, JAPAN).unwrap().without_trunk().map(|key| key.to_string());
        assert_eq!(without("+4903012345678").as_deref(), Some("+493012345678"));
        assert_eq!(without("+4407911123456").as_deref(), Some("+447911123456"));
        for raw in ["+493012345678", "+390612345678", "+18442980122", "+4400000", "110", "0312345678"] {
            assert_eq!(without(raw), None, "{raw}");
        }
    }

    #[test]
    fn all_spellings_have_one_key() {
        for raw in ["090-1234-5678", "+81 90 1234 5678", "+81 090-1234-5678", "010 81 90 1234 5678", "186 09012345678"]
        {
            assert_eq!(key(raw), "+819012345678", "{raw}");
        }
        for raw in ["+1 844 298 0122", "110", "#8000", "090-1234-5678", "+1800335814321"] {
            let key = NumberKey::read(raw, JAPAN, JAPAN).unwrap();
            assert_eq!(key.packed().map(NumberKey::unpacked), Some(key), "{raw}");
        }
        for (raw, wanted) in [
            ("+1 844-298-0122", "+18442980122"),
            ("010 1 844 298 0122", "+18442980122"),
            ("18442980122", "+18442980122"),
            ("+1800335814321", "+1800335814321"),
            ("+210123456", "+210123456"),
            ("+1844", "+1844"),
            ("110", "110"),
            ("0033-881-4321", "00338814321"),
            ("0088-22-1234", "0088221234"),
            ("0077-78-1234", "0077781234"),
            ("0037-634-99651", "003763499651"),
            ("anonymous", ""),
        ] {
            assert_eq!(key(raw), wanted, "{raw}");
        }
    }
}
