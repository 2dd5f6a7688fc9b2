// SPDX-License-Identifier: Apache-2.0
//! Compiles the world's numbering plans into one small table.
//!
//! ```text
//! metadata (regions, patterns) -> source (one DFA a country code) -> automaton (minimal, shared) -> emit (Rust statics)
//!                                                   \___________________ proof: both say the same ___________/
//! tables of areas (Japan's lines with a place) -> areas -> Rust statics
//! ```
//!
//! It runs at build time only; nothing of it, nor of its dependencies, is part of the library on the phone.

mod areas;
mod automaton;
mod dependency;
mod emit;
mod layout;
mod line;
mod metadata;
mod plans;
mod proof;
mod source;
mod walk;

pub use areas::Areas;
pub use dependency::geocoding;
pub use emit::{WALK, emit};
pub use layout::Layout;
pub use line::Line;
pub use metadata::{Code, Kind, Region, read};
pub use plans::{Assigned, Plans, Service};
pub use walk::Outcome;

use automaton::Automaton;
use source::{Source, idd_source};

/// Everything the core reads at run time, before it is written as Rust statics.
#[derive(Debug)]
pub struct Compiled {
    /// The automaton as words, see [`Layout`].
    pub layout: Layout,
    /// Country calling codes, in order of code, with the start of each in the automaton.
    pub codes: Vec<(Code, u16)>,
    /// Regions that have numbers, in order of identifier.
    pub regions: Vec<RegionPlan>,
    /// The data kept by hand.
    pub plans: Plans,
}

/// A region, and how other countries are dialled there.
#[derive(Debug)]
pub struct RegionPlan {
    /// The region.
    pub region: Region,
    /// Where its international prefixes start in the automaton.
    pub prefixes_start: u16,
    /// The shortest of them; `None` if it is longer than people store with a number.
    pub international_prefix: Option<String>,
}

/// Longer prefixes, such as Brazil's with a carrier's code in them, are nothing that people store with a number.
const LONGEST_STORED_PREFIX: u32 = 4;

/// Compiles `codes` (from [`read`]) and `plans`, and proves the result equal to the source patterns.
///
/// # Errors
/// A sentence that names the pattern, row or state that cannot be compiled.
pub fn compile(mut codes: Vec<Code>, plans: Plans) -> Result<Compiled, String> {
    plans.check_against(&codes)?;
    codes.extend(plans.assigned.iter().map(Assigned::as_code));
    codes.sort_by_key(|code| code.number);

    let mut automaton = Automaton::default();
    let mut sources = Vec::new();
    let mut roots = Vec::new();
    for code in &codes {
        let source = Source::for_code(code)?;
        roots.push(automaton.add(&source)?);
        sources.push(source);
    }

    let mut regions: Vec<Region> = codes
        .iter()
        .flat_map(|code| &code.regions)
        .filter(|r| !r.is_global() && !r.kinds.is_empty())
        .cloned()
        .collect();
    regions.sort_by(|a, b| a.id.cmp(&b.id));
    let mut idd_roots = Vec::new();
    for region in &regions {
        let source = idd_source(region, &plans)?;
        idd_roots.push(automaton.add(&source)?);
        sources.push(source);
    }

    let all_roots: Vec<_> = roots.iter().chain(&idd_roots).copied().collect();
    let (layout, starts) = Layout::new(&automaton, &all_roots)?;
    for (source, start) in sources.iter().zip(&starts) {
        proof::same(source, &layout, *start)?;
    }

    let (code_starts, idd_starts) = starts.split_at(codes.len());
    Ok(Compiled {
        codes: codes.into_iter().zip(code_starts.iter().copied()).collect(),
        regions: regions
            .into_iter()
            .zip(idd_starts)
            .map(|(region, &prefixes_start)| RegionPlan {
                region,
                prefixes_start,
                international_prefix: shortest_prefix(&layout, prefixes_start),
            })
            .collect(),
        layout,
        plans,
    })
}

/// The shortest digits that `layout` takes for a whole international prefix from `start`; the smallest of several.
fn shortest_prefix(layout: &Layout, start: u16) -> Option<String> {
    let is_prefix = |digits: &str| {
        let end = digits.bytes().fold(start, |at, byte| walk::step(&layout.words, at, byte - b'0'));
        layout.outcomes[usize::from(walk::outcome(&layout.words, end))] == source::PREFIX_ENDS
    };
    (1..=LONGEST_STORED_PREFIX).find_map(|length| {
        (0..10_u32.pow(length))
            .map(|number| format!("{number:0width$}", width = length as usize))
            .find(|d| is_prefix(d))
    })
}
