// SPDX-License-Identifier: Apache-2.0
//! What each column of a file holds, judged over all of its cells.

use super::{heading::Heading, report::Holds};

/// Columns beyond are judged together.
pub(super) const MOST_COLUMNS: usize = 256;
/// A column that holds the same few numbers in so many rows is not the list's.
const MANY_ROWS: u64 = 8;
/// A column filled in fewer rows than this share of the fullest holds numbers beside the list's.
const FEW: u64 = 4;

/// What is counted of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Stats {
    pub(super) name: Option<String>,
    pub(super) heading: Option<Heading>,
    pub(super) filled: u64,
    /// Cells with a number or the beginning of numbers.
    pub(super) numbers: u64,
    /// Cells with digits that are a number at home if a zero before them was lost.
    pub(super) bare: u64,
    /// Cells that are a country code with its plus.
    pub(super) codes: u64,
    /// The first different numbers.
    different: Vec<u64>,
}

impl Stats {
    /// Notes a number, to see whether it is always the same.
    pub(super) fn saw(&mut self, packed: u64) {
        if self.different.len() < 3 && !self.different.contains(&packed) {
            self.different.push(packed);
        }
    }

    fn is_mostly_numbers(&self) -> bool {
        self.numbers > 0 && self.numbers * 2 >= self.filled
    }

    /// The same where digits without their zero count.
    fn with_bare(&self) -> Self {
        Self { numbers: self.numbers + self.bare, ..self.clone() }
    }

    fn is_named(&self) -> bool {
        self.name.as_ref().is_some_and(|name| !name.is_empty())
    }

    fn is_varied(&self) -> bool {
        self.different.len() > 2 || self.filled < MANY_ROWS
    }

    fn is_codes(&self) -> bool {
        self.codes > 0 && self.codes * 10 >= self.filled * 8
    }
}

/// What each column holds. Digits that lost their zero count only if no column has better numbers.
pub(super) fn judge(columns: &[Stats]) -> Vec<Holds> {
    let with_bare: Vec<Stats> = columns.iter().map(Stats::with_bare).collect();
    let is_clear = columns.iter().any(|stats| stats.is_mostly_numbers() && stats.heading != Some(Heading::Good));
    judge_by(if is_clear { columns } else { &with_bare })
}

fn judge_by(columns: &[Stats]) -> Vec<Holds> {
    let promised = |heading| columns.iter().any(|stats| stats.heading == Some(heading) && stats.is_mostly_numbers());
    // A heading that says more than another one counts more.
    let has_callers = promised(Heading::Caller);
    let has_headed = has_callers || promised(Heading::Number);
    let is_candidate = |stats: &Stats| match stats.heading {
        Some(Heading::Caller) => stats.numbers > 0,
        Some(Heading::Number) => stats.numbers > 0 && !has_callers,
        Some(_) => false,
        None => stats.is_mostly_numbers() && !(has_headed && stats.is_named()),
    };
    let sure = columns.iter().any(|stats| is_candidate(stats) && stats.is_mostly_numbers());
    let varied =
        columns.iter().any(|stats| is_candidate(stats) && stats.is_mostly_numbers() && stats.different.len() > 2);
    let is_number =
        |stats: &Stats| is_candidate(stats) && (!sure || stats.is_mostly_numbers()) && (!varied || stats.is_varied());
    let fullest = columns.iter().filter(|stats| is_number(stats)).map(|stats| stats.numbers).max().unwrap_or_default();
    let mut holds: Vec<Holds> = columns
        .iter()
        .map(|stats| match () {
            () if is_number(stats) && stats.heading.is_none() && stats.filled * FEW < fullest => Holds::FewNumbers,
            () if is_number(stats) => Holds::Numbers,
            () if stats.is_codes() => Holds::Codes,
            () => Holds::Other,
        })
        .collect();
    if fullest == 0 {
        // Nothing speaks for a column but a heading, or most cells: its rows are told.
        let promising = columns.iter().enumerate().filter(|(_, stats)| {
            stats.heading.is_none_or(Heading::is_numbers) && stats.filled > 0 && !stats.is_codes()
        });
        let key = |stats: &Stats| (stats.heading.is_some(), stats.numbers, stats.filled);
        // The first of those that promise as much.
        if let Some((at, _)) = promising.rev().max_by_key(|(_, stats)| key(stats)) {
            holds[at] = Holds::Numbers;
        }
    }
    holds
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use crate::{
        plan::Region,
        table::{Options, read},
    };

    /// What each column of `text` holds.
    fn holds(text: &str) -> String {
        let (report, _) = read(Cursor::new(text), &Options::at_home(Region::JAPAN)).unwrap();
        report.columns.iter().map(|column| column.holds.key()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_column_holds_what_its_heading_and_its_cells_say() {
        for (text, wanted) in [
            // A heading alone makes no numbers.
            ("番号,メモ\n+18445550101,\n", "numbers other"),
            ("発信者,電話番号\n山田,不明\n鈴木,不明\n佐藤,+18445550101\n", "other numbers"),
            ("Phone model,Phone\nPixel 8,unknown\nPixel 9,unknown\nPixel 9,+18445550101\n", "other numbers"),
            // Nor does the lost zero of other columns.
            ("手口,かけてきた先\n還付金,9012345601\n融資,8012345602\n", "other numbers"),
            ("+1,8445550101\n+1,8445550102\n", "codes numbers"),
            // No number at all: what was meant to be the numbers' column is told of.
            ("番号,表示\n,090-****-5678\n,090-****-5679\n", "other numbers"),
            ("日付,表示,控え\n2026/1/2,090-****-5678,090-****-5678\n", "other numbers other"),
        ] {
            assert_eq!(holds(text), wanted, "{text}");
        }
    }

    #[test]
    fn numbers_in_less_than_a_quarter_of_the_rows_stand_beside_the_lists() {
        let rows = |count: usize| {
            let more: String = (1..count).map(|row| format!("+1844555{row:04},詐欺,\n")).collect();
            format!("+18445550000,詐欺,03-1234-5678\n{more}")
        };
        for (count, wanted) in [(4, "numbers"), (5, "few_numbers"), (20, "few_numbers")] {
            assert_eq!(holds(&rows(count)), format!("numbers other {wanted}"), "{count} rows");
        }
    }
}
