// SPDX-License-Identifier: Apache-2.0
//! The automaton as words; `walk.rs` says what a word means.

use std::collections::HashMap;

use crate::{
    Outcome,
    automaton::{Automaton, Target},
    walk::{SINK, WIDE},
};

/// The words of the table and the outcomes they refer to.
#[derive(Debug)]
pub struct Layout {
    /// Headers and targets.
    pub words: Vec<u16>,
    /// Outcomes, the commonest first.
    pub outcomes: Vec<Outcome>,
    /// How many nodes the words hold.
    pub nodes: usize,
}

impl Layout {
    /// Lays `automaton` out; with it the starting word of each of `roots`.
    pub(crate) fn new(automaton: &Automaton, roots: &[Target]) -> Result<(Self, Vec<u16>), String> {
        let outcomes = by_frequency(automaton, roots);
        let number: HashMap<Outcome, u16> = outcomes.iter().copied().zip(0..).collect();
        if outcomes.len() > usize::from(u16::MAX - SINK) {
            return Err(format!("{} outcomes are too many", outcomes.len()));
        }

        let mut words = Vec::new();
        let mut starts: Vec<usize> = Vec::new();
        let place = |target: Target, starts: &[usize]| match target {
            Target::Sink(outcome) => Ok(SINK + number[&outcome]),
            Target::Node(node) => match u16::try_from(starts[node]) {
                Ok(at) if at < SINK => Ok(at),
                _ => Err(String::from("the table has outgrown 16-bit words")),
            },
        };
        // Children come before parents, so every target has its place already.
        for node in &automaton.nodes {
            starts.push(words.len());
            let outcome = number[&node.outcome];
            let wide = outcome >= WIDE;
            let header = words.len();
            words.push(outcome.min(WIDE) << 9);
            if wide {
                words.push(outcome);
            }
            for digit in 0..10 {
                if digit == 0 || node.targets[digit] != node.targets[digit - 1] {
                    if digit > 0 {
                        words[header] |= 1 << (digit - 1);
                    }
                    words.push(place(node.targets[digit], &starts)?);
                }
            }
        }
        let root_starts = roots.iter().map(|&root| place(root, &starts)).collect::<Result<_, _>>()?;
        Ok((Self { words, outcomes, nodes: automaton.nodes.len() }, root_starts))
    }
}

fn by_frequency(automaton: &Automaton, roots: &[Target]) -> Vec<Outcome> {
    let mut counts: HashMap<Outcome, usize> = HashMap::new();
    for node in &automaton.nodes {
        *counts.entry(node.outcome).or_default() += 1;
    }
    for target in automaton.nodes.iter().flat_map(|node| &node.targets).chain(roots) {
        if let Target::Sink(outcome) = target {
            counts.entry(*outcome).or_default();
        }
    }
    let mut outcomes: Vec<_> = counts.into_iter().collect();
    outcomes.sort_by_key(|&(outcome, count)| (std::cmp::Reverse(count), outcome));
    outcomes.into_iter().map(|(outcome, _)| outcome).collect()
}
