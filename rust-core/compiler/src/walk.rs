// SPDX-License-Identifier: Apache-2.0
// The walk over the automaton. The core gets the text of this file beside the table: it walks as the proof did.
//
// A node is a header word, then a word for each run of digits that lead to the same place:
//
// header   bits 0-8: digit 1..9 begins a new run (digit 0 always does)    bits 9-15: outcome of a number that ends here
// target   < SINK: index of the next node    >= SINK: outcome of every number that goes on this way
//
// An outcome of WIDE in the header stands in the word after it.

/// Targets from here on are outcomes, not nodes.
pub(crate) const SINK: u16 = 0xFE00;
/// The outcome does not fit the header: it is the next word.
pub(crate) const WIDE: u16 = 0x7F;
/// The bits of a header that begin runs.
pub(crate) const RUNS: u16 = 0x1FF;
/// The region cannot be told from the number.
pub(crate) const CANNOT_TELL: u8 = u8::MAX;

/// What the table says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(unreachable_pub)] // public in the compiler alone
pub struct Outcome {
    /// Index into the regions of the country calling code, or 255 if that cannot be told.
    pub region: u8,
    /// [`crate::Line`] as a number; 0: not a valid number.
    pub line: u8,
}

/// One digit further.
#[inline]
pub(crate) fn step(words: &[u16], at: u16, digit: u8) -> u16 {
    if at >= SINK {
        return at;
    }
    let header = words[usize::from(at)];
    let run = (header & RUNS & ((1 << digit) - 1)).count_ones() as usize;
    let wide = usize::from(header >> 9 == WIDE);
    words[usize::from(at) + 1 + wide + run]
}

/// The index of the outcome of a number that ends at `at`.
#[inline]
pub(crate) fn outcome(words: &[u16], at: u16) -> u16 {
    if at >= SINK {
        return at - SINK;
    }
    match words[usize::from(at)] >> 9 {
        WIDE => words[usize::from(at) + 1],
        outcome => outcome,
    }
}
