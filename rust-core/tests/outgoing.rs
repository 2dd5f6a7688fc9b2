// SPDX-License-Identifier: Apache-2.0
//! The vectors that Rust and Kotlin share: whether the owner may call a number without a second thought.
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

use tomeru::{Caller, Circumstances, Contact, Direction, Places, Policy, Region, guard};

#[test]
fn every_call_ends_as_its_row_says() {
    let rows: Vec<&str> =
        include_str!("../../tests/vectors/outgoing.tsv").lines().filter(|line| !line.starts_with("# ")).collect();
    assert!(rows.len() >= 35, "{} rows", rows.len());
    for row in rows {
        let [name, number, network, contact, policy, wanted @ ..] = &row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("too few fields: {row}")
        };
        let circumstances = Circumstances {
            now: 1_800_000_000,
            direction: Direction::Outgoing,
            places: Places { network: Region::new(network).unwrap(), ..Places::at_home(Region::JAPAN) },
            contact: match *contact {
                "yes" => Contact::Yes,
                "no" => Contact::No,
                "unknown" => Contact::CannotTell,
                other => panic!("{other}"),
            },
            ..Circumstances::at_home(Region::JAPAN)
        };
        let policy: Policy = serde_json::from_str(policy).unwrap();
        let callee = Caller::written(number, &circumstances.places);
        let verdict = guard(&callee, &circumstances, &policy);
        assert_eq!([verdict.action.key(), verdict.reason.key()], wanted[..], "{name}");
    }
}
