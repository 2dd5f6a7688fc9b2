// SPDX-License-Identifier: Apache-2.0
//! From digits to where they come from.

use super::{
    dialled::{AsDialled, as_dialled, behind_home_code},
    disguise,
    finding::{Finding, Origin},
    lookalikes, services,
};
use crate::{
    digits::Digits,
    hint::Hint,
    line::Line,
    number::{Form, Number},
    plan::{CodeKind, E164, Region, code_of},
};

/// Shorter digits are service numbers; they never stand for a number that lost its plus.
const SHORTEST_WITHOUT_PLUS: usize = 8;

/// Where the caller of `raw` is, for a phone at `home` that is now in the network of `network`.
///
/// `raw` is what Android or a person gives: a `tel:` URI or text. Never fails, never allocates.
///
/// ```
/// use tomeru::{Origin, Region, locate};
/// let finding = locate("010 1 844 298 0122", Region::JAPAN, Region::JAPAN);
/// assert_eq!((finding.origin, finding.country_code), (Origin::International, Some(1)));
/// ```
#[must_use]
pub fn locate(raw: &str, home: Region, network: Region) -> Finding {
    match Number::read(raw) {
        Some(number) => locate_number(&number, home, network),
        None => Finding::bare(Origin::NotANumber),
    }
}

/// [`locate`] for a number that was read already.
pub(crate) fn locate_number(number: &Number, home: Region, network: Region) -> Finding {
    #[cfg(test)]
    locates::count();
    let digits = number.digits.values();
    match number.form {
        Form::Plus => with_country_code(digits, home),
        Form::Hash => services::hash(digits, network, home),
        Form::National => in_national_form(digits, home, network),
    }
}

/// Digits behind a plus, or behind what is dialled in its place.
fn with_country_code(digits: &[u8], home: Region) -> Finding {
    let Some(code) = code_of(digits) else {
        return disguise::find(digits, home).unwrap_or(Finding {
            national_number: Digits::from_values(digits),
            hints: lookalikes::hints(digits),
            ..Finding::bare(Origin::Unassigned)
        });
    };
    let national = &digits[code.width()..];
    if code.number == home.code().number {
        return behind_home_code(national, home);
    }
    let plan = E164::look_up(code, national);
    let origin = match (plan.possible, code.kind) {
        (false, _) => Origin::Impossible,
        (true, CodeKind::Country) => Origin::International,
        (true, CodeKind::Global | CodeKind::Satellite) => Origin::GlobalService,
    };
    if origin == Origin::Impossible
        && let Some(disguised) = disguise::find(digits, home)
    {
        return disguised;
    }
    Finding { hints: lookalikes::hints(digits), ..Finding::in_plan(&plan, origin, national) }
}

/// Digits without a plus: the plan of the country the phone is in reads them.
fn in_national_form(digits: &[u8], home: Region, network: Region) -> Finding {
    emergency(digits, home, network)
        .or_else(|| behind_dialling_prefix(digits, home, network))
        .or_else(|| in_plan_of_network(digits, home, network))
        .or_else(|| without_plus(digits, home))
        // Whatever else a network shows is its own: it rings.
        .unwrap_or(Finding { national_number: Digits::from_values(digits), ..Finding::bare(Origin::Domestic) })
}

fn emergency(digits: &[u8], home: Region, network: Region) -> Option<Finding> {
    (network.is_emergency(digits) || home.is_emergency(digits))
        .then(|| Finding::short(Origin::Emergency, Line::ShortCode, digits, true))
}

/// 184 and the like, and a number behind it.
fn behind_dialling_prefix(digits: &[u8], home: Region, network: Region) -> Option<Finding> {
    let rest = network.after_dialling_prefix(digits)?;
    emergency(rest, home, network)
        .or_else(|| in_plan_of_network(rest, home, network))
        // Anything else that begins so is a number that has these digits itself.
        .filter(|found| rest.first() == Some(&0) || found.line == Line::ShortCode)
}

fn in_plan_of_network(digits: &[u8], home: Region, network: Region) -> Option<Finding> {
    if let Some(found) = services::short(digits, network) {
        return Some(found);
    }
    let number = as_dialled(digits, network);
    if let Some(valid) = number.as_ref().filter(|number| number.plan.valid) {
        return Some(of_network(valid, home, network));
    }
    if let Some(abroad) = network.after_international_prefix(digits) {
        return Some(with_country_code(abroad, home));
    }
    number.map(|number| of_network(&number, home, network))
}

/// A number of the plan of the country the phone is in: domestic only at home.
fn of_network(number: &AsDialled<'_>, home: Region, network: Region) -> Finding {
    let at_home = home.code().number == network.code().number;
    let origin = if at_home { Origin::Domestic } else { Origin::International };
    services::completed(Finding::in_plan(&number.plan, origin, number.national), network)
}

/// Digits that mean nothing at home, and a possible or forged number behind a plus: the network lost it.
fn without_plus(digits: &[u8], home: Region) -> Option<Finding> {
    if digits.len() < SHORTEST_WITHOUT_PLUS || digits.first() == Some(&0) {
        return None;
    }
    let found = match with_country_code(digits, home) {
        found if found.possible => found,
        _ => disguise::find(digits, home)?,
    };
    Some(Finding { hints: found.hints.with(Hint::PlusMissing), ..found })
}

/// How often this thread located a number: tests hold a call to once.
#[cfg(test)]
pub(crate) mod locates {
    use std::cell::Cell;

    thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn count() {
        COUNT.set(COUNT.get() + 1);
    }

    /// How often `work` does.
    pub(crate) fn during(work: impl FnOnce()) -> usize {
        let before = COUNT.get();
        work();
        COUNT.get() - before
    }
}
