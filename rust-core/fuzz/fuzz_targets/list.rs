// SPDX-License-Identifier: Apache-2.0
//! Any bytes as a file of numbers: cargo +nightly fuzz run list (from rust-core)
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use tomeru::{
    NumberKey, Region, locate_written,
    table::{FileKind, Options, read},
};

fuzz_target!(|bytes: &[u8]| {
    let (report, numbers) = read(Cursor::new(bytes), &Options::at_home(Region::JAPAN)).expect("memory is read");
    assert!(numbers.is_sorted_by(|a, b| a < b));
    assert_eq!(report.count as usize, numbers.len());
    assert!(report.rows_with_number <= report.rows);
    assert!(report.refused.is_none() || numbers.is_empty());
    let lines = str::from_utf8(bytes).map_or(0, |text| text.split(['\r', '\n']).count() as u64);
    assert!(lines == 0 || report.not_taken.iter().all(|row| row.line <= lines));
    // A token that looks like a number is taken, or counted as not taken.
    let Ok(text) = str::from_utf8(bytes) else { return };
    if report.refused.is_some() || matches!(report.kind, FileKind::JsonLines | FileKind::VCard) {
        return;
    }
    let told = report.reasons.iter().map(|reason| reason.count).sum::<u64>()
        + report.aside_count
        + report.dangerous_count
        + report.beginning_count;
    let is_plain = |token: &&str| {
        let digits = token.strip_prefix('+').unwrap_or_default();
        (11..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    for token in text.split([' ', ',', '\n', '\r', ';', '\t', '|']).filter(is_plain) {
        let found = locate_written(token, Region::JAPAN, Region::JAPAN);
        let Some(packed) = NumberKey::of(&found).filter(|_| found.valid).and_then(|key| key.packed()) else { continue };
        assert!(numbers.binary_search(&packed).is_ok() || told > 0, "{token}");
    }
});
