// SPDX-License-Identifier: Apache-2.0
//! Samples of the automaton's whole language: random walks from every country code to valid numbers.

use super::{Origin, locate};
use crate::plan::{CODES, CodeEntry, OUTCOMES, Region, SINK, WORDS, outcome, step};

/// A small generator of its own (Knuth's MMIX constants), so that every run walks the same ways.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// A valid national number of `code`, or `None` if this walk ends nowhere.
fn valid_number(code: &CodeEntry, random: &mut Random) -> Option<Vec<u8>> {
    let (mut at, mut digits, mut found) = (code.start, Vec::new(), None);
    while at < SINK {
        let open: Vec<u8> = (0..10).filter(|&digit| step(&WORDS, at, digit) < SINK || ends(at, digit)).collect();
        if open.is_empty() {
            break;
        }
        let digit = open[random.below(open.len() as u64) as usize];
        digits.push(digit);
        at = step(&WORDS, at, digit);
        if OUTCOMES[usize::from(outcome(&WORDS, at))].line != 0 {
            found = Some(digits.clone());
        }
    }
    found
}

/// Whether a valid number ends with `digit`.
fn ends(at: u16, digit: u8) -> bool {
    OUTCOMES[usize::from(outcome(&WORDS, step(&WORDS, at, digit)))].line != 0
}

#[test]
fn no_valid_number_on_earth_is_called_forged() {
    let mut random = Random(2026);
    let mut walked = 0;
    for code in &CODES {
        let digits = |n: &[u8]| n.iter().map(|d| char::from(b'0' + d)).collect::<String>();
        for national in (0..2_000).filter_map(|_| valid_number(code, &mut random)) {
            let number = format!("+{}{}", code.number, digits(&national));
            let finding = locate(&number, Region::JAPAN, Region::JAPAN);
            assert!(finding.valid && finding.possible, "{number}");
            assert!(
                matches!(finding.origin, Origin::International | Origin::GlobalService | Origin::Domestic),
                "{number}: {}",
                finding.origin.key()
            );
            walked += 1;
        }
    }
    assert!(walked > 100_000, "only {walked} walks ended in a number");
}
