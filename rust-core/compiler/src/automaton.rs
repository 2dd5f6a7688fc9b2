// SPDX-License-Identifier: Apache-2.0
//! The minimal acyclic automaton: equal tails are one node, whatever country they belong to.

use std::collections::HashMap;

use crate::{
    Outcome,
    source::{Source, State},
};

/// More digits than any plan has; a pattern that needs more is no finite language.
const DEEPEST: usize = 20;

/// Where a digit leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    /// To the node of this index.
    Node(usize),
    /// Every number that goes on this way has this outcome.
    Sink(Outcome),
}

/// A state: the outcome of a number that ends here, and where each digit leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Node {
    pub(crate) outcome: Outcome,
    pub(crate) targets: [Target; 10],
}

/// Nodes, each different from every other. Children come before parents.
#[derive(Default, Debug)]
pub(crate) struct Automaton {
    pub(crate) nodes: Vec<Node>,
    index: HashMap<Node, usize>,
}

impl Automaton {
    /// Adds everything that `source` says; the place where it starts.
    pub(crate) fn add(&mut self, source: &Source) -> Result<Target, String> {
        self.build(source, source.start()?, 0, &mut HashMap::new())
    }

    fn build(
        &mut self,
        source: &Source,
        state: State,
        depth: usize,
        known: &mut HashMap<(State, usize), Target>,
    ) -> Result<Target, String> {
        let outcome = source.outcome(state, depth);
        if source.is_settled(state) {
            return Ok(Target::Sink(outcome));
        }
        if let Some(&target) = known.get(&(state, depth)) {
            return Ok(target);
        }
        if depth == DEEPEST {
            return Err(format!("{}: a pattern without an end", source.name()));
        }
        let mut targets = [Target::Sink(outcome); 10];
        for (digit, target) in (0..10).zip(&mut targets) {
            *target = self.build(source, source.next(state, digit), depth + 1, known)?;
        }
        let target = if targets.iter().all(|target| *target == Target::Sink(outcome)) {
            Target::Sink(outcome)
        } else {
            self.unique(Node { outcome, targets })
        };
        known.insert((state, depth), target);
        Ok(target)
    }

    fn unique(&mut self, node: Node) -> Target {
        let nodes = &mut self.nodes;
        Target::Node(*self.index.entry(node).or_insert_with_key(|node| {
            nodes.push(node.clone());
            nodes.len() - 1
        }))
    }
}
