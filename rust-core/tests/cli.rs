// SPDX-License-Identifier: Apache-2.0
//! The command line, as a whole process.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

mod command_line;

use std::process::Output;

use serde_json::Value;

use command_line::tomeru;

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
            ("emergency", "warn"),
            ("hidden", "allow"),
        ]
    );
}

#[test]
fn an_object_has_exactly_its_keys_and_null_where_there_is_nothing() {
    let output = tomeru(&["check", "--json", "withheld"], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        text,
        concat!(
            r#"{"input":"withheld","origin":"unreadable","line":null,"country_code":null,"regions":null,"#,
            r#""national_number":null,"possible":false,"valid":false,"imitates":null,"plus_missing":false,"#,
            r#""action":"warn","reason":"unreadable"}"#,
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
    let told = objects(&tomeru(&["check", "--json", "--preset", "known", "0312345678"], b""));
    assert_eq!((&told[0]["action"], &told[0]["reason"]), (&"silence".into(), &"not_known".into()));
}

#[test]
fn a_number_of_the_police_is_told_with_its_name() {
    let output = tomeru(&["check", "03-3581-4321"], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("domestic -> warn (police_shown)") && text.contains("警視庁 Metropolitan"), "{text}");
    assert!(text.contains("a number of 東京 Tokyo"), "{text}");
}

#[test]
fn a_stream_answers_every_line_whatever_its_bytes() {
    let mut input = b"+18442980122\r\n\xff\xfe\n\0\n\n0312345678\n".to_vec();
    input.extend(std::iter::repeat_n(b'1', 10_000_000));
    input.extend(b"\n+819012345678");
    let told = objects(&tomeru(&["check", "--stdin", "--json"], &input));
    let origins: Vec<_> = told.iter().map(|row| row["origin"].as_str().unwrap()).collect();
    assert_eq!(origins, ["international", "unreadable", "hidden", "hidden", "domestic", "impossible", "domestic"]);
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
fn the_numbers_of_a_table_are_found_and_rows_without_told() {
    let log = "date,src,dst\n2026-01-02 10:30:00,+18442980122,0312345678\n2026-01-02 10:31:00,anonymous,0312345678\n\
               2026-01-02 10:32:00,+639171234567,0312345678\n";
    let inputs = |arguments: &[&str], input: &str| {
        let output = tomeru(&[&["check", "--stdin", "--json"][..], arguments].concat(), input.as_bytes());
        let rows = String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["input"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>();
        (rows, output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (rows, code, said) = inputs(&[], log);
    assert_eq!(rows, ["+18442980122", "anonymous", "+639171234567"]);
    assert_eq!(code, Some(0));
    assert_eq!(said, "tomeru: the numbers are in column 2 (src)\ntomeru: 1 of 3 rows had no number\n");
    for column in ["DST", "3"] {
        assert_eq!(inputs(&["--column", column], log).0, ["0312345678"; 3]);
    }
    let (rows, code, said) = inputs(&["--column", "from"], log);
    assert_eq!((rows.len(), code), (0, Some(1)));
    assert!(said.contains("there is no column from; there are 3: date, src, dst"), "{said}");
    // Quoted, with semicolons, and no heading.
    let table = "1;\"+18442980122\"\n2;\"+18442980133\"\n";
    assert_eq!(inputs(&[], table).0, ["+18442980122", "+18442980133"]);
    // What keeps a spreadsheet from changing a number is no part of it.
    let guarded = "date,caller\n2026-01-02,'+18442980122\n2026-01-03,\"=\"\"0312345678\"\"\"\n";
    assert_eq!(inputs(&[], guarded).0, ["+18442980122", "0312345678"]);
    // What few lines have is no end of a cell.
    let lines = ["+18442980122", "0312345678", "+639171234567", "sip:+18442980133@example.com;user=phone"];
    let (rows, _, said) = inputs(&[], &lines.join("\n"));
    assert_eq!((&rows[..], said.as_str()), (&lines.map(str::to_owned)[..], ""));
    let (_, code, said) = inputs(&[], "nothing\nhere\n+18442980122\n");
    assert_eq!((code, said.as_str()), (Some(1), "tomeru: 2 of 3 rows had no number\n"));
}

#[test]
fn a_table_on_its_way_is_answered_in_constant_memory() {
    let mut table = String::from("time\tcaller\n");
    for number in 0..200_000 {
        table.push_str(&format!("2026-01-02 10:30:00\t+1844{number:07}\n"));
    }
    let output = tomeru(&["check", "--stdin", "--tsv"], table.as_bytes());
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 200_001);
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

#[test]
fn what_a_person_wrote_is_read_kindly_and_what_a_network_shows_strictly() {
    let number = "+33 (0)1 23 45 67 89";
    let origin = |arguments: &[&str]| objects(&tomeru(arguments, b""))[0]["origin"].clone();
    assert_eq!(origin(&["check", "--json", number]), "disguised_domestic");
    assert_eq!(origin(&["check", "--json", "--typed", number]), "international");
    let told =
        objects(&tomeru(&["check", "--typed", "--json", "--stdin"], "＋１８００３３５８１４３２１\n".as_bytes()));
    assert_eq!(told[0]["imitates"], "0335814321");
}

#[test]
fn the_number_of_a_text_is_told_with_what_else_may_be_it() {
    let texts = ["12月1日(火)10:30 着信 +639171234567", "〒100-0001 TEL 03-3581-4321 または +63 917 123 4567", "なし"];
    let told = objects(&tomeru(&[&["text", "--json"][..], &texts].concat(), b""));
    let numbers: Vec<_> = told.iter().map(|row| row["number"].as_str()).collect();
    assert_eq!(numbers, [Some("+639171234567"), Some("+63 917 123 4567"), None]);
    assert_eq!(told[1]["candidates"], serde_json::json!(["+63 917 123 4567", "03-3581-4321"]));
    assert_eq!((&told[0]["action"], &told[2]["origin"]), (&"reject".into(), &"unreadable".into()));
    let keys = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let of_check = keys(&objects(&tomeru(&["check", "--json", "110"], b""))[0]);
    let mut wanted = [&of_check[..], &["number".into(), "candidates".into()]].concat();
    wanted.sort();
    let mut of_text = keys(&told[0]);
    of_text.sort();
    assert_eq!(of_text, wanted);
    let text = String::from_utf8(tomeru(&["text", texts[1]], b"").stdout).unwrap();
    assert!(text.contains("international -> reject") && text.contains("  or 03-3581-4321"), "{text}");
}

#[test]
fn a_contact_is_compared_with_a_caller() {
    for (stored, number, same, why) in [
        ("+44 (0)20 7946 0018", "+442079460018", true, "same_line"),
        ("0917 123 4567", "+639171234567", true, "without_code"),
        ("090-1234-5678", "+19012345678", false, "other_line"),
        ("Maria", "+639171234567", false, "stored_unreadable"),
        ("03-3581-4321", "anonymous", false, "no_caller"),
    ] {
        let output = tomeru(&["same", "--json", stored, number], b"");
        assert_eq!(output.status.code(), Some(i32::from(!same)), "{stored}");
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(told, serde_json::json!({"stored": stored, "number": number, "same": same, "why": why}));
    }
    let output = tomeru(&["same", "--stdin"], "03-3581-4321\t0335814321\n03-3581-4321\t+84335814321\nx\n".as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    let told: Vec<bool> = text.lines().map(|line| line.contains(": the same")).collect();
    assert_eq!((told, output.status.code()), (vec![true, false, false], Some(0)));
}

#[test]
fn a_file_of_settings_decides() {
    let file = std::env::temp_dir().join(format!("tomeru-cli-{}.json", std::process::id()));
    let path = file.to_str().unwrap();
    let ring = r#"{"version":3,"policy":{"preset":"stop","countries":[{"country":"PH","action":"allow"}]}}"#;
    std::fs::write(&file, ring).unwrap();
    let told = objects(&tomeru(&["check", "--json", "--settings", path, "+639171234567", "+18442980122"], b""));
    assert_eq!((&told[0]["action"], &told[1]["action"]), (&"allow".into(), &"reject".into()));
    assert_eq!(tomeru(&["check", "--settings", path, "--preset", "warn", "1"], b"").status.code(), Some(2));
    std::fs::write(&file, ring.replace("PH", "XX")).unwrap();
    let output = tomeru(&["check", "--settings", path, "1"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("policy.countries[0].country"));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(tomeru(&["check", "--settings", path, "1"], b"").status.code(), Some(2));
}

#[test]
fn help_shows_every_command_with_an_example() {
    let help = String::from_utf8(tomeru(&["--help"], b"").stdout).unwrap();
    for command in ["check", "check --typed", "check --settings", "check --stdin", "list", "report", "text", "same"] {
        assert!(help.contains(&format!("\n  tomeru {command} ")), "{command}");
    }
    for wrong in [
        &["same", "1"][..],
        &["same", "1", "2", "3"],
        &["text"],
        &["text", "--tsv", "x"],
        &["same", "--tsv", "1", "2"],
        &["list"],
        &["list", "a", "b"],
        &["list", "--json", "--numbers", "a"],
        &["check", "--column", "1", "2"],
        &["text", "--numbers", "x"],
    ] {
        assert_eq!(tomeru(wrong, b"").status.code(), Some(2), "{wrong:?}");
    }
}
