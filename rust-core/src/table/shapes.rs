// SPDX-License-Identifier: Apache-2.0
//! What has digits and is no telephone number: dates, times, addresses, amounts.

use crate::keyed::keyed;

keyed! {
    /// Why something in a file does not count as a number.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Why {
        /// There are no digits.
        NoNumber = 0 "no_number",
        /// Too few digits, or a short number that the plan does not have.
        Short = 1 "short",
        /// The plan of its country has no such length.
        Length = 2 "length",
        /// A date, a time, or seconds since 1970.
        Date = 3 "date",
        /// An amount, a count or a share.
        Amount = 4 "amount",
        /// An address of the internet.
        Address = 5 "address",
        /// A fraction, such as a coordinate.
        Decimal = 6 "decimal",
        /// A spreadsheet rounded it: 8.18E+11.
        Rounded = 7 "rounded",
        /// A post code.
        PostCode = 8 "post_code",
        /// Letters belong to it: the identifier of something.
        Id = 9 "id",
        /// Digits in its middle are hidden.
        Masked = 10 "masked",
        /// It lacks its country code, and the plan at home does not have it.
        NoCountry = 11 "no_country",
        /// The cell is longer than what is read.
        TooLong = 12 "too_long",
        /// It stands in a column that does not hold the list's numbers.
        OtherColumn = 13 "other_column",
        /// It stands in a comment or above the table.
        Comment = 14 "comment",
    }
}

/// As many as a day and a time to the millisecond with its zone have: 2026-01-02T10:30:00.123-05:00.
const MOST_GROUPS: usize = 9;

/// Groups of digits and what stands between them.
#[derive(Default)]
struct Groups {
    count: usize,
    lengths: [usize; MOST_GROUPS],
    values: [u64; MOST_GROUPS],
    /// Behind each group.
    between: [Option<char>; MOST_GROUPS],
    zero: [bool; MOST_GROUPS],
}

impl Groups {
    /// `None` if `text` has anything else in it.
    fn of(text: &str) -> Option<Self> {
        let mut groups = Self::default();
        let mut inside = false;
        for character in text.chars() {
            let character = plain(character);
            if let Some(digit) = character.to_digit(10) {
                if !inside {
                    groups.count += 1;
                    if groups.count > MOST_GROUPS {
                        return None;
                    }
                    groups.zero[groups.count - 1] = digit == 0;
                }
                inside = true;
                let at = groups.count - 1;
                groups.lengths[at] += 1;
                groups.values[at] = groups.values[at].saturating_mul(10).saturating_add(u64::from(digit));
            } else {
                let at = groups.count.checked_sub(1)?;
                if !inside
                    || !matches!(character, '-' | '/' | '.' | ':' | 'T' | 'Z' | '年' | '月' | '日' | '時' | '分' | '秒')
                {
                    return None;
                }
                inside = false;
                groups.between[at] = Some(character);
            }
        }
        Some(groups)
    }

    fn has(&self, wanted: &[char]) -> bool {
        self.between.iter().flatten().any(|character| wanted.contains(character))
    }
}

/// The same character as it is typed on an English keyboard.
pub(super) fn plain(character: char) -> char {
    match character {
        '\u{ff10}'..='\u{ff19}' => char::from(b'0' + (character as u32 - 0xff10) as u8),
        '／' => '/',
        '：' => ':',
        '－' | 'ー' | '−' | '‐' | '–' => '-',
        '．' => '.',
        _ => character,
    }
}

/// Why `text`, without spaces, is no number whatever its digits are; `None` if it may be one. `trusted` says that the
/// column's heading promises numbers: then digits alone, or in four groups, are no date and no address.
pub(super) fn no_number(text: &str, trusted: bool) -> Option<Why> {
    let text = text.trim_matches(['(', ')', '（', '）', '[', ']', '【', '】']);
    if is_uuid(text) {
        return Some(Why::Id);
    }
    if is_rounded(text) {
        return Some(Why::Rounded);
    }
    let unsigned = text.strip_prefix(['-', '−', '~', '約']).unwrap_or(text);
    if let Some(share) = unsigned.strip_suffix(['%', '％']) {
        let is_share =
            Groups::of(share).is_some_and(|groups| groups.count <= 2 && (!groups.zero[0] || groups.lengths[0] == 1));
        return is_share.then_some(Why::Amount);
    }
    let groups = Groups::of(unsigned)?;
    if groups.count == 1 {
        return (!trusted && groups.between[0].is_none() && is_stamp(groups.lengths[0], groups.values[0]))
            .then_some(Why::Date)
            .or((groups.between[0].is_some_and(|after| "年月日時分秒".contains(after))).then_some(Why::Date));
    }
    if !trusted && is_address(&groups) {
        return Some(Why::Address);
    }
    if is_date(&groups) || is_time(&groups) {
        return Some(Why::Date);
    }
    match (groups.count, groups.between[0]) {
        (2, Some('.')) if groups.between[1].is_none() && (!groups.zero[0] || groups.lengths[0] == 1) => {
            Some(Why::Decimal)
        }
        (2, Some('-')) if groups.lengths[..2] == [3, 4] && groups.between[1].is_none() => Some(Why::PostCode),
        _ => None,
    }
}

/// Four groups of up to three digits, as addresses of the internet are written, also with a port or a width.
fn is_address(groups: &Groups) -> bool {
    let has_end = match (groups.count, groups.between[3]) {
        (4, _) | (5, Some(':')) => true,
        (5, Some('/')) => groups.values[4] <= 32,
        _ => false,
    };
    has_end
        && groups.between[..3].iter().all(|&sign| sign == Some('.'))
        && (0..4).all(|at| groups.values[at] <= 255 && (!groups.zero[at] || groups.lengths[at] == 1))
}

/// Digits alone: a day, a day and a time, or seconds, milliseconds or microseconds since 1970 (2001 to 2033).
fn is_stamp(length: usize, value: u64) -> bool {
    match length {
        8 => is_day(value),
        12 => is_minute(value),
        14 => is_minute(value / 100),
        17 => is_minute(value / 100_000),
        10 => value / 1_000_000_000 == 1,
        13 => value / 1_000_000_000_000 == 1,
        16 => value / 1_000_000_000_000_000 == 1,
        _ => false,
    }
}

/// A day, an hour and a minute.
fn is_minute(value: u64) -> bool {
    is_day(value / 10_000) && value % 10_000 / 100 < 24 && value % 100 < 60
}

fn is_day(value: u64) -> bool {
    (1900..2100).contains(&(value / 10_000))
        && (1..=12).contains(&(value % 10_000 / 100))
        && (1..=31).contains(&(value % 100))
}

fn is_date(groups: &Groups) -> bool {
    if groups.has(&['年', '月', '日', '時', '分', '秒', 'T']) {
        return true;
    }
    let sign = groups.between[0];
    if sign != groups.between[1] {
        return false;
    }
    let [a, b, c] = [0, 1, 2].map(|at| groups.values[at]);
    let is_month_and_day = |month, day| (1..=12).contains(&month) && (1..=31).contains(&day);
    let rest_is_time = groups.count == 3 || groups.has(&[':']);
    rest_is_time
        && match groups.lengths[..3] {
            [4, 1..=2, 1..=2] => (1900..2100).contains(&a) && is_month_and_day(b, c),
            [1..=2, 1..=2, 4] => (1900..2100).contains(&c) && (is_month_and_day(a, b) || is_month_and_day(b, a)),
            [1..=2, 1..=2, 1..=2] => true,
            _ => false,
        }
}

/// 10:30, 10:30:00.123, also behind a day.
fn is_time(groups: &Groups) -> bool {
    groups.between[0] == Some(':') && groups.lengths[0] <= 3 && groups.lengths[1] <= 2
}

/// 550e8400-e29b-41d4-a716-446655440000
fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    groups.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// 8.18E+11: the last digits are lost.
fn is_rounded(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_number(mantissa.trim_start_matches('-'))
        && exponent.starts_with(['+', '-'])
        && is_number(exponent.trim_start_matches(['+', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_known_by_its_shape() {
        for (texts, why) in [
            (
                "2026-01-02 2026/1/2 02.01.2026 1/2/2026 20260102 20260102103000 202601021030 1767312345 1767312345123 \
                 2026-01-02T10:30:00Z 10:30 00:01:23 10:30:00.123 2026年1月2日 10時5分 26/01/02 ２０２６／０１／０２ (2026-01-02) \
                 13/02/2026 02/13/2026 2026:01:02 2026/01/02-10:30:00 2026-01-02T10:30:00.123-05:00 １０：３０ 123:45 \
                 ２０２６年０１月０２日１０時３０分",
                Why::Date,
            ),
            ("192.0.2.1 10.0.0.255 192.0.2.1. 198.51.100.123:5060 [198.51.100.0/24]", Why::Address),
            ("35.6895 -139.6917 0.5 12345678.90 ３５．６８９５", Why::Decimal),
            ("8.18E+11 1.8446E+10", Why::Rounded),
            ("100-0001 １００－０００１", Why::PostCode),
            ("15% 2.5%", Why::Amount),
        ] {
            for text in texts.split(' ').filter(|text| !text.is_empty()) {
                assert_eq!(no_number(text, false), Some(why), "{text}");
            }
        }
    }

    #[test]
    fn digits_are_a_time_only_if_there_is_one() {
        for (texts, why) in [
            ("19000101 20991231 20260131 20261201", Some(Why::Date)),
            ("18991231 21000101 20260001 20261301 20260100 20260132", None),
            ("202601020000 202601022359", Some(Why::Date)),
            ("202613011030 202601321030 202601022400 202601021060", None),
            ("20260102235959 20260102000000", Some(Why::Date)),
            ("20261301103000 20260132103000 20260102240000 20260102106000", None),
            ("20260102235959999 20260102000000000", Some(Why::Date)),
            ("20261301103000000 20260132103000000 20260102240000000 20260102106000000", None),
            // 1970 and seconds, milliseconds, microseconds.
            ("1000000000 1999999999 1767312345123 1767312345123456", Some(Why::Date)),
            ("2000000000 0999999999 2767312345123 0767312345123 2767312345123456 0767312345123456", None),
            ("1767312 176731234 17673123456 176731234512345 17673123451234567", None),
        ] {
            for text in texts.split(' ') {
                assert_eq!(no_number(text, false), why, "{text}");
            }
        }
    }

    #[test]
    fn numbers_are_not_taken_for_anything_else() {
        for texts in [
            "+18445550101 03-1234-5678 03.1234.5678 0312345678 09012345678 844.555.0101 1-844-555-0101 01.23.45.67.89",
            "06.12345678 0120% 18445550101 2025550143 0120-12-3456 0120-123456 +2026-01-02 555--0101 0-3-1-2-3-4-5-6-7-8",
            // Neither a day nor a time.
            "2026-13-02 2026-01-32 13-32-2026 12-34-5678 06/12-34 02/12.34.56 0312345678:12 03:12345678",
            // No address, and not rounded.
            "12-34-56-78 844.55.50.10 03.12.34.56 12.34.56.78/12.34.56.79 32.12.34.56/57 12.34.56.78-90",
            "12E345 e+18445550101 phone+18445550101",
        ] {
            for text in texts.split(' ') {
                assert_eq!(no_number(text, false), None, "{text}");
            }
        }
        for text in ["20260102", "12.34.56.78", "1767312345"] {
            assert_eq!(no_number(text, true), None, "{text}");
        }
    }
}
