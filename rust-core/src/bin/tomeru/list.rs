// SPDX-License-Identifier: Apache-2.0
//! What an import of a file would take, without keeping anything.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read, Write},
    process::{self, ExitCode},
};

use serde_json::{Map, Value, json};
use tomeru::{
    Error, NumberKey, Region,
    table::{self, MAX_BYTES, NotTaken, Options, Refusal, Report},
};

use crate::arguments::Shows;

/// Shows what `file` holds, or the standard input if it is `-`.
pub(crate) fn show(out: &mut impl Write, file: &OsStr, home: Region, shows: &Shows) -> io::Result<ExitCode> {
    let options = Options { decoder: table::legacy_decoder, ..Options::at_home(home) };
    let (report, numbers) = if file == "-" {
        piped(io::stdin().lock(), &options)?
    } else {
        let source = File::open(file)?;
        if source.metadata()?.is_file() { read(source, &options)? } else { piped(source, &options)? }
    };
    match shows {
        Shows::Text => text(out, &report)?,
        Shows::Json => {
            serde_json::to_writer(&mut *out, &object(&report))?;
            writeln!(out)?;
        }
        Shows::Numbers => {
            for number in numbers {
                writeln!(out, "{}", NumberKey::unpacked(number))?;
            }
            for beginning in report.beginnings.iter().filter(|_| report.refused.is_none()) {
                writeln!(out, "{}", beginning.pattern)?;
            }
            if let Some(refusal) = &report.refused {
                writeln!(io::stderr(), "tomeru: {}", sentence(refusal))?;
            }
        }
    }
    Ok(ExitCode::from(u8::from(report.refused.is_some())))
}

/// Keeps what cannot be read twice in a file without a name: as much as counts, and one byte that tells whether there is
/// more.
fn piped(source: impl Read, options: &Options<'_>) -> io::Result<(Report, Vec<u64>)> {
    let path = env::temp_dir().join(format!("tomeru-{}", process::id()));
    let mut kept = File::options().read(true).write(true).create_new(true).open(&path)?;
    fs::remove_file(&path)?;
    io::copy(&mut source.take(MAX_BYTES + 1), &mut kept)?;
    read(kept, options)
}

/// A file, with what the system says as the command line tells it.
fn read(source: File, options: &Options<'_>) -> io::Result<(Report, Vec<u64>)> {
    table::read(source, options).map_err(|error| match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    })
}

fn text(out: &mut impl Write, report: &Report) -> io::Result<()> {
    writeln!(
        out,
        "{}, {}, numbers without a country code read for {}",
        report.kind.key(),
        report.encoding.key(),
        report.home
    )?;
    for column in &report.columns {
        let name = column.name.as_ref().map_or(String::new(), |name| format!(" \"{name}\""));
        writeln!(out, "  column {}{name}: {}", column.number, column.holds.key())?;
    }
    if let Some(refusal) = &report.refused {
        writeln!(out, "refused: {}", sentence(refusal))?;
    }
    writeln!(
        out,
        "{} numbers would be taken; {} of {} rows have one; {} came more than once",
        report.count, report.rows_with_number, report.rows, report.repeated
    )?;
    for sample in &report.samples {
        let regions: Vec<&str> = sample.regions.iter().map(|region| region.id()).collect();
        writeln!(
            out,
            "  line {}: {} -> {} ({}{}{})",
            sample.line,
            sample.text,
            sample.number,
            sample.origin.key(),
            if regions.is_empty() { "" } else { ", " },
            regions.join(" ")
        )?;
    }
    if report.beginning_count > 0 {
        writeln!(out, "{} beginnings of numbers, for the own lists:", report.beginning_count)?;
        for beginning in &report.beginnings {
            writeln!(out, "  line {}: {}", beginning.line, beginning.pattern)?;
        }
    }
    if report.dangerous_count > 0 {
        writeln!(out, "{} left out, because it is dangerous to stop them:", report.dangerous_count)?;
        for dangerous in &report.dangerous {
            writeln!(out, "  line {}: {} ({})", dangerous.line, dangerous.number, dangerous.danger.key())?;
        }
    }
    if !report.reasons.is_empty() {
        writeln!(out, "{} not taken:", report.reasons.iter().map(|reason| reason.count).sum::<u64>())?;
        entries(out, &report.not_taken)?;
    }
    if report.aside_count > 0 {
        writeln!(out, "{} numbers beside the list's, not taken:", report.aside_count)?;
        entries(out, &report.aside)?;
    }
    if let Some(hint) = report.hint {
        writeln!(out, "numbers without a country code look like those of {hint}: try --home {hint}")?;
    }
    Ok(())
}

fn entries(out: &mut impl Write, entries: &[NotTaken]) -> io::Result<()> {
    entries.iter().try_for_each(|entry| writeln!(out, "  line {}: {} ({})", entry.line, entry.text, entry.why.key()))
}

fn sentence(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLarge => format!("it is larger than {} MiB", MAX_BYTES >> 20),
        Refusal::NotText { what: Some(what) } if what.starts_with("xls") => {
            "it is a workbook: save it as CSV (UTF-8) in the spreadsheet, and try again".into()
        }
        Refusal::NotText { what: Some(what) } => format!("it is no text, but {what}"),
        Refusal::NotText { what: None } => "it is no text".into(),
        Refusal::Undecoded { encoding } => format!("text in {} is not read", encoding.key()),
        Refusal::Empty => "there is no number to take".into(),
        Refusal::MostlyNot => "most of its rows have no number".into(),
        Refusal::TooMany => format!("it has more than {} numbers", table::MAX_NUMBERS),
        _ => refusal.key().into(),
    }
}

/// The report as one object: exactly these keys, `null` where there is nothing.
fn object(report: &Report) -> Value {
    let what = match &report.refused {
        Some(Refusal::NotText { what }) => what.as_deref(),
        _ => None,
    };
    let told = |entries: &[NotTaken]| -> Vec<Value> {
        entries.iter().map(|entry| json!({"line": entry.line, "text": entry.text, "why": entry.why.key()})).collect()
    };
    let reasons: Map<String, Value> =
        report.reasons.iter().map(|reason| (reason.why.key().to_owned(), reason.count.into())).collect();
    json!({
        "refused": report.refused.as_ref().map(Refusal::key),
        "what": what,
        "kind": report.kind.key(),
        "encoding": report.encoding.key(),
        "home": report.home.id(),
        "hint": report.hint.map(Region::id),
        "columns": report.columns.iter().map(|column| json!({
            "number": column.number, "name": column.name, "holds": column.holds.key(),
        })).collect::<Vec<_>>(),
        "rows": report.rows,
        "rows_with_number": report.rows_with_number,
        "count": report.count,
        "repeated": report.repeated,
        "samples": report.samples.iter().map(|sample| json!({
            "line": sample.line, "text": sample.text, "number": sample.number, "origin": sample.origin.key(),
            "regions": sample.regions.iter().map(|region| region.id()).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "reasons": reasons,
        "not_taken": told(&report.not_taken),
        "aside_count": report.aside_count,
        "aside": told(&report.aside),
        "dangerous_count": report.dangerous_count,
        "dangerous": report.dangerous.iter().map(|dangerous| json!({
            "line": dangerous.line, "number": dangerous.number, "danger": dangerous.danger.key(),
        })).collect::<Vec<_>>(),
        "beginning_count": report.beginning_count,
        "beginnings": report.beginnings.iter().map(|beginning| json!({
            "line": beginning.line, "pattern": beginning.pattern,
        })).collect::<Vec<_>>(),
    })
}
