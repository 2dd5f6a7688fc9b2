// SPDX-License-Identifier: Apache-2.0
//! The tokens of a cell against the plan: what is a number, what the beginning of numbers, and what is neither.

use super::{
    apart::{is_between, is_foreign_code},
    atoms::{self, Atom, Kind},
    bounds::digits_of,
    shapes::{Why, no_number},
};
use crate::{
    hint::Hint,
    key::{NumberKey, Pattern},
    line::Line,
    origin::{Finding, Origin, locate_written},
    plan::{Region, code_of},
};

/// What a token turned out to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found {
    /// A number; `bare` if it has neither plus nor the zero that numbers at home begin with.
    Number { key: NumberKey, finding: Finding, bare: bool },
    /// The beginning of numbers; `wide` if it covers half a country or more.
    Beginning { pattern: Pattern, wide: bool },
    /// Nothing that counts.
    Not(Why),
}

/// How cells are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The region that national numbers belong to.
    pub(super) home: Region,
    /// The heading promises numbers: dates and the like are not looked for among bare digits.
    pub(super) trusted: bool,
    /// The country code in a cell before.
    pub(super) code: Option<u16>,
}

/// More digits are no number together.
const MOST_DIGITS: usize = 24;
/// Nor are more groups: a Japanese mobile number with its country code and a space behind each digit has as many.
const MOST_GROUPS: usize = 12;
/// How often any cell is looked up in the plan, and once more for each of its bytes: that is twice as often as a cell full
/// of numbers in groups needs. Only what is made to take long needs more, and what is left of such a cell is told.
const LEAST_LOOK_UPS: usize = 256;
/// Shorter ones mean nothing by themselves.
const SHORTEST: usize = 3;
/// A forged number with a code that nobody has is no shorter.
const SHORTEST_FORGED: usize = 7;
/// Digits that may be a number which lost its plus; fewer are a number without its country.
const SHORTEST_WITHOUT_PLUS: usize = 11;
/// Digits behind a country code that make a beginning narrow enough.
const NARROW: usize = 3;

/// Reads a cell: hands each token with its text to `take`. `room` is kept between cells.
pub(super) fn cell(text: &str, reading: Reading, room: &mut Vec<Atom>, mut take: impl FnMut(&str, Found)) {
    atoms::find(text, reading.trusted, room);
    let mut left = LEAST_LOOK_UPS + text.len();
    // Nothing but another country's code came before, as in "[+39] 06 12345678": where it ends.
    let mut code_end = None;
    let mut at = 0;
    while at < room.len() {
        let atom = &room[at];
        let is_abroad = code_end.is_some_and(|end| is_between(&text[end..atom.start])) && !atom.plus && !atom.hash;
        let (used, found) = match atom.kind {
            Kind::Not(why) => (1, Found::Not(why)),
            Kind::Beginning if is_abroad => (1, Found::Not(Why::NoCountry)),
            Kind::Beginning => (1, beginning(text, atom, reading)),
            Kind::Number if left == 0 => (room.len() - at, Found::Not(Why::TooLong)),
            Kind::Number => match read_number(text, &room[at..], reading, &mut left) {
                // It belongs to that country, whatever it is at home.
                (used, Found::Number { finding, .. }) if is_abroad && is_ordinary(&finding) => {
                    (used, Found::Not(Why::NoCountry))
                }
                longest => longest,
            },
        };
        let is_code = matches!(found, Found::Not(Why::Short)) && is_foreign_code(text, atom, reading.home);
        code_end = is_code.then_some(atom.end);
        take(&text[room[at].start..room[at + used - 1].end], found);
        at += used;
    }
}

/// Whether `finding` is a line of somebody's, and not one that helps.
fn is_ordinary(finding: &Finding) -> bool {
    finding.origin == Origin::Domestic && finding.line != Line::ShortCode
}

/// The number that begins with the first of `atoms`, and how many of them it takes up.
fn read_number(text: &str, atoms: &[Atom], reading: Reading, left: &mut usize) -> (usize, Found) {
    if let Some(why) = atoms[0].alone {
        return (1, Found::Not(why));
    }
    // An area code may have lost the bracket that opens it, 11)91234-5678, where a row's number would stand.
    if let [area, rest, ..] = atoms
        && area.start == 0
        && rest.kind == Kind::Number
        && no_number(&text[rest.start..rest.end], false).is_none_or(|why| why == Why::PostCode)
        && matches!(&text[area.end..rest.start], ")" | "）")
        && !matches!(longest(text, &atoms[1..], reading, left).1, Found::Number { .. })
        && let whole @ Found::Number { finding, .. } = one(text, area, rest.end, area.digits + rest.digits, reading)
        && finding.valid
        && is_ordinary(&finding)
    {
        return (2, whole);
    }
    longest(text, atoms, reading, left)
}

/// The longest number that begins with the first of `atoms`, one of the plan before one that is only possible, and how
/// many of them it takes up. `left` counts down the look-ups.
fn longest(text: &str, atoms: &[Atom], reading: Reading, left: &mut usize) -> (usize, Found) {
    let first = &atoms[0];
    let mut digits = first.digits;
    let (mut best, mut quality) = ((1, Found::Not(Why::Short)), None);
    let mut is_chance = false;
    for (index, atom) in atoms.iter().enumerate().take(MOST_GROUPS) {
        if index > 0 {
            digits += atom.digits;
            let goes_on = atom.joined && atom.kind == Kind::Number && digits <= MOST_DIGITS;
            // A row's number before a number.
            if !goes_on || (index == 1 && atom.zero && !first.plus && !first.zero) {
                break;
            }
        }
        is_chance |= atom.alone.is_some();
        *left = left.saturating_sub(1);
        let found = one(text, first, atom.end, digits, reading);
        if index == 0 {
            best = (1, found);
        }
        if let Found::Number { finding, .. } = &found {
            let this = (finding.valid, finding.possible || finding.imitates.is_some());
            // More than one group without a plus or a zero may be anything, and so may what looks like a time.
            let is_sure = finding.valid || (!is_chance && (index == 0 || first.plus || first.zero));
            if is_sure && quality.is_none_or(|quality| this >= quality) {
                (best, quality) = ((index + 1, found), Some(this));
            }
        }
        // Groups that are a number of another country together are told together.
        if matches!((&found, &best.1), (Found::Not(Why::NoCountry), Found::Not(Why::Short))) {
            best = (index + 1, found);
        }
    }
    best
}

/// The token from the beginning of `first` to `end`, which has `digits`.
fn one(text: &str, first: &Atom, end: usize, digits: usize, reading: Reading) -> Found {
    let written = &text[first.start..end];
    let home = reading.home;
    if digits < SHORTEST {
        return Found::Not(Why::Short);
    }
    let finding = match reading.code.filter(|_| !first.plus && !first.hash) {
        Some(code) => locate_written(&format!("+{code} {written}"), home, home),
        None => locate_written(written, home, home),
    };
    // Longer ones are kept nowhere.
    let Some(key) = NumberKey::of(&finding).filter(|key| key.packed().is_some()) else {
        return Found::Not(Why::Length);
    };
    let plus = first.plus || reading.code.is_some();
    let number = |bare| Found::Number { key, finding, bare };
    match finding.origin {
        Origin::Emergency => number(false),
        Origin::Domestic if finding.line == Line::ShortCode => {
            if finding.valid {
                number(false)
            } else {
                Found::Not(Why::Short)
            }
        }
        Origin::Unassigned if plus && digits >= SHORTEST_FORGED => number(false),
        // Without a plus it may be any identifier.
        Origin::DisguisedDomestic if plus || first.zero || reading.trusted => number(false),
        Origin::DisguisedDomestic => Found::Not(Why::NoCountry),
        Origin::Domestic if finding.possible => {
            let lost_zero = !plus && !first.zero && home.trunk() == [0];
            if lost_zero && (!finding.valid || finding.line == Line::Pager) {
                Found::Not(Why::NoCountry)
            } else {
                number(lost_zero)
            }
        }
        Origin::International | Origin::GlobalService => {
            let lost_plus = !plus && finding.hints.contains(Hint::PlusMissing);
            if lost_plus && (digits < SHORTEST_WITHOUT_PLUS || !finding.valid) {
                Found::Not(Why::NoCountry)
            } else {
                number(false)
            }
        }
        _ if digits <= 6 => Found::Not(Why::Short),
        _ if !plus && !first.zero && digits < SHORTEST_WITHOUT_PLUS => Found::Not(Why::NoCountry),
        _ => Found::Not(Why::Length),
    }
}

/// The digits before a `*` or the like.
fn beginning(text: &str, atom: &Atom, reading: Reading) -> Found {
    let written = &text[atom.start..atom.end];
    if !atom.plus && !atom.zero {
        return Found::Not(if atom.digits < SHORTEST_FORGED { Why::Short } else { Why::Masked });
    }
    // A whole number with a star behind it is that number.
    if let whole @ Found::Number { finding: Finding { valid: true, .. }, .. } =
        one(text, atom, atom.end, atom.digits, reading)
    {
        return whole;
    }
    match Pattern::read(&format!("{written}*"), reading.home) {
        Some(pattern) => Found::Beginning { pattern, wide: is_wide(&pattern) },
        None => Found::Not(Why::Masked),
    }
}

/// Whether `pattern` covers half a country or more.
fn is_wide(pattern: &Pattern) -> bool {
    let digits = digits_of(&pattern.to_string());
    digits.len() < code_of(digits.values()).map_or(1, |code| code.width()) + NARROW
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, home: &str) -> String {
        let reading = Reading { home: Region::new(home).unwrap(), trusted: false, code: None };
        let mut all = Vec::new();
        cell(text, reading, &mut Vec::new(), |_, found| {
            all.push(match found {
                Found::Number { key, bare, .. } => format!("{key}{}", if bare { "?" } else { "" }),
                Found::Beginning { pattern, wide } => format!("{pattern}{}", if wide { "!" } else { "" }),
                Found::Not(why) => why.key().to_owned(),
            });
        });
        all.join(" ")
    }

    #[test]
    fn a_number_counts_only_if_the_plan_has_its_length() {
        for (text, wanted) in [
            ("+1 844-555-0101(詐欺)", "+18445550101"),
            ("2026-01-02", "date"),
            ("2. 090-1234-5678", "short +819012345678"),
            ("1 090-1234-5678", "short +819012345678"),
            ("03-1234-5601, 03-1234-5602", "+81312345601 +81312345602"),
            ("03 1234 5601 03 1234 5602", "+81312345601 +81312345602"),
            ("+44 20 7946 0018", "+442079460018"),
            ("18445550101", "+18445550101"),
            ("8445550101", "no_country"),
            ("101", "short"),
            ("+1844555", "length"),
            ("+1800335814321", "+1800335814321"),
            ("+1 555 555 0101", "+15555550101"),
            ("010 1 555 555 0101", "+15555550101"),
            ("2025550143", "no_country"),
            ("5550101", "no_country"),
            ("21055501012", "length"),
            ("+210 0335814321 5", "+2100335814321 short"),
            ("+(210)123456789", "+210123456789"),
            ("+210123", "short"),
            ("+39.06.12345678", "+390612345678"),
            ("[+39] 06 12345678", "short no_country"),
            ("+39 – 06 12345678", "short no_country"),
            ("[+39] 110", "short 110"),
            ("[+39] 0120*", "short no_country"),
            ("[+81] 03-1234-5678", "short +81312345678"),
            ("＋（８１） 03-1234-5678", "+81312345678"),
            ("+(1) 844-555-0101", "+18445550101"),
            ("国際電話(+86)から。03-1234-5678", "short +81312345678"),
            ("「+1」「+44」で始まる。0120-123-456も", "short short +81120123456"),
            ("(UTC+9) 090-1234-5678", "short +819012345678"),
            ("被害+3件 080-1234-5678", "short +818012345678"),
            ("10:30 +0900 090-1234-5678", "date short +819012345678"),
            ("+0081 90 1234 5678", "+00819012345678"),
            ("3)1234-5678", "+81312345678?"),
            ("3)12345678円", "short amount"),
            ("3)2026-01-02 090-1234-5678", "short no_country +819012345678"),
            ("1)04:30 090-1234-5678", "short short short +819012345678"),
            ("国番号+39 – 06 12345678", "short no_country"),
            ("(UTC+1) 090-1234-5678", "short +819012345678"),
            ("090-1234-5678 +5 1767312345", "+819012345678 short date"),
            ("+1 1767312345", "short date"),
            ("+81 1767312345 03-1234-5678", "short date +81312345678"),
            ("+86 20260102", "short date"),
            ("+44 192.168.1.20", "short address"),
            ("+49 10.11.12.13", "short address"),
            ("+45 32.12.34.56", "+4532123456"),
            ("+44 1214960018", "+441214960018"),
            ("+217673123450312345678", "length"),
            ("+1, +44 20 7946 0018, 03-1234-5678", "short +442079460018 +81312345678"),
            ("+210123456", "+210123456"),
            ("9012345678", "+819012345678?"),
            ("+1844*", "+1844*"),
            ("+1*", "+1*!"),
            ("+35386*", "+35386*!"),
            ("184455*", "short"),
            ("1844555*", "masked"),
            ("0120%", "+81120*"),
            ("+1844-xxx-xxxx", "+1844*"),
            ("+18445550101*", "+18445550101"),
            ("010 1 844 555 0101", "+18445550101"),
            ("#9110", "9110"),
            ("110", "110"),
            ("1 844 555 0101", "+18445550101"),
        ] {
            assert_eq!(found(text, "JP"), wanted, "{text}");
        }
        assert_eq!(found("844 555 0101", "US"), "+18445550101");
        assert_eq!(found("4) 844-555-0101", "US"), "short +18445550101");
        assert_eq!(found("4)844-555-0101", "US"), "short +18445550101");
        assert_eq!(found("11)91234-5678", "BR"), "+5511912345678?");
        assert_eq!(found("10)62345678", "CN"), "+861062345678?");
        assert_eq!(found("02.01.2026 10:30 (UTC+1) 0151/12345678", "DE"), "date date short +4915112345678");
        assert_eq!(found("10 20 30 40", "DK"), "short short short short");
        assert_eq!(found("(844) 555-0101 8445550102", "US"), "+18445550101 +18445550102");
    }

    #[test]
    fn a_cell_is_looked_up_no_more_often_than_it_is_long() {
        for text in ["0 ", "00 ", "1 ", "+1 2 3 ", "0 8 0 0 0 ", "12345 123 ", "(03) ", "01/", "+81 9 "] {
            let cell = text.repeat(4_096 / text.len());
            let mut told = String::new();
            let look_ups = crate::origin::locates::during(|| told = found(&cell, "JP"));
            assert!(look_ups <= LEAST_LOOK_UPS + cell.len() + MOST_GROUPS, "{text}: {look_ups}");
            assert!(!told.is_empty());
        }
        let told = found(&"0 ".repeat(2_048), "JP");
        assert!(told.ends_with(" too_long") && told.matches("too_long").count() == 1, "{told}");
        // Numbers are found all the same, however many they are.
        for (text, key) in [
            ("090 1234 5678 ", "+819012345678"),
            ("0 9 0 1 2 3 4 5 6 7 8 ", "+819012345678"),
            ("+33 1 23 45 67 89 ", "+33123456789"),
            ("+8 1 9 0 1 2 3 4 5 6 7 8 ", "+819012345678"),
        ] {
            let count = 4_096 / text.len();
            assert_eq!(found(&text.repeat(count), "JP"), vec![key; count].join(" "), "{text}");
        }
    }

    #[test]
    fn a_country_code_in_another_cell_belongs_to_the_number() {
        let reading = Reading { home: Region::JAPAN, trusted: false, code: Some(44) };
        let mut keys = Vec::new();
        cell("2079460018", reading, &mut Vec::new(), |_, found| {
            if let Found::Number { key, .. } = found {
                keys.push(key.to_string());
            }
        });
        assert_eq!(keys, ["+442079460018"]);
    }
}
