// SPDX-License-Identifier: Apache-2.0
//! The cells of one row, kept until all of the row is known: what says whose number it is may stand behind it.

use super::{column::MOST_COLUMNS, heading::Heading, rows::Place};
use crate::plan::{Region, code_of_number};

/// A row's cells and country codes.
#[derive(Debug, Default)]
pub(super) struct Held {
    cells: Vec<(Place, String, bool)>,
    codes: Vec<(usize, u16)>,
}

impl Held {
    /// Keeps a cell; `false` if the row has more than are kept, and the cell is to be read as it comes.
    pub(super) fn push(&mut self, place: Place, text: &str, cut: bool) -> bool {
        let has_room = self.cells.len() < MOST_COLUMNS;
        if has_room {
            self.cells.push((place, text.to_owned(), cut));
        }
        has_room
    }

    /// Notes that a cell of `column` is a country code.
    pub(super) fn note(&mut self, column: usize, code: Option<u16>) {
        self.codes.extend(code.filter(|_| self.codes.len() < MOST_COLUMNS).map(|code| (column, code)));
    }

    /// The code that the numbers of `column` have: the last one before it, or else the first of the row.
    pub(super) fn code_for(&self, column: usize) -> Option<u16> {
        let before = self.codes.iter().rev().find(|&&(at, _)| at < column);
        before.or(self.codes.first()).map(|&(_, code)| code)
    }

    /// The cells, which are kept no longer; the codes are.
    pub(super) fn take(&mut self) -> Vec<(Place, String, bool)> {
        std::mem::take(&mut self.cells)
    }

    /// The row is over.
    pub(super) fn clear(&mut self) {
        self.cells.clear();
        self.codes.clear();
    }
}

/// The country code that `text` is, with its plus; where the heading promises codes or countries, also without, or as
/// the region that has it.
pub(super) fn code(text: &str, heading: Option<Heading>) -> Option<u16> {
    let text = text.trim();
    if heading == Some(Heading::Country)
        && let Some(region) = Region::new(text)
    {
        return Some(region.code().number);
    }
    let digits = text.strip_prefix(['+', '＋']).or((heading == Some(Heading::Code)).then_some(text))?;
    let number: u16 = (digits.len() <= 3).then(|| digits.parse().ok())??;
    code_of_number(number).map(|code| code.number)
}
