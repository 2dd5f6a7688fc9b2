// SPDX-License-Identifier: Apache-2.0
//! What stands before and behind digits, and what it makes of them.

use super::shapes::Why;
use crate::reader::{Class, class};

/// Words that stand before a number without a space, in lower case.
const PHONE_WORDS: [&str; 16] = [
    "tel",
    "telephone",
    "phone",
    "ph",
    "fax",
    "mobile",
    "mob",
    "cell",
    "call",
    "caller",
    "from",
    "sip",
    "sms",
    "t",
    "m",
    "f",
];
/// Words before what identifies something else, in lower case.
const ID_WORDS: [&str; 9] = ["no", "id", "case", "ref", "order", "inv", "invoice", "acct", "uuid"];

/// Whether digits go on hidden in `after`, what follows `digits` of them: `None` if not; else why that is no beginning
/// of numbers, if it is none, and how many bytes belong to it.
pub(super) fn hidden(after: &str, digits: usize) -> Option<(Option<Why>, usize)> {
    let mut used = 0;
    let mut found = false;
    while let Some(character) = after[used..].chars().next() {
        let rest = &after[used..];
        let length = if let Some(set) = ["[0-9]", "\\d"].into_iter().find(|set| rest.starts_with(set)) {
            found = true;
            set.len() + repetition(&rest[set.len()..])
        } else if is_wild(character) {
            found = true;
            character.len_utf8()
        } else if rest.starts_with("..") {
            found = true;
            rest.len() - rest.trim_start_matches('.').len()
        } else {
            match class(character) {
                // Digits come only behind what stands for some. Behind a slash or with a plus it is another number.
                Class::Digit(_) => {
                    let more = rest
                        .chars()
                        .take_while(|&c| !is_slash(c) && !matches!(class(c), Class::Plus | Class::Other))
                        .map(char::len_utf8)
                        .sum::<usize>();
                    let is_extension = digits >= 7 && after[..used].chars().all(|c| matches!(c, 'x' | 'X' | '#'));
                    return if is_extension { None } else { Some((Some(Why::Masked), used + more)) };
                }
                Class::Separator if !is_slash(character) && goes_on(rest, found) => character.len_utf8(),
                _ => break,
            }
        };
        used += length;
    }
    // Letters that go on are a word, not hidden digits.
    let is_word = after[used..].starts_with(|next: char| next.is_ascii_alphabetic());
    (found && !is_word).then_some((None, used))
}

/// Whether behind separators comes what stands for digits, or, behind such, more digits.
fn goes_on(rest: &str, found: bool) -> bool {
    let next = rest.chars().find(|&character| class(character) != Class::Separator);
    next.is_some_and(|next| is_wild(next) || (found && matches!(class(next), Class::Digit(_))))
}

fn is_slash(character: char) -> bool {
    matches!(character, '/' | '／')
}

fn is_wild(character: char) -> bool {
    matches!(
        character,
        '*' | '＊' | '%' | '％' | 'x' | 'X' | 'ｘ' | 'Ｘ' | '×' | '?' | '？' | '_' | '…' | '〜' | '～' | '●' | '○'
    )
}

/// The length of `{7}`, `+` or `*`.
fn repetition(rest: &str) -> usize {
    match rest.chars().next() {
        Some('{') => rest.find('}').map_or(0, |end| end + 1),
        Some('+' | '*') => 1,
        _ => 0,
    }
}

/// Whether what stands `before` and `after` digits says that they are no number; and how much of `after` belongs to
/// them.
///
/// `zero` says that the digits begin with one, `grouped` that they stand in groups.
pub(super) fn around(before: &str, after: &str, plus: bool, zero: bool, grouped: bool) -> (Option<Why>, usize) {
    let next = after.chars().next();
    // 内線 and the like begin behind a space or a bracket.
    if let Some(extension) = extension(after) {
        return (None, extension);
    }
    match next {
        // Zeros before an amount leave it without groups.
        Some('円' | '億' | '歳' | '才') if !(plus || zero && grouped) => return (Some(Why::Amount), 0),
        // No count and no year begins with a zero: 日 behind such digits begins a word.
        Some('万' | '千' | '回' | '件' | '人' | '個' | '点') if !plus && !zero => return (Some(Why::Amount), 0),
        Some('年' | '月' | '日' | '時' | '分' | '秒') if !plus && !zero => return (Some(Why::Date), 0),
        Some('@') if !plus && !is_call(before) => return (Some(Why::Id), after.len()),
        Some('@') => return (None, after.len()),
        Some(letter) if letter.is_ascii_alphabetic() && !plus => {
            let word = after.chars().take_while(char::is_ascii_alphanumeric).count();
            return (Some(Why::Id), word);
        }
        _ => {}
    }
    if plus {
        return (None, 0);
    }
    match before.chars().next_back() {
        Some('¥' | '￥' | '$' | '€' | '£' | '₩') => (Some(Why::Amount), 0),
        Some('〒') => (Some(Why::PostCode), 0),
        Some('№') => (Some(Why::Id), 0),
        Some(last) if last.is_ascii_alphabetic() || last == '_' => {
            let is_phone = PHONE_WORDS.contains(&last_word(before).as_str());
            ((!is_phone).then_some(Why::Id), 0)
        }
        _ => {
            let word = last_word(before.trim_end_matches(['.', '-', '#', '(', ' ', '：', ':']));
            ((!zero && ID_WORDS.contains(&word.as_str())).then_some(Why::Id), 0)
        }
    }
}

/// Whether `before` says that an address is one of calls and not of mail.
fn is_call(before: &str) -> bool {
    let before = before.to_ascii_lowercase();
    before.ends_with("sip:") || before.ends_with("sips:")
}

/// The letters that `text` ends with, in lower case.
pub(super) fn last_word(text: &str) -> String {
    let start = text
        .rfind(|character: char| !character.is_ascii_alphabetic())
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    text[start..].to_ascii_lowercase()
}

/// The length of an extension that `after` begins with: x12, ext12.
fn extension(after: &str) -> Option<usize> {
    let lower = after.get(..after.len().min(8)).unwrap_or_default().to_ascii_lowercase();
    let mark = ["ext.", "ext", "x", "#"].into_iter().find(|mark| lower.starts_with(mark))?;
    let digits = after[mark.len()..].bytes().take_while(u8::is_ascii_digit).count();
    (1..=6).contains(&digits).then_some(mark.len() + digits)
}
