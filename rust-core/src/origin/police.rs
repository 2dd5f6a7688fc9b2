// SPDX-License-Identifier: Apache-2.0
//! Numbers of Japan's police. Fraud shows them as they are, or behind a foreign code, so that a person who looks them up
//! finds the police.

use super::{
    finding::{Finding, Origin},
    lookalikes::ends_as_police,
};
use crate::{
    digits::Digits,
    line::Line,
    plan::{POLICE, PoliceNumber, Region},
};

/// Whether `dialled`, a number as dialled in Japan, is one of the police or ends as theirs do.
pub(super) fn is_police(dialled: &[u8]) -> bool {
    named(dialled).is_some() || ends_as_police(dialled)
}

/// Whether a call shows a number of Japan's police: one that is known, or a line with a place that ends as theirs do. A
/// mobile number that ends so is anybody's.
pub(crate) fn shows_police(finding: &Finding) -> bool {
    finding.origin == Origin::Domestic && is_of_police(finding)
}

/// The same of a number that is no caller's: from wherever it is dialled.
pub(crate) fn is_of_police(finding: &Finding) -> bool {
    let national = finding.national_number.values();
    if finding.line == Line::ShortCode {
        return finding.valid && named(national).is_some();
    }
    let Some(dialled) = dialled(finding).filter(|_| is_japanese(finding)) else { return false };
    // 0033-581-4321 begins as a carrier's code does, and is read as 03-3581-4321.
    let has_place = finding.line == Line::Geographic || national.first() == Some(&0);
    named(dialled.values()).is_some() || (has_place && ends_as_police(dialled.values()))
}

/// Whose number of the police it is, where that is known.
pub(super) fn police_of(finding: &Finding) -> Option<&'static PoliceNumber> {
    let is_domestic = finding.origin == Origin::Domestic;
    (is_domestic && is_japanese(finding)).then(|| named(dialled(finding)?.values())).flatten()
}

fn is_japanese(finding: &Finding) -> bool {
    finding.valid && finding.country_code == Some(Region::JAPAN.code().number)
}

/// As dialled, with one trunk prefix.
fn dialled(finding: &Finding) -> Option<Digits> {
    let national = finding.national_number.values();
    let zeros = national.iter().take_while(|&&value| value == 0).count();
    Digits::from_values(Region::JAPAN.trunk()).followed_by(&national[zeros..])
}

fn named(dialled: &[u8]) -> Option<&'static PoliceNumber> {
    POLICE.binary_search_by(|row| row.digits.values().cmp(dialled)).ok().map(|at| &POLICE[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        call::Places,
        hint::Hint,
        origin::{locate, service_of},
    };

    fn text(row: &PoliceNumber) -> String {
        Digits::from_values(row.digits.values()).to_string()
    }

    #[test]
    fn every_row_is_a_number_with_a_place_and_is_known_as_it_is_and_behind_a_foreign_code() {
        let at_home = |raw: &str| locate(raw, Region::JAPAN, Region::JAPAN);
        assert!(POLICE.len() >= 19);
        for row in POLICE.iter().filter(|row| row.digits.values().starts_with(&[0])) {
            let shown = at_home(&text(row));
            assert_eq!((shown.line, shows_police(&shown)), (Line::Geographic, true), "{}", row.en);
            assert_eq!(
                service_of(&shown, &Places::at_home(Region::JAPAN)).map(|name| (name.ja.0, name.en.0)),
                Some((row.ja, row.en))
            );
            let disguised = at_home(&format!("+180{}", text(row)));
            assert_eq!(disguised.origin, Origin::DisguisedDomestic, "{}", row.en);
            assert!(disguised.hints.contains(Hint::ImitatesPolice), "{}", row.en);
            assert!(!shows_police(&disguised));
        }
    }

    #[test]
    fn the_ending_counts_on_lines_with_a_place_alone() {
        let shows = |raw: &str, home: &str| {
            let home = Region::new(home).unwrap();
            shows_police(&locate(raw, home, home))
        };
        for police in
            ["03-3581-0110", "0980520110", "+81 986 22 0110", "0985310110", "#9110", "00335814321", "0033-581-0110"]
        {
            assert!(shows(police, "JP"), "{police}");
        }
        for other in ["09012340110", "05012340110", "0120120110", "0335814322", "0110", "110", "+12125550110", "0910"] {
            assert!(!shows(other, "JP"), "{other}");
        }
        assert!(!shows("+81335814321", "US"), "from there it is a call from abroad");
        assert!(!shows("2125550110", "US"));
    }
}
