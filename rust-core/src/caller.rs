// SPDX-License-Identifier: Apache-2.0
//! Who calls: located once a call, and handed on to the lists, the contacts, the rules and the records.

use crate::{
    call::{Call, Places, Presentation},
    key::NumberKey,
    kind::Kind,
    number::Number,
    origin::{Finding, Origin, locate_number},
};

/// Who calls, as far as the number tells. On the owner's own calls it is who is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Caller {
    /// Where the number comes from.
    pub finding: Finding,
    /// What the number is compared by; `None` where there is no number.
    pub key: Option<NumberKey>,
    /// The kind of call; `None` for those that always ring.
    pub kind: Option<Kind>,
}

impl Caller {
    /// Locates who calls, seen from a phone in `places`.
    ///
    /// With two SIMs each one's country is home, but Android does not tell which SIM is called.
    #[must_use]
    pub fn of(call: &Call<'_>, places: &Places) -> Self {
        let (Presentation::Allowed, Some(raw)) = (call.presentation, call.number) else {
            let finding = Finding::bare(Origin::Hidden);
            return Self { finding, key: None, kind: Kind::of(&finding, call.presentation) };
        };
        let Some(number) = Number::read(raw) else { return Self::shown(Finding::bare(Origin::NotANumber)) };
        let finding = locate_number(&number, places.home, places.network);
        Self::shown(match places.second_home {
            Some(second) if finding.origin == Origin::International => {
                Some(locate_number(&number, second, places.network))
                    .filter(|other| other.origin == Origin::Domestic)
                    .unwrap_or(finding)
            }
            _ => finding,
        })
    }

    fn shown(finding: Finding) -> Self {
        Self { finding, key: NumberKey::of(&finding), kind: Kind::of(&finding, Presentation::Allowed) }
    }
}
