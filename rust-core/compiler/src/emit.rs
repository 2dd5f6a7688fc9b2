// SPDX-License-Identifier: Apache-2.0
//! Writes what was compiled as Rust statics, which the core includes.

use std::fmt::Write as _;

use crate::{Compiled, plans::Prefix};

/// The Rust source of the tables.
#[must_use]
pub fn emit(compiled: &Compiled) -> String {
    let mut out = String::from("// Compiled from libphonenumber's metadata and plans/ by tomeru-plan-compiler.\n");
    automaton(&mut out, compiled);
    codes(&mut out, compiled);
    regions(&mut out, compiled);
    let plans = &compiled.plans;
    prefixes(&mut out, "DIALLING_PREFIXES", &plans.dialling);
    prefixes(&mut out, "DISGUISE_FILLERS", &plans.fillers);
    prefixes(&mut out, "EMERGENCY", &plans.emergency);
    services(&mut out, compiled);
    lookalikes(&mut out, compiled);
    out
}

macro_rules! line {
    ($out:expr, $($arg:tt)*) => {
        writeln!($out, $($arg)*).expect("writing to a String cannot fail")
    };
}

fn automaton(out: &mut String, compiled: &Compiled) {
    let layout = &compiled.layout;
    line!(out, "pub(crate) static WORDS: [u16; {}] = {:?};", layout.words.len(), layout.words);
    line!(out, "pub(crate) const WORDS_CHECKSUM: u64 = {:#x};", checksum(&layout.words));
    let outcomes: Vec<String> =
        layout.outcomes.iter().map(|o| format!("Outcome {{ region: {}, line: {} }}", o.region, o.line)).collect();
    line!(out, "pub(crate) static OUTCOMES: [Outcome; {}] = [{}];", outcomes.len(), outcomes.join(", "));
}

/// FNV-1a (64 bits) over the words, low byte first; the core's self-test computes the same.
fn checksum(words: &[u16]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Codes, the regions of each, and for every three digits the code that they begin with (0: none).
fn codes(out: &mut String, compiled: &Compiled) {
    let mut ids = Vec::new();
    let mut by_prefix = vec![0u8; 1000];
    let mut entries = Vec::new();
    for (index, (code, start)) in compiled.codes.iter().enumerate() {
        let regions: Vec<&str> =
            code.regions.iter().filter(|region| !region.is_global()).map(|region| region.id.as_str()).collect();
        entries.push(format!(
            "CodeEntry {{ number: {}, start: {start}, lengths: {:#x}, regions_at: {}, regions: {}, kind: CodeKind::{} }}",
            code.number,
            code.lengths,
            ids.len(),
            regions.len(),
            match (code.global, compiled.plans.satellite.contains(&code.number)) {
                (_, true) => "Satellite",
                (true, false) => "Global",
                (false, false) => "Country",
            }
        ));
        ids.extend(regions.iter().map(|id| format!("*b{id:?}")));
        let digits = code.number.to_string();
        let span = 10usize.pow(3 - digits.len() as u32);
        let first = usize::from(code.number) * span;
        let slot = u8::try_from(index + 1).expect("there are fewer than 255 country calling codes");
        by_prefix[first..first + span].fill(slot);
    }
    line!(out, "pub(crate) static CODES: [CodeEntry; {}] = [{}];", entries.len(), entries.join(", "));
    line!(out, "pub(crate) static CODE_REGIONS: [[u8; 2]; {}] = [{}];", ids.len(), ids.join(", "));
    line!(out, "pub(crate) static CODE_OF_PREFIX: [u8; 1000] = {by_prefix:?};");
}

fn regions(out: &mut String, compiled: &Compiled) {
    let entries: Vec<String> = compiled
        .regions
        .iter()
        .filter(|(region, _)| !region.kinds.is_empty())
        .map(|(region, start)| {
            let code = compiled.codes.iter().position(|(code, _)| code.number == region.code);
            let code = code.expect("every region was read from a code");
            let prefix = region.national_prefix.as_deref().unwrap_or_default();
            let digits: Vec<u8> = prefix.bytes().map(|b| b - b'0').collect();
            let digit = |i: usize| digits.get(i).copied().unwrap_or_default();
            assert!(digits.len() <= 2, "the national prefix of {} is longer than two digits", region.id);
            format!(
                "RegionEntry {{ id: *b{:?}, code: {code}, trunk: [{}, {}], trunk_length: {}, idd_start: {start} }}",
                region.id,
                digit(0),
                digit(1),
                digits.len()
            )
        })
        .collect();
    line!(out, "pub(crate) static REGIONS: [RegionEntry; {}] = [{}];", entries.len(), entries.join(", "));
}

fn prefixes(out: &mut String, name: &str, prefixes: &[Prefix]) {
    let rows: Vec<String> = prefixes
        .iter()
        .map(|prefix| {
            let region = if prefix.region.len() == 2 { prefix.region.as_str() } else { "**" };
            format!("PrefixEntry {{ region: *b{region:?}, digits: {} }}", short(&prefix.digits))
        })
        .collect();
    line!(out, "pub(crate) static {name}: [PrefixEntry; {}] = [{}];", rows.len(), rows.join(", "));
}

/// Up to twelve digits in place: no pointer, so nothing to relocate when the library is loaded.
fn short(digits: &str) -> String {
    let mut values = [0; 12];
    assert!(digits.len() <= values.len(), "{digits} is longer than twelve digits");
    for (value, digit) in values.iter_mut().zip(digits.bytes()) {
        *value = digit - b'0';
    }
    format!("Short {{ values: {values:?}, length: {} }}", digits.len())
}

fn lookalikes(out: &mut String, compiled: &Compiled) {
    let rows: Vec<String> = compiled
        .plans
        .lookalikes
        .iter()
        .map(|row| {
            format!(
                "Lookalike {{ place: Place::{:?}, digits: {}, police: {} }}",
                row.place,
                short(&row.digits),
                row.police
            )
        })
        .collect();
    line!(out, "pub(crate) static LOOKALIKES: [Lookalike; {}] = [{}];", rows.len(), rows.join(", "));
}

fn services(out: &mut String, compiled: &Compiled) {
    let rows: Vec<String> = compiled
        .plans
        .services
        .iter()
        .map(|service| {
            let [ja, ja_purpose, en, en_purpose] = &service.texts;
            format!(
                "Service {{ region: *b{:?}, digits: {:?}, more: ({}, {}), line: Line::{:?}, adds: {}, ja: ({ja:?}, {ja_purpose:?}), en: ({en:?}, {en_purpose:?}) }}",
                service.region, service.digits, service.more.0, service.more.1, service.line, service.adds
            )
        })
        .collect();
    line!(out, "pub(crate) static SERVICES: [Service; {}] = [{}];", rows.len(), rows.join(", "));
}
