// SPDX-License-Identifier: Apache-2.0
//! Any bytes as a text that a person shares: cargo +nightly fuzz run text (from rust-core)
#![no_main]

use libfuzzer_sys::fuzz_target;
use tomeru::{Places, Region, numbers_in};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let found = numbers_in(&text, &Places::at_home(Region::JAPAN));
    for candidate in &found {
        assert!(text.contains(&candidate.text) && !candidate.text.is_empty());
        assert!(candidate.caller.key.is_some());
        // A number by itself is the number of its text.
        let again = numbers_in(&candidate.text, &Places::at_home(Region::JAPAN));
        assert_eq!(again.first().map(|again| again.caller.key), Some(candidate.caller.key));
    }
});
