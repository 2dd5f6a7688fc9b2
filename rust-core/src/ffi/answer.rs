// SPDX-License-Identifier: Apache-2.0
//! The answer about a call as one number; `Answer.kt` takes it apart.

use crate::{
    action::Action, caller::Caller, hint::Hint, line::Line, origin::Origin, reason::Reason, rule::Rule,
    verdict::Verdict,
};

/// Some bits of the answer.
#[derive(Clone, Copy)]
struct Field {
    at: u32,
    width: u32,
}

impl Field {
    const FIRST: Self = Self { at: 0, width: 0 };

    /// The field of `width` bits behind this one.
    const fn then(self, width: u32) -> Self {
        Self { at: self.at + self.width, width }
    }

    const fn max(self) -> u64 {
        (1 << self.width) - 1
    }

    const fn put(self, value: u64) -> u64 {
        (value & self.max()) << self.at
    }
}

const ACTION: Field = Field::FIRST.then(4);
const REASON: Field = ACTION.then(8);
const ORIGIN: Field = REASON.then(4);
const LINE: Field = ORIGIN.then(4);
/// 0: none.
const COUNTRY_CODE: Field = LINE.then(10);
const POSSIBLE: Field = COUNTRY_CODE.then(1);
const VALID: Field = POSSIBLE.then(1);
/// The first hints; the others are in [`MORE_HINTS`].
const HINTS: Field = VALID.then(4);
/// The first region as two letters of five bits, A = 1; 0: none.
const REGION: Field = HINTS.then(10);
const MORE_REGIONS: Field = REGION.then(1);
/// Always 1, so that 0 is never an answer.
const ANSWERED: Field = MORE_REGIONS.then(1);
const LIST_UNREADABLE: Field = ANSWERED.then(1);
const RULE: Field = LIST_UNREADABLE.then(4);
const MORE_HINTS: Field = RULE.then(9);
const SETTINGS_UNREADABLE: Field = MORE_HINTS.then(1);

// A value that does not fit its field breaks the build, not an answer.
const _: () = {
    assert!(Action::ALL.len() as u64 <= ACTION.max() + 1);
    assert!(Reason::ALL.len() as u64 <= REASON.max() + 1);
    assert!(Origin::ALL.len() as u64 <= ORIGIN.max() + 1);
    assert!(Line::ALL.len() as u64 <= LINE.max() + 1);
    assert!(COUNTRY_CODE.max() >= 999);
    assert!(Hint::ALL.len() as u32 <= HINTS.width + MORE_HINTS.width);
    assert!(Rule::ALL.len() as u64 <= RULE.max() + 1);
    assert!(SETTINGS_UNREADABLE.at + SETTINGS_UNREADABLE.width <= 63, "the sign is no part of the answer");
};

/// What could not be read.
#[derive(Clone, Copy, Default)]
pub(super) struct Unreadable {
    /// An imported list.
    pub(super) list: bool,
    /// The settings.
    pub(super) settings: bool,
}

/// The answer about a call from `caller`.
pub(super) fn pack(verdict: &Verdict, caller: &Caller, unreadable: Unreadable) -> i64 {
    let finding = &caller.finding;
    let hints = u64::from(finding.hints.bits());
    (head(verdict.action, verdict.reason, finding.origin)
        | LINE.put(finding.line as u64)
        | COUNTRY_CODE.put(finding.country_code.unwrap_or_default().into())
        | POSSIBLE.put(finding.possible.into())
        | VALID.put(finding.valid.into())
        | HINTS.put(hints)
        | REGION.put(finding.regions.first().map_or(0, |region| letters(region.id())))
        | MORE_REGIONS.put((finding.regions.len() > 1).into())
        | LIST_UNREADABLE.put(unreadable.list.into())
        | RULE.put(verdict.rule as u64)
        | MORE_HINTS.put(hints >> HINTS.width)
        | SETTINGS_UNREADABLE.put(unreadable.settings.into())) as i64
}

/// The answer of a fault: the call rings.
pub(super) fn fault() -> i64 {
    head(Action::Allow, Reason::InternalError, Origin::Unreadable) as i64
}

fn head(action: Action, reason: Reason, origin: Origin) -> u64 {
    ACTION.put(action as u64) | REASON.put(reason as u64) | ORIGIN.put(origin as u64) | ANSWERED.put(1)
}

fn letters(id: &str) -> u64 {
    id.bytes().fold(0, |sum, byte| sum << 5 | u64::from(byte - b'A' + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        call::{Call, Circumstances},
        plan::Region,
        policy::Policy,
        verdict::decide,
    };

    /// The same rows are unpacked by the Kotlin test `AnswerTest`.
    #[test]
    fn answers_are_packed_as_the_app_unpacks_them() {
        let rows = include_str!("../../../tests/vectors/packed.tsv");
        let mut checked = 0;
        for row in rows.lines().filter(|row| !row.starts_with("# ")) {
            let [number, packed, ..] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let circumstances = Circumstances::at_home(Region::JAPAN);
            let caller = Caller::of(&Call::showing(number), &circumstances.places);
            let verdict = decide(&caller, &circumstances, &Policy::default());
            assert_eq!(format!("{:#x}", pack(&verdict, &caller, Unreadable::default())), packed, "{number}");
            checked += 1;
        }
        assert!(checked >= 8);
    }

    #[test]
    fn every_value_has_its_bits() {
        let circumstances = Circumstances::at_home(Region::JAPAN);
        let mut caller = Caller::of(&Call::showing("+18442980122"), &circumstances.places);
        let verdict = decide(&caller, &circumstances, &Policy::default());
        for hint in Hint::ALL {
            caller.finding.hints = crate::hint::Hints::NONE.with(hint);
            let packed = pack(&verdict, &caller, Unreadable { list: true, settings: true }) as u64;
            let bits = packed >> HINTS.at & HINTS.max() | (packed >> MORE_HINTS.at & MORE_HINTS.max()) << HINTS.width;
            assert_eq!(bits, 1 << hint as u64, "{}", hint.key());
            assert_eq!((packed >> LIST_UNREADABLE.at & 1, packed >> SETTINGS_UNREADABLE.at), (1, 1));
            let packed = pack(&verdict, &caller, Unreadable::default()) as u64;
            assert_eq!((packed >> LIST_UNREADABLE.at & 1, packed >> SETTINGS_UNREADABLE.at), (0, 0));
        }
    }
}
