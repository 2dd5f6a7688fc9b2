// SPDX-License-Identifier: Apache-2.0
//! The first answer of a fresh process, in microseconds, and the peak memory of the process, in KiB:
//! `first tomeru | phonenumber | rlibphonenumber`.

use std::{hint::black_box, time::Instant};

use tomeru::{Region, locate};

const NUMBER: &str = "+18442980122";

fn main() {
    let library = std::env::args().nth(1).unwrap_or_default();
    let begun = Instant::now();
    match library.as_str() {
        "tomeru" => drop(black_box(locate(NUMBER, Region::JAPAN, Region::JAPAN).valid)),
        "phonenumber" => drop(black_box(phonenumber::parse(None, NUMBER).map(|number| number.is_valid()))),
        "rlibphonenumber" => {
            let util = &*rlibphonenumber::PHONE_NUMBER_UTIL;
            drop(black_box(util.parse(NUMBER, None).map(|number| util.is_valid_number(&number))));
        }
        other => panic!("there is no library {other:?}"),
    }
    let micros = begun.elapsed().as_secs_f64() * 1e6;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?").trim();
    println!("{micros:.1}\t{}", peak.trim_end_matches(" kB"));
}
