// SPDX-License-Identifier: Apache-2.0
//! How a stream begins: what its layout and its columns are judged by.

use std::io::{self, Cursor};

use super::super::{
    column,
    encoding::Detector,
    layout::{FileKind, Finder},
    options::Options,
    read::{cells, stream},
    report::Holds,
    rows::{Layout, Sink},
    signature,
    survey::Survey,
};
use crate::encoding::Encoding;

/// Bytes of a stream that its layout is judged by.
pub const HEAD_BYTES: usize = 1 << 18;

/// A delimiter in so many of the lines is no accident.
const SURE: f64 = 0.75;

/// What the first bytes of a stream tell of it.
#[derive(Debug)]
pub(super) struct Head<'a> {
    bytes: &'a [u8],
    pub(super) encoding: Encoding,
    pub(super) kind: FileKind,
    pub(super) layout: Layout,
    /// The line of the headings; 0 if there are none.
    pub(super) heading: u64,
    survey: Survey,
    is_sure: bool,
}

impl<'a> Head<'a> {
    /// Judges `bytes`, the first [`HEAD_BYTES`] of a stream; `None` if it is no text.
    ///
    /// # Errors
    /// A sentence for the person: what the system says.
    pub(super) fn judge(bytes: &'a [u8], options: &Options<'_>) -> Result<Option<Self>, String> {
        let mut detector = Detector::default();
        detector.push(bytes);
        let Some(encoding) = detector.found().filter(|_| signature::of(bytes).is_none()) else { return Ok(None) };
        let mut finder = Finder::new();
        stream(Cursor::new(bytes), encoding, options, |part| finder.push(part)).map_err(told)?;
        let share = finder.share();
        let (kind, layout) = finder.found();
        let mut survey = Survey::new(options.home);
        cells(&mut Cursor::new(bytes), encoding, options, kind, layout, &mut survey).map_err(told)?;
        let heading = survey.heading.map_or(0, |(line, _)| line);
        let is_sure = kind != FileKind::Lines && (heading > 0 || share >= SURE);
        Ok(Some(Self { bytes, encoding, kind, layout, heading, survey, is_sure }))
    }

    /// The column, counted from 0, that is called `wanted` or has that number, counted from 1; or else the one that
    /// holds the numbers. `None` if there is none, or if a line is one number.
    ///
    /// # Errors
    /// A sentence for the person: there is no such column.
    pub(super) fn column(&self, wanted: Option<&str>) -> Result<Option<usize>, String> {
        match wanted {
            Some(wanted) => named(&self.survey, wanted).map(Some),
            None if !self.is_sure => Ok(None),
            None => Ok(column::judge(&self.survey.columns).iter().position(|&holds| holds == Holds::Numbers)),
        }
    }

    /// The name of a column.
    pub(super) fn name(&self, column: usize) -> Option<&str> {
        self.survey.columns.get(column).and_then(|stats| stats.name.as_deref()).filter(|name| !name.is_empty())
    }

    /// Hands the cells once more to `sink`.
    pub(super) fn cells(&self, options: &Options<'_>, sink: &mut dyn Sink) -> Result<(), String> {
        cells(&mut Cursor::new(self.bytes), self.encoding, options, self.kind, self.layout, sink).map_err(told)
    }
}

/// Only a character that is cut at the end, or a system that reads memory, could fail.
fn told(error: io::Error) -> String {
    error.to_string()
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
