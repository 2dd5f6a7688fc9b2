// SPDX-License-Identifier: Apache-2.0
//! A file of numbers as people have them, read and imported, and a call from one of them. `cargo run --features lists
//! --example list [FILE]` prints, without a file:
//!
//! ```text
//! 3 of 4 rows have a number
//! not taken, line 4: nobody
//! imported: 3 numbers
//! 03-1234-5678: reject (imported_list)
//! 03-1234-5679: allow (domestic)
//! ```
#![allow(clippy::print_stdout)] // that is what it is for

use std::{env, fs, path::PathBuf, process};

use tomeru::{
    Action, Call, Caller, Circumstances, Error, NumberList, Policy, Region, decide, lists,
    table::{self, Options},
};

const TEXT: &str = "number,note\n+1 844-298-0122,fraud\n03-1234-5678,sells windows\nnobody,\n0120-12-3456,sells tea\n";

fn main() -> Result<(), Error> {
    let home: Region = "JP".parse()?;
    // A folder of its own: what lies in `lists` of it is the crate's.
    let folder = env::temp_dir().join(format!("tomeru-example-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let source = match env::args_os().nth(1) {
        Some(file) => PathBuf::from(file),
        None => {
            let file = folder.join("numbers.csv");
            fs::write(&file, TEXT)?;
            file
        }
    };
    let done = show(&folder, &source, home);
    fs::remove_dir_all(&folder)?;
    done
}

fn show(folder: &std::path::Path, source: &std::path::Path, home: Region) -> Result<(), Error> {
    let options = Options::at_home(home);
    // What the file holds, before a single number of it counts.
    let (report, _) = table::read(fs::File::open(source)?, &options)?;
    println!("{} of {} rows have a number", report.rows_with_number, report.rows);
    for row in &report.not_taken {
        println!("not taken, line {}: {}", row.line, row.text.trim_end_matches(','));
    }

    let report = lists::import(folder, 1, source, &options)?;
    println!("imported: {} numbers", report.count);
    let list = NumberList { id: 1, name: "mine".into(), action: Action::Reject, count: report.count, imported_at: 0 };

    for number in ["03-1234-5678", "03-1234-5679"] {
        let mut circumstances = Circumstances::at_home(home);
        let caller = Caller::of(&Call::showing(number), &circumstances.places);
        if let Some(key) = &caller.key {
            let listed = lists::look_up(folder, std::slice::from_ref(&list), key);
            circumstances.listed = listed.action;
        }
        let verdict = decide(&caller, &circumstances, &Policy::default());
        println!("{number}: {} ({})", verdict.action.key(), verdict.reason.key());
    }
    Ok(())
}
