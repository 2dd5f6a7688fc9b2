// SPDX-License-Identifier: Apache-2.0
//! What a call log says, whatever its size: it is read once, as a stream.

mod counts;
mod csv;
mod json;
mod progress;
mod sections;
mod source;
mod svg;
mod text;
mod top;
mod xml;

use std::{
    ffi::OsString,
    fs::File,
    io::{self, BufReader, Cursor, Read, Write},
    process::ExitCode,
};

use tomeru::{
    Places,
    table::{HEAD_BYTES, Log, Options, Style, legacy_decoder},
};

use crate::problem::Problem;
use counts::Counts;
use progress::Progress;
use source::Source;

/// How the report is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    Json,
    Csv,
    Svg,
}

/// What is asked for.
pub(crate) struct Report {
    pub(crate) file: OsString,
    pub(crate) places: Places,
    /// The column of the numbers, if it is named.
    pub(crate) column: Option<String>,
    /// What to believe of times that do not tell themselves.
    pub(crate) style: Style,
    /// How many numbers are shown.
    pub(crate) most: usize,
    pub(crate) shape: Shape,
}

/// Reads the log and reports; the exit code says whether it was read to its end and most calls had a number that can be
/// read, or none on purpose.
pub(crate) fn show(out: &mut impl Write, report: &Report) -> Result<ExitCode, Problem> {
    let (input, size): (Box<dyn Read>, _) = if report.file == "-" {
        (Box::new(io::stdin().lock()), None)
    } else {
        let file = File::open(&report.file)?;
        let size = file.metadata()?;
        (Box::new(file), size.is_file().then_some(size.len()))
    };
    let mut input = Progress::new(input, size);
    let mut head = Vec::new();
    input.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let mut counts = Counts::new(&report.places);
    let mut source = Source {
        name: if report.file == "-" { "-".into() } else { report.file.to_string_lossy().into_owned() },
        log: None,
        zone: report.style.zone,
        places: &report.places,
        most: report.most,
    };
    let damage = if xml::begins(&head) {
        if report.column.is_some() {
            return Err(Problem::Unknown(format!("{}: it is XML and has no columns", source.name)));
        }
        let input = BufReader::with_capacity(1 << 16, Cursor::new(head).chain(input));
        xml::read(input, report.style, |logged| counts.add(logged))?
    } else {
        let options = Options { decoder: legacy_decoder, ..Options::at_home(report.places.home) };
        let log = Log::find(&head, report.column.as_deref(), report.style, &options)
            .map_err(|told| Problem::Unknown(format!("{}: {told}", source.name)))?;
        log.read(Cursor::new(head).chain(input), &options, |logged| counts.add(logged))?;
        source.log = Some(log);
        None
    };
    if counts.calls + counts.outgoing == 0 {
        let told = damage.unwrap_or_else(|| "there are no calls".into());
        return Err(Problem::Unknown(format!("{}: {told}", source.name)));
    }
    match report.shape {
        Shape::Text => text::write(out, &source, &counts)?,
        Shape::Json => json::write(out, &source, &counts)?,
        Shape::Csv => csv::write(out, &source, &counts)?,
        Shape::Svg => svg::write(out, &source, &counts)?,
    }
    out.flush()?;
    tell(&source.name, damage, &counts)
}

/// Tells on the standard error stream what is wrong with the log.
fn tell(name: &str, damage: Option<String>, counts: &Counts<'_>) -> Result<ExitCode, Problem> {
    if let Some(damage) = &damage {
        writeln!(io::stderr(), "tomeru: {name}: {damage}; the calls before it are counted")?;
    }
    let (without, calls) = (counts.unreadable(), counts.calls);
    if without > 0 {
        writeln!(io::stderr(), "tomeru: {without} of {calls} calls had no number that can be read")?;
    }
    Ok(ExitCode::from(u8::from(damage.is_some() || without * 2 > calls)))
}
