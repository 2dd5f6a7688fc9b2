// SPDX-License-Identifier: Apache-2.0
//! The cells of a stream that are its numbers, found by how it begins.

use std::io::{self, Read};

use super::{
    super::{
        layout::FileKind,
        options::Options,
        read::stream,
        rows::{Layout, Place, Sink, Splitter},
        special::wrapped,
    },
    head::Head,
    unguarded::unguarded,
};
use crate::encoding::Encoding;

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
    /// Judges `head`, the first [`HEAD_BYTES`](super::HEAD_BYTES) of a stream. `wanted` is a column's name or its
    /// number, counted from 1; without it, `None` says that a line is one number.
    ///
    /// # Errors
    /// A sentence for the person: it is no text, or there is no such column.
    pub fn find(head: &[u8], wanted: Option<&str>, options: &Options<'_>) -> Result<Option<Self>, String> {
        let Some(head) = Head::judge(head, options)? else {
            return wanted.map_or(Ok(None), |_| Err("the input is no text".into()));
        };
        Ok(head.column(wanted)?.map(|column| Self {
            encoding: head.encoding,
            kind: head.kind,
            layout: head.layout,
            column,
            name: head.name(column).map(str::to_owned),
            heading: head.heading,
        }))
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
        let mut sink = wrapped(self.kind, &mut picked);
        stream(input, self.encoding, options, |part| splitter.push(part, sink.sink()))?;
        splitter.finish(sink.sink());
        drop(sink);
        picked.failed.map_or(Ok(()), Err)
    }
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
            self.cell.push_str(unguarded(text));
        }
    }

    fn end(&mut self, line: u64) {
        if std::mem::take(&mut self.any) && line > self.pick.heading && self.failed.is_none() {
            self.failed = (self.take)(&self.cell).err();
        }
        self.cell.clear();
    }
}
