// SPDX-License-Identifier: Apache-2.0
//! The command line, as a whole process.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

fn tomeru(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tomeru"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Beside the reading below, or both sides wait for each other on long inputs.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn objects(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_first_numbers_of_all_get_their_verdicts() {
    let numbers = ["+18441234567", "0312345678", "+819012345678", "+210123456", "01018441234567", "110", "anonymous"];
    let told = objects(&tomeru(&[&["check", "--json"][..], &numbers].concat(), b""));
    let verdicts: Vec<_> =
        told.iter().map(|row| (row["origin"].as_str().unwrap(), row["action"].as_str().unwrap())).collect();
    assert_eq!(
        verdicts,
        [
            ("international", "reject"),
            ("domestic", "allow"),
            ("domestic", "allow"),
            ("unassigned", "reject"),
            ("international", "reject"),
            ("emergency", "allow"),
            ("not_a_number", "allow"),
        ]
    );
}

#[test]
fn an_object_has_exactly_its_keys_and_null_where_there_is_nothing() {
    let output = tomeru(&["check", "--json", "anonymous"], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        text,
        concat!(
            r#"{"input":"anonymous","origin":"not_a_number","line":null,"country_code":null,"regions":null,"#,
            r#""national_number":null,"possible":false,"valid":false,"imitates":null,"plus_missing":false,"#,
            r#""action":"allow","reason":"not_a_number"}"#,
            "\n"
        )
    );
    let forged = objects(&tomeru(&["check", "--json", "+1800335814321"], b""));
    assert_eq!(forged[0]["imitates"], "0335814321");
}

#[test]
fn preset_home_and_network_change_the_verdict() {
    let told = objects(&tomeru(&["check", "--json", "--preset", "warn", "+18442980122"], b""));
    assert_eq!(told[0]["action"], "warn");
    let told = objects(&tomeru(&["check", "--json", "--home", "US", "+18442980122"], b""));
    assert_eq!(told[0]["origin"], "domestic");
    let told = objects(&tomeru(&["check", "--json", "--network", "TH", "0812345678"], b""));
    assert_eq!((&told[0]["origin"], &told[0]["country_code"]), (&"international".into(), &66.into()));
}

#[test]
fn a_stream_answers_every_line_whatever_its_bytes() {
    let mut input = b"+18442980122\r\n\xff\xfe\n\0\n\n0312345678\n".to_vec();
    input.extend(std::iter::repeat_n(b'1', 10_000_000));
    input.extend(b"\n+819012345678");
    let told = objects(&tomeru(&["check", "--stdin", "--json"], &input));
    let origins: Vec<_> = told.iter().map(|row| row["origin"].as_str().unwrap()).collect();
    assert_eq!(
        origins,
        ["international", "not_a_number", "not_a_number", "not_a_number", "domestic", "not_a_number", "domestic"]
    );
    assert_eq!(told[0]["input"], "+18442980122");
}

#[test]
fn a_table_has_a_head_and_no_stray_tabs() {
    let output = tomeru(&["check", "--stdin", "--tsv"], b"+18442980122\n+1\t844\x01\n");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|fields| fields.len() == 12), "{text}");
    assert_eq!(lines[0][..2], ["input", "origin"]);
    assert_eq!(lines[1][1..4], ["international", "toll_free", "1"]);
}

#[test]
fn plans_and_versions_are_told_and_wrong_words_refused() {
    let plan = String::from_utf8(tomeru(&["plan", "JP"], b"").stdout).unwrap();
    assert!(plan.contains("+81") && plan.contains("national prefix   0 in JP"), "{plan}");
    let same = |key| tomeru(&["plan", key], b"").stdout;
    assert_eq!(same("+1"), same("1"));
    assert_eq!(tomeru(&["plan", "+210"], b"").status.code(), Some(1));
    let version = String::from_utf8(tomeru(&["--version"], b"").stdout).unwrap();
    assert!(version.contains("metadata 9.0.33"), "{version}");
    for wrong in [&["check"][..], &["check", "--preset", "loud", "1"], &["check", "--home", "XX", "1"], &["dance"], &[]]
    {
        let output = tomeru(wrong, b"");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("Usage"), "{wrong:?}");
    }
}
