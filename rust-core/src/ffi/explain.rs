// SPDX-License-Identifier: Apache-2.0
//! The number check and the countries, through UniFFI.

use crate::{Country, Finding, Home, Line, Origin, locate, service_of};

/// Whether the number table is the one that was built: a part of the self-test.
#[uniffi::export]
pub fn table_is_intact() -> bool {
    crate::plan::intact::table_is_intact()
}

/// A country or territory, and how it is dialled.
#[derive(uniffi::Record)]
pub struct CountryCode {
    /// ISO 3166-1 alpha-2.
    pub country: Country,
    /// Its country calling code, which others may share.
    pub calling_code: u16,
}

/// Every country and territory that has telephone numbers, in the order of their letters.
#[uniffi::export]
pub fn countries() -> Vec<CountryCode> {
    let mut all: Vec<CountryCode> = Home::all()
        .map(|home| CountryCode { country: Country::of_region(home.id()), calling_code: home.code().number })
        .collect();
    all.sort_unstable_by_key(|entry| entry.country);
    all
}

/// Where a number comes from, and what is suspicious about it.
#[derive(uniffi::Record)]
pub struct Explanation {
    /// Where it comes from.
    pub origin: Origin,
    /// The kind of line.
    pub line: Line,
    /// The country calling code.
    pub country_code: Option<u16>,
    /// ISO 3166-1 alpha-2; several where a shared code does not tell.
    pub regions: Vec<String>,
    /// Without country code and trunk prefix.
    pub national_number: String,
    /// Whether the plan has numbers of this length.
    pub possible: bool,
    /// Whether the plan has this number.
    pub valid: bool,
    /// The home number that a forged one imitates.
    pub imitates: Option<String>,
    /// The network lost the plus.
    pub plus_missing: bool,
    /// A foreign number that looks like a Japanese toll-free one.
    pub looks_toll_free: bool,
    /// A foreign number that ends as those of the police do.
    pub police_bait: bool,
    /// The number imitated is one of the police.
    pub imitates_police: bool,
    /// The name of the service, Japanese and English.
    pub service: Option<ServiceText>,
}

/// A name and a purpose in both languages.
#[derive(uniffi::Record)]
pub struct ServiceText {
    /// Japanese name.
    pub name_ja: String,
    /// Japanese purpose.
    pub purpose_ja: String,
    /// English name.
    pub name_en: String,
    /// English purpose.
    pub purpose_en: String,
}

/// Explains `number` for a phone whose home is `home` (ISO 3166-1 alpha-2; Japan if unknown). What would happen to a
/// call from it, the ring path tells.
#[uniffi::export(default(home = "JP"))]
pub fn explain(number: &str, home: &str) -> Explanation {
    let home = Home::new(home).unwrap_or(Home::JAPAN);
    let finding = locate(number, home, home);
    let Finding { hints, .. } = finding;
    Explanation {
        origin: finding.origin,
        line: finding.line,
        country_code: finding.country_code,
        regions: finding.regions.iter().map(|id| String::from_utf8_lossy(id).into_owned()).collect(),
        national_number: finding.national_number.to_string(),
        possible: finding.possible,
        valid: finding.valid,
        imitates: finding.imitates.map(|digits| digits.to_string()),
        plus_missing: finding.plus_missing,
        looks_toll_free: hints.toll_free,
        police_bait: hints.police_bait,
        imitates_police: hints.imitates_police,
        service: service_of(&finding, home).map(|name| ServiceText {
            name_ja: name.ja.0.to_owned(),
            purpose_ja: name.ja.1.to_owned(),
            name_en: name.en.0.to_owned(),
            purpose_en: name.en.1.to_owned(),
        }),
    }
}
