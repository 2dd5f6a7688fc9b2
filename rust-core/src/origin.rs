// SPDX-License-Identifier: Apache-2.0
//! ORIGIN: where a call really comes from.

use crate::{Line, digits::Digits};

/// Where a call comes from. The keys are part of the JSON of the command line.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum Origin {
    /// 110, 118, 119 and what every mobile network routes as an emergency call.
    Emergency = 0,
    /// A number of the home plan, also with its country code.
    Domestic = 1,
    /// An assigned country code and a possible length.
    International = 2,
    /// +800, +870 and other codes of no country.
    GlobalService = 3,
    /// No such country code.
    Unassigned = 4,
    /// A whole home number behind digits that make it look foreign.
    DisguisedDomestic = 5,
    /// An assigned country code, and a length its plan does not have.
    Impossible = 6,
    /// No number was given; the call's presentation says why.
    Hidden = 7,
    /// A SIP address, letters, nothing.
    NotANumber = 8,
}

impl Origin {
    /// Every origin, in order of its number.
    pub const ALL: [Self; 9] = [
        Self::Emergency,
        Self::Domestic,
        Self::International,
        Self::GlobalService,
        Self::Unassigned,
        Self::DisguisedDomestic,
        Self::Impossible,
        Self::Hidden,
        Self::NotANumber,
    ];

    /// The stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Domestic => "domestic",
            Self::International => "international",
            Self::GlobalService => "global_service",
            Self::Unassigned => "unassigned",
            Self::DisguisedDomestic => "disguised_domestic",
            Self::Impossible => "impossible",
            Self::Hidden => "hidden",
            Self::NotANumber => "not_a_number",
        }
    }
}

/// What else makes a number suspicious.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hints {
    /// A foreign number that looks like a Japanese toll-free one (+1 800, 833, 844 …).
    pub toll_free: bool,
    /// A foreign number that ends as Japanese police numbers do (…0110).
    pub police_bait: bool,
    /// The number imitated is one of the police.
    pub imitates_police: bool,
}

/// All that the core finds out about a caller's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Where it comes from.
    pub origin: Origin,
    /// The kind of line.
    pub line: Line,
    /// The country calling code, where there is one.
    pub country_code: Option<u16>,
    /// ISO 3166-1 alpha-2; several where a shared code does not tell.
    pub regions: &'static [[u8; 2]],
    /// The national significant number (E.164), without country code and trunk prefix.
    pub national_number: Digits,
    /// Whether the plan has numbers of this length.
    pub possible: bool,
    /// Whether the plan has this number.
    pub valid: bool,
    /// The home number that a forged one imitates, as dialled at home.
    pub imitates: Option<Digits>,
    /// The network lost the plus: the digits make sense only with one.
    pub plus_missing: bool,
    /// Further signs.
    pub hints: Hints,
}

impl Finding {
    /// What is known of a call that could not be looked at.
    #[cfg(feature = "ffi")]
    pub(crate) const NOTHING: Self = Self::bare(Origin::NotANumber);

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
            plus_missing: false,
            hints: Hints { toll_free: false, police_bait: false, imitates_police: false },
        }
    }
}
