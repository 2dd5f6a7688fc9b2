// SPDX-License-Identifier: Apache-2.0
//! `tomeru report`, as a whole process.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

mod command_line;

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;

use command_line::tomeru;

fn report(arguments: &[&str], log: &[u8]) -> Output {
    tomeru(&[&["report"][..], arguments, &["-"]].concat(), log)
}

fn object(arguments: &[&str], log: &str) -> Value {
    let output = report(&[&["--json"][..], arguments].concat(), log.as_bytes());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The rows of a part that are not 0, as `key count`.
fn rows(report: &Value, part: &str) -> Vec<String> {
    let rows = report[part]["rows"].as_array().unwrap();
    let told = rows.iter().filter(|row| row["count"] != 0);
    told.map(|row| format!("{} {}", row["key"].as_str().unwrap(), row["count"])).collect()
}

const TABLE: &str = "date,src,dst,type\n\
    2026-01-02 10:30:00,+18445550101,0312345678,incoming\n\
    2026-01-02 10:45:00,+18445550101,0312345678,missed\n\
    2026-01-03 23:00:00,+1800335814321,0312345678,incoming\n\
    2026-01-03 23:10:00,+639171234567,0312345678,outgoing\n\
    2026-01-05 09:00:00,090-1234-5678,0312345678,incoming\n\
    2026-01-05 09:01:00,anonymous,0312345678,incoming\n";

#[test]
fn a_table_is_counted_by_every_share() {
    let told = object(&[], TABLE);
    assert_eq!((&told["calls"], &told["outgoing"], &told["unreadable"]), (&5.into(), &1.into(), &0.into()));
    assert_eq!((&told["first_day"], &told["last_day"]), (&"2026-01-02".into(), &"2026-01-05".into()));
    assert_eq!(rows(&told, "origins"), ["international 2", "domestic 1", "disguised_domestic 1", "hidden 1"]);
    assert_eq!(rows(&told, "kinds"), ["international 2", "disguised_domestic 1", "hidden_restricted 1", "ordinary 1"]);
    // The forged one is of no country.
    assert_eq!(rows(&told, "countries"), ["+1 US 2", "+81 JP 1"]);
    assert_eq!(rows(&told, "hours"), ["09 2", "10 2", "23 1"]);
    assert_eq!(rows(&told, "weekdays"), ["mon 2", "fri 2", "sat 1"]);
    assert_eq!(rows(&told, "days"), ["2026-01-02 2", "2026-01-03 1", "2026-01-05 2"]);
    assert_eq!(rows(&told, "forged"), ["police 1"]);
    assert_eq!(rows(&told, "imitated"), ["0335814321 1"]);
    assert!(told["imitated"]["rows"][0]["about"].as_str().unwrap().contains("警視庁"));
    assert_eq!(rows(&told, "numbers"), ["+18445550101 2", "+1800335814321 1", "+819012345678 1"]);
    assert_eq!(told["numbers"]["lower_bounds"], false);
    assert_eq!(rows(&object(&["--top", "1"], TABLE), "numbers"), ["+18445550101 2"]);
    assert_eq!(rows(&object(&["--column", "dst"], TABLE), "numbers"), ["+81312345678 5"]);
}

#[test]
fn only_who_calls_counts_as_a_caller() {
    for (heading, incoming, outgoing) in [
        ("type", "Incoming", "Outgoing"),
        ("種別", "着信", "発信"),
        ("Call Type", "1", "2"),
        ("direction", "in", "out"),
    ] {
        let log = format!(
            "{heading},電話番号,日時\n{incoming},+18445550101,2026/1/2 10:30\n{outgoing},0312345678,2026/1/2 11:30\n"
        );
        let told = object(&[], &log);
        assert_eq!((&told["calls"], &told["outgoing"]), (&1.into(), &1.into()), "{heading}");
        assert_eq!(rows(&told, "hours"), ["10 1"], "{heading}");
    }
    // What the app itself exports.
    let own = "\u{feff}uid,at,outgoing,number,number_key,presentation\r\n\
               a,2026-01-02T10:30:00+09:00,0,+18445550101,+18445550101,1\r\n\
               b,2026-01-02T11:30:00+09:00,1,0312345678,+81312345678,1\r\n";
    let told = object(&[], own);
    assert_eq!((&told["calls"], &told["outgoing"]), (&1.into(), &1.into()));
    assert_eq!((rows(&told, "hours"), rows(&told, "numbers")), (vec!["10 1".into()], vec!["+18445550101 1".into()]));
}

#[test]
fn a_log_that_tells_nothing_else_is_counted_by_its_numbers() {
    let told = object(&[], "+18445550101\n0312345678\n+18445550101\n");
    assert_eq!((&told["kind"], &told["calls"]), (&"lines".into(), &3.into()));
    assert_eq!(rows(&told, "numbers"), ["+18445550101 2", "+81312345678 1"]);
    assert_eq!(told["time_column"], Value::Null);
    // A date and a time of their own, quoted cells, and guards of spreadsheets.
    let log = "発信者番号;日付;時刻;通話時間\n\"'+18445550101\";2026年1月2日;午後1:05;00:03:10\n\
               \"=\"\"0312345678\"\"\";2026年1月2日;午後1:15;00:03:10\n公衆電話;2026年1月3日;午前9:00;00:00:10\n";
    let told = object(&[], log);
    assert_eq!(rows(&told, "hours"), ["09 1", "13 2"]);
    assert_eq!((&told["time_column"]["number"], &told["hour_column"]["number"]), (&2.into(), &3.into()));
    assert_eq!(rows(&told, "numbers"), ["+18445550101 1", "+81312345678 1"]);
    assert_eq!(rows(&told, "kinds")[1..], ["hidden_payphone 1", "ordinary 1"]);
}

#[test]
fn which_of_day_and_month_comes_first_is_told_by_the_log_or_said() {
    let log = |date: &str| format!("caller,start\n+18445550101,1/2/2026 10:30\n+18445550102,{date} 10:30\n");
    let days = |home: &str, date: &str| {
        let told = object(&["--home", home], &log(date));
        (rows(&told, "days"), told["date_order_guessed"].as_bool().unwrap())
    };
    assert_eq!(days("JP", "31/1/2026"), (vec!["2026-01-31 1".into(), "2026-02-01 1".into()], false));
    assert_eq!(days("JP", "1/31/2026"), (vec!["2026-01-02 1".into(), "2026-01-31 1".into()], false));
    assert_eq!(days("JP", "1/2/2026"), (vec!["2026-02-01 2".into()], true));
    assert_eq!(days("US", "1/2/2026"), (vec!["2026-01-02 2".into()], true));
    let text = String::from_utf8(report(&[], log("1/2/2026").as_bytes()).stdout).unwrap();
    assert!(text.contains("dates are read as day/month/year: nothing in the log tells"), "{text}");
}

/// Rows of Asterisk's `Master.csv`.
fn asterisk() -> String {
    let row = |source: &str, context: &str, start: &str| {
        format!(
            "\"\",\"{source}\",\"100\",\"{context}\",\"\"\"Anna\"\" <{source}>\",\"SIP/a-1\",\"SIP/b-2\",\"Dial\",\
             \"SIP/100\",\"{start}\",,\"{start}\",12,10,\"NO ANSWER\",\"DOCUMENTATION\",\"1767312345.12\",\"\"\n"
        )
    };
    [
        row("+18445550101", "from-trunk", "2026-01-02 10:30:00"),
        row("08001230110", "default", "2026-01-02 11:30:00"),
        row("101", "from-internal", "2026-01-02 12:30:00"),
        row("", "from-trunk", "2026-01-02 13:30:00"),
    ]
    .concat()
}

#[test]
fn the_log_of_an_asterisk_has_no_headings() {
    let told = object(&[], &asterisk());
    assert_eq!((&told["kind"], &told["calls"], &told["outgoing"]), (&"asterisk_cdr".into(), &3.into(), &1.into()));
    assert_eq!((&told["number_column"]["number"], &told["time_column"]["number"]), (&2.into(), &10.into()));
    assert_eq!(rows(&told, "hours"), ["10 1", "11 1", "13 1"]);
    assert_eq!(rows(&told, "origins"), ["domestic 1", "international 1", "hidden 1"]);
}

/// A calls.xml of "SMS Backup & Restore"; `calls` are number, type, seconds since 1970 and presentation.
fn calls_xml(calls: &[(&str, u8, i64, u8)]) -> String {
    let calls = calls.iter().map(|(number, kind, at, shown)| {
        format!(
            "  <call number=\"{number}\" duration=\"12\" date=\"{at}000\" type=\"{kind}\" presentation=\"{shown}\" \
             readable_date=\"Jan 2, 2026\" contact_name=\"A &amp; B &#55357;&#56832;\" />\n"
        )
    });
    format!(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By-->\n\
         <calls count=\"{}\" type=\"full\">\n{}</calls>\n",
        calls.len(),
        calls.collect::<String>()
    )
}

#[test]
fn the_calls_of_a_phone_are_read_from_its_backup() {
    let log = calls_xml(&[
        ("&#43;18445550101", 1, 1_767_317_400, 1),
        ("0312345678", 2, 1_767_317_400, 1),
        ("+18445550101", 3, 1_767_321_000, 1),
        ("", 3, 1_767_321_000, 2),
        ("-3", 1, 1_767_321_000, 1),
    ]);
    let told = object(&[], &log);
    assert_eq!((&told["kind"], &told["calls"], &told["outgoing"]), (&"calls_xml".into(), &4.into(), &1.into()));
    assert_eq!(rows(&told, "hours"), ["10 1", "11 3"]);
    assert_eq!(rows(&object(&["--zone", "-05:00"], &log), "hours"), ["20 1", "21 3"]);
    assert_eq!(rows(&object(&["--home", "US"], &log), "hours"), ["01 1", "02 3"]);
    assert_eq!(rows(&told, "kinds"), ["international 2", "hidden_restricted 1", "hidden_payphone 1"]);
    assert_eq!(rows(&told, "numbers"), ["+18445550101 2"]);
}

#[test]
fn what_is_damaged_or_something_else_is_said() {
    let whole = calls_xml(&[("+18445550101", 1, 1_767_317_400, 1), ("+18445550102", 1, 1_767_317_400, 1)]);
    let second = whole.rfind("<call ").unwrap();
    let deep = format!("<calls>{}", "<a>".repeat(100_000));
    for (log, said, is_shown) in [
        (&whole[..second + 20], "damaged at byte", true),
        (&whole[..second], "it ends in the middle", true),
        ("<html><body>+18445550101</body></html>", "it is XML, but no log of calls", false),
        ("<calls count=\"0\"></calls>", "there are no calls", false),
        ("<calls/>", "there are no calls", false),
        (&deep, "elements in elements", false),
        ("", "there are no calls", false),
        ("%PDF-1.7 +18445550101", "it is no text", false),
        ("name,note\na,b\nc,d\n", "2 of 2 calls had no number that can be read", true),
    ] {
        let output = report(&["--json"], log.as_bytes());
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{log:.40}: {told}");
        assert!(told.contains(said), "{log:.40}: {told}");
        assert_eq!(!output.stdout.is_empty(), is_shown, "{log:.40}");
    }
    let output = report(&["--column", "from"], TABLE.as_bytes());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(1) && told.contains("there is no column from"), "{told}");
}

#[test]
fn every_form_tells_the_same() {
    let text = String::from_utf8(report(&[], TABLE.as_bytes()).stdout).unwrap();
    for line in [
        "the numbers are in column 2 (src)",
        "times are in column 1 (date)",
        "who called whom is in column 4 (type)",
        "5 calls, 2026-01-02 to 2026-01-05; 1 of the owner's own are not counted",
        "Where the calls come from",
        "+18445550101                2   40.0 %  international, US",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let csv = String::from_utf8(report(&["--csv"], TABLE.as_bytes()).stdout).unwrap();
    assert!(csv.starts_with("\u{feff}part,name,about,count,share,at_least\r\n"), "{csv}");
    assert!(csv.contains("origins,international,,2,0.4000,false\r\n"), "{csv}");
    assert!(csv.contains("numbers,'+18445550101,\"international, US\",2,0.4000,false\r\n"), "{csv}");
    // A spreadsheet's table of numbers, read again.
    let list = csv.lines().filter(|line| line.starts_with("numbers,") || line.starts_with("\u{feff}part"));
    let again = object(&["--column", "name"], &list.collect::<Vec<_>>().join("\n"));
    assert_eq!(rows(&again, "numbers").len(), 3);
}

#[test]
fn charts_are_whole_and_hold_no_more_than_text() {
    let name = std::env::temp_dir().join(format!("tomeru <&\"' {}.csv", std::process::id()));
    fs::write(&name, TABLE.replace("src", "<script>tel")).unwrap();
    let chart = |file: &PathBuf| {
        let output = Command::new(env!("CARGO_BIN_EXE_tomeru")).args(["report", "--svg"]).arg(file).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let svg = chart(&name);
    fs::remove_file(&name).unwrap();
    let mut reader = quick_xml::Reader::from_str(&svg);
    let (mut depth, mut texts) = (0, 0);
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(element) => {
                depth += 1;
                assert!(matches!(element.name().as_ref(), b"svg" | b"title" | b"text"), "{element:?}");
                texts += usize::from(element.name().as_ref() == b"text");
            }
            quick_xml::events::Event::Empty(element) => {
                assert!(matches!(element.name().as_ref(), b"rect" | b"line"), "{element:?}");
            }
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    assert!(texts > 60, "{texts}");
    // Nothing from elsewhere, and no colour but greys.
    assert_eq!(svg.matches("http").count(), 1);
    assert!(!svg.contains("<script") && !svg.contains("href") && svg.contains("tomeru &lt;&amp;&quot;&#39;"));
    for colour in svg.split("fill=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(["#222", "#666", "#fff"].contains(&colour), "{colour}");
    }
}

#[test]
fn a_log_with_more_numbers_than_are_counted_says_so() {
    let mut log = String::from("date,src\n");
    for at in 0..200_000 {
        log.push_str(&format!("2026-01-02 10:30:00,+1844{at:07}\n"));
        if at % 4 == 0 {
            log.push_str("2026-01-02 10:30:00,+639171234567\n");
        }
    }
    let told = object(&["--top", "2"], &log);
    let part = &told["numbers"];
    assert_eq!((&part["lower_bounds"], &part["rows"][0]["key"]), (&true.into(), &"+639171234567".into()));
    let (count, missing) = (part["rows"][0]["count"].as_u64().unwrap(), part["missing_at_most"].as_u64().unwrap());
    assert!((1..=10).contains(&missing) && count <= 50_000 && count + missing >= 50_000, "{count} {missing}");
    let text = String::from_utf8(report(&[], log.as_bytes()).stdout).unwrap();
    assert!(text.contains("at least so many, and up to"), "{text}");
}

#[test]
fn what_is_hostile_ends_in_bounded_memory() {
    // Made by a shell as it is read.
    for (made, code, said) in [
        ("head -c 1G /dev/zero", 1, "it is no text"),
        ("yes , | tr -d '\\n' | head -c 32M", 1, "had no number that can be read"),
        ("yes '\"' | tr -d '\\n' | head -c 32M", 1, "had no number that can be read"),
        ("yes a | tr -d '\\n' | head -c 32M", 1, "had no number that can be read"),
        ("(echo '<calls>'; yes a | head -c 32M)", 1, "something is longer than 64 KiB"),
        ("(echo '<calls>'; yes '<a>' | head -c 32M)", 1, "elements in elements"),
        ("(echo '<calls><call number=\"'; yes 1 | head -c 32M)", 1, "something is longer than 64 KiB"),
    ] {
        // 48 MiB of addresses hold the program, its stack and what it keeps, but not one of these as well.
        let line = format!("{made} | (ulimit -v 49152; exec '{}' report -)", env!("CARGO_BIN_EXE_tomeru"));
        let output = Command::new("bash").args(["-c", &line]).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{made}: {told}");
        assert!(told.contains(said), "{made}: {told}");
    }
}

#[test]
fn wrong_words_are_refused() {
    for wrong in [
        &["report"][..],
        &["report", "a", "b"],
        &["report", "--json", "--csv", "a"],
        &["report", "--tsv", "a"],
        &["report", "--numbers", "a"],
        &["report", "--stdin", "a"],
        &["report", "--zone", "9", "a"],
        &["report", "--zone", "+25:00", "a"],
        &["report", "--top", "0", "a"],
        &["list", "--svg", "a"],
        &["list", "--column", "1", "a"],
        &["check", "--zone", "+09:00", "1"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_tomeru")).args(wrong).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_tomeru")).args(["report", "/nothing/there"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}
