// SPDX-License-Identifier: Apache-2.0
//! Rows of output, for people (text), programs (JSON, one object a line) and tables (TSV).

use std::{
    borrow::Cow,
    io::{self, Write},
};

use serde::Serialize;
use tomeru::{
    Call, Caller, Candidate, Circumstances, Finding, Hint, Origin, PlanOf, Policy, Region, Sameness, Verdict, area_of,
    decide, service_of,
};

/// How a row is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Tsv,
}

/// Whose text the numbers are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// What a network shows.
    Shown,
    /// What a person wrote.
    Typed,
}

/// Whose phone it is that looks at the numbers, and how.
pub(crate) struct View {
    pub(crate) circumstances: Circumstances,
    pub(crate) policy: Policy,
    pub(crate) reading: Reading,
}

impl View {
    fn caller(&self, number: &str) -> Caller {
        let places = &self.circumstances.places;
        match self.reading {
            Reading::Shown => Caller::of(&Call::showing(number), places),
            Reading::Typed => Caller::written(number, places),
        }
    }

    fn verdict(&self, caller: &Caller) -> Verdict {
        decide(caller, &self.circumstances, &self.policy)
    }
}

/// One object of the JSON: exactly these keys, `null` where there is nothing.
#[derive(Serialize)]
struct Row<'a> {
    input: &'a str,
    origin: &'static str,
    line: Option<&'static str>,
    country_code: Option<u16>,
    regions: Option<Regions>,
    national_number: Option<Shown>,
    possible: bool,
    valid: bool,
    imitates: Option<Shown>,
    plus_missing: bool,
    action: &'static str,
    reason: &'static str,
}

const KEYS: [&str; 12] = [
    "input",
    "origin",
    "line",
    "country_code",
    "regions",
    "national_number",
    "possible",
    "valid",
    "imitates",
    "plus_missing",
    "action",
    "reason",
];

/// Digits, written without an intermediate string.
#[derive(Clone, Copy)]
struct Shown(tomeru::Digits);

impl Serialize for Shown {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.text(&mut [0; 32]))
    }
}

#[derive(Clone, Copy)]
struct Regions(&'static [Region]);

impl Serialize for Regions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0)
    }
}

/// One row about `number`; says whether it is one.
pub(crate) fn row(out: &mut impl Write, format: Format, number: &[u8], view: &View) -> io::Result<bool> {
    // Bytes that are no UTF-8 are no number; they are shown as replacement characters.
    let input: Cow<'_, str> = String::from_utf8_lossy(number);
    let caller = view.caller(&input);
    let verdict = view.verdict(&caller);
    let finding = &caller.finding;
    match format {
        Format::Text => text(out, &input, finding, &verdict, view)?,
        Format::Tsv => tsv(out, &input, finding, &verdict)?,
        Format::Json => {
            serde_json::to_writer(&mut *out, &fields(&input, finding, &verdict))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(caller.key.is_some())
}

fn fields<'a>(input: &'a str, finding: &Finding, verdict: &Verdict) -> Row<'a> {
    let Finding { national_number, .. } = *finding;
    Row {
        input,
        origin: finding.origin.key(),
        line: (finding.origin != Origin::Unreadable).then(|| finding.line.key()),
        country_code: finding.country_code,
        regions: (!finding.regions.is_empty()).then_some(Regions(finding.regions)),
        national_number: (!national_number.is_empty()).then_some(Shown(national_number)),
        possible: finding.possible,
        valid: finding.valid,
        imitates: finding.imitates.map(Shown),
        plus_missing: finding.hints.contains(Hint::PlusMissing),
        action: verdict.action.key(),
        reason: verdict.reason.key(),
    }
}

/// The same about the number that a text is about, with what else may be it.
#[derive(Serialize)]
struct TextRow<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    number: Option<&'a str>,
    candidates: Vec<&'a str>,
}

/// One row about the first of `candidates`, the numbers in `input`.
pub(crate) fn text_row(
    out: &mut impl Write,
    format: Format,
    input: &str,
    candidates: &[Candidate],
    view: &View,
) -> io::Result<()> {
    let number = candidates.first().map(|candidate| candidate.text.as_str());
    let caller = candidates.first().map_or_else(|| view.caller(""), |candidate| candidate.caller);
    let verdict = view.verdict(&caller);
    if format == Format::Json {
        let candidates = candidates.iter().map(|candidate| candidate.text.as_str()).collect();
        let row = TextRow { row: fields(input, &caller.finding, &verdict), number, candidates };
        serde_json::to_writer(&mut *out, &row)?;
        return out.write_all(b"\n");
    }
    match number {
        None => writeln!(out, "no number"),
        Some(number) => text(out, number, &caller.finding, &verdict, view),
    }?;
    candidates.iter().skip(1).try_for_each(|other| writeln!(out, "  or {}", other.text))
}

/// Whether a contact is the caller.
#[derive(Serialize)]
struct SameRow<'a> {
    stored: &'a str,
    number: &'a str,
    same: bool,
    why: &'static str,
}

/// One row about a pair of numbers.
pub(crate) fn same_row(
    out: &mut impl Write,
    format: Format,
    stored: &str,
    number: &str,
    sameness: Sameness,
) -> io::Result<()> {
    let (same, why) = (sameness.is_same(), sameness.key());
    if format == Format::Json {
        serde_json::to_writer(&mut *out, &SameRow { stored, number, same, why })?;
        return out.write_all(b"\n");
    }
    let told = if same { "the same" } else { "not the same" };
    writeln!(out, "{}, {}: {told} ({why})", printable(stored), printable(number))
}

fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// The first line of a table.
pub(crate) fn tsv_head(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", KEYS.join("\t"))
}

fn tsv(out: &mut impl Write, input: &str, finding: &Finding, verdict: &Verdict) -> io::Result<()> {
    let row = fields(input, finding, verdict);
    if input.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        out.write_all(input.as_bytes())?;
    } else {
        for part in input.split(|c: char| c.is_control()) {
            out.write_all(part.as_bytes())?;
        }
    }
    let flag = |value: bool| if value { &b"\ttrue"[..] } else { b"\tfalse" };
    let tab = |out: &mut dyn Write, text: &str| {
        out.write_all(b"\t")?;
        out.write_all(text.as_bytes())
    };
    tab(out, row.origin)?;
    tab(out, row.line.unwrap_or_default())?;
    match row.country_code {
        Some(code) => write!(out, "\t{code}\t")?,
        None => out.write_all(b"\t\t")?,
    }
    for (index, region) in finding.regions.iter().enumerate() {
        out.write_all(if index > 0 { b"," } else { b"" })?;
        out.write_all(region.id().as_bytes())?;
    }
    tab(out, finding.national_number.text(&mut [0; 32]))?;
    out.write_all(flag(row.possible))?;
    out.write_all(flag(row.valid))?;
    match finding.imitates {
        Some(digits) => tab(out, digits.text(&mut [0; 32]))?,
        None => out.write_all(b"\t")?,
    }
    out.write_all(flag(row.plus_missing))?;
    tab(out, row.action)?;
    tab(out, row.reason)?;
    out.write_all(b"\n")
}

fn text(out: &mut impl Write, input: &str, finding: &Finding, verdict: &Verdict, view: &View) -> io::Result<()> {
    write!(
        out,
        "{}: {} -> {} ({})",
        printable(input),
        finding.origin.key(),
        verdict.action.key(),
        verdict.reason.key()
    )?;
    if let Some(code) = finding.country_code {
        write!(out, ", +{code}")?;
    }
    for (index, region) in finding.regions.iter().enumerate() {
        write!(out, "{}{region}", if index == 0 { " " } else { "/" })?;
    }
    write!(out, ", {}", finding.line.key())?;
    if let Some(service) = service_of(finding, &view.circumstances.places) {
        write!(out, ", {} {}", service.ja.0, service.en.0)?;
    }
    if let Some(area) = area_of(finding) {
        write!(out, ", a number of {} {}", area.ja, area.en)?;
    }
    if let Some(imitated) = finding.imitates {
        write!(out, ", imitates {imitated}")?;
    }
    for hint in finding.hints.iter() {
        match in_words(hint) {
            _ if hint == Hint::PoliceBait && finding.imitates.is_some() => {}
            Some(words) => out.write_all(words.as_bytes())?,
            None => write!(out, ", {}", hint.key())?,
        }
    }
    writeln!(out)
}

/// A hint behind what is told already; `None` for one that there are no words for.
fn in_words(hint: Hint) -> Option<&'static str> {
    match hint {
        Hint::PlusMissing => Some(", the plus was lost"),
        Hint::TollFree => Some(", looks like a toll-free number"),
        Hint::PoliceBait => Some(", ends as police numbers do"),
        Hint::ImitatesPolice => Some(" (police)"),
        Hint::ForeignPrefix => Some(", behind a prefix of other countries"),
        Hint::OddCharacters => Some(", with characters that no number has"),
        _ => None,
    }
}

/// What the table knows of a plan.
pub(crate) fn plan(out: &mut impl Write, plan: &PlanOf) -> io::Result<()> {
    let lengths: Vec<String> = plan.lengths.iter().map(u8::to_string).collect();
    writeln!(out, "country code      +{}", plan.country_code)?;
    writeln!(
        out,
        "regions           {}",
        if plan.global {
            "none (a global service)".into()
        } else {
            plan.regions.iter().map(|region| region.id()).collect::<Vec<_>>().join(" ")
        }
    )?;
    writeln!(out, "lengths           {}", lengths.join(" "))?;
    for (region, trunk) in &plan.trunk {
        writeln!(out, "national prefix   {trunk} in {region}")?;
    }
    writeln!(out, "named services    {}", plan.services)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_words_for_every_hint() {
        assert!(Hint::ALL.into_iter().all(|hint| in_words(hint).is_some()));
    }
}
