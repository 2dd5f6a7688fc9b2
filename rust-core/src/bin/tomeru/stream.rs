// SPDX-License-Identifier: Apache-2.0
//! Millions of lines in constant memory.

use std::{
    io::{self, BufRead, BufReader, Cursor, Read, Write},
    process::ExitCode,
};

use tomeru::{
    Places, sameness_of_texts,
    table::{HEAD_BYTES, Options, Pick, legacy_decoder},
};

use crate::{
    output::{self, Format, View},
    problem::Problem,
};

/// No number is longer; of a longer line this much is read and shown.
const LONGEST: usize = 4096;

/// How many rows of a stream had anything in them, and how many of those no number.
#[derive(Default)]
pub(crate) struct Counted {
    rows: u64,
    without: u64,
}

impl Counted {
    fn add(&mut self, has_number: bool) {
        self.rows += 1;
        self.without += u64::from(!has_number);
    }

    /// Tells on the standard error stream; the exit code says whether most rows had a number.
    pub(crate) fn tell(&self) -> io::Result<ExitCode> {
        if self.without > 0 {
            writeln!(io::stderr(), "tomeru: {} of {} rows had no number", self.without, self.rows)?;
        }
        Ok(ExitCode::from(u8::from(self.without * 2 > self.rows)))
    }
}

/// Answers every row of `input`, in order: the cell in `column`, or in the column that holds the numbers, or the line.
pub(crate) fn check(
    mut input: impl Read,
    out: &mut impl Write,
    format: Format,
    view: &View,
    column: Option<&str>,
) -> Result<Counted, Problem> {
    if format == Format::Tsv {
        output::tsv_head(out)?;
    }
    let mut head = Vec::new();
    input.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let options = Options { decoder: legacy_decoder, ..Options::at_home(view.circumstances.places.home) };
    let pick = Pick::find(&head, column, &options).map_err(Problem::Unknown)?;
    let input = BufReader::new(Cursor::new(head).chain(input));
    let mut counted = Counted::default();
    match pick {
        Some(pick) => {
            let (number, name) = pick.column();
            let name = name.map_or(String::new(), |name| format!(" ({name})"));
            writeln!(io::stderr(), "tomeru: the numbers are in column {number}{name}")?;
            pick.read(input, &options, |cell| {
                counted.add(output::row(out, format, cell.as_bytes(), view)?);
                Ok(())
            })?;
        }
        None => lines(input, |line| {
            let has_number = output::row(out, format, line, view)?;
            if !line.trim_ascii().is_empty() {
                counted.add(has_number);
            }
            Ok(())
        })?,
    }
    Ok(counted)
}

/// Compares the two numbers of every line of `input`, which a tab parts.
pub(crate) fn same(input: impl BufRead, out: &mut impl Write, format: Format, places: &Places) -> io::Result<()> {
    lines(input, |line| {
        let line = String::from_utf8_lossy(line);
        let (stored, number) = line.split_once('\t').unwrap_or((&line, ""));
        output::same_row(out, format, stored, number, sameness_of_texts(stored, number, places))
    })
}

/// Hands every line to `take`. Lines may hold any bytes and be of any length.
fn lines(mut input: impl BufRead, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut line = Vec::with_capacity(LONGEST);
    loop {
        line.clear();
        let mut ended = false;
        let mut any = false;
        while !ended {
            let buffer = input.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            any = true;
            let (part, used) = match buffer.iter().position(|&byte| byte == b'\n') {
                Some(at) => (&buffer[..at], at + 1),
                None => (buffer, buffer.len()),
            };
            ended = used > part.len();
            line.extend_from_slice(&part[..part.len().min(LONGEST - line.len())]);
            input.consume(used);
        }
        if !any {
            return Ok(());
        }
        take(line.strip_suffix(b"\r").unwrap_or(&line))?;
    }
}
