// SPDX-License-Identifier: Apache-2.0
//! Where numbers come from, and what they imitate. `cargo run --example locate [NUMBER…]` prints, without arguments:
//!
//! ```text
//! +81 3-3581-4321: domestic, line geographic, regions JP
//! 010 1 844 298 0122: international, line toll_free, regions US
//! +1800335814321: disguised_domestic, line unknown, imitates 0335814321
//! anonymous: hidden, line unknown
//! ```
#![allow(clippy::print_stdout)] // that is what it is for

use tomeru::{Error, Region, locate};

/// As a network shows them to a phone in Japan.
const NUMBERS: [&str; 4] = ["+81 3-3581-4321", "010 1 844 298 0122", "+1800335814321", "anonymous"];

fn main() -> Result<(), Error> {
    // An unknown home is an error: nothing stands in for it.
    let home: Region = "JP".parse()?;
    let given: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<&str> =
        if given.is_empty() { NUMBERS.to_vec() } else { given.iter().map(String::as_str).collect() };
    for number in numbers {
        let found = locate(number, home, home);
        print!("{number}: {}, line {}", found.origin.key(), found.line.key());
        if !found.regions.is_empty() {
            let ids: Vec<&str> = found.regions.iter().map(|region| region.id()).collect();
            print!(", regions {}", ids.join(" "));
        }
        if let Some(imitated) = found.imitates {
            print!(", imitates {imitated}");
        }
        println!();
    }
    Ok(())
}
