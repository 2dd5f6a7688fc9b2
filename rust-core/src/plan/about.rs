// SPDX-License-Identifier: Apache-2.0
//! What the table knows of a region or a code, for people who check it.

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};

use super::tables::{CODES, CodeKind, Region, SERVICES};

/// The version of libphonenumber's metadata that the table was compiled from.
pub const METADATA_VERSION: &str = "9.0.33";

/// What the table knows of a country calling code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanOf {
    /// The code.
    pub country_code: u16,
    /// Its regions, the main one first.
    pub regions: Vec<Region>,
    /// Whether it belongs to no country.
    pub global: bool,
    /// Possible lengths of a national number.
    pub lengths: Vec<u8>,
    /// The trunk prefix of each region that has one.
    pub trunk: Vec<(Region, String)>,
    /// How many numbers and ranges with a name are known.
    pub services: usize,
}

/// What the table knows of `key`: a region ("JP") or a country calling code ("+1", "81").
///
/// ```
/// let plan = tomeru::plan_of("JP").expect("Japan has telephone numbers");
/// assert_eq!((plan.country_code, plan.trunk[0].1.as_str()), (81, "0"));
/// assert_eq!(tomeru::plan_of("+81"), Some(plan));
/// ```
#[must_use]
pub fn plan_of(key: &str) -> Option<PlanOf> {
    let code = match Region::new(key) {
        Some(region) => region.code(),
        None => {
            let number: u16 = key.strip_prefix('+').unwrap_or(key).parse().ok()?;
            CODES.iter().find(|code| code.number == number)?
        }
    };
    let regions = || Region::all().filter(|region| region.code().number == code.number);
    Some(PlanOf {
        country_code: code.number,
        regions: code.regions().to_vec(),
        global: code.kind != CodeKind::Country,
        lengths: (1..32).filter(|&length| code.is_possible(usize::from(length))).collect(),
        trunk: regions()
            .filter(|region| !region.trunk().is_empty())
            .map(|region| (region, region.trunk().iter().map(u8::to_string).collect()))
            .collect(),
        services: SERVICES.iter().filter(|service| regions().any(|region| region == service.region)).count(),
    })
}

#[cfg(test)]
mod tests {
    use super::{super::tables::WORDS, *};

    #[test]
    fn the_metadatas_version_is_that_of_the_lock_file() {
        let lock = include_str!("../../../Cargo.lock");
        assert!(lock.contains(&format!("name = \"phonenumber\"\nversion = \"0.3.10+{METADATA_VERSION}\"")));
    }

    #[test]
    fn a_region_and_its_code_are_the_same_plan() {
        let japan = plan_of("jp").unwrap();
        assert_eq!((japan.country_code, &japan.regions[..]), (81, &[Region::JAPAN][..]));
        assert_eq!(plan_of("+81"), Some(japan));
        assert_eq!(plan_of("1").unwrap().regions.len(), 25);
        assert_eq!(plan_of("+210"), None);
        assert_eq!(plan_of("XX"), None);
    }

    #[test]
    fn the_automaton_stays_small() {
        assert!(WORDS.len() * 2 < 100_000, "{} words", WORDS.len());
    }
}
