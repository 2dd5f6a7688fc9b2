// SPDX-License-Identifier: Apache-2.0
//! What comes most often in a stream of any length, in constant memory (Misra and Gries, 1982).

use std::collections::HashMap;

/// Different texts that are counted at the same time, at most.
const MOST: usize = 1 << 16;
/// So many are left when there is no room for another one.
const KEPT: usize = MOST / 2;

/// Counts texts. As long as no more than [`MOST`] different ones come, each count is exact; after that it may be too low,
/// never too high.
pub(crate) struct Top<T> {
    counts: HashMap<Box<str>, (u64, T)>,
    lost: u64,
}

impl<T> Top<T> {
    pub(crate) fn new() -> Self {
        Self { counts: HashMap::new(), lost: 0 }
    }

    /// Counts `text` once more; `about` says what is to be kept with it.
    pub(crate) fn add(&mut self, text: &str, about: impl FnOnce() -> T) {
        if let Some((count, _)) = self.counts.get_mut(text) {
            *count += 1;
            return;
        }
        if self.counts.len() == MOST {
            self.make_room();
        }
        self.counts.insert(text.into(), (1, about()));
    }

    /// Takes from every count what the most frequent of those that have to go has, so that all of those are gone.
    fn make_room(&mut self) {
        let mut counts: Vec<u64> = self.counts.values().map(|&(count, _)| count).collect();
        let (_, &mut least, _) = counts.select_nth_unstable_by(KEPT, |a, b| b.cmp(a));
        self.lost += least;
        self.counts.retain(|_, (count, _)| {
            *count = count.saturating_sub(least);
            *count > 0
        });
    }

    /// By how much each count may be too low; 0 if all are exact.
    pub(crate) fn lost(&self) -> u64 {
        self.lost
    }

    /// The `most` frequent, and how often each came; of those that are even, in the order of their texts.
    pub(crate) fn first(&self, most: usize) -> Vec<(&str, u64, &T)> {
        let mut all: Vec<_> = self.counts.iter().map(|(text, (count, about))| (&**text, *count, about)).collect();
        all.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        all.truncate(most);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_often_is_found_among_any_number_of_others() {
        let mut top = Top::new();
        let (mut frequent, rounds) = (0, MOST as u64 * 5);
        for round in 0..rounds {
            top.add(&format!("other {round}"), || ());
            if round % 100 == 0 {
                frequent += 1;
                top.add("frequent", || ());
            }
            assert!(top.counts.len() <= MOST);
        }
        let &(text, count, _) = top.first(1).first().unwrap();
        assert_eq!(text, "frequent");
        assert!(count <= frequent && count + top.lost() >= frequent, "{count} of {frequent}, {} lost", top.lost());
        assert!((1..=(rounds + frequent) / KEPT as u64).contains(&top.lost()));
    }

    #[test]
    fn a_few_are_counted_exactly_and_in_order() {
        let mut top = Top::new();
        ["b", "c", "a", "c", "b"].iter().for_each(|text| top.add(text, || ()));
        let told: Vec<_> = top.first(2).into_iter().map(|(text, count, _)| (text, count)).collect();
        assert_eq!((told, top.lost()), (vec![("b", 2), ("c", 2)], 0));
    }
}
