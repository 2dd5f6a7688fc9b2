// SPDX-License-Identifier: Apache-2.0
//! The first look at all cells: headings, what each column holds, and which country the file speaks for.

use super::{
    atoms::Atom,
    column::{MOST_COLUMNS, Stats},
    heading,
    heading::Heading,
    held::{Held, code},
    hint::Clues,
    judge::{self, Found, Reading},
    report::shortened,
    rows::{Place, Sink},
    shapes::Why,
};
use crate::plan::Region;

/// Headings stand in one of so many rows.
const HEADING_ROWS: usize = 10;

/// What the first look found.
#[derive(Debug)]
pub(super) struct Survey {
    home: Region,
    pub(super) columns: Vec<Stats>,
    pub(super) clues: Clues,
    /// The line of the headings, and how many they are.
    pub(super) heading: Option<(u64, usize)>,
    /// Numbers whose zero may be lost, and digits that no plan at home explains.
    bare: u64,
    unexplained: u64,
    rows: usize,
    row: Vec<(usize, Option<Heading>, String)>,
    row_has_number: bool,
    is_good: bool,
    held: Held,
    room: Vec<Atom>,
}

impl Survey {
    pub(super) fn new(home: Region) -> Self {
        Self {
            home,
            columns: Vec::new(),
            clues: Clues::default(),
            heading: None,
            bare: 0,
            unexplained: 0,
            rows: 0,
            row: Vec::new(),
            row_has_number: false,
            is_good: false,
            held: Held::default(),
            room: Vec::new(),
        }
    }

    /// Whether digits without a zero are numbers at home that lost it, as spreadsheets make them.
    pub(super) fn is_zero_lost(&self) -> bool {
        self.bare > 0 && self.bare * 10 >= (self.bare + self.unexplained) * 8
    }

    fn column(&mut self, column: usize) -> &mut Stats {
        let at = column.min(MOST_COLUMNS);
        if self.columns.len() <= at {
            self.columns.resize_with(at + 1, Stats::default);
        }
        &mut self.columns[at]
    }

    /// Counts what the cell at `place` holds, once its row is known.
    fn count(&mut self, place: Place, text: &str) {
        let trusted = self.column(place.column).heading.is_some_and(Heading::is_numbers);
        let reading = Reading { home: self.home, trusted, code: self.held.code_for(place.column) };
        let (mut numbers, mut bares, mut first) = (0, 0, None);
        let mut room = std::mem::take(&mut self.room);
        judge::cell(text, reading, &mut room, |written, found| match found {
            // A row's number may be a short one of the network by chance.
            Found::Number { key, .. } if !key.has_plus() => {}
            Found::Number { key, finding, bare } => {
                first = first.or(key.packed());
                if bare {
                    bares += 1;
                    self.bare += 1;
                    self.clues.text(written);
                } else {
                    numbers += 1;
                    finding.regions.first().into_iter().for_each(|&region| self.clues.region(region));
                }
            }
            Found::Beginning { .. } => numbers += 1,
            Found::Not(Why::NoCountry) => {
                self.unexplained += 1;
                self.clues.text(written);
            }
            Found::Not(_) => {}
        });
        self.room = room;
        self.row_has_number |= numbers + bares > 0;
        let stats = self.column(place.column);
        stats.filled += 1;
        stats.numbers += u64::from(numbers > 0);
        stats.bare += u64::from(numbers == 0 && bares > 0);
        first.into_iter().for_each(|packed| stats.saw(packed));
    }

    /// Whether headings may still come.
    fn is_at_head(&self) -> bool {
        self.rows < HEADING_ROWS
    }
}

impl Sink for Survey {
    fn name(&mut self, column: usize, name: &str) {
        let heading = heading::of(name);
        // No row is one of headings.
        self.rows = HEADING_ROWS;
        let stats = self.column(column);
        (stats.name, stats.heading) = (Some(shortened(name)), heading);
    }

    fn cell(&mut self, place: Place, text: &str, cut: bool) {
        let text = text.trim();
        if text.is_empty() || cut {
            return;
        }
        if self.is_at_head() && self.row.len() < MOST_COLUMNS {
            self.row.push((place.column, heading::of(text), shortened(text)));
        }
        let heading = self.column(place.column).heading;
        let code = code(text, heading);
        self.held.note(place.column, code);
        self.column(place.column).codes += u64::from(code.is_some());
        self.is_good |= heading::is_good(text);
        if !self.held.push(place, text, cut) {
            self.count(place, text);
        }
    }

    fn end(&mut self, line: u64) {
        self.held.take().iter().for_each(|(place, text, _)| self.count(*place, text));
        self.held.clear();
        let row = std::mem::take(&mut self.row);
        // A number to ask at may stand above the headings.
        let is_good = std::mem::take(&mut self.is_good);
        let has_number = std::mem::take(&mut self.row_has_number) && !is_good;
        if row.is_empty() {
            return;
        }
        if has_number {
            self.rows = HEADING_ROWS;
        }
        // A title may stand above the headings.
        let is_more = self.heading.is_none_or(|(_, cells)| cells == 1 && row.len() > 1);
        if self.is_at_head() && is_more && is_heading(&row) {
            self.heading = Some((line, row.len()));
            // What stands above is a title.
            self.columns.iter_mut().for_each(|stats| *stats = Stats::default());
            for (column, heading, name) in row {
                let stats = self.column(column);
                (stats.name, stats.heading) = (Some(name), heading);
            }
        }
        self.rows += 1;
    }
}

/// Whether a row without a number is one of headings: some of its cells promise something, or it is the only cell and
/// promises numbers.
fn is_heading(row: &[(usize, Option<Heading>, String)]) -> bool {
    let has_digits = |text: &String| text.chars().filter(char::is_ascii_digit).count() > 2;
    match row {
        _ if row.iter().any(|(_, _, text)| has_digits(text)) => false,
        [(_, heading, _)] => heading.is_some_and(Heading::is_numbers),
        _ => row.iter().any(|(_, heading, _)| heading.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use crate::{
        plan::Region,
        table::{Options, read},
    };

    #[test]
    fn headings_stand_in_one_of_the_first_ten_rows() {
        for (above, is_named) in [(0, true), (9, true), (10, false)] {
            let text = format!("{}番号,内容\n+18445550101,詐欺\n+18445550102,勧誘\n", "あ,い\n".repeat(above));
            let (report, _) = read(Cursor::new(text), &Options::at_home(Region::JAPAN)).unwrap();
            assert_eq!(report.columns[0].name.as_deref(), is_named.then_some("番号"), "{above} rows above");
        }
    }
}
