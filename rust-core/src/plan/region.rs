// SPDX-License-Identifier: Apache-2.0
//! How one dials in a region: the phone's home, or the country it is in.

use alloc::borrow::ToOwned as _;
use core::{fmt, str::FromStr};

use super::{
    tables::{CARRIER_SELECTIONS, CodeEntry, DIALLING_PREFIXES, EMERGENCY, OUTCOMES, REGIONS, Region, WORDS},
    walk::{outcome, step},
};
use crate::error::Error;

impl Region {
    /// Japan.
    pub const JAPAN: Self = match Self::at(japan()) {
        Some(japan) => japan,
        None => panic!("Japan has telephone numbers"),
    };

    /// The region of an ISO 3166-1 alpha-2 identifier in either case; `None` if libphonenumber has no such region.
    ///
    /// ```
    /// use tomeru::Region;
    /// assert_eq!(Region::new("jp"), Some(Region::JAPAN));
    /// assert_eq!(Region::new("XX"), None);
    /// ```
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        let &[a, b] = id.as_bytes() else { return None };
        let id = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
        let at = REGIONS.binary_search_by(|entry| entry.id.cmp(&id)).ok()?;
        Self::at(u8::try_from(at).ok()?)
    }

    /// Every region, in the order of their identifiers.
    ///
    /// ```
    /// assert!(tomeru::Region::all().any(|region| region.id() == "PH"));
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).map_while(Self::at)
    }

    /// Its ISO 3166-1 alpha-2 identifier, in capital letters.
    ///
    /// ```
    /// assert_eq!(tomeru::Region::JAPAN.id(), "JP");
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        str::from_utf8(&self.entry().id).unwrap_or_default()
    }

    pub(crate) fn code(self) -> &'static CodeEntry {
        self.entry().code()
    }

    /// The trunk prefix (national prefix), "0" in Japan; empty where there is none.
    pub(crate) fn trunk(self) -> &'static [u8] {
        self.entry().trunk.values()
    }

    /// The shortest digits that one dials here before a country code, "010" in Japan; empty where they are longer than
    /// people store with a number, such as Brazil's with a carrier's code in them.
    pub(crate) fn international_prefix(self) -> &'static [u8] {
        self.entry().international_prefix.values()
    }

    /// Whether `digits` call for help here.
    pub(crate) fn is_emergency(self, digits: &[u8]) -> bool {
        digits.len() <= LONGEST_EMERGENCY
            // The region is told apart faster than the digits, which hundreds of rows have as many of.
            && EMERGENCY.iter().any(|row| row.is_in(self) && row.digits.values() == digits)
    }

    /// What follows the longest international prefix that `digits` begin with.
    pub(crate) fn after_international_prefix(self, digits: &[u8]) -> Option<&[u8]> {
        let mut at = self.entry().prefixes_start;
        let mut rest = None;
        for (index, &digit) in digits.iter().enumerate() {
            at = step(&WORDS, at, digit);
            if OUTCOMES[usize::from(outcome(&WORDS, at))].region == 1 {
                rest = Some(&digits[index + 1..]);
            }
        }
        // No country code begins with 0.
        rest.filter(|rest| rest.first().is_some_and(|&first| first != 0))
    }

    /// What may follow the code of a carrier and the international prefix at the beginning of `digits`, one for each
    /// length that the code may have.
    pub(crate) fn after_carrier(self, digits: &[u8]) -> impl Iterator<Item = &[u8]> {
        CARRIER_SELECTIONS.iter().filter(move |row| row.region == self).flat_map(move |row| {
            let code = digits.strip_prefix(row.digits.values());
            (row.more.0..=row.more.1)
                .filter_map(move |length| code?.get(usize::from(length)..)?.strip_prefix(self.international_prefix()))
        })
    }

    /// What follows digits that the owner of a phone dials here before a number, such as 184 in Japan.
    pub(crate) fn after_dialling_prefix(self, digits: &[u8]) -> Option<&[u8]> {
        DIALLING_PREFIXES.iter().filter(|row| row.is_in(self)).find_map(|row| digits.strip_prefix(row.digits.values()))
    }
}

/// Most numbers are longer than this, and need not be looked for among those that call for help.
const LONGEST_EMERGENCY: usize = {
    let (mut longest, mut at) = (0, 0);
    while at < EMERGENCY.len() {
        if EMERGENCY[at].digits.len() > longest {
            longest = EMERGENCY[at].digits.len();
        }
        at += 1;
    }
    longest
};

const fn japan() -> u8 {
    let mut at = 0;
    while REGIONS[at as usize].id[0] != b'J' || REGIONS[at as usize].id[1] != b'P' {
        at += 1;
    }
    at
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Region {
    type Err = Error;

    /// As [`Region::new`]; nothing stands in for a region that there is not.
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::new(text).ok_or_else(|| Error::UnknownRegion(text.to_owned()))
    }
}

#[cfg(feature = "serde")]
mod stored {
    use alloc::string::String;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

    use super::{Error, Region};

    impl Serialize for Region {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.id())
        }
    }

    impl<'de> Deserialize<'de> for Region {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer)?.parse().map_err(|error: Error| D::Error::custom(format_args!("{error}")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_found_by_its_identifier_and_reads_what_is_dialled_there() {
        for region in Region::all() {
            assert_eq!(Region::new(&region.id().to_lowercase()), Some(region));
            let prefix = region.international_prefix();
            if !prefix.is_empty() {
                let dialled = [prefix, &[4, 4]].concat();
                assert!(region.after_international_prefix(&dialled).is_some(), "{region}");
            }
        }
        assert_eq!(Region::JAPAN.id(), "JP");
        assert_eq!(Region::JAPAN.international_prefix(), [0, 1, 0]);
        assert_eq!(["XX", "J", "JPN", "日"].map(Region::new), [None; 4]);
    }
}
