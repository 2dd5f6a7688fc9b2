// SPDX-License-Identifier: Apache-2.0
//! From digits to where they come from.

use super::{
    behind_code::{Reading, with_country_code, within},
    dialled::{AsDialled, as_dialled},
    disguise,
    finding::{Finding, Origin},
    services,
};
use crate::{
    digits::Digits,
    hint::Hint,
    line::Line,
    plan::{FOREIGN_PREFIXES, Region},
    reader::{self, Form, Number, Odd, Shown},
};

/// Shorter digits are service numbers; they never stand for a number that lost its plus.
const SHORTEST_WITHOUT_PLUS: usize = 8;
/// E.164 allows no more digits.
const LONGEST: usize = 15;
/// More digits than an ordinary line has, zeros before it apart. Japan's plan allows up to seventeen, for its 00XY numbers:
/// what is longer than this and in no range of the plan may be a foreign or forged number in disguise.
const LONGEST_LINE: usize = 10;

/// Where the caller of `raw` is, for a phone at `home` that is now in the network of `network`.
///
/// `raw` is what a network shows: a `tel:` or SIP URI, or text. Never fails, never allocates.
///
/// ```
/// use tomeru::{Origin, Region, locate};
/// let finding = locate("010 1 844 298 0122", Region::JAPAN, Region::JAPAN);
/// assert_eq!((finding.origin, finding.country_code), (Origin::International, Some(1)));
/// ```
#[must_use]
pub fn locate(raw: &str, home: Region, network: Region) -> Finding {
    locate_shown(&reader::shown(raw), home, network)
}

/// [`locate`] for a number that a person wrote: a contact, an entry, a number that is dialled or typed. A national
/// prefix behind a country code, an extension and whatever else people write is read as meant.
///
/// ```
/// use tomeru::{Origin, Region, locate_written};
/// let finding = locate_written("+33 (0)1 23 45 67 89", Region::JAPAN, Region::JAPAN);
/// assert_eq!((finding.origin, finding.country_code), (Origin::International, Some(33)));
/// ```
#[must_use]
pub fn locate_written(raw: &str, home: Region, network: Region) -> Finding {
    match reader::written(raw) {
        Some(number) => locate_number(&number, Reading::Kind, home, network),
        None => Finding::bare(Origin::Unreadable),
    }
}

/// [`locate`] for a text that was read already.
pub(crate) fn locate_shown(shown: &Shown<'_>, home: Region, network: Region) -> Finding {
    match shown {
        Shown::Number(number) => locate_number(number, Reading::Strict, home, network),
        Shown::Odd(odd) => locate_odd(odd, home, network),
        Shown::Hidden(_) => Finding::bare(Origin::Hidden),
        Shown::Unreadable => Finding::bare(Origin::Unreadable),
    }
}

/// Digits with odd characters among them are the number that they are together; if that is none, a foreign one among
/// them. So whatever is put into a number, the number is still judged.
fn locate_odd(odd: &Odd<'_>, home: Region, network: Region) -> Finding {
    let look_at = |number: &Number| match locate_number(number, Reading::Strict, home, network) {
        // Nobody calls from 110 with a word beside it.
        emergency if emergency.origin == Origin::Emergency => Finding { origin: Origin::Unreadable, ..emergency },
        found => found,
    };
    let joined = look_at(&odd.joined);
    let is_settled = joined.valid || is_foreign(&joined);
    let found =
        if is_settled { joined } else { odd.pieces().map(|piece| look_at(&piece)).find(is_foreign).unwrap_or(joined) };
    let origin = match found.origin {
        Origin::Domestic if !found.possible => Origin::Unreadable,
        origin => origin,
    };
    Finding { origin, hints: found.hints.with(Hint::OddCharacters), ..found }
}

fn is_foreign(found: &Finding) -> bool {
    matches!(found.origin, Origin::International | Origin::GlobalService | Origin::DisguisedDomestic)
}

/// [`locate`] and [`locate_written`] for a number that was read already.
pub(crate) fn locate_number(number: &Number, reading: Reading, home: Region, network: Region) -> Finding {
    #[cfg(test)]
    locates::count();
    if number.too_long {
        return Finding::bare(Origin::Impossible);
    }
    let digits = number.digits.values();
    let found = match number.form {
        Form::Plus => with_country_code(digits, reading, home),
        Form::Hash => services::hash(digits, network, home),
        Form::National => in_national_form(digits, reading, home, network),
        Form::Within(code) if code == home.code().number => in_national_form(digits, reading, home, home),
        Form::Within(code) => within(code, digits, reading, home),
    };
    let length = found.national_number.values().iter().skip_while(|&&value| value == 0).count();
    if found.origin == Origin::Domestic && !found.valid && length > LONGEST_LINE {
        return Finding { origin: Origin::Unreadable, ..found };
    }
    found
}

/// Digits without a plus: the plan of the country the phone is in reads them.
fn in_national_form(digits: &[u8], reading: Reading, home: Region, network: Region) -> Finding {
    emergency(digits, home, network)
        .or_else(|| behind_dialling_prefix(digits, reading, home, network))
        .or_else(|| in_plan_of_network(digits, reading, home, network))
        .or_else(|| without_plus(digits, reading, home))
        // Whatever else a network shows is its own, unless nobody can have so long a number.
        .unwrap_or_else(|| {
            let origin = if digits.len() > LONGEST { Origin::Impossible } else { Origin::Domestic };
            Finding { national_number: Digits::from_values(digits), ..Finding::bare(origin) }
        })
}

fn emergency(digits: &[u8], home: Region, network: Region) -> Option<Finding> {
    (network.is_emergency(digits) || (home != network && home.is_emergency(digits)))
        .then(|| Finding::short(Origin::Emergency, Line::ShortCode, digits, true))
}

/// 184 and the like, and a number behind it.
fn behind_dialling_prefix(digits: &[u8], reading: Reading, home: Region, network: Region) -> Option<Finding> {
    let rest = network.after_dialling_prefix(digits)?;
    emergency(rest, home, network)
        .or_else(|| in_plan_of_network(rest, reading, home, network))
        // Anything else that begins so is a number that has these digits itself.
        .filter(|found| rest.first() == Some(&0) || found.line == Line::ShortCode)
}

fn in_plan_of_network(digits: &[u8], reading: Reading, home: Region, network: Region) -> Option<Finding> {
    if let Some(found) = services::short(digits, network) {
        return Some(found);
    }
    // 00 and a number that another country has is that number, kept or shown: 0037, 0061, 0066 and the like are called,
    // and choose a carrier, but nobody calls from there.
    if digits.starts_with(&[0, 0])
        && (reading == Reading::Kind || network.after_international_prefix(digits).is_none())
        && let Some(found) = behind_foreign_prefix(digits, reading, home).filter(|found| found.valid)
    {
        return Some(found);
    }
    let number = as_dialled(digits, network);
    let in_plan = number.as_ref().map(|number| of_network(number, home, network));
    if number.is_some_and(|number| number.plan.valid) {
        let forged = disguise::behind_carriers_code(digits, digits, home);
        return forged.filter(|_| reading == Reading::Strict).or(in_plan);
    }
    if let Some(abroad) = network.after_international_prefix(digits) {
        return Some(with_country_code(abroad, reading, home));
    }
    behind_carrier(digits, reading, home, network)
        .or_else(|| behind_foreign_prefix(digits, reading, home).filter(|found| found.valid))
        // What stands behind a carrier's code and the international prefix is no number at home, whatever it is.
        .or_else(|| Some(with_country_code(network.after_carrier(digits).next()?, reading, home)))
        .or(in_plan.filter(|found| found.valid))
        .or_else(|| behind_foreign_prefix(digits, reading, home))
        // Two trunk prefixes are no number of a plan; behind the country code, another number would be left of it.
        .or(in_plan.filter(|_| !has_two_trunks(digits, network.trunk())))
}

/// An 8 behind Russia's 8 begins a number all the same.
fn has_two_trunks(digits: &[u8], trunk: &[u8]) -> bool {
    trunk == [0] && digits.starts_with(&[0, 0])
}

/// A number of the plan of the country the phone is in: domestic only at home.
fn of_network(number: &AsDialled<'_>, home: Region, network: Region) -> Finding {
    let at_home = home.code().number == network.code().number;
    let origin = if at_home { Origin::Domestic } else { Origin::International };
    services::completed(Finding::in_plan(&number.plan, origin, number.national), network)
}

/// A number behind a carrier's code and the international prefix.
fn behind_carrier(digits: &[u8], reading: Reading, home: Region, network: Region) -> Option<Finding> {
    network.after_carrier(digits).find_map(|abroad| if_it_can_be_one(abroad, reading, home))
}

/// A number behind the international prefix of another country.
fn behind_foreign_prefix(digits: &[u8], reading: Reading, home: Region) -> Option<Finding> {
    let mut abroad = FOREIGN_PREFIXES.iter().filter_map(|prefix| digits.strip_prefix(prefix.digits.values()));
    let found = abroad.find_map(|abroad| if_it_can_be_one(abroad, reading, home))?;
    Some(Finding { hints: found.hints.with(Hint::ForeignPrefix), ..found })
}

/// Digits behind what may stand for a plus: only if there can be such a number.
fn if_it_can_be_one(abroad: &[u8], reading: Reading, home: Region) -> Option<Finding> {
    Some(with_country_code(abroad, reading, home)).filter(|found| found.valid || is_foreign(found))
}

/// Digits that mean nothing at home, and a possible or forged number behind a plus: the network lost it.
fn without_plus(digits: &[u8], reading: Reading, home: Region) -> Option<Finding> {
    if digits.len() < SHORTEST_WITHOUT_PLUS || digits.first() == Some(&0) {
        return None;
    }
    let found = match with_country_code(digits, reading, home) {
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

#[cfg(test)]
mod tests {
    use crate::{hint::Hint, locate, plan::Region};

    #[test]
    fn eight_digits_may_have_lost_their_plus_and_seven_may_not() {
        let lost = |digits| locate(digits, Region::JAPAN, Region::JAPAN).hints.contains(Hint::PlusMissing);
        // Of the Solomon Islands and of Niue: both are possible behind a plus.
        for (digits, expected) in [("67740123", true), ("6834002", false)] {
            assert!(locate(&format!("+{digits}"), Region::JAPAN, Region::JAPAN).possible, "{digits}");
            assert_eq!(lost(digits), expected, "{digits}");
        }
    }

    #[test]
    fn a_number_that_ends_as_the_polices_is_told_with_an_obsolete_mobile_prefix_too() {
        for digits in ["+525512340110", "+5215512340110"] {
            let found = locate(digits, Region::JAPAN, Region::JAPAN);
            assert!(found.valid && found.hints.contains(Hint::PoliceBait), "{digits}");
        }
    }
}
