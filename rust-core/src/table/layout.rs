// SPDX-License-Identifier: Apache-2.0
//! What kind of table a file is, found over all of its lines.

use super::rows::Layout;

/// What kind of table a file is.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileKind {
    /// Text, one line after another.
    Lines,
    /// Cells with commas between them.
    Commas,
    /// Cells with semicolons between them.
    Semicolons,
    /// Cells with tabs between them.
    Tabs,
    /// Cells with | between them.
    Bars,
    /// One JSON object a line.
    JsonLines,
    /// An address book (vCard).
    VCard,
}

impl FileKind {
    /// The stable name, as in the JSON of the command line.
    ///
    /// ```
    /// assert_eq!(tomeru::table::FileKind::Commas.key(), "commas");
    /// ```
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Commas => "commas",
            Self::Semicolons => "semicolons",
            Self::Tabs => "tabs",
            Self::Bars => "bars",
            Self::JsonLines => "json_lines",
            Self::VCard => "vcard",
        }
    }
}

/// In the order in which they are preferred: a comma is often part of a text.
const DELIMITERS: [(char, FileKind); 4] =
    [('\t', FileKind::Tabs), (';', FileKind::Semicolons), ('|', FileKind::Bars), (',', FileKind::Commas)];
/// More delimiters in a line are counted as this many.
const MOST: usize = 64;
/// The first line of an address book.
const CARD: &str = "BEGIN:VCARD";
/// A delimiter stands in this share of the lines at least.
const LEAST_SHARE: u64 = 10;

/// Counts how many delimiters each line has.
#[derive(Clone, Debug)]
struct Counts {
    current: [usize; DELIMITERS.len()],
    /// How many rows have so many.
    rows: [[u64; MOST + 1]; DELIMITERS.len()],
    quoted: bool,
    any: bool,
}

impl Counts {
    fn new() -> Self {
        Self { current: Default::default(), rows: [[0; MOST + 1]; DELIMITERS.len()], quoted: false, any: false }
    }

    fn push(&mut self, character: char) {
        self.any |= !character.is_whitespace();
        if character == '"' {
            self.quoted = !self.quoted;
        } else if !self.quoted
            && let Some(at) = DELIMITERS.iter().position(|&(delimiter, _)| delimiter == character)
        {
            self.current[at] += 1;
        }
    }

    fn end(&mut self) {
        if std::mem::take(&mut self.any) {
            for (rows, count) in self.rows.iter_mut().zip(self.current) {
                rows[count.min(MOST)] += 1;
            }
        }
        self.current = Default::default();
    }
}

/// Looks at the text of a file, one part after another.
#[derive(Debug)]
pub(super) struct Finder {
    /// Where each line is a row, and where quotes go on over lines.
    lines: Counts,
    across: Counts,
    odd_quotes: u64,
    all: u64,
    objects: u64,
    first: Option<char>,
    last: char,
    /// What may be [`CARD`]: the beginning of the first line that is not blank.
    head: String,
    head_over: bool,
}

impl Finder {
    pub(super) fn new() -> Self {
        Self {
            lines: Counts::new(),
            across: Counts::new(),
            odd_quotes: 0,
            all: 0,
            objects: 0,
            first: None,
            last: ' ',
            head: String::new(),
            head_over: false,
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        for character in text.chars() {
            if matches!(character, '\r' | '\n') {
                self.end();
                continue;
            }
            self.lines.push(character);
            self.across.push(character);
            if !character.is_whitespace() && character != '\u{feff}' {
                self.first.get_or_insert(character);
                if !self.head_over && self.head.len() <= CARD.len() {
                    self.head.push(character);
                }
                // Objects of an array have a comma behind them.
                if character != ',' || self.last != '}' {
                    self.last = character;
                }
            }
        }
    }

    fn end(&mut self) {
        if let Some(first) = self.first.take() {
            // The lines around the objects of an array are none.
            let is_bracket = matches!(self.last, '[' | ']') && first == self.last;
            self.all += u64::from(!is_bracket);
            self.objects += u64::from(first == '{' && self.last == '}');
        }
        self.lines.end();
        self.odd_quotes += u64::from(std::mem::take(&mut self.lines.quoted));
        if !self.across.quoted {
            self.across.end();
        }
        self.head_over = !self.head.is_empty();
    }

    /// Which share of the lines has the delimiter that the most of them have, from 0 to 1.
    #[cfg(feature = "cli")]
    pub(super) fn share(&mut self) -> f64 {
        self.end();
        let with = |rows: &[u64; MOST + 1]| rows[1..].iter().sum::<u64>();
        let most = self.lines.rows.iter().map(with).max().unwrap_or_default();
        most as f64 / self.all.max(1) as f64
    }

    /// What the file is, and how its cells are told apart.
    pub(super) fn found(mut self) -> (FileKind, Layout) {
        self.end();
        if self.head.eq_ignore_ascii_case(CARD) {
            return (FileKind::VCard, Layout::default());
        }
        if self.objects > 0 && self.objects * 10 >= self.all * 9 {
            return (FileKind::JsonLines, Layout::default());
        }
        let score = |at: usize| {
            let rows = &self.lines.rows[at];
            let with: u64 = rows[1..].iter().sum();
            let alike = rows[1..].iter().max().copied().unwrap_or_default();
            (with > 0 && with * LEAST_SHARE >= self.all).then_some(with + alike)
        };
        let best = (0..DELIMITERS.len()).rev().filter_map(|at| Some((score(at)?, at))).max_by_key(|&(score, _)| score);
        let Some((_, at)) = best else { return (FileKind::Lines, Layout::default()) };
        let (delimiter, kind) = DELIMITERS[at];
        (kind, Layout { delimiter: Some(delimiter), across: self.is_across(at) })
    }

    /// Whether quotes go on over lines: every row has as many cells then, and no quote is left open.
    fn is_across(&self, at: usize) -> bool {
        let used = self.across.rows[at].iter().filter(|&&rows| rows > 0).count();
        self.odd_quotes > 0 && !self.across.quoted && used == 1 && self.across.rows[at][0] == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (FileKind, bool) {
        let mut finder = Finder::new();
        finder.push(text);
        let (kind, layout) = finder.found();
        (kind, layout.across)
    }

    #[test]
    fn the_delimiter_is_that_of_the_whole_file() {
        for (text, kind) in [
            ("0312345678\n0612345678\n", FileKind::Lines),
            ("a,b\nc,d\n", FileKind::Commas),
            ("a\tb, c\nd\te\n", FileKind::Tabs),
            ("1,5;b\n2,5;d\n", FileKind::Semicolons),
            ("|a|b|\n|c|d|\n", FileKind::Bars),
            ("{\"a\":1}\n{\"a\":2}\n", FileKind::JsonLines),
            ("\u{feff}begin:vcard\nTEL:110\n", FileKind::VCard),
            ("\r\n BEGIN:VCARD \r\nTEL:110\r\n", FileKind::VCard),
            ("BEGIN:VCARDS\n", FileKind::Lines),
            ("BEGIN:\nVCARD\n", FileKind::Lines),
            // What stands in braces is not always an object.
            ("{6B29FC40},a\n{6B29FC41},b\n", FileKind::Commas),
            ("0312345678\n0612345678\n{\"a\":1}\n{\"a\":2}\n", FileKind::Lines),
            // Notes have commas, though not as many in each.
            ("1;a, b\n2;c, d, e\n3;f\n", FileKind::Semicolons),
            ("a,b,c,d", FileKind::Commas),
            ("", FileKind::Lines),
        ] {
            assert_eq!(found(text), (kind, false), "{text}");
        }
        // One that ends as it begins is a line as any other.
        for number in ["0312345678\n", "0312345670\n"] {
            let mostly_lines = format!("{}a, b\n", number.repeat(20));
            assert_eq!(found(&mostly_lines).0, FileKind::Lines);
        }
        let some_with_notes = format!("{}{}", "0312345678\n".repeat(24), "0612345678, a\n".repeat(6));
        assert_eq!(found(&some_with_notes).0, FileKind::Commas);
        assert_eq!(found(&format!("0312345678{}\n", ",".repeat(100))).0, FileKind::Commas);
    }

    #[test]
    fn quotes_go_on_over_lines_only_if_the_whole_file_says_so() {
        assert!(found("a,\"b\nc\"\nd,e\n").1);
        assert!(!found("a,\"b\nc,d\ne,f\n").1);
        assert!(!found("a,\"b\nc\"\nd,e,f\n").1);
        assert!(!found("a,\"b\"\nc,d\n").1);
    }
}
