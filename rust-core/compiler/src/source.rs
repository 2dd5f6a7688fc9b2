// SPDX-License-Identifier: Apache-2.0
//! What the metadata says of a number, digit by digit: the reference that the automaton is made from and proved against.

use regex_automata::{
    Anchored, MatchKind,
    dfa::{Automaton as _, StartKind, dense},
    util::{primitives::StateID, start, syntax},
};

use crate::{Code, Line, Outcome, Plans, Region, walk::CANNOT_TELL};

/// All patterns of one country calling code (or all international prefixes of one region) as one DFA.
pub(crate) struct Source {
    name: String,
    dfa: Option<dense::DFA<Vec<u32>>>,
    /// What each pattern of the DFA stands for, by its number.
    patterns: Vec<Meaning>,
    regions: usize,
}

#[derive(Clone, Debug, PartialEq)]
enum Meaning {
    General { region: usize },
    Leading { region: usize },
    Kind { region: usize, line: Line, lengths: u32 },
    PrefixEnds,
}

/// The outcome of digits that are a whole international prefix.
pub(crate) const PREFIX_ENDS: Outcome = Outcome { region: 1, line: 0 };

/// A place in the DFA. `None`: there are no patterns.
pub(crate) type State = Option<StateID>;

impl Source {
    /// The national significant numbers of `code`.
    pub(crate) fn for_code(code: &Code) -> Result<Self, String> {
        let mut patterns = Vec::new();
        for (region, data) in code.regions.iter().enumerate() {
            if let Some(leading) = &data.leading_digits {
                patterns.push((format!("(?:{leading})[0-9]*"), Meaning::Leading { region }));
            }
            if data.kinds.is_empty() {
                continue;
            }
            patterns.push((data.general.clone(), Meaning::General { region }));
            for kind in &data.kinds {
                let lengths = kind.lengths.iter().fold(0, |bits, &length| bits | 1 << length);
                let meaning = Meaning::Kind { region, line: kind.line, lengths };
                patterns.push((kind.pattern.clone(), meaning));
            }
        }
        Self::new(format!("+{}", code.number), patterns, code.regions.len())
    }

    fn new(name: String, patterns: Vec<(String, Meaning)>, regions: usize) -> Result<Self, String> {
        let (texts, patterns): (Vec<_>, Vec<_>) =
            patterns.into_iter().map(|(text, meaning)| (format!(r"(?:{text})\z"), meaning)).unzip();
        let dfa = if texts.is_empty() {
            None
        } else {
            let dfa = dense::Builder::new()
                .configure(dense::Config::new().match_kind(MatchKind::All).start_kind(StartKind::Anchored))
                .syntax(syntax::Config::new().unicode(false).utf8(false).ignore_whitespace(true))
                .build_many(&texts)
                .map_err(|error| format!("{name}: {error}"))?;
            Some(dfa)
        };
        Ok(Self { name, dfa, patterns, regions })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn start(&self) -> Result<State, String> {
        let Some(dfa) = &self.dfa else { return Ok(None) };
        let config = start::Config::new().anchored(Anchored::Yes);
        dfa.start_state(&config).map(Some).map_err(|error| format!("{}: {error}", self.name))
    }

    pub(crate) fn next(&self, state: State, digit: u8) -> State {
        self.dfa.as_ref().zip(state).map(|(dfa, state)| dfa.next_state(state, b'0' + digit))
    }

    /// Whether nothing that follows can change the outcome any more.
    pub(crate) fn is_settled(&self, state: State) -> bool {
        let Some((dfa, id)) = self.dfa.as_ref().zip(state) else { return true };
        dfa.is_dead_state(id) || (0..10).all(|digit| self.next(state, digit) == state)
    }

    /// The outcome of a number of `length` digits that ends in `state`.
    pub(crate) fn outcome(&self, state: State, length: usize) -> Outcome {
        let matched: Vec<&Meaning> = match self.dfa.as_ref().zip(state) {
            None => Vec::new(),
            Some((dfa, id)) => {
                let end = dfa.next_eoi_state(id);
                let count = if dfa.is_match_state(end) { dfa.match_len(end) } else { 0 };
                (0..count).map(|i| &self.patterns[dfa.match_pattern(end, i).as_usize()]).collect()
            }
        };
        if matched.contains(&&Meaning::PrefixEnds) {
            return PREFIX_ENDS;
        }
        let has_leading = |region| self.patterns.contains(&Meaning::Leading { region });
        // PhoneNumberUtil.getRegionCodeForNumberFromRegionList
        let region = (0..self.regions).find(|&region| {
            self.regions == 1
                || if has_leading(region) {
                    matched.contains(&&Meaning::Leading { region })
                } else {
                    line_in(&matched, region, length) != Line::Unknown
                }
        });
        match region {
            // A prefix that has not ended, or a number of a code without regions.
            None if self.regions == 0 => Outcome { region: 0, line: 0 },
            None => Outcome { region: CANNOT_TELL, line: 0 },
            Some(region) => Outcome { region: region as u8, line: line_in(&matched, region, length) as u8 },
        }
    }
}

/// `PhoneNumberUtil.getNumberTypeHelper`.
fn line_in(matched: &[&Meaning], in_region: usize, length: usize) -> Line {
    if !matched.contains(&&Meaning::General { region: in_region }) {
        return Line::Unknown;
    }
    let mut lines = matched.iter().filter_map(|meaning| match meaning {
        Meaning::Kind { region, line, lengths } if *region == in_region => {
            (*lengths == 0 || lengths >> length & 1 == 1).then_some(*line)
        }
        _ => None,
    });
    // Patterns come in the order of `metadata::ORDER`, and matches in the order of patterns.
    match lines.next() {
        Some(Line::Geographic) if lines.any(|line| line == Line::Mobile) => Line::FixedOrMobile,
        Some(line) => line,
        None => Line::Unknown,
    }
}

/// The international prefixes of `region`: what is dialled there before a country code.
pub(crate) fn idd_source(region: &Region, plans: &Plans) -> Result<Source, String> {
    let mut patterns: Vec<_> = plans
        .prefixes
        .iter()
        .filter(|prefix| prefix.region == region.id)
        .map(|prefix| (prefix.digits.clone(), Meaning::PrefixEnds))
        .collect();
    if let Some(pattern) = &region.international_prefix {
        patterns.push((pattern.clone(), Meaning::PrefixEnds));
    }
    Source::new(format!("international prefixes of {}", region.id), patterns, 0)
}
