// SPDX-License-Identifier: Apache-2.0
//! What is found out about a number.

use crate::{
    digits::Digits,
    hint::Hints,
    keyed::keyed,
    line::Line,
    plan::{E164, Region},
};

keyed! {
    /// Where a call comes from. The keys are part of the JSON of the command line.
    #[non_exhaustive]
    pub enum Origin {
        /// 110, 118, 119 and what every mobile network routes as an emergency call.
        Emergency = 0 "emergency",
        /// A number of the home plan, also with its country code.
        Domestic = 1 "domestic",
        /// An assigned country code and a possible length.
        International = 2 "international",
        /// +800, +870 and other codes of no country.
        GlobalService = 3 "global_service",
        /// No such country code.
        Unassigned = 4 "unassigned",
        /// A whole home number behind digits that make it look foreign.
        DisguisedDomestic = 5 "disguised_domestic",
        /// An assigned country code, and a length its plan does not have.
        Impossible = 6 "impossible",
        /// No number was given; the call's presentation says why.
        Hidden = 7 "hidden",
        /// Letters, or digits that no plan explains with other characters among them.
        Unreadable = 8 "unreadable",
    }
}

/// All that the core finds out about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Where it comes from.
    pub origin: Origin,
    /// The kind of line.
    pub line: Line,
    /// The country calling code, where there is one.
    pub country_code: Option<u16>,
    /// The regions it may belong to; several where a shared code does not tell.
    pub regions: &'static [Region],
    /// The national significant number (E.164), without country code and trunk prefix.
    pub national_number: Digits,
    /// Whether the plan has numbers of this length.
    pub possible: bool,
    /// Whether the plan has this number.
    pub valid: bool,
    /// The home number that a forged one imitates, as dialled at home.
    pub imitates: Option<Digits>,
    /// What makes it suspicious.
    pub hints: Hints,
}

impl Finding {
    /// No more than an origin.
    pub(crate) const fn bare(origin: Origin) -> Self {
        Self {
            origin,
            line: Line::Unknown,
            country_code: None,
            regions: &[],
            national_number: Digits::EMPTY,
            possible: false,
            valid: false,
            imitates: None,
            hints: Hints::NONE,
        }
    }

    /// What the plan says of `national`.
    pub(super) fn in_plan(plan: &E164, origin: Origin, national: &[u8]) -> Self {
        Self {
            line: plan.line,
            country_code: Some(plan.code.number),
            regions: plan.regions,
            national_number: Digits::from_values(national),
            possible: plan.possible,
            valid: plan.valid,
            ..Self::bare(origin)
        }
    }

    /// A short number that has no country code, such as 104 or #9110.
    pub(super) fn short(origin: Origin, line: Line, digits: &[u8], known: bool) -> Self {
        Self { line, national_number: Digits::from_values(digits), possible: known, valid: known, ..Self::bare(origin) }
    }
}
