// SPDX-License-Identifier: Apache-2.0
//! Numbers behind a country calling code.

use super::{
    dialled::as_dialled,
    disguise,
    finding::{Finding, Origin},
    lookalikes, services,
};
use crate::{
    digits::Digits,
    plan::{CodeEntry, CodeKind, E164, MOBILE_PREFIXES, Region, code_of, code_of_number},
};

/// Whose text the digits come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A network's: what is more than a number is a sign of forgery.
    Strict,
    /// A person's: a national prefix behind the code, as in +44 (0)20, is a habit.
    Kind,
}

/// Digits behind a plus, or behind what is dialled in its place.
pub(super) fn with_country_code(digits: &[u8], reading: Reading, home: Region) -> Finding {
    let Some(code) = code_of(digits) else {
        return disguise::find(digits, home).unwrap_or(Finding {
            national_number: Digits::from_values(digits),
            hints: lookalikes::hints(digits),
            ..Finding::bare(Origin::Unassigned)
        });
    };
    let national = &digits[code.width()..];
    if code.number == home.code().number {
        return behind_home_code(digits, national, reading, home);
    }
    let plan = E164::look_up(code, national);
    if let Some(meant) = as_meant(&plan, national, reading) {
        return Finding { hints: lookalikes::hints(digits), ..meant };
    }
    if !plan.possible
        && let Some(disguised) = disguise::find(digits, home)
    {
        return disguised;
    }
    Finding { hints: lookalikes::hints(digits), ..of_plan(&plan, national) }
}

fn of_plan(plan: &E164, national: &[u8]) -> Finding {
    let origin = match (plan.possible, plan.code.kind) {
        (false, _) => Origin::Impossible,
        (true, CodeKind::Country) => Origin::International,
        (true, CodeKind::Global | CodeKind::Satellite) => Origin::GlobalService,
    };
    Finding::in_plan(plan, origin, national)
}

/// What `national` is without digits that do not belong behind the code: a mobile prefix that is obsolete, or, in a
/// person's text, the national prefix (libphonenumber, `maybeStripNationalPrefixAndCarrierCode`).
fn as_meant(plan: &E164, national: &[u8], reading: Reading) -> Option<Finding> {
    if !plan.possible {
        let mut prefixes = MOBILE_PREFIXES.iter().filter(|prefix| prefix.obsolete);
        if let Some(rest) = prefixes.find_map(|prefix| prefix.strip(plan.code.number, national)) {
            return Some(of_plan(&E164::look_up(plan.code, rest), rest));
        }
    }
    if reading == Reading::Strict {
        return None;
    }
    let trunk = plan.code.regions().first()?.trunk();
    let rest = national.strip_prefix(trunk).filter(|_| !trunk.is_empty())?;
    let without = E164::look_up(plan.code, rest);
    (without.possible && (without.valid || !plan.valid)).then(|| of_plan(&without, rest))
}

/// A number behind the country code of `home`. A trunk prefix after the code is a common slip (+81 090 …), and is read
/// as meant.
fn behind_home_code(digits: &[u8], national: &[u8], reading: Reading, home: Region) -> Finding {
    let plan = E164::look_up(home.code(), national);
    if !plan.valid
        && let Some(stripped) = national.strip_prefix(home.trunk())
        && !home.trunk().is_empty()
    {
        let repaired = E164::look_up(home.code(), stripped);
        // One zero is a slip; two are another number, or none.
        if repaired.valid || (repaired.possible && !stripped.starts_with(home.trunk())) {
            return services::completed(Finding::in_plan(&repaired, Origin::Domestic, stripped), home);
        }
    }
    // The home code may hide a number, too.
    let disguised = match plan.valid {
        true => disguise::behind_carriers_code(digits, national, home).filter(|_| reading == Reading::Strict),
        false => disguise::find(digits, home),
    };
    if let Some(disguised) = disguised {
        return disguised;
    }
    let origin = if plan.possible { Origin::Domestic } else { Origin::Impossible };
    services::completed(Finding::in_plan(&plan, origin, national), home)
}

/// Digits as they are dialled in the country of `code`.
pub(super) fn within(code: u16, digits: &[u8], reading: Reading, home: Region) -> Finding {
    let entry: Option<&CodeEntry> = code_of_number(code);
    let dialled = entry.and_then(|code| code.regions().first()).and_then(|&region| as_dialled(digits, region));
    if let Some(number) = dialled {
        return of_plan(&number.plan, number.national);
    }
    match Digits::from_code(code).followed_by(digits) {
        Some(whole) => with_country_code(whole.values(), reading, home),
        None => Finding::bare(Origin::Impossible),
    }
}
