// SPDX-License-Identifier: Apache-2.0
//! The vectors that Rust and Kotlin share: what happens to a call, in which circumstances, under which policy.
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

use tomeru::{
    Action, Call, Caller, Circumstances, Contact, Dialled, Direction, Places, Policy, Presentation, Reason, Region,
    Verification, decide,
};

const NOW: i64 = 1_800_000_000;

fn seconds(text: &str) -> u32 {
    let (count, unit) = text.split_at(text.len() - 1);
    count.parse::<u32>().unwrap() * [("m", 60), ("h", 3600), ("d", 86_400)].iter().find(|row| row.0 == unit).unwrap().1
}

/// What the row says, and what the core says, in the same words.
fn compare(row: &str) -> Option<String> {
    let fields: Vec<&str> = row.split('\t').collect();
    let &[
        name,
        number,
        presentation,
        direction,
        sims,
        network,
        contact,
        dialled,
        emergency,
        verified,
        policy,
        listed,
        ..,
    ] = &fields[..]
    else {
        panic!("too few fields: {row}")
    };
    let sims: Vec<Region> = sims.split(',').map(|id| Region::new(id).unwrap()).collect();
    let call = Call {
        number: (number != "-").then_some(number),
        presentation: match presentation {
            "shown" => Presentation::Allowed,
            "hidden" => Presentation::Restricted,
            "payphone" => Presentation::Payphone,
            "unknown" => Presentation::Unknown,
            other => panic!("{other}"),
        },
    };
    let circumstances = Circumstances {
        now: NOW,
        direction: if direction == "out" { Direction::Outgoing } else { Direction::Incoming },
        places: Places { home: sims[0], second_home: sims.get(1).copied(), network: Region::new(network).unwrap() },
        contact: match contact {
            "yes" => Contact::Yes,
            "no" => Contact::No,
            "unknown" => Contact::CannotTell,
            other => panic!("{other}"),
        },
        dialled: match dialled {
            "-" => Dialled::Never,
            "unknown" => Dialled::CannotTell,
            ago => Dialled::Ago(seconds(ago)),
        },
        since_emergency: (emergency != "-").then(|| seconds(emergency)),
        verification: match verified {
            "-" => Verification::None,
            "passed" => Verification::Passed,
            "failed" => Verification::Failed,
            other => panic!("{other}"),
        },
        listed: Action::from_key(listed),
    };
    let policy: Policy = serde_json::from_str(policy).unwrap();
    policy.validate().unwrap();
    let verdict = decide(&Caller::of(&call, &circumstances.places), &circumstances, &policy);
    let told = [verdict.action.key(), verdict.reason.key()];
    (told[..] != fields[12..]).then(|| format!("{name}: wanted {:?}, told {told:?}", &fields[12..]))
}

fn rows() -> Vec<&'static str> {
    include_str!("../../tests/vectors/situations.tsv").lines().filter(|line| !line.starts_with("# ")).collect()
}

#[test]
fn every_situation_ends_as_its_row_says() {
    let rows = rows();
    assert!(rows.len() >= 150, "{} rows", rows.len());
    let wrong: Vec<String> = rows.iter().filter_map(|row| compare(row)).collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn every_reason_but_a_fault_has_a_row() {
    // Those of the owner's own calls stand in outgoing.tsv; the others are not the rules' own.
    let elsewhere = [
        Reason::InternalError,
        Reason::Emergency,
        Reason::OutgoingStopped,
        Reason::SettingsUnreadable,
        Reason::ListUnreadable,
    ];
    for reason in Reason::ALL.iter().filter(|reason| !elsewhere.contains(reason)) {
        assert!(rows().iter().any(|row| row.ends_with(&format!("\t{}", reason.key()))), "{}", reason.key());
    }
}
