// SPDX-License-Identifier: Apache-2.0
//! The round trip: table and source patterns are walked together over every pair of places they can reach, so
//! that they agree on every number there is, not only on samples.

use std::collections::HashSet;

use crate::{
    Layout,
    source::{Source, State},
    walk::{outcome, step},
};

/// Proves that `layout` from `start` says what `source` says, for all digits.
pub(crate) fn same(source: &Source, layout: &Layout, start: u16) -> Result<(), String> {
    let mut seen: HashSet<(State, u16, usize)> = HashSet::new();
    let mut todo = vec![(source.start()?, start, 0)];
    while let Some((state, at, depth)) = todo.pop() {
        if !seen.insert((state, at, depth)) {
            continue;
        }
        let says = layout.outcomes[usize::from(outcome(&layout.words, at))];
        let wanted = source.outcome(state, depth);
        if says != wanted {
            return Err(format!("{}: {says:?} in place of {wanted:?} after {depth} digits", source.name()));
        }
        if source.is_settled(state) {
            // From here the source never changes: nor may the table.
            if (0..10).any(|digit| step(&layout.words, at, digit) != at) {
                return Err(format!("{}: the table goes on after {depth} digits", source.name()));
            }
            continue;
        }
        todo.extend((0..10).map(|d| (source.next(state, d), step(&layout.words, at, d), depth + 1)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plans, compile, read};

    #[test]
    fn a_single_changed_word_is_found() {
        let code = read().into_iter().find(|code| code.number == 81).unwrap();
        let source = Source::for_code(&code).unwrap();
        let mut compiled = compile(vec![code], Plans::default()).unwrap();
        let start = compiled.codes[0].1;
        assert_eq!(same(&source, &compiled.layout, start), Ok(()));
        let at = compiled.layout.words.len() / 2;
        compiled.layout.words[at] = compiled.layout.words[at].wrapping_add(1);
        assert!(same(&source, &compiled.layout, start).is_err());
    }
}
