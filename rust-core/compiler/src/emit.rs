// SPDX-License-Identifier: Apache-2.0
//! Writes what was compiled as Rust statics, which the core includes.

use std::fmt::Write as _;

use crate::{Compiled, Line, Service, plans::Prefix};

/// The Rust source of the walk over the automaton, which the core includes: the one that the table was proved with.
pub const WALK: &str = include_str!("walk.rs");

/// The Rust source of the tables.
#[must_use]
pub fn emit(compiled: &Compiled) -> String {
    let mut out = String::from("// Compiled from libphonenumber's metadata and plans/ by tomeru-plan-compiler.\n");
    lines(&mut out);
    automaton(&mut out, compiled);
    codes(&mut out, compiled);
    regions(&mut out, compiled);
    let plans = &compiled.plans;
    prefixes(&mut out, compiled, "DIALLING_PREFIXES", &plans.dialling);
    prefixes(&mut out, compiled, "DISGUISE_FILLERS", &plans.fillers);
    prefixes(&mut out, compiled, "EMERGENCY", &plans.emergency);
    prefixes(&mut out, compiled, "FOREIGN_PREFIXES", &plans.foreign);
    services(&mut out, compiled);
    lookalikes(&mut out, compiled);
    police(&mut out, compiled);
    mobile_prefixes(&mut out, compiled);
    carrier_selections(&mut out, compiled);
    words(&mut out, compiled);
    out
}

macro_rules! line {
    ($out:expr, $($arg:tt)*) => {
        writeln!($out, $($arg)*).expect("writing to a String cannot fail")
    };
}

/// Has the core's compiler check that both mean the same lines.
fn lines(out: &mut String) {
    for (at, (line, key)) in Line::ALL.into_iter().enumerate() {
        line!(out, "const _: () = assert!(Line::{line:?} as u8 == {at} && Line::{line:?}.is_called({key:?}));");
    }
    line!(out, "const _: () = assert!(Line::ALL.len() == {});", Line::ALL.len());
}

fn automaton(out: &mut String, compiled: &Compiled) {
    let layout = &compiled.layout;
    line!(out, "pub(crate) static WORDS: [u16; {}] = {:?};", layout.words.len(), layout.words);
    // The bridge asks whether the table is intact.
    line!(out, "#[cfg(feature = \"ffi\")]");
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
        ids.extend(regions.iter().map(|id| region(compiled, id)));
        let digits = code.number.to_string();
        let span = 10usize.pow(3 - digits.len() as u32);
        let first = usize::from(code.number) * span;
        let slot = u8::try_from(index + 1).expect("there are fewer than 255 country calling codes");
        by_prefix[first..first + span].fill(slot);
    }
    line!(out, "pub(crate) static CODES: [CodeEntry; {}] = [{}];", entries.len(), entries.join(", "));
    line!(out, "pub(crate) static CODE_REGIONS: [Region; {}] = [{}];", ids.len(), ids.join(", "));
    line!(out, "pub(crate) static CODE_OF_PREFIX: [u8; 1000] = {by_prefix:?};");
}

fn regions(out: &mut String, compiled: &Compiled) {
    let entries: Vec<String> = compiled
        .regions
        .iter()
        .map(|plan| {
            let code = compiled.codes.iter().position(|(code, _)| code.number == plan.region.code);
            let code = code.expect("every region was read from a code");
            format!(
                "RegionEntry {{ id: *b{:?}, code: {code}, trunk: {}, international_prefix: {}, prefixes_start: {} }}",
                plan.region.id,
                short::<2>(plan.region.national_prefix.as_deref().unwrap_or_default()),
                short::<4>(plan.international_prefix.as_deref().unwrap_or_default()),
                plan.prefixes_start,
            )
        })
        .collect();
    line!(out, "pub(crate) static REGIONS: [RegionEntry; {}] = [{}];", entries.len(), entries.join(", "));
}

/// The region `id`, as the core refers to it: by its place among all.
fn region(compiled: &Compiled, id: &str) -> String {
    let at = compiled.regions.iter().position(|plan| plan.region.id == id);
    format!("Region({})", at.unwrap_or_else(|| panic!("the region {id} has no numbers in libphonenumber's metadata")))
}

fn prefixes(out: &mut String, compiled: &Compiled, name: &str, prefixes: &[Prefix]) {
    let rows: Vec<String> = prefixes
        .iter()
        .map(|prefix| {
            let region = match prefix.region.as_str() {
                "" | "*" => "None".to_owned(),
                id => format!("Some({})", region(compiled, id)),
            };
            format!("PrefixEntry {{ region: {region}, digits: {} }}", short::<12>(&prefix.digits))
        })
        .collect();
    line!(out, "pub(crate) static {name}: [PrefixEntry; {}] = [{}];", rows.len(), rows.join(", "));
}

/// A few digits in place: no pointer, so nothing to relocate when the library is loaded.
fn short<const MAX: usize>(digits: &str) -> String {
    let mut values = [0; MAX];
    assert!(digits.len() <= MAX, "{digits} is longer than {MAX} digits");
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
                short::<12>(&row.digits),
                row.police
            )
        })
        .collect();
    line!(out, "pub(crate) static LOOKALIKES: [Lookalike; {}] = [{}];", rows.len(), rows.join(", "));
}

fn police(out: &mut String, compiled: &Compiled) {
    let rows = compiled.plans.police.iter().map(|row| {
        let [ja, en] = &row.names;
        format!("PoliceNumber {{ digits: {}, ja: {ja:?}, en: {en:?} }}", short::<12>(&row.digits))
    });
    let rows: Vec<String> = rows.collect();
    line!(out, "pub(crate) static POLICE: [PoliceNumber; {}] = [{}];", rows.len(), rows.join(", "));
}

fn mobile_prefixes(out: &mut String, compiled: &Compiled) {
    let rows = compiled.plans.mobile.iter().map(|row| {
        format!(
            "MobilePrefix {{ code: {}, digits: {}, more: {}, obsolete: {} }}",
            row.code,
            short::<2>(&row.digits),
            row.more,
            row.obsolete
        )
    });
    let rows: Vec<String> = rows.collect();
    line!(out, "pub(crate) static MOBILE_PREFIXES: [MobilePrefix; {}] = [{}];", rows.len(), rows.join(", "));
}

fn carrier_selections(out: &mut String, compiled: &Compiled) {
    let rows = compiled.plans.carriers.iter().map(|row| {
        let (region, digits, more) = (region(compiled, &row.region), short::<4>(&row.digits), row.more);
        format!("CarrierSelection {{ region: {region}, digits: {digits}, more: {more:?} }}")
    });
    let rows: Vec<String> = rows.collect();
    line!(out, "pub(crate) static CARRIER_SELECTIONS: [CarrierSelection; {}] = [{}];", rows.len(), rows.join(", "));
}

fn words(out: &mut String, compiled: &Compiled) {
    let rows = compiled
        .plans
        .hidden
        .iter()
        .map(|row| format!("HiddenWord {{ word: {:?}, is_withheld: {} }}", row.word, row.restricted));
    let rows: Vec<String> = rows.collect();
    line!(out, "pub(crate) static HIDDEN_WORDS: [HiddenWord; {}] = [{}];", rows.len(), rows.join(", "));
    let codes = &compiled.plans.per_call;
    line!(out, "pub(crate) static PER_CALL_CODES: [&str; {}] = {codes:?};", codes.len());
}

fn services(out: &mut String, compiled: &Compiled) {
    let rows: Vec<String> = compiled
        .plans
        .services
        .iter()
        .map(|service| {
            let Service { more: (least, most), line, adds, texts: [ja, ja_purpose, en, en_purpose], .. } = service;
            let (form, digits) = match service.digits.strip_prefix('#') {
                Some(digits) => ("Hash", digits),
                None if (*least, *most) == (0, 0) => ("Whole", service.digits.as_str()),
                None => ("Range", service.digits.as_str()),
            };
            format!(
                "Service {{ region: {}, form: ServiceForm::{form}, digits: {}, more: ({least}, {most}), line: Line::{line:?}, adds: {adds}, ja: ({ja:?}, {ja_purpose:?}), en: ({en:?}, {en_purpose:?}) }}",
                region(compiled, &service.region),
                short::<12>(digits),
            )
        })
        .collect();
    line!(out, "pub(crate) static SERVICES: [Service; {}] = [{}];", rows.len(), rows.join(", "));
}
