// SPDX-License-Identifier: Apache-2.0
//! Any two texts as a contact and a caller: cargo +nightly fuzz run same (from rust-core)
#![no_main]

use libfuzzer_sys::fuzz_target;
use tomeru::{Call, Caller, Places, Region, line_of, locate_written, sameness};

fuzz_target!(|texts: (&str, &str)| {
    let (stored, shown) = texts;
    let places = Places::at_home(Region::JAPAN);
    let caller = Caller::of(&Call::showing(shown), &places);
    let same = sameness(&caller, stored, Region::JAPAN).is_same();
    let Some(key) = caller.key else { return assert!(!same) };
    let line = line_of(stored, Region::JAPAN);
    assert!(!same || line.is_some());
    assert!(same || line != Some(key.line()));
    // A number that the plan at home reads is that line and no other, unless it is written digit for digit as shown.
    if same && !stored.contains('+') && locate_written(stored, Region::JAPAN, Region::JAPAN).valid {
        assert_eq!(line, Some(key.line()));
    }
    // Whoever calls can be stored as shown; but what is forged is read kindly: +44 (0)20 is +44 20.
    let is_itself = sameness(&caller, &key.to_string(), Region::JAPAN).is_same();
    assert!(is_itself || !key.has_plus() || !caller.finding.possible);
});
