// SPDX-License-Identifier: Apache-2.0
//! Any bytes as what the phone shows of a caller: cargo +nightly fuzz run raw (from rust-core)
#![no_main]

use libfuzzer_sys::fuzz_target;
use tomeru::{
    Action, Call, Caller, Circumstances, Origin, Pattern, Places, Policy, Region, decide, locate,
};

fuzz_target!(|bytes: &[u8]| {
    let (home, network, text) = match bytes {
        [a, b, c, d, rest @ ..] => (&[*a, *b][..], &[*c, *d][..], rest),
        _ => (&b"JP"[..], &b"JP"[..], bytes),
    };
    let region = |id: &[u8]| str::from_utf8(id).ok().and_then(Region::new).unwrap_or(Region::JAPAN);
    let text = String::from_utf8_lossy(text);
    let (home, network) = (region(home), region(network));
    let found = locate(&text, home, network);
    assert_eq!(found, locate(&text, home, network));
    assert!(!found.valid || found.possible);
    assert_eq!(found.imitates.is_some(), found.origin == Origin::DisguisedDomestic);
    let places = Places { home, second_home: None, network };
    let caller = Caller::of(&Call::showing(&text), &places);
    assert_eq!(caller.finding, found);
    let circumstances = Circumstances::of(places);
    let plain = matches!(found.origin, Origin::Domestic | Origin::Emergency);
    let action = decide(&caller, &circumstances, &Policy::default()).action;
    assert!(plain || caller.kind.is_some());
    assert!(!plain || action <= Action::Warn);
    // One more character that no number has lets nothing through.
    let more = decide(&Caller::of(&Call::showing(&format!("{text}*")), &places), &circumstances, &Policy::default());
    assert!(action != Action::Reject || more.action != Action::Allow);
    if let Some(key) = caller.key {
        let pattern = Pattern::exactly(key);
        assert!(pattern.holds(&key));
        assert_eq!(pattern.to_string().parse().ok(), Some(pattern));
    }
});
