// SPDX-License-Identifier: Apache-2.0
//! Millions of lines in constant memory.

use std::io::{self, BufRead, Write};

use crate::output::{self, Format, View};

/// No number is longer; of a longer line this much is read and shown.
const LONGEST: usize = 4096;

/// Answers every line of `input`, in order. Lines may hold any bytes and be of any length.
pub(crate) fn check(mut input: impl BufRead, out: &mut impl Write, format: Format, view: &View) -> io::Result<()> {
    if format == Format::Tsv {
        output::tsv_head(out)?;
    }
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
        output::row(out, format, line.strip_suffix(b"\r").unwrap_or(&line), view)?;
    }
}
