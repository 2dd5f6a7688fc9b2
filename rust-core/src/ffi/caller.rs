// SPDX-License-Identifier: Apache-2.0
//! A caller as bytes. The app keeps them between the native calls about one call, so that the number is located once;
//! the core keeps nothing, and there is nothing to free.
//!
//! The bytes mean something within one process only. Those of a caller begin with [`PRESENT`]: zeros are none.

use crate::{
    call::Places,
    caller::Caller,
    digits::{self, Digits},
    hint::Hints,
    key::NumberKey,
    kind::Kind,
    line::Line,
    origin::{Finding, Origin},
    plan::{Region, code_of_number},
};

/// How many bytes; `Caller.kt` has the same number.
pub(super) const SIZE: usize = HEAD + digits::MAX;
const HEAD: usize = 16;
const PRESENT: u8 = 1;
/// In place of an index: there is none.
const NONE: u8 = u8::MAX;
/// In place of the index of a region of the country code: all of them.
const ALL: u8 = u8::MAX - 1;

const POSSIBLE: u8 = 1;
const VALID: u8 = 2;

/// `caller`, and where the phone is.
pub(super) fn pack(caller: &Caller, places: &Places) -> [u8; SIZE] {
    let Caller { finding, key: _, kind } = caller;
    let code = finding.country_code.unwrap_or_default().to_le_bytes();
    let hints = finding.hints.bits().to_le_bytes();
    let mut bytes = [0; SIZE];
    bytes[..HEAD].copy_from_slice(&[
        PRESENT,
        finding.origin as u8,
        finding.line as u8,
        code[0],
        code[1],
        region_selector(finding),
        (u8::from(finding.possible) * POSSIBLE) | (u8::from(finding.valid) * VALID),
        hints[0],
        hints[1],
        kind.map_or(NONE, |kind| kind as u8),
        places.home.index(),
        places.second_home.map_or(NONE, Region::index),
        places.network.index(),
        finding.national_number.len() as u8,
        // What is imitated stands at the end of the number.
        finding.imitates.map_or(0, |imitated| imitated.len() as u8),
        0,
    ]);
    bytes[HEAD..][..finding.national_number.len()].copy_from_slice(finding.national_number.values());
    bytes
}

/// What [`pack`] packed; `None` for anything else.
pub(super) fn unpack(bytes: &[u8; SIZE]) -> Option<(Caller, Places)> {
    let (head, values) = bytes.split_first_chunk::<HEAD>()?;
    let &[
        PRESENT,
        origin,
        line,
        code0,
        code1,
        regions,
        flags,
        hints0,
        hints1,
        kind,
        home,
        second,
        network,
        length,
        imitated,
        0,
    ] = head
    else {
        return None;
    };
    let national = values.get(..usize::from(length))?;
    if national.iter().any(|&value| value > 9) {
        return None;
    }
    let country_code = Some(u16::from_le_bytes([code0, code1])).filter(|&code| code != 0);
    let imitates = national.get(national.len().checked_sub(usize::from(imitated))?..)?;
    let finding = Finding {
        line: *Line::ALL.get(usize::from(line))?,
        country_code,
        regions: select(country_code, regions)?,
        national_number: Digits::from_values(national),
        possible: flags & POSSIBLE != 0,
        valid: flags & VALID != 0,
        imitates: (!imitates.is_empty()).then(|| Digits::from_values(imitates)),
        hints: Hints::from_bits(u16::from_le_bytes([hints0, hints1])),
        ..Finding::bare(*Origin::ALL.get(usize::from(origin))?)
    };
    let kind = optional(kind, |kind| Kind::ALL.get(usize::from(kind)).copied())?;
    let places =
        Places { home: Region::at(home)?, second_home: optional(second, Region::at)?, network: Region::at(network)? };
    Some((Caller { finding, key: NumberKey::of(&finding), kind }, places))
}

/// `Some(None)` for [`NONE`], `None` for an index that there is not.
fn optional<T>(index: u8, of: impl Fn(u8) -> Option<T>) -> Option<Option<T>> {
    if index == NONE { Some(None) } else { of(index).map(Some) }
}

/// Which of the regions of its country code a finding has: none, all, or one.
fn region_selector(finding: &Finding) -> u8 {
    match (finding.regions, finding.country_code.and_then(code_of_number)) {
        ([], _) | (_, None) => NONE,
        ([only], Some(code)) if code.regions().len() > 1 => {
            code.regions().iter().position(|region| region == only).map_or(NONE, |at| at as u8)
        }
        _ => ALL,
    }
}

fn select(country_code: Option<u16>, selector: u8) -> Option<&'static [Region]> {
    if selector == NONE {
        return Some(&[]);
    }
    let all = code_of_number(country_code?)?.regions();
    let at = usize::from(selector);
    if selector == ALL { Some(all) } else { all.get(at..=at) }
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, test_runner::RngSeed};

    use super::*;
    use crate::{
        call::{Call, Circumstances, Contact, Presentation},
        contact::{lookup_forms, sameness},
        origin::locates,
        policy::Policy,
        verdict::decide,
    };

    fn rows() -> impl Iterator<Item = Vec<&'static str>> {
        let rows = include_str!("../../../tests/vectors/origins.tsv").lines();
        rows.filter(|row| !row.starts_with("# ")).map(|row| row.split('\t').collect())
    }

    #[test]
    fn a_caller_comes_back_as_it_was() {
        let mut checked = 0;
        for row in rows() {
            let [home, network] = [row[1], row[2]].map(|id| Region::new(id).unwrap());
            for second_home in [None, Region::new("US"), Region::new("GB")] {
                let places = Places { home, second_home, network };
                let caller = Caller::of(&Call::showing(row[0]), &places);
                assert_eq!(unpack(&pack(&caller, &places)), Some((caller, places)), "{}", row[0]);
                checked += 1;
            }
        }
        assert!(checked > 2_000);
        for presentation in [Presentation::Restricted, Presentation::Payphone, Presentation::Unknown] {
            let hidden = Caller::of(&Call { number: None, presentation }, &Places::at_home(Region::JAPAN));
            assert_eq!(
                unpack(&pack(&hidden, &Places::at_home(Region::JAPAN))),
                Some((hidden, Places::at_home(Region::JAPAN)))
            );
        }
    }

    #[test]
    fn zeros_are_no_caller() {
        assert_eq!(unpack(&[0; SIZE]), None);
    }

    /// The native functions of a call, in their order, without the virtual machine.
    fn call(number: &str, places: &Places, stored: &[&str]) {
        let caller = Caller::of(&Call::showing(number), places);
        let forms = lookup_forms(&caller, places.home);
        let bytes = pack(&caller, places);
        let back = || unpack(&bytes).unwrap();
        let is_contact = stored.iter().any(|stored| sameness(&back().0, stored, back().1.home).is_same());
        let circumstances = Circumstances {
            places: back().1,
            contact: if is_contact { Contact::Yes } else { Contact::No },
            ..Circumstances::at_home(Region::JAPAN)
        };
        assert!(!forms.is_empty());
        let _ = decide(&back().0, &circumstances, &Policy::default());
    }

    #[test]
    fn a_call_is_located_once_and_each_contact_once() {
        let home = Places::at_home(Region::JAPAN);
        for number in ["+18442980122", "0312345678", "+1800335814321"] {
            assert_eq!(locates::during(|| call(number, &home, &[])), 1, "{number}");
            assert_eq!(
                locates::during(|| call(number, &home, &["1234567", "+63 917 123 4567", "nobody"])),
                3,
                "{number}"
            );
        }
        // With two SIMs a foreign number is looked at from both homes.
        let two = Places { second_home: Region::new("US"), ..home };
        assert_eq!(locates::during(|| call("+442079460018", &two, &[])), 2);
        assert_eq!(locates::during(|| call("0312345678", &two, &[])), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 20_000, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..ProptestConfig::default()
        })]

        #[test]
        fn changed_bytes_are_a_caller_or_none(
            number in prop::sample::select(rows().map(|row| row[0]).collect::<Vec<_>>()),
            changes in prop::collection::vec((0..SIZE, any::<u8>()), 1..4),
        ) {
            let places = Places::at_home(Region::JAPAN);
            let mut bytes = pack(&Caller::of(&Call::showing(number), &places), &places);
            for (at, value) in changes {
                bytes[at] = value;
            }
            if let Some((caller, places)) = unpack(&bytes) {
                let circumstances = Circumstances::of(places);
                let _ = decide(&caller, &circumstances, &Policy::default());
                let _ = lookup_forms(&caller, places.home);
                prop_assert_eq!(unpack(&pack(&caller, &places)), Some((caller, places)));
            }
        }
    }
}
