// SPDX-License-Identifier: Apache-2.0
//! Imported lists: `lists import COUNT FOLDER` makes one and prints the milliseconds it took; `lists look COUNT FOLDER`
//! prints the microseconds of the first look-up, the nanoseconds of a later one (half of them hits), the nanoseconds
//! from the text of a number to the verdict on its call, and the peak memory of the process in KiB.

use std::{fmt::Write as _, fs, hint::black_box, path::Path, time::Instant};

use tomeru::{Action, Call, Caller, Circumstances, NumberKey, NumberList, Policy, Region, decide, lists, table::Options};

const LOOKS: u64 = 100_000;

fn number(index: u64) -> String {
    format!("+1{:010}", 2_000_000_000 + index * 7_919 % 8_000_000_000)
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let [_, command, count, folder] = &words[..] else { panic!("lists import|look COUNT FOLDER") };
    let (count, folder): (u64, &Path) = (count.parse().expect("a count"), folder.as_ref());
    if command == "import" {
        let mut text = String::new();
        for index in 0..count {
            writeln!(text, "{}", number(index)).expect("a string takes everything");
        }
        let source = folder.join("numbers.txt");
        fs::write(&source, text).expect("a folder that can be written");
        let begun = Instant::now();
        let imported = lists::import(folder, 1, &source, &Options::at_home(Region::JAPAN)).expect("numbers");
        println!("{:.1}", begun.elapsed().as_secs_f64() * 1e3);
        assert_eq!(u64::from(imported.count), count);
        return;
    }
    let list = [NumberList { id: 1, name: String::new(), action: Action::Reject, count: 0, imported_at: 0 }];
    let key = |index| NumberKey::read(&number(index), Region::JAPAN, Region::JAPAN).expect("a number");
    let asked: Vec<u64> = (0..1_000).map(|n| n * 999_983 % (count * 2)).collect();
    let keys: Vec<NumberKey> = asked.iter().map(|&index| key(index)).collect();
    let look = |key| {
        let listed = lists::look_up(folder, &list, key);
        assert!(!listed.unreadable, "a list that can be read");
        listed.action.is_some()
    };
    let begun = Instant::now();
    black_box(look(&keys[0]));
    let first = begun.elapsed().as_secs_f64() * 1e6;
    let begun = Instant::now();
    let hits = (0..LOOKS).filter(|n| look(black_box(&keys[(n % 1_000) as usize]))).count();
    let each = begun.elapsed().as_secs_f64() * 1e9 / LOOKS as f64;
    assert!(hits > 0 && hits < LOOKS as usize);
    let texts: Vec<String> = asked.iter().map(|&index| number(index)).collect();
    let policy = Policy::default();
    let verdict = |text: &str| {
        let mut circumstances = Circumstances::at_home(Region::JAPAN);
        let caller = Caller::of(&Call::showing(text), &circumstances.places);
        let key = caller.key.as_ref().expect("a number");
        circumstances.listed = lists::look_up(folder, &list, key).action;
        decide(&caller, &circumstances, &policy).action
    };
    let begun = Instant::now();
    for n in 0..LOOKS {
        black_box(verdict(black_box(&texts[(n % 1_000) as usize])));
    }
    let call = begun.elapsed().as_secs_f64() * 1e9 / LOOKS as f64;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?").trim();
    println!("{first:.0}\t{each:.0}\t{call:.0}\t{}", peak.trim_end_matches(" kB"));
}
