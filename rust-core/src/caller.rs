// SPDX-License-Identifier: Apache-2.0
//! Who calls: located once a call, and handed on to the lists, the contacts, the rules and the records.

use crate::{
    call::{Call, Places, Presentation},
    key::NumberKey,
    kind::Kind,
    origin::{Finding, Origin, locate_shown, locate_written},
    plan::Region,
    reader::{self, Shown},
};

/// Who calls, as far as the number tells. On the owner's own calls it is who is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Caller {
    /// Where the number comes from.
    pub finding: Finding,
    /// What the number is compared by; `None` where there is no number.
    pub key: Option<NumberKey>,
    /// The kind of call; `None` for those that there is nothing to choose about.
    pub kind: Option<Kind>,
}

impl Caller {
    /// Locates who calls, seen from a phone in `places`. What the network shows is read strictly.
    ///
    /// With two SIMs each one's country is home, but Android does not tell which SIM is called: what is domestic for either
    /// is domestic.
    ///
    /// ```
    /// use tomeru::{Call, Caller, Kind, Places, Region};
    /// let caller = Caller::of(&Call::showing("+639171234567"), &Places::at_home(Region::JAPAN));
    /// assert_eq!((caller.finding.regions[0].id(), caller.kind), ("PH", Some(Kind::International)));
    /// ```
    #[must_use]
    pub fn of(call: &Call<'_>, places: &Places) -> Self {
        let (Presentation::Allowed, Some(raw)) = (call.presentation, call.number) else {
            return Self::found(Finding::bare(Origin::Hidden), call.presentation);
        };
        match reader::shown(raw) {
            Shown::Hidden(why) => Self::found(Finding::bare(Origin::Hidden), why),
            shown => Self::seen_from(places, |home| locate_shown(&shown, home, places.network)),
        }
    }

    /// Whoever has the number that a person wrote: the owner who dials or types it. It is read kindly.
    ///
    /// ```
    /// use tomeru::{Caller, Places, Region};
    /// let whom = Caller::written("+33 (0)1 23 45 67 89", &Places::at_home(Region::JAPAN));
    /// assert_eq!(whom.key.map(|key| key.to_string()).as_deref(), Some("+33123456789"));
    /// ```
    #[must_use]
    pub fn written(text: &str, places: &Places) -> Self {
        Self::seen_from(places, |home| locate_written(text, home, places.network))
    }

    fn seen_from(places: &Places, locate: impl Fn(Region) -> Finding) -> Self {
        let finding = locate(places.home);
        let finding = match places.second_home {
            // A zero behind the code is a slip at home alone.
            Some(second) if matches!(finding.origin, Origin::International | Origin::Impossible) => {
                Some(locate(second)).filter(|other| other.origin == Origin::Domestic).unwrap_or(finding)
            }
            _ => finding,
        };
        Self::found(finding, Presentation::Allowed)
    }

    fn found(finding: Finding, presentation: Presentation) -> Self {
        Self { finding, key: NumberKey::of(&finding), kind: Kind::of(&finding, presentation) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_sim_makes_its_own_numbers_domestic_and_changes_nothing_else() {
        let korean = Region::new("KR").expect("Korea is a region");
        let japan = Places::at_home(Region::JAPAN);
        let both = Places { second_home: Some(korean), ..japan };
        let seen = |raw: &str, places: &Places| Caller::of(&Call::showing(raw), places).finding;
        assert_eq!(seen("+821012345678", &both).origin, Origin::Domestic);
        // A zero behind the code is a slip for who lives there.
        for raw in ["+8201012345678", "+820212345678"] {
            assert_ne!(seen(raw, &japan).origin, Origin::Domestic, "{raw}");
            assert_eq!(seen(raw, &both).origin, Origin::Domestic, "{raw}");
        }
        // What is no call from abroad at home is judged there, however Korea would read it.
        for raw in [
            "110",
            "119",
            "0312345678",
            "01012345678",
            "+819012345678",
            "+1800335814321",
            "+999123456789",
            "1",
            "anonymous",
        ] {
            assert_eq!(seen(raw, &both), seen(raw, &japan), "{raw}");
        }
    }

    #[test]
    fn characters_that_no_number_has_make_a_domestic_number_unreadable() {
        let kind = |raw: &str| Caller::of(&Call::showing(raw), &Places::at_home(Region::JAPAN)).kind;
        assert_eq!(kind("03 1234 5678"), None);
        for odd in ["03 1234*5678", "0312345678*", "03a12345678"] {
            assert_eq!(kind(odd), Some(Kind::Unreadable), "{odd}");
        }
    }
}
