// SPDX-License-Identifier: Apache-2.0
//! Millions of lines in constant memory.

use std::io::{self, BufRead, Write};

use tomeru::{Places, sameness_of_texts};

use crate::output::{self, Format, View};

/// No number is longer; of a longer line this much is read and shown.
const LONGEST: usize = 4096;

/// Answers every line of `input`, in order.
pub(crate) fn check(input: impl BufRead, out: &mut impl Write, format: Format, view: &View) -> io::Result<()> {
    if format == Format::Tsv {
        output::tsv_head(out)?;
    }
    lines(input, |line| output::row(out, format, line, view))
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
