// SPDX-License-Identifier: Apache-2.0
//! A few of many, spread evenly, however many there will be.

/// As many as are shown.
const SHOWN: usize = 10;

/// Keeps some of what it meets: twice as many as are shown, of which every second one goes when there is no more room.
pub(super) struct Samples<T> {
    kept: Vec<T>,
    /// Every so many is kept.
    stride: u64,
    met: u64,
}

impl<T> Default for Samples<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), stride: 1, met: 0 }
    }
}

impl<T> Samples<T> {
    /// Meets one more; `make` is called only if it is kept.
    pub(super) fn meet(&mut self, make: impl FnOnce() -> T) {
        if self.met.is_multiple_of(self.stride) && self.kept.len() == 2 * SHOWN {
            let mut at = 0_usize;
            self.kept.retain(|_| {
                at += 1;
                at % 2 == 1
            });
            self.stride *= 2;
        }
        if self.met.is_multiple_of(self.stride) {
            self.kept.push(make());
        }
        self.met += 1;
    }

    /// Those that are shown, in the order in which they were met: ten, or all if there were fewer.
    pub(super) fn shown(self) -> Vec<T> {
        let count = self.kept.len();
        let spread = self.kept.into_iter().enumerate();
        spread.filter(|(at, _)| count <= SHOWN || at * SHOWN % count < SHOWN).map(|(_, one)| one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{SHOWN, Samples};

    #[test]
    fn ten_are_shown_of_more_and_they_are_spread() {
        for count in (0..200).chain([999, 1_000, 4_096, 100_003]) {
            let mut samples = Samples::default();
            (0..count).for_each(|index| samples.meet(|| index));
            let shown = samples.shown();
            assert_eq!(shown.len(), SHOWN.min(count), "{count}");
            assert!(shown.windows(2).all(|pair| pair[0] < pair[1]), "{count}: {shown:?}");
            assert!(shown.first().is_none_or(|&first| first == 0));
            let gaps = || shown.windows(2).map(|pair| pair[1] - pair[0]);
            let widest = gaps().max().unwrap_or(1);
            assert!(gaps().all(|gap| widest <= 2 * gap), "{count}: {shown:?}");
            // The next after the last one shown would not be one more.
            assert!(shown.last().is_none_or(|last| count - last <= 4 * widest), "{count}: {shown:?}");
        }
    }
}
