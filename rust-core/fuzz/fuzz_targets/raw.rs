// SPDX-License-Identifier: Apache-2.0
//! Any bytes as what the phone shows of a caller: cargo +nightly fuzz run raw (from rust-core)
#![no_main]

use libfuzzer_sys::fuzz_target;
use tomeru::{Action, Home, Kind, NumberKey, Origin, Pattern, Policy, Presentation, is_same_line, locate};

fuzz_target!(|bytes: &[u8]| {
    let (home, network, text) = match bytes {
        [a, b, c, d, rest @ ..] => (&[*a, *b][..], &[*c, *d][..], rest),
        _ => (&b"JP"[..], &b"JP"[..], bytes),
    };
    let region = |id: &[u8]| str::from_utf8(id).ok().and_then(Home::new).unwrap_or(Home::JAPAN);
    let text = String::from_utf8_lossy(text);
    let (home, network) = (region(home), region(network));
    let found = locate(&text, home, network);
    assert_eq!(found, locate(&text, home, network));
    assert!(!found.valid || found.possible);
    assert_eq!(found.imitates.is_some(), found.origin == Origin::DisguisedDomestic);
    let action = Policy::default().action(&found, Presentation::Allowed);
    if matches!(found.origin, Origin::Domestic | Origin::Emergency | Origin::NotANumber) {
        assert_eq!(action, Action::Allow);
    } else {
        assert!(Kind::of(&found, Presentation::Allowed).is_some());
    }
    if let Some(key) = NumberKey::of(&found) {
        let pattern = Pattern::exactly(key);
        assert!(pattern.holds(&key));
        assert_eq!(pattern.to_string().parse(), Ok(pattern));
        assert!(is_same_line(&found, &text, home) || home != network);
    }
});
