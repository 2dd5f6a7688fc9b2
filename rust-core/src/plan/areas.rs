// SPDX-License-Identifier: Apache-2.0
//! The areas of Japan's lines with a place, as libphonenumber's tables for +81 have them: the Ministry of Internal
//! Affairs and Communications' allocation of 2011-07-05. A line may have moved or be forwarded since: an area tells
//! about the number, never about where the caller is. Names have their prefecture where the tables bear each other out.

use super::tables::{AREA_DIGITS, AREA_NAME_ENDS, AREA_NAMES, AREA_OF_START, AREA_STARTS};

/// The names of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Area {
    /// In Japanese, such as 北海道札幌.
    pub ja: &'static str,
    /// In English, such as "Sapporo, Hokkaido"; the Japanese name where the tables have no other.
    pub en: &'static str,
}

/// The area of `national`, digits of a Japanese number without trunk prefix; `None` if there are too few of them, or the
/// tables have none.
pub(crate) fn area_of(national: &[u8]) -> Option<Area> {
    let digits = national.get(..AREA_DIGITS as usize)?;
    let number = digits.iter().fold(0, |number, &digit| number * 10 + u32::from(digit));
    let run = AREA_STARTS.partition_point(|&start| start <= number).checked_sub(1)?;
    let place = usize::from(AREA_OF_START[run]).checked_sub(1)?;
    let start = place.checked_sub(1).map_or(0, |before| usize::from(AREA_NAME_ENDS[before]));
    let (ja, en) = AREA_NAMES[start..usize::from(AREA_NAME_ENDS[place])].split_once('\t')?;
    Some(Area { ja, en: if en.is_empty() { ja } else { en } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digits::Digits;

    fn area(national: &str) -> Option<(&'static str, &'static str)> {
        let digits: Vec<u8> = national.bytes().map(|byte| byte - b'0').collect();
        area_of(Digits::from_values(&digits).values()).map(|area| (area.ja, area.en))
    }

    #[test]
    fn every_run_has_names_in_both_languages() {
        assert!(AREA_STARTS.is_sorted());
        let mut names = 0;
        for (&start, &place) in AREA_STARTS.iter().zip(&AREA_OF_START) {
            let digits = format!("{start:05}0000");
            match area(&digits) {
                Some((ja, en)) => {
                    assert!(place > 0 && !ja.is_empty() && !en.is_empty(), "{digits}");
                    names = names.max(place);
                }
                None => assert_eq!(place, 0, "{digits}"),
            }
        }
        assert_eq!(usize::from(names), AREA_NAME_ENDS.len());
    }

    #[test]
    fn the_longest_prefix_counts() {
        assert_eq!(area("335814321"), Some(("東京", "Tokyo")));
        assert_eq!(area("112312345"), Some(("北海道札幌", "Sapporo, Hokkaido")));
        assert_eq!(area("123212345"), Some(("北海道千歳", "Chitose, Hokkaido")));
        assert_eq!(area("123901234"), Some(("北海道夕張", "Yubari, Hokkaido")));
        assert_eq!(area("123951234"), Some(("北海道栗山", "Kuriyama, Hokkaido")));
        assert_eq!(area("220221234"), Some(("迫", "迫")));
        assert_eq!(area("595212345"), Some(("三重県上野", "三重県上野")));
        assert_eq!(area("288212345"), Some(("今市", "今市")), "the table says Imabari, Ehime");
    }

    #[test]
    fn what_is_no_line_with_a_place_has_none() {
        for none in ["", "3", "3358", "000000000", "120123456", "999999999"] {
            assert_eq!(area(none), None, "{none}");
        }
    }
}
