// SPDX-License-Identifier: Apache-2.0
//! The telephone numbers in a text that people share: a message, a page, a line of a call log.

mod rank;
mod token;

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};
use core::fmt;

use rank::{Rank, rank};
use token::{Token, runs};

use crate::{call::Places, caller::Caller};

/// A number in a text.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// As it stands there.
    pub text: String,
    /// Whose number it is.
    pub caller: Caller,
}

/// Without the text: it may end in a log.
impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Candidate").field("caller", &self.caller).finish_non_exhaustive()
    }
}

/// More than anybody shares to have a number checked; each number in it is looked up several times.
const MOST_BYTES: usize = 20_000;
/// How many digits a number has at most, with any prefix before it.
const MOST_DIGITS: usize = 24;

/// The numbers in `text`, for a phone in `places`: those with a plus come first, then those that the plan at home has,
/// then those that lost their plus and are written as nothing else is; other readings count only if there is none of
/// the first two. Dates, times and postcodes are none.
///
/// ```
/// use tomeru::{Places, Region, numbers_in};
/// let found = numbers_in("12/1 10:30 +639171234567", &Places::at_home(Region::JAPAN));
/// assert_eq!((found.len(), found[0].text.as_str()), (1, "+639171234567"));
/// ```
#[must_use]
pub fn numbers_in(text: &str, places: &Places) -> Vec<Candidate> {
    let mut found: Vec<(Rank, Candidate)> = Vec::new();
    let text = &text[..text.floor_char_boundary(MOST_BYTES)];
    for run in runs(text) {
        let mut left = run.as_slice();
        while let [_, others @ ..] = left {
            match best_from(text, left, places) {
                Some((tokens, rank, candidate)) => {
                    left = &left[tokens..];
                    if !found.iter().any(|(_, known)| known.caller.key == candidate.caller.key) {
                        found.push((rank, candidate));
                    }
                }
                None => left = others,
            }
        }
    }
    found.sort_by_key(|&(rank, _)| rank);
    if found.iter().any(|&(rank, _)| rank < Rank::Lost) {
        found.retain(|&(rank, _)| rank < Rank::Perhaps);
    }
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Whether `token`, behind `last` of a whole number, counts something: "+49 30 123456 2 missed calls". A zero is an
/// extension, and digits one by one are a number's.
fn is_count(token: &Token, last: &Token) -> bool {
    token.digits == 1 && !token.leading_zero && last.digits > 1 && token.is_before_word
}

/// The longest number that begins with the first of `tokens`, and how many of them it takes up; one that a plan has
/// comes before one that is only possible.
fn best_from(text: &str, tokens: &[Token], places: &Places) -> Option<(usize, Rank, Candidate)> {
    let mut best: Option<((bool, bool), usize, Rank, Candidate)> = None;
    let mut digits = 0;
    for (index, token) in tokens.iter().enumerate() {
        digits += token.digits;
        if digits > MOST_DIGITS {
            break;
        }
        if let Some(last) = index.checked_sub(1).map(|last| &tokens[last]) {
            let is_whole = best.as_ref().is_some_and(|((valid, _), ..)| *valid);
            if token.sign.is_some() || token.is_counted || (is_whole && is_count(token, last)) {
                break;
            }
        }
        let written = &text[tokens[0].start..token.end];
        let caller = Caller::written(written, places);
        let Some(rank) = rank(&caller, &tokens[..=index], written) else { continue };
        let quality = (caller.finding.valid, caller.finding.possible || caller.finding.imitates.is_some());
        if best.as_ref().is_none_or(|best| quality >= best.0) {
            best = Some((quality, index + 1, rank, Candidate { text: written.to_owned(), caller }));
        }
    }
    best.map(|(_, tokens, rank, candidate)| (tokens, rank, candidate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Region;

    fn found(text: &str) -> Vec<String> {
        numbers_in(text, &Places::at_home(Region::JAPAN)).into_iter().map(|candidate| candidate.text).collect()
    }

    #[test]
    fn the_number_of_a_message_is_found_among_dates_and_postcodes() {
        for (text, number) in [
            ("12月1日(火)10:30 着信 +639171234567", "+639171234567"),
            ("〒100-0001 TEL 03-3581-4321", "03-3581-4321"),
            ("03−3581−4321", "03−3581−4321"),
            ("着信：+1 844-298-0122 でした。10時5分", "+1 844-298-0122"),
            (" +1 (844) 298-0122 ", "+1 (844) 298-0122"),
            ("2026-01-02 0312345678", "0312345678"),
            ("2026/01/02 03 1234 5678", "03 1234 5678"),
            ("+63 917 123 4567 12:30", "+63 917 123 4567"),
            ("+62 812 3456 789 10:30", "+62 812 3456 789"),
            ("+4930123456 12/1 10:30", "+4930123456"),
            ("+49 30 123456 9時5分", "+49 30 123456"),
            ("00628123456789 12/1", "00628123456789"),
            ("+39 333 123 4567 3件", "+39 333 123 4567"),
            ("会員番号 1234567890 電話(０３)３５８１－４３２１", "０３)３５８１－４３２１"),
            ("18442980122 から電話", "18442980122"),
            ("+1 800 335814321 は警察？", "+1 800 335814321"),
            ("+2101234567", "+2101234567"),
            ("1 090-1234-5678", "090-1234-5678"),
            ("相談は#9110へ", "#9110"),
            ("緊急は110番", "110"),
            ("010 63 917 123 4567", "010 63 917 123 4567"),
            ("0063 917 123 4567", "0063 917 123 4567"),
            ("tel:+639171234567", "+639171234567"),
            ("(1)090-1234-5678", "090-1234-5678"),
            ("1.090-1234-5678", "090-1234-5678"),
            ("2.0312345678", "0312345678"),
            ("3.18442980122", "18442980122"),
            ("10:30(090-1234-5678)", "090-1234-5678"),
            ("〒100-0001(03-3581-4321)", "03-3581-4321"),
            ("2026.11.26（03-1234-5678）", "03-1234-5678"),
            ("12/1 10:30（1-844-298-0122）", "1-844-298-0122"),
            ("(03)1234-5678", "03)1234-5678"),
            ("03(1234)5678", "03(1234)5678"),
            ("+44(0)20 7946 0018", "+44(0)20 7946 0018"),
            ("+1(844)298.0122", "+1(844)298.0122"),
            ("0120（123）456", "0120（123）456"),
            ("+49 30 123456 2 missed calls", "+49 30 123456"),
            ("+62 812 3456 789 3 times", "+62 812 3456 789"),
            ("+43 1 58858 0 から", "+43 1 58858 0"),
            ("+43 1 234", "+43 1 234"),
            ("+62 812 3456 789 0", "+62 812 3456 789 0"),
            ("+4 9 3 0 1 2 3 4 5 6 7 8", "+4 9 3 0 1 2 3 4 5 6 7 8"),
            ("+4 9 3 0 1 2 3 4 5 6 7 8 から電話", "+4 9 3 0 1 2 3 4 5 6 7 8"),
            ("(63)9171234567 から", "63)9171234567"),
            ("1(844)2980122", "1(844)2980122"),
            ("44(20)79460018", "44(20)79460018"),
            ("1.8442980122", "1.8442980122"),
            ("20.11.2026 10.30 着信 18442980122", "18442980122"),
            ("81-3-3581-4321から電話", "81-3-3581-4321"),
            ("1 844 298 0122 から電話", "1 844 298 0122"),
            ("Rs. 500. Call +۶۳ ۹۱۷ ۱۲۳ ۴۵۶۷", "+۶۳ ۹۱۷ ۱۲۳ ۴۵۶۷"),
        ] {
            assert_eq!(found(text), [number], "{text}");
        }
        for none in [
            "",
            "あいう",
            "12月1日 10:30",
            "〒100-0001",
            "2026-11-26",
            "+",
            "+123",
            "注文 123456",
            "192.168.0.110",
            "1.119.2",
            "1.117.2",
            "11 7",
        ] {
            assert!(found(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn several_numbers_are_told_those_with_a_plus_first() {
        assert_eq!(
            found("03-1234-5678 090 1234 5678\n+639171234567 (110番)"),
            ["+639171234567", "03-1234-5678", "090 1234 5678"]
        );
        assert_eq!(found("090-1234-5678 / +81 90 1234 5678"), ["090-1234-5678"], "one line, twice");
        assert_eq!(found("03 1234 5678/06 1234 5678"), ["03 1234 5678", "06 1234 5678"]);
        assert_eq!(found("+43 1 12345 0120-123-456"), ["+43 1 12345", "0120-123-456"]);
        for joint in ["(", "（", ")(", "【", "・", "."] {
            let text = format!("03-1234-5678{joint}090-1234-5678");
            assert_eq!(found(&text), ["03-1234-5678", "090-1234-5678"], "{text}");
        }
        assert_eq!(found("+1 844 298 0122(03-1234-5678)"), ["+1 844 298 0122", "03-1234-5678"]);
        assert_eq!(found("1)03-3581-4321 2)03-1234-5678"), ["03-3581-4321", "03-1234-5678"]);
        for end in ["\n", "\r\n", "\r"] {
            assert_eq!(found(&format!("+49 30 123456{end}12 min")), ["+49 30 123456"], "a line ends its number");
        }
    }

    #[test]
    fn a_number_that_lost_its_plus_is_told_behind_others_where_it_is_written_as_nothing_else_is() {
        let beside = |text: &str| found(&format!("{text} 03-1234-5678"));
        for lost in [
            "1-844-298-0122",
            "1 (844) 298-0122",
            "1.844.298.0122",
            "63 917 123 4567",
            "33 6 12 34 56 78",
            "91 98765 43210",
            "86-138-1234-5678",
            "852-9123-4567",
            "7-495-123-45-67",
            "81-90-1234-5678",
            "１－８４４－２９８－０１２２",
            // Forged police numbers are long enough to be nothing else.
            "1800335814321",
            "1-800-335-814-321",
            "180-0335814321",
        ] {
            assert_eq!(beside(lost), ["03-1234-5678", lost], "{lost}");
            assert_eq!(found(lost), [lost]);
        }
        for other in [
            "追跡番号 18442980122",
            "お届け 1234-5678-9012",
            "注文番号 250-1234567-1234567",
            "航空券 131-1234567890",
            "123456-20261126-0123456789",
            "ISBN 978-4-04-123456-7",
            "4901234567894",
            "4111-1111-1111-1111",
            "20-11-2026 10:30",
            "31/12/2026",
            "33 612 345 678円",
            "49.30.123.145",
            "677-40-123",
            "1844-298-0122",
            "184-4298-0122",
            "1/844/298/0122",
            "32/2/123/4567",
        ] {
            assert_eq!(beside(other), ["03-1234-5678"], "{other}");
        }
    }

    #[test]
    fn what_stands_beside_a_number_says_how_much_of_one_it_is() {
        assert_eq!(found("+999 12345678"), ["+999 12345678"], "nobody has it, and a plus stands before it");
        // A dialled sign, or a prefix before what it imitates, is as good as a number of the plan.
        assert_eq!(found("#9110 か 03-1234-5678"), ["#9110", "03-1234-5678"]);
        assert_eq!(found("010-800-335-814-321 か 03-1234-5678"), ["010-800-335-814-321", "03-1234-5678"]);
        // A service's number, or one that lost its plus, counts where nothing better stands.
        for perhaps in ["117", "119", "18442980122", "1800312345678"] {
            assert_eq!(found(perhaps), [perhaps]);
            assert_eq!(found(&format!("{perhaps}か 03-1234-5678")), ["03-1234-5678"], "{perhaps}");
        }
        // What lost its plus is none so sure that another would not be the one.
        assert_eq!(found("1-844-298-0122 か 639171234567"), ["1-844-298-0122", "639171234567"]);
        for none in ["9012345678", "12005550123", "1190 312345678"] {
            assert!(found(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn more_digits_than_any_number_has_are_not_joined_to_one() {
        assert_eq!(found("+999 123456789012345678901"), ["+999 123456789012345678901"], "exactly as many");
        assert_eq!(found("+999 1234567890123456789012"), Vec::<String>::new(), "one more");
    }

    #[test]
    fn a_log_is_told_no_number() {
        let candidates = numbers_in("+639171234567", &Places::at_home(Region::JAPAN));
        let told = format!("{:?}", candidates[0]);
        assert!(told.starts_with("Candidate"), "{told}");
        assert!(!told.contains("917123"), "{told}");
    }

    #[test]
    fn of_a_long_text_the_beginning_counts() {
        let text = format!("03-1234-5678{}090-1234-5678", "あ ".repeat(50_000));
        assert_eq!(found(&text), ["03-1234-5678"]);
    }
}
