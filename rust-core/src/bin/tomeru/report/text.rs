// SPDX-License-Identifier: Apache-2.0
//! A report for people, on a terminal.

use std::io::{self, Write};

use tomeru::table::Named;

use super::{
    counts::Counts,
    sections::{self, Section, condensed},
    source::{Source, at_least, grouped, printable, sentence},
};

/// The longest bar, in characters.
const WIDTH: f64 = 40.0;
/// Countries that are shown.
const MOST_COUNTRIES: usize = 20;

pub(crate) fn write(out: &mut impl Write, source: &Source<'_>, counts: &Counts<'_>) -> io::Result<()> {
    writeln!(out, "{}: {}", printable(&source.name), source.kind())?;
    columns(out, source)?;
    writeln!(out, "{}", sentence(counts))?;
    for section in sections::all(counts, source.places, source.most) {
        match section.key {
            "days" => part(out, &condensed(&counts.days))?,
            _ => part(out, &section)?,
        }
    }
    Ok(())
}

/// Where the log says what.
fn columns(out: &mut impl Write, source: &Source<'_>) -> io::Result<()> {
    let zone = source.zone();
    let Some(log) = &source.log else { return writeln!(out, "  times are those of {zone} (--zone)") };
    let named = |column: &Named| {
        let name = column.name.as_ref().map_or_else(String::new, |name| format!(" ({})", printable(name)));
        format!("column {}{name}", column.number)
    };
    writeln!(out, "  the numbers are in {}", named(&log.number))?;
    match (&log.time, &log.clock) {
        (Some(day), Some(hour)) => writeln!(out, "  days are in {}, hours in {}", named(day), named(hour))?,
        (Some(time), None) => writeln!(out, "  times are in {}", named(time))?,
        _ => writeln!(out, "  no column has times")?,
    }
    if log.time.is_some() {
        writeln!(out, "  times with a zone, and those that count from 1970, are shown for {zone} (--zone)")?;
    }
    if log.is_order_guessed {
        let order = if log.style.month_first { "month/day/year" } else { "day/month/year" };
        writeln!(out, "  dates are read as {order}: nothing in the log tells")?;
    }
    match &log.direction {
        Some(column) => writeln!(out, "  who called whom is in {}", named(column)),
        None => writeln!(out, "  no column tells who called whom: all calls count as incoming"),
    }
}

fn part(out: &mut impl Write, section: &Section) -> io::Result<()> {
    if section.total == 0 {
        return Ok(());
    }
    writeln!(out, "\n{}", section.title)?;
    if section.lost > 0 {
        writeln!(out, "  ({})", at_least(section.lost))?;
    }
    let bars = match section.key {
        "countries" => &section.bars[..section.bars.len().min(MOST_COUNTRIES)],
        _ => &section.bars[..],
    };
    let width = bars.iter().map(|bar| bar.key.len()).max().unwrap_or_default();
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default();
    for bar in bars {
        let share = bar.share(section.total) * 100.0;
        let line = "#".repeat((bar.share(most) * WIDTH).round() as usize);
        let behind = if bar.about.is_empty() { &line } else { &bar.about };
        let told = format!("  {:width$}  {:>13}  {share:5.1} %  {behind}", bar.key, grouped(bar.count));
        writeln!(out, "{}", told.trim_end())?;
    }
    if bars.len() < section.bars.len() {
        writeln!(out, "  and {} more (--json, --csv)", section.bars.len() - bars.len())?;
    }
    Ok(())
}
