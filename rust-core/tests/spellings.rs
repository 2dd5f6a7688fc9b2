// SPDX-License-Identifier: Apache-2.0
//! One line in all the spellings of people, and no other line: over every country calling code, by the example numbers
//! of libphonenumber in the shared vectors.
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

use tomeru::{
    Call, Caller, Hint, NumberKey, Origin, Places, Region, line_of, locate, locate_written, plan_of, sameness_of_texts,
};

const JAPAN: Region = Region::JAPAN;

/// Every example number: the region, the country calling code and the national number.
fn examples() -> Vec<(Option<Region>, u16, String)> {
    let rows = include_str!("../../tests/vectors/origins.tsv").lines().filter(|row| row.contains(", example "));
    let examples: Vec<_> = rows
        .map(|row| {
            let fields: Vec<&str> = row.split('\t').collect();
            (Region::new(fields[6]), fields[5].parse().unwrap(), fields[7].to_owned())
        })
        .collect();
    let codes = (1..1000_u16).filter(|code| plan_of(&code.to_string()).is_some());
    let missing: Vec<u16> = codes.filter(|code| !examples.iter().any(|example| example.1 == *code)).collect();
    // What only the ITU knows has no examples.
    assert_eq!(missing, [379, 388, 991, 997]);
    examples
}

fn trunk(region: Region) -> String {
    let plan = plan_of(region.id()).unwrap();
    plan.trunk.into_iter().find(|(of, _)| *of == region).map(|(_, trunk)| trunk).unwrap_or_default()
}

fn in_script(text: &str, zero: u32) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|value| char::from_u32(zero + value)).unwrap_or(c)).collect()
}

#[test]
fn every_spelling_of_a_number_is_the_same_line() {
    let mut compared = 0;
    for (_, code, national) in examples().into_iter().filter(|example| example.1 != 81) {
        let called = format!("+{code}{national}");
        // Whoever shares a code has the prefix of its main region.
        let trunk = plan_of(&code.to_string()).unwrap().regions.first().map(|&main| trunk(main)).unwrap_or_default();
        let mut spellings = vec![
            format!("+{code} {national}"),
            format!("010 {code} {national}"),
            format!("TEL +{code}-{national} x12"),
            format!("+{code} {national} 内線 3"),
            format!("+{code}{national},,3"),
            in_script(&called, 0xff10),
            in_script(&called, 0x0660),
            in_script(&called, 0x06f0),
            format!("\u{202a}+{code}\u{a0}{national}\u{202c}"),
        ];
        if !trunk.is_empty() {
            spellings.push(format!("+{code} ({trunk}){national}"));
            spellings.push(format!("+{code}{trunk}{national}"));
        }
        for prefix in ["00", "011"] {
            let spelling = format!("{prefix} {code} {national}");
            // The plan at home comes first.
            if locate_written(&spelling, JAPAN, JAPAN).origin != Origin::Domestic {
                spellings.push(spelling);
            }
        }
        for spelling in spellings {
            let told = sameness_of_texts(&spelling, &called, &Places::at_home(Region::JAPAN));
            assert!(told.is_same(), "{spelling} is {:?}, not {called}", line_of(&spelling, JAPAN));
            compared += 1;
        }
    }
    assert!(compared > 5_000, "{compared}");
}

#[test]
fn a_contact_at_home_is_no_other_countrys_number() {
    let codes: Vec<u16> = (1..1000).filter(|code| plan_of(&code.to_string()).is_some()).collect();
    let mut compared = 0;
    for (home, code, national) in examples() {
        let Some(home) = home else { continue };
        let places = Places::at_home(home);
        for stored in [format!("{}{national}", trunk(home)), national.clone(), format!("+{code}{national}")] {
            if !locate_written(&stored, home, home).valid {
                continue;
            }
            for other in codes.iter().filter(|&&other| other != code) {
                let caller = format!("+{other}{national}");
                assert!(
                    !sameness_of_texts(&stored, &caller, &places).is_same(),
                    "{stored} at {home}, called by {caller}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 200_000, "{compared}");
}

#[test]
fn a_prefix_that_japan_does_not_have_hides_no_country() {
    let mut seen = 0;
    for (_, code, national) in examples() {
        let plain = locate(&format!("+{code}{national}"), JAPAN, JAPAN);
        for prefix in ["00", "011"] {
            let found = locate(&format!("{prefix}{code}{national}"), JAPAN, JAPAN);
            if found.origin == Origin::Domestic && code != 81 {
                // A number that Japan itself has begins so: 011 is Sapporo, 0033 a carrier.
                assert!(found.valid, "{prefix}{code}{national}");
                continue;
            }
            assert_eq!(
                (found.origin, found.country_code),
                (plain.origin, plain.country_code),
                "{prefix}{code}{national}"
            );
            assert!(found.hints.contains(Hint::ForeignPrefix), "{prefix}{code}{national}");
            seen += 1;
        }
    }
    assert!(seen > 700, "{seen}");
}

#[test]
fn a_home_number_behind_any_code_is_forged_or_possible_there() {
    let codes = (1..1000_u16).filter(|code| plan_of(&code.to_string()).is_some());
    for code in codes {
        for filler in ["", "80", "800", "0"] {
            let forged = format!("+{code}{filler}0335814321");
            let found = locate(&forged, JAPAN, JAPAN);
            let is_slip = code == 81 && filler.is_empty();
            assert!(
                found.origin == Origin::DisguisedDomestic
                    || found.origin == Origin::Domestic && is_slip
                    || (code != 81 && found.possible),
                "{forged}: {}",
                found.origin.key()
            );
        }
    }
}

#[test]
fn a_typed_number_is_what_its_key_is() {
    for row in include_str!("../../tests/vectors/written.tsv").lines().filter(|row| !row.starts_with("# ")) {
        let fields: Vec<&str> = row.split('\t').collect();
        let network = Region::new(fields[2]).unwrap();
        let places = Places { network, ..Places::at_home(Region::JAPAN) };
        let typed = Caller::written(fields[0], &places);
        if let Some(key) = typed.key.filter(NumberKey::has_plus) {
            let called = Caller::of(&Call::showing(&key.to_string()), &places);
            assert_eq!((called.key, called.finding.origin), (Some(key), typed.finding.origin), "{}", fields[0]);
        }
    }
}
