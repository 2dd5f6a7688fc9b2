// SPDX-License-Identifier: Apache-2.0
//! The cells of a stream that are its numbers, found by how it begins.

use std::io::{self, Cursor, Read};

use super::{
    column,
    encoding::{Detector, Encoding},
    layout::{FileKind, Finder},
    options::Options,
    read::{cells, stream},
    report::Holds,
    rows::{Layout, Place, Sink, Splitter},
    signature,
    survey::Survey,
};

/// Bytes of a stream that its layout is judged by.
pub const HEAD_BYTES: usize = 1 << 18;

/// A delimiter in so many of the lines is no accident.
const SURE: f64 = 0.75;

/// Which cells of a stream are its numbers.
#[derive(Clone, Debug)]
pub struct Pick {
    encoding: Encoding,
    kind: FileKind,
    layout: Layout,
    column: usize,
    name: Option<String>,
    heading: u64,
}

impl Pick {
    /// Judges `head`, the first [`HEAD_BYTES`] of a stream. `wanted` is a column's name or its number, counted from 1;
    /// without it, `None` says that a line is one number.
    ///
    /// # Errors
    /// A sentence for the person: it is no text, or there is no such column.
    pub fn find(head: &[u8], wanted: Option<&str>, options: &Options<'_>) -> Result<Option<Self>, String> {
        let mut detector = Detector::default();
        detector.push(head);
        let Some(encoding) = detector.found().filter(|_| signature::of(head).is_none()) else {
            return wanted.map_or(Ok(None), |_| Err("the input is no text".into()));
        };
        // Only a character that is cut at the end, or a system that reads memory, could fail.
        let told = |error: io::Error| error.to_string();
        let mut finder = Finder::new();
        stream(Cursor::new(head), encoding, options, |part| finder.push(part)).map_err(told)?;
        let share = finder.share();
        let (kind, layout) = finder.found();
        let mut survey = Survey::new(options.home);
        cells(&mut Cursor::new(head), encoding, options, kind, layout, &mut survey).map_err(told)?;
        let holds = column::judge(&survey.columns);
        let heading = survey.heading.map_or(0, |(line, _)| line);
        let is_sure = kind != FileKind::Lines && (heading > 0 || share >= SURE);
        let column = match wanted {
            Some(wanted) => named(&survey, wanted)?,
            None if !is_sure => return Ok(None),
            None => match holds.iter().position(|&holds| holds == Holds::Numbers) {
                Some(column) => column,
                None => return Ok(None),
            },
        };
        let name = survey.columns.get(column).and_then(|stats| stats.name.clone());
        Ok(Some(Self { encoding, kind, layout, column, name, heading }))
    }

    /// The column, counted from 1, and its name.
    #[must_use]
    pub fn column(&self) -> (usize, Option<&str>) {
        (self.column + 1, self.name.as_deref())
    }

    /// Hands the cell of each row of `input` to `take`: an empty text where the row has no such cell. Rows of headings
    /// and empty rows are left out.
    ///
    /// # Errors
    /// What the system or `take` says.
    pub fn read(
        &self,
        input: impl Read,
        options: &Options<'_>,
        take: impl FnMut(&str) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut picked = Picked { pick: self, take, cell: String::new(), any: false, failed: None };
        let mut splitter = Splitter::new(self.layout);
        let mut wrapped = super::special::wrapped(self.kind, &mut picked);
        stream(input, self.encoding, options, |part| splitter.push(part, wrapped.sink()))?;
        splitter.finish(wrapped.sink());
        drop(wrapped);
        picked.failed.map_or(Ok(()), Err)
    }
}

/// The column that `wanted` names.
fn named(survey: &Survey, wanted: &str) -> Result<usize, String> {
    let names = || survey.columns.iter().map(|stats| stats.name.as_deref().unwrap_or_default());
    if let Some(at) = names().position(|name| !name.is_empty() && name.eq_ignore_ascii_case(wanted.trim())) {
        return Ok(at);
    }
    if let Ok(number) = wanted.parse::<usize>()
        && (1..=survey.columns.len()).contains(&number)
    {
        return Ok(number - 1);
    }
    let all: Vec<&str> = names().filter(|name| !name.is_empty()).collect();
    Err(format!("there is no column {wanted}; there are {}: {}", survey.columns.len(), all.join(", ")))
}

struct Picked<'a, F> {
    pick: &'a Pick,
    take: F,
    cell: String,
    any: bool,
    failed: Option<io::Error>,
}

impl<F: FnMut(&str) -> io::Result<()>> Sink for Picked<'_, F> {
    fn cell(&mut self, place: Place, text: &str, _cut: bool) {
        let text = text.trim();
        self.any |= !text.is_empty();
        if place.column == self.pick.column && self.cell.is_empty() {
            self.cell.push_str(text);
        }
    }

    fn end(&mut self, line: u64) {
        if std::mem::take(&mut self.any) && line > self.pick.heading && self.failed.is_none() {
            self.failed = (self.take)(&self.cell).err();
        }
        self.cell.clear();
    }
}
