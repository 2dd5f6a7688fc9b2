// SPDX-License-Identifier: Apache-2.0
//! Each example prints what its first lines promise, and the project's README shows what the crate's own does, whose
//! examples run.
#![cfg(feature = "lists")]
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

use std::{env, fs, path::Path, process::Command};

/// What the comment at the beginning of an example says that it prints.
fn promised(source: &str) -> String {
    let lines = source.lines().take_while(|line| line.starts_with("//"));
    let comment = lines.map(|line| line.trim_start_matches("//!").strip_prefix(' ').unwrap_or_default());
    let inside = comment.skip_while(|line| *line != "```text").skip(1).take_while(|line| *line != "```");
    inside.flat_map(|line| [line, "\n"]).collect()
}

/// The code of a line, without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default().trim()
}

#[test]
fn what_the_readme_shows_is_what_runs() {
    let shown = include_str!("../../README.md").split("\n## Embed it\n").nth(1).unwrap();
    let shown = shown.split("```rust\n").nth(1).unwrap().split("```").next().unwrap();
    let mut run = include_str!("../README.md").lines().map(code);
    assert!(shown.lines().count() >= 3);
    for line in shown.lines().map(code) {
        assert!(run.any(|other| other == line), "{line}");
    }
}

#[test]
fn every_example_prints_what_it_promises() {
    // Beside the tests' own folder.
    let built = env::current_exe().unwrap().parent().unwrap().with_file_name("examples");
    let mut run = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap() {
        let source = entry.unwrap().path();
        let name = source.file_stem().unwrap().to_str().unwrap().to_owned();
        let promised = promised(&fs::read_to_string(&source).unwrap());
        assert!(!promised.is_empty(), "{name} promises nothing");
        let output = Command::new(built.join(&name)).output();
        let output = output.unwrap_or_else(|error| {
            panic!("{name}: {error}; cargo build --examples, or cargo test without a choice of targets, builds it")
        });
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), promised, "{name}");
        run.push(name);
    }
    run.sort();
    assert_eq!(run, ["decide", "list", "locate"]);
}
