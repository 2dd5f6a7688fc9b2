// SPDX-License-Identifier: Apache-2.0
//! Any bytes as what a person wrote: cargo +nightly fuzz run written (from rust-core)
#![no_main]

use libfuzzer_sys::fuzz_target;
use tomeru::{Call, Caller, Pattern, Places, Region, line_of, locate_written, search_forms};

fuzz_target!(|bytes: &[u8]| {
    let (home, text) = match bytes {
        [a, b, rest @ ..] => (&[*a, *b][..], rest),
        _ => (&b"JP"[..], bytes),
    };
    let home = str::from_utf8(home).ok().and_then(Region::new).unwrap_or(Region::JAPAN);
    let text = String::from_utf8_lossy(text);
    let found = locate_written(&text, home, home);
    assert!(!found.valid || found.possible);
    let places = Places::at_home(home);
    let caller = Caller::written(&text, &places);
    assert_eq!(caller.finding, found);
    assert_eq!(line_of(&text, home), caller.key.map(|key| key.line()));
    assert!(search_forms(&text, home).iter().all(|form| form.bytes().all(|byte| byte.is_ascii_digit())));
    if let Some(key) = caller.key.filter(|key| key.has_plus()) {
        // What was found is found again, by both readers.
        assert_eq!(Caller::of(&Call::showing(&key.to_string()), &places).key, Some(key));
    }
    if let Some(pattern) = Pattern::read(&text, home) {
        assert_eq!(pattern.to_string().parse().ok(), Some(pattern));
    }
});
