// SPDX-License-Identifier: Apache-2.0
//! The numbers that are taken: each once, however often it comes.

use crate::key::NumberKey;

/// More than the police or any carrier publishes.
pub const MAX_NUMBERS: usize = 1_000_000;

/// Different numbers, packed; sorted when they are asked for.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    packed: Vec<u64>,
    seen: u64,
    /// There are more than a list can hold: no more are kept.
    full: bool,
}

impl Numbers {
    /// Adds a number, unless there are more than a list can hold already.
    pub(super) fn push(&mut self, key: &NumberKey) {
        // No plan has so long a number, so none is taken.
        let Some(packed) = key.packed().filter(|_| !self.full) else { return };
        self.seen += 1;
        self.packed.push(packed);
        if self.packed.len() == MAX_NUMBERS * 2 {
            self.tidy();
            self.full = self.packed.len() > MAX_NUMBERS;
        }
    }

    fn tidy(&mut self) {
        self.packed.sort_unstable();
        self.packed.dedup();
    }

    /// All of them in rising order, and how often one came again; `None` if they are more than a list can hold.
    pub(super) fn finish(mut self) -> Option<(Vec<u64>, u64)> {
        self.tidy();
        let repeated = self.seen - self.packed.len() as u64;
        (self.packed.len() <= MAX_NUMBERS).then_some((self.packed, repeated))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: u64 = MAX_NUMBERS as u64;

    /// One number fewer than there is room for, of which so many are different.
    fn nearly_full(different: u64) -> Numbers {
        let packed: Vec<u64> = (1..=different).cycle().take(MAX_NUMBERS * 2 - 1).collect();
        Numbers { seen: packed.len() as u64, packed, full: false }
    }

    #[test]
    fn a_million_numbers_are_held_however_often_they_come_and_no_more() {
        let (known, new) = (NumberKey::unpacked(2110), NumberKey::unpacked(118_445_550_101));
        let mut numbers = nearly_full(MOST);
        numbers.push(&known);
        assert_eq!(numbers.packed.len(), MAX_NUMBERS, "what came again makes room");
        let (held, repeated) = numbers.finish().unwrap();
        assert_eq!((held.len(), repeated), (MAX_NUMBERS, MOST));
        let mut numbers = nearly_full(MOST);
        [known, new].iter().for_each(|key| numbers.push(key));
        assert!(numbers.finish().is_none(), "one more, though there is room");

        for different in [MOST, MOST * 2] {
            let mut numbers = nearly_full(different);
            numbers.push(&new);
            let count = numbers.packed.len();
            // Those that follow take neither room nor time.
            numbers.push(&known);
            assert_eq!(numbers.packed.len(), count);
            assert!(numbers.finish().is_none());
        }
    }
}
