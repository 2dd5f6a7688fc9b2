// SPDX-License-Identifier: Apache-2.0
//! The number check and the countries, through UniFFI.

use super::places;
use crate::{
    call::{Call, Places},
    caller::Caller,
    hint::Hint,
    line::Line,
    origin::{Origin, area_of, service_of},
    plan::{self, Region},
};

/// Whether the number table is the one that was built: a part of the self-test.
#[uniffi::export]
pub fn table_is_intact() -> bool {
    plan::table_is_intact()
}

/// A country or territory, and how it is dialled.
#[derive(uniffi::Record)]
pub struct CountryCode {
    /// ISO 3166-1 alpha-2.
    pub country: Region,
    /// Its country calling code, which others may share.
    pub calling_code: u16,
}

/// Every country and territory that has telephone numbers, in the order of their letters.
#[uniffi::export]
pub fn countries() -> Vec<CountryCode> {
    Region::all().map(|country| CountryCode { country, calling_code: country.code().number }).collect()
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
    pub regions: Vec<Region>,
    /// Without country code and trunk prefix.
    pub national_number: String,
    /// Whether the plan has numbers of this length.
    pub possible: bool,
    /// Whether the plan has this number.
    pub valid: bool,
    /// The home number that a forged one imitates.
    pub imitates: Option<String>,
    /// What makes it suspicious.
    pub hints: Vec<Hint>,
    /// The name of the service, Japanese and English.
    pub service: Option<ServiceText>,
    /// The area that the number belongs to, not where the caller is.
    pub area: Option<AreaText>,
}

/// The numbers in `text`, which a person shared, as they stand there: those with a plus come first, then those that the
/// plan at home has. `places` as in [`explain`].
#[uniffi::export]
pub fn numbers_in(text: &str, places: i64) -> Vec<String> {
    crate::message::numbers_in(text, &places::unpack(places)).into_iter().map(|candidate| candidate.text).collect()
}

/// The digits to look for in the records' keys for `text`, some digits as a person at `home` (ISO 3166-1 alpha-2) writes
/// them; none if it has none that tell something.
#[uniffi::export(default(home = "JP"))]
pub fn search_forms(text: &str, home: &str) -> Vec<String> {
    crate::key::search_forms(text, places::home_of(home))
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

/// The names of an area in both languages.
#[derive(uniffi::Record)]
pub struct AreaText {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl From<plan::Area> for AreaText {
    fn from(area: plan::Area) -> Self {
        Self { ja: area.ja.to_owned(), en: area.en.to_owned() }
    }
}

/// The area that `key`, a number's key as records have it, belongs to; none but Japanese lines with a place have one. It
/// tells about the number, not where the caller is.
#[uniffi::export]
pub fn area_of_key(key: &str) -> Option<AreaText> {
    let finding = Caller::of(&Call::showing(key), &Places::at_home(Region::JAPAN)).finding;
    area_of(&finding).map(AreaText::from)
}

/// Explains `number`, seen from a phone in `places` (home, second home and network region, packed as for the ring path):
/// it is located as a call from it would be; `written` tells whether a person wrote it or a network showed it. What
/// would happen to such a call, the ring path tells.
#[uniffi::export]
pub fn explain(number: &str, written: bool, places: i64) -> Explanation {
    let places = places::unpack(places);
    let caller = if written { Caller::written(number, &places) } else { Caller::of(&Call::showing(number), &places) };
    let finding = caller.finding;
    Explanation {
        origin: finding.origin,
        line: finding.line,
        country_code: finding.country_code,
        regions: finding.regions.to_vec(),
        national_number: finding.national_number.to_string(),
        possible: finding.possible,
        valid: finding.valid,
        imitates: finding.imitates.map(|digits| digits.to_string()),
        hints: finding.hints.iter().collect(),
        service: service_of(&finding, &places).map(|name| ServiceText {
            name_ja: name.ja.0.to_owned(),
            purpose_ja: name.ja.1.to_owned(),
            name_en: name.en.0.to_owned(),
            purpose_en: name.en.1.to_owned(),
        }),
        area: area_of(&finding).map(AreaText::from),
    }
}
