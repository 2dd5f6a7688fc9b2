// SPDX-License-Identifier: Apache-2.0
//! Files as people have them (`tests/lists`), each with its outcome beside it, through the core and the command line.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

use std::{
    collections::BTreeSet,
    fs,
    io::Cursor,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use proptest::prelude::*;
use tomeru::{
    NumberKey, Region,
    table::{self, NotTaken, Options, Report, legacy_decoder},
};

/// A file and what becomes of it.
struct Case {
    name: String,
    bytes: Vec<u8>,
    home: Region,
    /// Lines such as `take +18445550101`, but for how the file is encoded and for whom it is read.
    outcome: BTreeSet<String>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/lists");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "outcome"))
        .map(|file| case(&file))
        .collect()
}

fn case(outcome: &Path) -> Case {
    let source = outcome.with_extension("");
    let mut bytes = fs::read(&source).unwrap();
    let (mut home, mut lines) = (Region::JAPAN, BTreeSet::new());
    for line in fs::read_to_string(outcome).unwrap().lines() {
        match line.split_once(' ').unwrap() {
            ("home", id) => home = Region::new(id).unwrap(),
            ("as", encoding) => bytes = encoded(&bytes, encoding),
            _ => drop(lines.insert(line.to_owned())),
        }
    }
    Case { name: source.file_name().unwrap().to_string_lossy().into_owned(), bytes, home, outcome: lines }
}

/// The file's text in another encoding; `hex` for bytes that are no text.
fn encoded(bytes: &[u8], encoding: &str) -> Vec<u8> {
    let text = str::from_utf8(bytes).unwrap();
    match encoding {
        "hex" => {
            let digits = text.trim().as_bytes().chunks(2);
            digits.map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
        }
        "utf-16le" => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
        name => {
            let (bytes, _, is_broken) = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(text);
            assert!(!is_broken, "{name}: {text}");
            bytes.into_owned()
        }
    }
}

fn options(home: Region) -> Options<'static> {
    Options { decoder: legacy_decoder, ..Options::at_home(home) }
}

fn outcome(report: &Report, numbers: &[u64]) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    lines.extend(report.refused.as_ref().map(|refusal| format!("refused {}", refusal.key())));
    if report.refused.as_ref().is_none_or(|refusal| matches!(refusal.key(), "empty" | "mostly_not")) {
        lines.insert(format!("kind {}", report.kind.key()));
    }
    lines.extend(report.hint.map(|hint| format!("hint {hint}")));
    lines.extend(numbers.iter().map(|&number| format!("take {}", NumberKey::unpacked(number))));
    lines.extend(report.beginnings.iter().map(|beginning| format!("begin {} {}", beginning.line, beginning.pattern)));
    let danger = |row: &table::Dangerous| format!("danger {} {} {}", row.line, row.number, row.danger.key());
    lines.extend(report.dangerous.iter().map(danger));
    let told = |mark, rows: &[NotTaken]| -> Vec<String> {
        rows.iter().map(|row| format!("{mark} {} {}", row.line, row.why.key())).collect()
    };
    lines.extend(told("not", &report.not_taken));
    lines.extend(told("aside", &report.aside));
    lines
}

#[test]
fn a_dangerous_number_is_taken_only_if_it_was_chosen() {
    let text = "0335814321\n0120210364\n+18445550101\n";
    let police = NumberKey::read("0335814321", Region::JAPAN, Region::JAPAN).unwrap();
    for (chosen, taken, left) in [(&[][..], 1, 2), (&[police][..], 2, 1)] {
        let options = Options { chosen, ..Options::at_home(Region::JAPAN) };
        let (report, numbers) = table::read(Cursor::new(text), &options).unwrap();
        assert_eq!((report.count, report.dangerous_count), (taken, left));
        assert_eq!(numbers.contains(&police.packed().unwrap()), !chosen.is_empty());
    }
}

#[test]
fn every_file_has_its_outcome() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} files", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let (report, numbers) = table::read(Cursor::new(&case.bytes), &options(case.home)).unwrap();
        let told = outcome(&report, &numbers);
        if told != case.outcome {
            let lines = |set: &BTreeSet<String>| set.iter().map(|line| format!("\n    {line}")).collect::<String>();
            let (more, fewer) = (&told - &case.outcome, &case.outcome - &told);
            wrong.push(format!("{}:\n  told, too:{}\n  not told:{}", case.name, lines(&more), lines(&fewer)));
        }
        assert_eq!(report.count as usize, numbers.len(), "{}", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_command_line_tells_the_same() {
    let folder = std::env::temp_dir().join(format!("tomeru-lists-cli-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for case in cases() {
        let file = folder.join(&case.name);
        fs::write(&file, &case.bytes).unwrap();
        let run = |show: &str| {
            let words = ["list", show, "--home", case.home.id(), file.to_str().unwrap()];
            let output = Command::new(env!("CARGO_BIN_EXE_tomeru")).args(words).output().unwrap();
            let is_refused = case.outcome.iter().any(|line| line.starts_with("refused "));
            assert_eq!(output.status.code(), Some(i32::from(is_refused)), "{}", case.name);
            String::from_utf8(output.stdout).unwrap()
        };
        let wanted: BTreeSet<String> = case
            .outcome
            .iter()
            .filter_map(|line| line.strip_prefix("take ").or_else(|| line.strip_prefix("begin ")?.split(' ').nth(1)))
            .map(str::to_owned)
            .collect();
        assert_eq!(run("--numbers").lines().map(str::to_owned).collect::<BTreeSet<_>>(), wanted, "{}", case.name);
        let told: serde_json::Value = serde_json::from_str(&run("--json")).unwrap();
        let refused = case.outcome.iter().find_map(|line| line.strip_prefix("refused "));
        assert_eq!(told["refused"].as_str(), refused, "{}", case.name);
        assert_eq!(told["home"], case.home.id());
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_is_hostile_is_bounded() {
    let peak = || {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").trim().parse::<u64>().unwrap()
    };
    // One file a time, each made as it is read: what is measured is the reader.
    let before = peak();
    for (text, refused) in
        [(&b","[..], Some("empty")), (b"\"", Some("empty")), (b"a", Some("empty")), (b"+18445550101,", None)]
    {
        let (report, _) = table::read(Endless::new(text, 1 << 20), &options(Region::JAPAN)).unwrap();
        assert_eq!(report.refused.as_ref().map(table::Refusal::key), refused);
    }
    let (report, _) = table::read(Endless::new(b"0312345678\n", 400 << 20), &options(Region::JAPAN)).unwrap();
    assert_eq!(report.refused.as_ref().map(table::Refusal::key), Some("too_large"));
    let more = peak() - before;
    assert!(more < 64 << 10, "{more} KiB");
}

/// The same bytes again and again, up to a length.
struct Endless {
    text: &'static [u8],
    length: u64,
    at: u64,
}

impl Endless {
    fn new(text: &'static [u8], length: u64) -> Self {
        Self { text, length, at: 0 }
    }
}

impl std::io::Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = buffer.len().min((self.length - self.at) as usize);
        for (index, byte) in buffer[..length].iter_mut().enumerate() {
            *byte = self.text[((self.at + index as u64) % self.text.len() as u64) as usize];
        }
        self.at += length as u64;
        Ok(length)
    }
}

impl std::io::Seek for Endless {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            std::io::SeekFrom::Start(at) => at,
            std::io::SeekFrom::End(back) => self.length.saturating_add_signed(back),
            std::io::SeekFrom::Current(on) => self.at.saturating_add_signed(on),
        };
        Ok(self.at)
    }
}

#[test]
fn a_pipe_without_end_ends() {
    let mut zeros = Command::new("head").args(["-c", "1G", "/dev/zero"]).stdout(Stdio::piped()).spawn().unwrap();
    let list = Command::new(env!("CARGO_BIN_EXE_tomeru"))
        .args(["list", "-"])
        .stdin(zeros.stdout.take().unwrap())
        .output()
        .unwrap();
    let _ = zeros.kill();
    let _ = zeros.wait();
    assert_eq!(list.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&list.stdout).contains("refused: it is no text"));
}

/// What stands in tables, a number with a plus the most often.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0..10_000_u32).prop_map(|n| format!("+1844555{n:04}")),
        2 => (0..10_000_u32).prop_map(|n| format!("03-1234-{n:04}")),
        1 => (0..10_000_u32).prop_map(|n| n.to_string()),
        1 => Just("2026-01-02 10:30:00".to_owned()),
        1 => Just("1767312345".to_owned()),
        1 => Just("\"".to_owned()),
        1 => Just("相談は #9110".to_owned()),
        2 => ".{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_looks_like_a_number_is_taken_or_told(
        rows in prop::collection::vec(prop::collection::vec(piece(), 1..5), 1..40),
        between in prop::sample::select(vec![",", ";", "\t", "|", " ", ", "]),
    ) {
        let lines: Vec<String> = rows.iter().map(|row| row.join(between)).collect();
        let text = lines.join("\n");
        let (report, numbers) = table::read(Cursor::new(text.as_bytes()), &options(Region::JAPAN)).unwrap();
        prop_assert!(report.rows_with_number <= report.rows && report.rows <= text.split(['\r', '\n']).count() as u64);
        if report.refused.is_some() {
            prop_assert!(numbers.is_empty());
            return Ok(());
        }
        let is_number = |token: &&str| token.len() == 12 && token.starts_with("+1844555") && token[1..].bytes().all(|b| b.is_ascii_digit());
        let is_between = |c: char| matches!(c, ',' | ';' | '\t' | '|' | ' ' | '\n');
        let left_out: BTreeSet<&str> = text
            .split(is_between)
            .filter(is_number)
            .filter(|token| {
                let key = NumberKey::read(token, Region::JAPAN, Region::JAPAN).unwrap();
                numbers.binary_search(&key.packed().unwrap()).is_err()
            })
            .collect();
        let told = report.reasons.iter().map(|reason| reason.count).sum::<u64>()
            + report.aside_count
            + report.dangerous_count
            + report.beginning_count;
        prop_assert!(left_out.len() as u64 <= told, "{left_out:?} of {report:?}");
    }
}
