// SPDX-License-Identifier: Apache-2.0
//! Where the digits of a text stand together.

use alloc::{vec, vec::Vec};

use crate::reader::{Class, class};

/// Digits and what separates them, without a space.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Token {
    /// Where it begins and ends in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) digits: usize,
    /// What stands before the first digit.
    pub(super) sign: Option<Class>,
    pub(super) leading_zero: bool,
    /// A date, a time or a count: what follows it, or joins it to the next, says so.
    pub(super) is_counted: bool,
    /// A dot joins it to other digits: of a version, an address, an amount.
    pub(super) is_part: bool,
    /// A word follows it, behind spaces: it may say what the token counts.
    pub(super) is_before_word: bool,
}

impl Token {
    /// The token with what stands beside it in `text`.
    fn within(self, text: &str) -> Self {
        let (before, after) = (&text[..self.start], &text[self.end..]);
        let left = before.strip_suffix('.').and_then(|rest| rest.chars().next_back());
        let right = after.strip_prefix('.').and_then(|rest| rest.chars().next());
        Self {
            is_part: [left, right].into_iter().flatten().any(|character| matches!(class(character), Class::Digit(_))),
            is_before_word: after.trim_start().starts_with(char::is_alphabetic),
            ..self
        }
    }
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

/// The tokens of `text`, in runs that nothing but spaces, brackets and the like separates; a plus begins another run.
pub(super) fn runs(text: &str) -> Vec<Vec<Token>> {
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
                        let leading_zero = value == 0;
                        token = Some(Token { start, end, digits: 1, sign, leading_zero, ..Token::default() });
                    }
                }
                continue;
            }
            Class::Separator if !is_gap(character) => continue,
            _ => {}
        }
        if let (Some(token), Some(run)) = (token.take(), runs.last_mut()) {
            run.push(Token { is_counted: counts(&token, character), ..token.within(text) });
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
        run.push(token.within(text));
    }
    runs
}

/// Whether `separator` may part numbers, not only the digits of one: what it parts is joined again where that makes a
/// number. Dashes stand within one.
fn is_gap(separator: char) -> bool {
    separator.is_whitespace()
        || matches!(separator, '/' | '／' | '.' | '．' | '·' | '・' | '･')
        || matches!(separator, '(' | ')' | '[' | ']' | '（' | '）' | '［' | '］' | '【' | '】' | '〔' | '〕')
}
