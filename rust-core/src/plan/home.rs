// SPDX-License-Identifier: Apache-2.0
//! The home plan: numbers as they are dialled in the country the phone belongs to, or is in.

use super::{
    disguise,
    e164::{self, E164},
    services,
    tables::{CodeEntry, DIALLING_PREFIXES, EMERGENCY, OUTCOMES, RegionEntry, WORDS, region},
    walk::{outcome, step},
};
use crate::{
    Line,
    digits::Digits,
    origin::{Finding, Origin},
};

/// Shorter digits are service numbers; they never stand for a number that lost its plus.
const SHORTEST_WITHOUT_PLUS: usize = 8;

/// A region whose plan reads numbers: the phone's home, or the country it is in.
#[derive(Clone, Copy, Debug)]
pub struct Home(&'static RegionEntry);

impl PartialEq for Home {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Home {}

impl Home {
    /// Japan.
    pub const JAPAN: Self = Self(&super::tables::REGIONS[japan()]);

    /// The region of an ISO 3166-1 alpha-2 identifier in either case; `None` if libphonenumber has no such region.
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        match *id.as_bytes() {
            [a, b] => region([a.to_ascii_uppercase(), b.to_ascii_uppercase()]).map(Self),
            _ => None,
        }
    }

    /// Every region.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        super::tables::REGIONS.iter().map(Self)
    }

    /// Its identifier.
    #[must_use]
    pub fn id(self) -> [u8; 2] {
        self.0.id
    }

    pub(crate) fn code(self) -> &'static CodeEntry {
        self.0.code()
    }

    pub(crate) fn trunk(self) -> &'static [u8] {
        self.0.trunk()
    }

    /// Whether `digits` call for help here.
    pub(super) fn is_emergency(self, digits: &[u8]) -> bool {
        digits.len() <= LONGEST_EMERGENCY
            && EMERGENCY.iter().any(|row| row.digits.values() == digits && row.is_in(self.0))
    }

    /// What follows the longest international prefix that `digits` begin with.
    pub(crate) fn after_international_prefix(self, digits: &[u8]) -> Option<&[u8]> {
        let mut at = self.0.idd_start;
        let mut rest = None;
        for (index, &digit) in digits.iter().enumerate() {
            at = step(&WORDS, at, digit);
            if OUTCOMES[usize::from(outcome(&WORDS, at))].region == 1 {
                rest = Some(&digits[index + 1..]);
            }
        }
        // No country code begins with 0.
        rest.filter(|rest| rest.first().is_some_and(|&first| first != 0))
    }

    /// The shortest digits that one dials here before a country code: 010 in Japan.
    pub(crate) fn international_prefix(self) -> Option<Digits> {
        (1..=LONGEST_PREFIX).find_map(|length| {
            (0..10_u16.pow(length)).find_map(|number| {
                let digits: Vec<u8> = (0..length).rev().map(|place| (number / 10_u16.pow(place) % 10) as u8).collect();
                let end = digits.iter().fold(self.0.idd_start, |at, &digit| step(&WORDS, at, digit));
                (OUTCOMES[usize::from(outcome(&WORDS, end))].region == 1).then(|| Digits::from_values(&digits))
            })
        })
    }

    fn has_dialling_prefix(self, digits: &[u8]) -> Option<&[u8]> {
        DIALLING_PREFIXES
            .iter()
            .filter(|row| row.is_in(self.0))
            .find_map(|row| digits.strip_prefix(row.digits.values()))
    }
}

/// Most numbers are longer than this, and need not be looked for among those that call for help.
const LONGEST_EMERGENCY: usize = {
    let (mut longest, mut at) = (0, 0);
    while at < EMERGENCY.len() {
        if EMERGENCY[at].digits.len() > longest {
            longest = EMERGENCY[at].digits.len();
        }
        at += 1;
    }
    longest
};

/// Longer ones, such as Brazil's with a carrier's code in them, are nothing that people store with a number.
const LONGEST_PREFIX: u32 = 4;

const fn japan() -> usize {
    let regions = &super::tables::REGIONS;
    let mut at = 0;
    while regions[at].id[0] != b'J' || regions[at].id[1] != b'P' {
        at += 1;
    }
    at
}

/// A number that is dialled as `trunk prefix + national number`, or as the bare national number where it is valid.
pub(super) struct AsDialled<'a> {
    pub(super) national: &'a [u8],
    pub(super) plan: E164,
    pub(super) valid: bool,
}

/// Reads `digits` as they are dialled in `home`; `None` if its plan has no such length.
pub(super) fn as_dialled(digits: &[u8], home: Home) -> Option<AsDialled<'_>> {
    let trunk = home.trunk();
    let stripped = digits.strip_prefix(trunk).filter(|_| !trunk.is_empty());
    let look_up = |national| {
        let plan = E164::look_up(home.code(), national);
        AsDialled { national, plan, valid: plan.valid }
    };
    let as_trunk = stripped.map(look_up);
    if as_trunk.as_ref().is_some_and(|read| read.valid) {
        return as_trunk;
    }
    // Japan's 0077 and the like are whole national numbers that begin with 0.
    let bare = look_up(digits);
    if bare.valid {
        return Some(bare);
    }
    if let Some(read) = as_trunk.filter(|read| read.plan.possible) {
        return Some(read);
    }
    (trunk.is_empty() && bare.plan.possible).then_some(bare)
}

/// A number with the home country's own code. A trunk prefix after the code is a common slip (+81 090 …), and is read
/// as meant.
pub(super) fn with_code(national: &[u8], home: Home) -> Finding {
    let plan = E164::look_up(home.code(), national);
    if !plan.valid
        && let Some(stripped) = national.strip_prefix(home.trunk())
        && !home.trunk().is_empty()
    {
        let repaired = E164::look_up(home.code(), stripped);
        // One zero is a slip; two are another number, or none.
        if repaired.valid || (repaired.possible && !stripped.starts_with(home.trunk())) {
            return services::named(repaired.found(Origin::Domestic, stripped), home);
        }
    }
    let origin = if plan.possible { Origin::Domestic } else { Origin::Impossible };
    services::named(plan.found(origin, national), home)
}

/// Where a number in national form comes from: the plan of the country the phone is in reads it.
pub(super) fn locate(digits: &[u8], home: Home, network: Home) -> Finding {
    if network.is_emergency(digits) || home.is_emergency(digits) {
        return Finding {
            line: Line::ShortCode,
            national_number: Digits::from_values(digits),
            possible: true,
            valid: true,
            ..Finding::bare(Origin::Emergency)
        };
    }
    if let Some(rest) = network.has_dialling_prefix(digits)
        && let Some(found) = read(rest, home, network)
        && (rest.first() == Some(&0) || found.line == Line::ShortCode || found.origin == Origin::Emergency)
    {
        return found;
    }
    read(digits, home, network)
        .or_else(|| without_plus(digits, home))
        // Whatever else a network shows is its own: it rings.
        .unwrap_or(Finding { national_number: Digits::from_values(digits), ..Finding::bare(Origin::Domestic) })
}

fn read(digits: &[u8], home: Home, network: Home) -> Option<Finding> {
    if home.is_emergency(digits) || network.is_emergency(digits) {
        return Some(locate(digits, home, network));
    }
    if let Some(found) = services::short(digits, network) {
        return Some(found);
    }
    let dialled = as_dialled(digits, network);
    if let Some(read) = dialled.as_ref().filter(|read| read.valid) {
        return Some(of_network(read, home, network));
    }
    if let Some(rest) = network.after_international_prefix(digits) {
        return Some(e164::locate(rest, home));
    }
    dialled.map(|read| of_network(&read, home, network))
}

/// A number of the plan of the country the phone is in: domestic only at home.
fn of_network(read: &AsDialled<'_>, home: Home, network: Home) -> Finding {
    let at_home = home.code().number == network.code().number;
    let origin = if at_home { Origin::Domestic } else { Origin::International };
    services::named(read.plan.found(origin, read.national), network)
}

/// Digits that mean nothing at home, and a possible or forged number behind a plus: the network lost it.
fn without_plus(digits: &[u8], home: Home) -> Option<Finding> {
    if digits.len() < SHORTEST_WITHOUT_PLUS || digits.first() == Some(&0) {
        return None;
    }
    let found = match e164::locate(digits, home) {
        found if found.possible => found,
        _ => disguise::find(digits, home)?,
    };
    Some(Finding { plus_missing: true, ..found })
}
