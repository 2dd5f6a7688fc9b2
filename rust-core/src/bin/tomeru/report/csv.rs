// SPDX-License-Identifier: Apache-2.0
//! A report as a table (RFC 4180, UTF-8 with the mark that spreadsheets expect), one row a bar.

use std::io::{self, Write};

use super::{counts::Counts, sections, source::Source};

pub(crate) fn write(out: &mut impl Write, source: &Source<'_>, counts: &Counts<'_>) -> io::Result<()> {
    write!(out, "\u{feff}part,name,about,count,share,at_least\r\n")?;
    for section in sections::all(counts, source.places, source.most) {
        for bar in &section.bars {
            let (key, about) = (cell(&bar.key), cell(&bar.about));
            let (share, at_least) = (bar.share(section.total), section.lost > 0);
            write!(out, "{},{key},{about},{},{share:.4},{at_least}\r\n", section.key, bar.count)?;
        }
    }
    Ok(())
}

/// A cell that no spreadsheet runs or changes: `'` stands before what it would.
fn cell(text: &str) -> String {
    let is_number = text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_run = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if is_run || (is_number && (text.starts_with('0') || text.len() > 11)) { "'" } else { "" };
    match text.contains([',', '"', '\r', '\n']) {
        true => format!("\"{guard}{}\"", text.replace('"', "\"\"")),
        false => format!("{guard}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_spreadsheet_leaves_every_cell_as_it_is() {
        for (text, wanted) in [
            ("+18445550101", "'+18445550101"),
            ("0335814321", "'0335814321"),
            ("=1+1", "'=1+1"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
            ("international, US", "\"international, US\""),
            ("2026-01-02", "2026-01-02"),
            ("9110", "9110"),
            ("", ""),
        ] {
            assert_eq!(cell(text), wanted);
        }
    }
}
