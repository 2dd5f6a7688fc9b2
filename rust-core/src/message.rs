// SPDX-License-Identifier: Apache-2.0
//! The telephone numbers in a text that people share: a message, a page, a line of a call log.

use alloc::{borrow::ToOwned as _, string::String, vec, vec::Vec};
use core::fmt;

use crate::{
    call::Places,
    caller::Caller,
    hint::Hint,
    line::Line,
    origin::Origin,
    reader::{Class, class},
};

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
/// A code in a message is shorter than a forged number with a plus.
const LEAST_DIGITS_FORGED: usize = 7;

/// The numbers in `text`, for a phone in `places`: those with a plus come first, then those that the plan at home has;
/// other readings count only if there is neither. Dates, times and postcodes are none.
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
        let mut from = 0;
        while from < run.len() {
            match best_from(text, &run[from..], places) {
                Some((tokens, rank, candidate)) => {
                    from += tokens;
                    if !found.iter().any(|(_, known)| known.caller.key == candidate.caller.key) {
                        found.push((rank, candidate));
                    }
                }
                None => from += 1,
            }
        }
    }
    found.sort_by_key(|&(rank, _)| rank);
    let is_certain = |&(rank, _): &(Rank, _)| rank < Rank::Perhaps;
    if found.iter().any(is_certain) {
        found.retain(is_certain);
    }
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Plus,
    Plan,
    Perhaps,
}

/// Digits and what separates them, without a space.
#[derive(Clone, Copy, Debug)]
struct Token {
    /// Where it begins and ends in the text, in bytes.
    start: usize,
    end: usize,
    digits: usize,
    /// What stands before the first digit.
    sign: Option<Class>,
    leading_zero: bool,
    /// A date, a time or a count: what follows it, or joins it to the next, says so.
    is_counted: bool,
}

/// Whether `next`, the character behind a token, says that it is a part of a date or a time, or counts something.
fn counts(token: &Token, next: char) -> bool {
    match next {
        ':' | '：' | '年' | '月' | '日' | '時' | '分' | '秒' | '回' | '件' | '円' | '点' | '人' => true,
        // Two numbers may stand beside each other so, too.
        '/' | '／' => token.digits <= 2,
        _ => false,
    }
}

/// The longest number that begins with the first of `tokens`, and how many of them it takes up; one that a plan has
/// comes before one that is only possible.
fn best_from(text: &str, tokens: &[Token], places: &Places) -> Option<(usize, Rank, Candidate)> {
    let mut best: Option<((bool, bool), usize, Rank, Candidate)> = None;
    let mut digits = 0;
    for (index, token) in tokens.iter().enumerate() {
        digits += token.digits;
        if digits > MOST_DIGITS || (index > 0 && (token.sign.is_some() || token.is_counted)) {
            break;
        }
        let written = &text[tokens[0].start..token.end];
        let caller = Caller::written(written, places);
        let Some(rank) = rank(&caller, &tokens[0], digits, index == 0) else { continue };
        let quality = (caller.finding.valid, caller.finding.possible || caller.finding.imitates.is_some());
        if best.as_ref().is_none_or(|best| quality >= best.0) {
            best = Some((quality, index + 1, rank, Candidate { text: written.to_owned(), caller }));
        }
    }
    best.map(|(_, tokens, rank, candidate)| (tokens, rank, candidate))
}

/// How well `caller`, read from tokens of which `first` is the first, is a number; `None` if it is none.
fn rank(caller: &Caller, first: &Token, digits: usize, is_one_token: bool) -> Option<Rank> {
    let found = &caller.finding;
    if first.sign == Some(Class::Plus) {
        let is_number = found.possible || found.imitates.is_some() || digits >= LEAST_DIGITS_FORGED;
        return is_number.then_some(Rank::Plus);
    }
    let is_in_plan = match found.origin {
        Origin::Domestic if found.line == Line::ShortCode => found.valid && first.sign == Some(Class::Hash),
        // Nine digits without their zero may be anything.
        Origin::Domestic => found.valid && first.leading_zero,
        Origin::International | Origin::GlobalService => found.valid && first.leading_zero,
        Origin::DisguisedDomestic => first.leading_zero,
        _ => false,
    };
    if is_in_plan {
        return Some(Rank::Plan);
    }
    let may_be = is_one_token
        && match found.origin {
            Origin::Emergency => true,
            Origin::Domestic => found.valid && found.line == Line::ShortCode,
            Origin::International | Origin::DisguisedDomestic => {
                found.hints.contains(Hint::PlusMissing) && (found.valid || found.imitates.is_some())
            }
            _ => false,
        };
    may_be.then_some(Rank::Perhaps)
}

/// The tokens of `text`, in runs that nothing but spaces separates; a plus begins another run.
fn runs(text: &str) -> Vec<Vec<Token>> {
    let mut runs = vec![Vec::new()];
    let mut token: Option<Token> = None;
    let mut sign: Option<(usize, Class)> = None;
    for (at, character) in text.char_indices() {
        let class = class(character);
        match class {
            Class::Digit(value) => {
                let end = at + character.len_utf8();
                match &mut token {
                    Some(token) => (token.end, token.digits) = (end, token.digits + 1),
                    None => {
                        let start = sign.map_or(at, |(start, _)| start);
                        let sign = sign.take().map(|(_, class)| class);
                        token =
                            Some(Token { start, end, digits: 1, sign, leading_zero: value == 0, is_counted: false });
                    }
                }
                continue;
            }
            Class::Separator if !is_gap(character) => continue,
            _ => {}
        }
        if let (Some(token), Some(run)) = (token.take(), runs.last_mut()) {
            run.push(Token { is_counted: counts(&token, character), ..token });
        }
        match class {
            Class::Separator if character != '\n' && character != '\r' => {}
            Class::Plus | Class::Hash => {
                runs.push(Vec::new());
                sign = Some((at, class));
            }
            _ => {
                runs.push(Vec::new());
                sign = None;
            }
        }
    }
    if let (Some(token), Some(run)) = (token, runs.last_mut()) {
        run.push(token);
    }
    runs
}

/// Whether `separator` parts numbers, not only the digits of one.
fn is_gap(separator: char) -> bool {
    separator.is_whitespace() || matches!(separator, '/' | '／')
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
            ("Rs. 500. Call +۶۳ ۹۱۷ ۱۲۳ ۴۵۶۷", "+۶۳ ۹۱۷ ۱۲۳ ۴۵۶۷"),
        ] {
            assert_eq!(found(text), [number], "{text}");
        }
        for none in ["", "あいう", "12月1日 10:30", "〒100-0001", "2026-11-26", "+", "+123", "注文 123456"] {
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
    }

    #[test]
    fn what_stands_beside_a_number_says_how_much_of_one_it_is() {
        assert_eq!(found("+999 12345678"), ["+999 12345678"], "nobody has it, and a plus stands before it");
        // A dialled sign, or a prefix before what it imitates, is as good as a number of the plan.
        assert_eq!(found("#9110 か 03-1234-5678"), ["#9110", "03-1234-5678"]);
        assert_eq!(found("010-800-335-814-321 か 03-1234-5678"), ["010-800-335-814-321", "03-1234-5678"]);
        // A service's number, or one that lost its plus, counts where nothing better stands.
        for perhaps in ["117", "119", "18442980122"] {
            assert_eq!(found(perhaps), [perhaps]);
            assert_eq!(found(&format!("{perhaps}か 03-1234-5678")), ["03-1234-5678"], "{perhaps}");
        }
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
