// SPDX-License-Identifier: Apache-2.0
//! The second look at all cells: what is taken, and what is not and why.

use super::{
    atoms::Atom,
    column::{MOST_COLUMNS, Stats},
    danger::{Danger, Known},
    heading::{self, Heading},
    held::{Held, code},
    judge::{self, Found, Reading},
    numbers::Numbers,
    options::Options,
    report::{Beginning, Dangerous, Holds, NotTaken, ReasonCount, Report, Sample, count, shortened, tell},
    rows::{Place, Sink},
    samples::Samples,
    shapes::Why,
};
use crate::{
    key::NumberKey,
    line::Line,
    origin::{Finding, Origin},
    plan::Region,
};

/// Takes the numbers of a file.
pub(super) struct Taker<'a> {
    pub(super) columns: &'a [Stats],
    pub(super) holds: &'a [Holds],
    /// The line of the headings: nothing up to it counts.
    pub(super) heading: u64,
    pub(super) zero_lost: bool,
    pub(super) home: Region,
    /// Dangerous numbers that the person chose all the same.
    pub(super) chosen: &'a [NumberKey],
    pub(super) known: Known,
    pub(super) numbers: Numbers,
    pub(super) report: Report,
    row: Row,
    held: Held,
    room: Vec<Atom>,
    pub(super) samples: Samples<Sample>,
}

/// What is known of the current row.
#[derive(Default)]
struct Row {
    text: String,
    any: bool,
    comment: bool,
    has_number: bool,
    good: bool,
    /// The reason that tells most, and the text that it is about.
    why: Option<(Why, String)>,
    /// How many of the row's tokens that look like numbers are none, by reason.
    whys: Vec<ReasonCount>,
}

impl<'a> Taker<'a> {
    pub(super) fn new(columns: &'a [Stats], holds: &'a [Holds], options: &Options<'a>) -> Self {
        let home = options.home;
        Self {
            columns,
            holds,
            heading: 0,
            zero_lost: false,
            home,
            chosen: options.chosen,
            known: Known::read(options.own),
            numbers: Numbers::default(),
            report: Report::new(home),
            row: Row::default(),
            held: Held::default(),
            room: Vec::new(),
            samples: Samples::default(),
        }
    }

    fn heading_of(&self, column: usize) -> Option<Heading> {
        self.columns.get(column).and_then(|stats| stats.heading)
    }

    fn holds_of(&self, column: usize) -> Holds {
        self.holds.get(column).copied().unwrap_or(Holds::Other)
    }

    /// Takes what the cell at `place` holds, once its row is known.
    fn judge(&mut self, place: Place, text: &str, cut: bool) {
        let at = place.column.min(MOST_COLUMNS);
        if cut {
            return self.why(Why::TooLong, text);
        }
        let holds = self.holds_of(at);
        let trusted = self.heading_of(at).is_some_and(Heading::is_numbers);
        let reading = Reading { home: self.home, trusted, code: self.held.code_for(place.column) };
        let aside = match holds {
            _ if self.row.comment || place.line <= self.heading => Some(Why::Comment),
            Holds::Numbers | Holds::FewNumbers => None,
            Holds::Codes | Holds::Other => Some(Why::OtherColumn),
        };
        let mut room = std::mem::take(&mut self.room);
        judge::cell(text, reading, &mut room, |written, found| match aside {
            Some(why) => self.aside(place.line, written, found, why),
            None => self.listed(place.line, holds == Holds::FewNumbers, written, found),
        });
        self.room = room;
    }

    /// A token of a column that holds the list's numbers.
    fn listed(&mut self, line: u64, few: bool, text: &str, found: Found) {
        match found {
            Found::Number { bare: true, .. } if !self.zero_lost => self.why(Why::NoCountry, text),
            Found::Number { key, finding, .. } => {
                self.row.has_number = true;
                let at_home = finding.origin == Origin::Domestic;
                let contact = (at_home && (few || self.row.good)).then_some(Danger::Contact);
                match self.known.danger(&key, &finding).or(contact) {
                    Some(danger) if !self.chosen.contains(&key) => self.dangerous(line, &key.to_string(), danger),
                    _ => self.take(line, text, &key, &finding),
                }
            }
            Found::Beginning { pattern, wide } => {
                self.row.has_number = true;
                if wide {
                    self.dangerous(line, &pattern.to_string(), Danger::Wide);
                } else {
                    self.report.beginning_count += 1;
                    tell(&mut self.report.beginnings, || Beginning { line, pattern });
                }
            }
            Found::Not(why) => self.why(why, text),
        }
    }

    fn dangerous(&mut self, line: u64, number: &str, danger: Danger) {
        self.report.dangerous_count += 1;
        tell(&mut self.report.dangerous, || Dangerous { line, number: number.to_owned(), danger });
    }

    fn take(&mut self, line: u64, text: &str, key: &NumberKey, finding: &Finding) {
        self.numbers.push(key);
        self.samples.meet(|| Sample {
            line,
            text: shortened(text),
            number: key.to_string(),
            origin: finding.origin,
            regions: finding.regions.to_vec(),
        });
    }

    fn why(&mut self, why: Why, text: &str) {
        if tells(why) {
            count(&mut self.row.whys, why, 1);
        }
        if self.row.why.as_ref().is_none_or(|(known, _)| !tells(*known) && tells(why)) {
            self.row.why = Some((why, shortened(text)));
        }
    }

    /// A number where the list's numbers are not.
    fn aside(&mut self, line: u64, text: &str, found: Found, why: Why) {
        let is_number = match found {
            Found::Number { finding, bare, .. } => !bare && finding.line != Line::ShortCode,
            Found::Beginning { .. } => true,
            Found::Not(_) => false,
        };
        if is_number {
            self.report.aside_count += 1;
            tell(&mut self.report.aside, || NotTaken { line, text: shortened(text), why });
        }
    }
}

/// Whether a reason is about what looks like a number.
fn tells(why: Why) -> bool {
    matches!(why, Why::Length | Why::NoCountry | Why::Masked | Why::Rounded | Why::TooLong)
}

/// Whether a row that begins with `text` is a comment.
fn is_comment(text: &str) -> bool {
    let behind = text.strip_prefix('#').and_then(|rest| rest.chars().next());
    text.starts_with("//") || behind.is_some_and(|next| !next.is_ascii_digit() && !('０'..='９').contains(&next))
}

/// Whether a cell has nothing but lines and dots, as in the frame of a table.
fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

impl Sink for Taker<'_> {
    fn cell(&mut self, place: Place, text: &str, cut: bool) {
        let text = text.trim();
        if is_blank(text) {
            return;
        }
        let at = place.column.min(MOST_COLUMNS);
        let row = &mut self.row;
        if !row.any {
            row.any = true;
            row.comment = is_comment(text);
        }
        if row.text.len() < 160 {
            if !row.text.is_empty() {
                row.text.push(',');
            }
            row.text.push_str(&shortened(text));
        }
        row.good |= heading::is_good(text);
        let heading = self.heading_of(at);
        if self.holds_of(at) == Holds::Codes || heading == Some(Heading::Country) {
            self.held.note(place.column, code(text, heading));
        }
        if !self.held.push(place, text, cut) {
            self.judge(place, text, cut);
        }
    }

    fn end(&mut self, line: u64) {
        self.held.take().iter().for_each(|(place, text, cut)| self.judge(*place, text, *cut));
        self.held.clear();
        let row = std::mem::take(&mut self.row);
        if !row.any || row.comment || line <= self.heading {
            return;
        }
        self.report.rows += 1;
        self.report.rows_with_number += u64::from(row.has_number);
        if row.has_number {
            // Beside a number that was taken, only what looks like another one is worth telling.
            if let Some((why, text)) = row.why.filter(|(why, _)| tells(*why)) {
                row.whys.iter().for_each(|reason| count(&mut self.report.reasons, reason.why, reason.count));
                tell(&mut self.report.not_taken, || NotTaken { line, text, why });
            }
            return;
        }
        let why = row.why.map_or(Why::NoNumber, |(why, _)| why);
        count(&mut self.report.reasons, why, 1);
        tell(&mut self.report.not_taken, || NotTaken { line, text: shortened(&row.text), why });
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::table::read;

    fn report(text: &str) -> Report {
        read(Cursor::new(text), &Options::at_home(Region::JAPAN)).unwrap().0
    }

    #[test]
    fn what_is_not_taken_is_told_as_it_stands() {
        let long = "非通知".repeat(100);
        for (row, told) in [
            ("非通知,詐欺", "非通知,詐欺"),
            (" 非通知 ,,詐欺,-", "非通知,詐欺"),
            (&long, &"非通知".repeat(14)[.."非".len() * 40]),
            ("+18445550103 8445550104,詐欺", "8445550104"),
        ] {
            let report = report(&format!("+18445550101,詐欺\n+18445550102,詐欺\n{row}\n"));
            let texts: Vec<_> = report.not_taken.iter().map(|row| (row.line, row.text.as_str())).collect();
            assert_eq!(texts, [(3, told)], "{row}");
        }
    }

    #[test]
    fn all_is_counted_and_a_hundred_of_each_are_told() {
        let rows =
            "+1844*\n110\n非通知\n090-****-5678\n# 03-1234-5678\n+18445550101 090-****-5679 080-****-5679 8445550102\n";
        let report = report(&rows.repeat(101));
        assert_eq!((report.rows, report.rows_with_number, report.count, report.repeated), (505, 303, 1, 100));
        let counts: Vec<_> = report.reasons.iter().map(|reason| (reason.why, reason.count)).collect();
        assert_eq!(counts, [(Why::NoNumber, 101), (Why::Masked, 303), (Why::NoCountry, 101)]);
        assert_eq!((report.dangerous_count, report.beginning_count, report.aside_count), (101, 101, 101));
        assert_eq!((report.dangerous.len(), report.beginnings.len(), report.aside.len()), (100, 100, 100));
        assert_eq!(report.not_taken.len(), 100);
    }
}
