// SPDX-License-Identifier: Apache-2.0
//! The tokens of a cell that have digits, each with what stands around it.

use super::{
    bounds::{beginning, day_before_bracket, digits_of, is_digit, is_zone, length, without_fraction},
    names,
    shapes::{Why, no_number, plain},
};
use crate::{
    plan::code_of,
    reader::{Class, class},
};

/// What a token is, as far as its characters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits with what people put between them.
    Number,
    /// The beginning of numbers: `*`, `xxxx` or the like stand for the rest.
    Beginning,
    /// No number.
    Not(Why),
}

/// A number with its country code has no fewer digits.
const SHORTEST: usize = 7;

/// A token of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) kind: Kind,
    /// Where it begins and ends in the cell, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) digits: usize,
    pub(super) plus: bool,
    pub(super) zero: bool,
    pub(super) hash: bool,
    /// Only a space stands between it and the one before: both may be one number.
    pub(super) joined: bool,
    /// What it looks like by itself, if it is no number together with the country code before it.
    pub(super) alone: Option<Why>,
}

/// Finds the tokens of `cell`; `trusted` as in [`no_number`].
pub(super) fn find(cell: &str, trusted: bool, atoms: &mut Vec<Atom>) {
    atoms.clear();
    let mut finder = Finder { cell, trusted, atoms, clean: false, rest: false, alone: None };
    let mut start = None;
    let mut characters = cell.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map_or(' ', |&(_, next)| next);
        let is_colon = matches!(character, ':' | '：') && !(is_digit(before) && is_digit(next));
        let is_break = is_hard(character) || is_colon;
        if is_break || character.is_whitespace() {
            if let Some(start) = start.take() {
                finder.word(start, at);
            }
            finder.clean &= !is_break && character != '\t' && character != '\n';
        } else {
            start.get_or_insert(at);
        }
        before = character;
    }
    if let Some(start) = start {
        finder.word(start, cell.len());
    }
}

/// What never stands in a number.
fn is_hard(character: char) -> bool {
    matches!(character, ',' | ';' | '|' | '"' | '\'' | '<' | '>' | '=' | '&' | '\u{fffd}')
        || matches!(character, '、' | '。' | '，' | '；' | '「' | '」' | '『' | '』' | '“' | '”' | '’')
}

struct Finder<'a> {
    cell: &'a str,
    trusted: bool,
    atoms: &'a mut Vec<Atom>,
    /// The last token ends where its word does, so that the next word may go on with it.
    clean: bool,
    /// The word goes on with a country code that lacks digits.
    rest: bool,
    /// As in [`Atom`], for what the word begins with.
    alone: Option<Why>,
}

impl Finder<'_> {
    /// The tokens of one word.
    fn word(&mut self, start: usize, end: usize) {
        let word = without_fraction(&self.cell[start..end]);
        let end = start + word.len();
        let clean = std::mem::take(&mut self.clean);
        let digits = word.chars().filter(|&character| is_digit(character)).count();
        if digits == 0 {
            return;
        }
        // 555-0101 behind +1 844 is no post code.
        let why = no_number(word, self.trusted).filter(|&why| !(clean && why == Why::PostCode));
        self.rest = clean && self.lacks_digits();
        // Digits that go on with a country code may look like a time, a fraction or an address by chance.
        let is_chance = self.rest && no_number(word, true).is_none_or(|why| why == Why::Decimal);
        self.alone = why.filter(|_| is_chance);
        if let Some(why) = why.filter(|_| !is_chance) {
            return self.not(start, end, digits, why);
        }
        // The rest of an address behind https:
        if word.starts_with("//") && self.cell[..start].ends_with(':') {
            return self.not(start, end, digits, Why::Id);
        }
        let mut from = 0;
        if let Some(day) = day_before_bracket(word) {
            from = day;
            self.not(start, start + from, digits, Why::Date);
        }
        while let Some(begin) = beginning(word, from) {
            from = self.token(start, word, from, begin, clean);
        }
    }

    /// Whether the last tokens are a country code, and maybe more, whose number does not end there.
    fn lacks_digits(&self) -> bool {
        let mut digits = 0;
        let first = self.atoms.iter().rev().find(|atom| {
            digits += atom.digits;
            !atom.joined || digits >= SHORTEST
        });
        // +5 is none, as in votes.
        let is_code = |atom: &Atom| code_of(digits_of(&self.cell[atom.start..atom.end]).values()).is_some();
        first.is_some_and(|first| first.plus && is_code(first)) && digits < SHORTEST
    }

    fn not(&mut self, start: usize, end: usize, digits: usize, why: Why) {
        self.atoms.push(Atom {
            kind: Kind::Not(why),
            start,
            end,
            digits,
            plus: false,
            zero: false,
            hash: false,
            joined: false,
            alone: None,
        });
    }

    /// The token at `begin` of `word`; the one before in the word ended at `from`, and `clean` is about the word before.
    /// Says where it ends.
    fn token(&mut self, at: usize, word: &str, from: usize, begin: usize, clean: bool) -> usize {
        let first = word[begin..].chars().next().map(class);
        let plus = first == Some(Class::Plus);
        let length = length(&word[begin..], at + begin == 0, self.rest && from == 0);
        let end = begin + length;
        let digits = word[begin..end].chars().filter(|&character| is_digit(character)).count();
        let hash = first == Some(Class::Hash);
        let zero = word[begin..end]
            .chars()
            .find(|&character| is_digit(character))
            .is_some_and(|c| class(c) == Class::Digit(0));
        let is_grouped = word[begin..end].contains(|character| plain(character) == '-');
        let (before, after) = (&word[from..begin], &word[end..]);
        let behind = if from == 0 { &self.cell[..at + begin] } else { before };
        let (kind, used) = match names::hidden(after, digits) {
            Some((why, used)) => (why.map_or(Kind::Beginning, Kind::Not), used),
            None => match names::around(behind, after, plus, zero, is_grouped) {
                (Some(why), used) => (Kind::Not(why), used),
                (None, used) => (Kind::Number, used),
            },
        };
        let is_open = before.chars().all(|character| matches!(character, '(' | '（' | '[' | '/' | '／'));
        let goes_on = if from == 0 { clean } else { before == "/" };
        let joined = goes_on && is_open && !plus && !hash;
        let alone = self.alone.filter(|_| from == 0);
        self.atoms.push(Atom { kind, start: at + begin, end: at + end, digits, plus, zero, hash, joined, alone });
        // +(81) 3-…: the code has its own bracket.
        let has_bracket = plus && digits < SHORTEST && word[begin..end].contains(['(', '（']);
        let is_closed = matches!(after, ")" | "）") && (before.ends_with(['(', '（']) || has_bracket);
        let is_zone = plus && is_zone(&word[begin..end], &self.cell[..at + begin]);
        self.clean = kind == Kind::Number && !is_zone && (after.is_empty() || is_closed);
        end + used
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cell: &str) -> String {
        let mut atoms = Vec::new();
        find(cell, false, &mut atoms);
        let told = |atom: &Atom| {
            let text = &cell[atom.start..atom.end];
            let joined = if atom.joined { "~" } else { "" };
            match atom.kind {
                Kind::Number => format!("{joined}{text}"),
                Kind::Beginning => format!("{text}*"),
                Kind::Not(why) => format!("!{}", why.key()),
            }
        };
        atoms.iter().map(told).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_tokens_of_a_cell_are_told_apart() {
        for (cell, wanted) in [
            ("+1 844-555-0101(詐欺)", "+1 ~844-555-0101"),
            ("2. 090-1234-5678", "2 090-1234-5678"),
            ("1)090-1234-5678", "1 090-1234-5678"),
            ("(1)090-1234-5678", "1 090-1234-5678"),
            ("・03-1234-5678", "03-1234-5678"),
            ("TEL:03-1234-5678 FAX:03-1234-5679", "03-1234-5678 03-1234-5679"),
            ("TEL0312345678", "0312345678"),
            ("(03)1234-5678", "03)1234-5678"),
            ("+1 (844) 555-0101", "+1 ~844 ~555-0101"),
            ("2026-01-02 10:30 0312345678", "!date !date 0312345678"),
            ("4)844-555-0104", "4 844-555-0104"),
            ("844)555-0104", "844)555-0104"),
            ("1(8)445550101", "1(8)445550101"),
            ("(+49 30)1234567", "+49 ~30)1234567"),
            ("2) 844 555 0101", "2 844 ~555 ~0101"),
            ("（03） 1234 5678", "03 ~1234 ~5678"),
            ("（03) 1234 5678", "03 ~1234 ~5678"),
            ("+39.06.12345678", "+39.06.12345678"),
            ("+39-06-12345678", "+39-06-12345678"),
            ("39-06-12345678", "39-06-12345678"),
            ("010.0912345", "010.0912345"),
            ("03-1234-5678/06-1234-5678", "03-1234-5678 ~06-1234-5678"),
            ("0312, /345678", "0312 345678"),
            ("+18445550101 2026-01-02 10:30", "+18445550101 !date !date"),
            ("日付:2026-01-02 番号:03-1234-5678", "!date 03-1234-5678"),
            ("03-1234-5678、2026-01-02、詐欺", "03-1234-5678 !date"),
            ("+1 844 555-0101", "+1 ~844 ~555-0101"),
            ("100-0001", "!post_code"),
            ("18445550101.0", "18445550101"),
            ("18445550101.25", "!decimal"),
            ("(844)555.0101", "844)555.0101"),
            ("+(81)3-1234-5678", "+(81)3-1234-5678"),
            ("(+)03-1234-5678", "03-1234-5678"),
            ("+18445550101+18445550102", "+18445550101 +18445550102"),
            ("A1234567890", "!id"),
            ("+1844*", "+1844*"),
            ("0120%", "0120*"),
            ("+1844xxxxxxx", "+1844*"),
            ("+1844[0-9]{7}", "+1844*"),
            ("+1844...", "+1844*"),
            ("090-****-5678", "!masked"),
            ("03-1234-5678 x12", "03-1234-5678 !id"),
            ("03-1234-5678x12", "03-1234-5678"),
            ("¥12345678", "!amount"),
            ("12345678円", "!amount"),
            ("0312345678から12日間", "0312345678 !date"),
            ("〒1000001", "!post_code"),
            ("https://example.com/0312345678", "!id"),
            ("#9110", "#9110"),
            ("+44 1214960018", "+44 ~1214960018"),
            ("+1 844 555.0101", "+1 ~844 ~555.0101"),
            ("+18445550101 1767312345", "+18445550101 !date"),
            ("+44 2026-01-02", "+44 !date"),
            ("+1844555 1767312345", "+1844555 !date"),
            ("+5 1767312345 +09 12.34.56.78", "+5 !date +09 !address"),
            ("10:30:00 +0900 090-1234-5678", "!date +0900 090-1234-5678"),
            ("+0120 123 456", "+0120 ~123 ~456"),
            ("10:30 +0120 123 456", "!date +0120 ~123 ~456"),
            ("2026-01-02(12:30) 844-555-0101", "!date 12 30 844-555-0101"),
            ("2026-01-02（090-1234-5678）", "!date 090-1234-5678"),
            ("030 1234(5678) 12", "030 ~1234(5678 12"),
            ("+3906(123456) 12", "+3906(123456 12"),
            ("番号1:+0900 12 3456", "1 +0900 ~12 ~3456"),
            ("011-512-3456円山店", "011-512-3456"),
            ("0120000000円", "!amount"),
            ("+(81) 3-1234-5678", "+(81 ~3-1234-5678"),
            ("03-12-34(5678)", "03-12-34(5678"),
            ("2026-01-02(Fri)10:30", "!date 10 30"),
            ("詐欺 2026-01-02(Fri)", "!date"),
            ("090 12)345678", "090 ~12)345678"),
            ("090-****-5678/03-1234-5678", "!masked ~03-1234-5678"),
            ("0120*／0570*", "0120* 0570*"),
            ("tel:+81-3-1234-5678", "+81-3-1234-5678"),
            ("０３－１２３４－５６７８", "０３－１２３４－５６７８"),
        ] {
            assert_eq!(found(cell), wanted, "{cell}");
        }
    }
}
