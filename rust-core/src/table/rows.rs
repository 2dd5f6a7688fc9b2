// SPDX-License-Identifier: Apache-2.0
//! Text to rows and cells. A line is a row; a quote that is not closed in it was none, unless the whole file is
//! consistent with quotes that go on over several lines.

/// Bytes of a cell that are kept; of a longer one it is only told that it is too long.
pub const MAX_CELL: usize = 4096;

/// What delimits cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// What stands between cells; `None` if a line is one cell.
    pub(super) delimiter: Option<char>,
    /// Whether a quoted cell may hold line ends.
    pub(super) across: bool,
}

/// Where a cell is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The line in which its row begins, counted from 1.
    pub(super) line: u64,
    /// Counted from 0.
    pub(super) column: usize,
}

/// Takes the cells of a file, in order.
pub(super) trait Sink {
    /// The name of a column, where the kind of file gives it; before any of its cells.
    fn name(&mut self, _column: usize, _name: &str) {}
    /// A cell of the current row. `cut` says that it goes on beyond [`MAX_CELL`].
    fn cell(&mut self, place: Place, text: &str, cut: bool);
    /// The current row, which began in `line` (counted from 1), is over.
    fn end(&mut self, line: u64);
}

/// Cuts text into rows and cells, one part after another.
#[derive(Debug)]
pub(super) struct Splitter {
    layout: Layout,
    cell: String,
    cut: bool,
    column: usize,
    quote: Quote,
    /// The current line, and the one in which the row began.
    line: u64,
    begun: u64,
    after_return: bool,
    any: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quote {
    None,
    Open,
    /// Behind what may be the closing quote, or the first of two.
    Closing,
}

impl Splitter {
    pub(super) fn new(layout: Layout) -> Self {
        Self {
            layout,
            cell: String::with_capacity(MAX_CELL + 4),
            cut: false,
            column: 0,
            quote: Quote::None,
            line: 1,
            begun: 1,
            after_return: false,
            any: false,
        }
    }

    pub(super) fn push(&mut self, text: &str, sink: &mut dyn Sink) {
        for character in text.chars() {
            let after_return = std::mem::take(&mut self.after_return);
            match character {
                '\n' if after_return => {}
                '\r' | '\n' => {
                    self.after_return = character == '\r';
                    self.line_end(sink);
                }
                // The mark of an encoding, also where files were joined.
                '\u{feff}' => {}
                _ => self.character(character, sink),
            }
        }
    }

    pub(super) fn finish(mut self, sink: &mut dyn Sink) {
        if self.any {
            self.row_end(sink);
        }
    }

    fn line_end(&mut self, sink: &mut dyn Sink) {
        if self.quote == Quote::Open && self.layout.across {
            self.keep('\n');
        } else {
            self.row_end(sink);
        }
        self.line += 1;
        if !self.any {
            self.begun = self.line;
        }
    }

    fn row_end(&mut self, sink: &mut dyn Sink) {
        if self.quote == Quote::Open {
            self.unquoted(sink);
        } else {
            self.cell_end(sink);
        }
        sink.end(self.begun);
        (self.column, self.any) = (0, false);
    }

    /// A quote that was never closed: the rest of the row is cut again as if it were not there.
    fn unquoted(&mut self, sink: &mut dyn Sink) {
        let text = std::mem::take(&mut self.cell);
        let delimiter = self.layout.delimiter.unwrap_or('\n');
        let cut = std::mem::take(&mut self.cut);
        let mut cells = text.split(delimiter).peekable();
        while let Some(cell) = cells.next() {
            sink.cell(Place { line: self.begun, column: self.column }, cell, cut && cells.peek().is_none());
            self.column += 1;
        }
        self.cell = text;
        self.cell.clear();
        self.quote = Quote::None;
    }

    fn cell_end(&mut self, sink: &mut dyn Sink) {
        sink.cell(Place { line: self.begun, column: self.column }, &self.cell, self.cut);
        self.column += 1;
        self.cell.clear();
        self.cut = false;
        self.quote = Quote::None;
    }

    fn character(&mut self, character: char, sink: &mut dyn Sink) {
        self.any = true;
        let is_delimiter = self.layout.delimiter == Some(character);
        match (self.quote, character) {
            (Quote::Open, '"') => self.quote = Quote::Closing,
            (Quote::Open, _) => self.keep(character),
            (_, _) if is_delimiter => self.cell_end(sink),
            (Quote::Closing, '"') => {
                self.quote = Quote::Open;
                self.keep('"');
            }
            (Quote::None, '"') if self.layout.delimiter.is_some() && self.cell.trim().is_empty() => {
                self.cell.clear();
                self.quote = Quote::Open;
            }
            _ => self.keep(character),
        }
    }

    fn keep(&mut self, character: char) {
        if self.cell.len() + character.len_utf8() <= MAX_CELL {
            self.cell.push(character);
        } else {
            self.cut = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Rows(Vec<(u64, Vec<String>)>, Vec<String>);

    impl Sink for Rows {
        fn cell(&mut self, place: Place, text: &str, cut: bool) {
            assert_eq!(place.column, self.1.len());
            self.1.push(if cut { format!("{}…", text.len()) } else { text.to_owned() });
        }

        fn end(&mut self, line: u64) {
            self.0.push((line, std::mem::take(&mut self.1)));
        }
    }

    fn rows(text: &str, layout: Layout) -> Vec<(u64, String)> {
        let all = |size: usize| {
            let mut rows = Rows::default();
            let mut splitter = Splitter::new(layout);
            let characters: Vec<char> = text.chars().collect();
            characters.chunks(size).for_each(|part| splitter.push(&part.iter().collect::<String>(), &mut rows));
            splitter.finish(&mut rows);
            rows.0.into_iter().map(|(line, cells)| (line, cells.join("/"))).collect::<Vec<_>>()
        };
        assert_eq!(all(1), all(1_000));
        all(7)
    }

    const COMMA: Layout = Layout { delimiter: Some(','), across: false };

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let wanted = [(1, "a/b".into()), (2, String::new()), (3, "c".into()), (4, "d/".into())];
        for end in ["\n", "\r\n", "\r"] {
            assert_eq!(rows(&["\u{feff}a,b", "", "\u{feff}c", "d,\u{feff}"].join(end), COMMA), wanted, "{end:?}");
        }
    }

    #[test]
    fn a_quote_ends_with_its_line() {
        assert_eq!(
            rows("\"a,1\",b\n\"c,d\ne,\"f \"\"g\"\"\"\n=\"h\",i\n", COMMA),
            [(1, "a,1/b".into()), (2, "c/d".into()), (3, "e/f \"g\"".into()), (4, "=\"h\"/i".into())]
        );
        let across = Layout { across: true, ..COMMA };
        assert_eq!(rows("\"a\nb\",c\nd,e\n", across), [(1, "a\nb/c".into()), (3, "d/e".into())]);
    }

    #[test]
    fn a_cell_that_is_too_long_is_cut_and_said_so() {
        assert_eq!(rows(&format!("{},b\n", "x".repeat(5_000)), COMMA), [(1, "4096…/b".into())]);
        assert_eq!(rows(&"x".repeat(4_096), Layout::default())[0].1.len(), 4_096);
    }
}
