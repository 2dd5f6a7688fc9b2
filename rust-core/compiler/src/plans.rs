// SPDX-License-Identifier: Apache-2.0
//! The data kept by hand, in `plans/*.tsv`. Each row ends with its source and the date it was looked up.

use std::{fs, path::Path};

use crate::{Code, Line, Region};

/// A country code that the ITU assigns and libphonenumber lacks.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// The code.
    pub number: u16,
    /// Whether it belongs to no country.
    pub global: bool,
    /// The regions it belongs to.
    pub regions: Vec<String>,
}

/// Digits that stand before a number: an international prefix, a dialling prefix, or a filler of forgers.
#[derive(Clone, Debug)]
pub struct Prefix {
    /// The home region they are used in; empty: everywhere.
    pub region: String,
    /// The digits.
    pub digits: String,
}

/// A number or range of a home plan that has a name.
#[derive(Clone, Debug)]
pub struct Service {
    /// The home region.
    pub region: String,
    /// As dialled, perhaps with `#` first.
    pub digits: String,
    /// How many digits follow, at least and at most.
    pub more: (u8, u8),
    /// The kind of line.
    pub line: Line,
    /// Whether libphonenumber gives these numbers no kind.
    pub adds: bool,
    /// Its names and purposes: Japanese name, Japanese purpose, English name, English purpose.
    pub texts: [String; 4],
}

/// A number of Japan's police.
#[derive(Clone, Debug)]
pub struct Police {
    /// As dialled.
    pub digits: String,
    /// Whose it is, in Japanese and in English.
    pub names: [String; 2],
}

/// Digits that make a foreign number look trustworthy.
#[derive(Clone, Debug)]
pub struct Lookalike {
    /// Where they stand.
    pub place: Place,
    /// The digits.
    pub digits: String,
    /// Whether it is the police that they recall, not a toll-free number.
    pub police: bool,
}

/// Digits between a country code and a mobile number that are obsolete or optional.
#[derive(Clone, Debug)]
pub struct MobilePrefix {
    /// The country calling code.
    pub code: u16,
    /// The digits.
    pub digits: String,
    /// How many digits follow.
    pub more: u8,
    /// Whether the number has them no more; else some write them and some do not.
    pub obsolete: bool,
}

/// How a carrier is chosen for one call: digits, then a code of the carrier's own.
#[derive(Clone, Debug)]
pub struct CarrierSelection {
    /// Where.
    pub region: String,
    /// The digits.
    pub digits: String,
    /// How many digits the carrier's code has, at least and at most.
    pub more: (u8, u8),
}

/// A word that a network puts in the place of a number.
#[derive(Clone, Debug)]
pub struct HiddenWord {
    /// In small letters.
    pub word: String,
    /// Whether the caller withholds the number; else the network does not know it.
    pub restricted: bool,
}

/// Where digits stand in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// First, behind the plus.
    Prefix,
    /// Last.
    Suffix,
}

/// All of `plans/`.
#[derive(Clone, Debug, Default)]
pub struct Plans {
    /// `itu_codes.tsv`
    pub assigned: Vec<Assigned>,
    /// `international_prefixes.tsv`
    pub prefixes: Vec<Prefix>,
    /// `dialling_prefixes.tsv`
    pub dialling: Vec<Prefix>,
    /// `disguise_fillers.tsv`
    pub fillers: Vec<Prefix>,
    /// `emergency.tsv`; the region `*` is every region.
    pub emergency: Vec<Prefix>,
    /// `services.tsv`
    pub services: Vec<Service>,
    /// `satellite_codes.tsv`
    pub satellite: Vec<u16>,
    /// `lookalikes.tsv`
    pub lookalikes: Vec<Lookalike>,
    /// `police.tsv`, in the order of the digits
    pub police: Vec<Police>,
    /// `foreign_prefixes.tsv`
    pub foreign: Vec<Prefix>,
    /// `mobile_prefixes.tsv`
    pub mobile: Vec<MobilePrefix>,
    /// `carrier_selections.tsv`
    pub carriers: Vec<CarrierSelection>,
    /// `hidden_words.tsv`
    pub hidden: Vec<HiddenWord>,
    /// `per_call_codes.tsv`
    pub per_call: Vec<String>,
}

impl Assigned {
    pub(crate) fn as_code(&self) -> Code {
        let region = |id: &String| Region {
            id: id.clone(),
            general: String::new(),
            leading_digits: None,
            kinds: Vec::new(),
            national_prefix: None,
            international_prefix: None,
            code: self.number,
        };
        // E.164 allows 15 digits in all; below 4 no subscriber is reached anywhere.
        let longest = 15 - self.number.to_string().len();
        let lengths = (4..=longest).fold(0, |bits, length| bits | 1 << length);
        Code { number: self.number, regions: self.regions.iter().map(region).collect(), lengths, global: self.global }
    }
}

impl Plans {
    /// Reads every file of `folder`.
    ///
    /// # Errors
    /// A sentence that names the file and the line.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let prefix = |[region, digits]: [&str; 2]| {
            let digits = if digits == "-" { "" } else { digits };
            if digits.bytes().all(|b| b.is_ascii_digit()) {
                Ok(Prefix { region: region.to_owned(), digits: digits.to_owned() })
            } else {
                Err(format!("{digits} is not digits"))
            }
        };
        Ok(Self {
            assigned: rows(folder, "itu_codes.tsv", |[code, kind, regions, _name, _source, _date]| {
                Ok(Assigned {
                    number: country_code(code)?,
                    global: kind == "global",
                    regions: regions.split(',').filter(|id| *id != "-").map(str::to_owned).collect(),
                })
            })?,
            prefixes: rows(folder, "international_prefixes.tsv", |[r, d, _source, _date]| prefix([r, d]))?,
            dialling: rows(folder, "dialling_prefixes.tsv", |[r, d, _ja, _en, _source, _date]| prefix([r, d]))?,
            fillers: rows(folder, "disguise_fillers.tsv", |[d, _source, _date]| prefix(["", d]))?,
            emergency: rows(folder, "emergency.tsv", |[r, d, _source, _date]| prefix([r, d]))?,
            services: rows(folder, "services.tsv", service)?,
            satellite: rows(folder, "satellite_codes.tsv", |[code, _source, _date]| country_code(code))?,
            lookalikes: rows(folder, "lookalikes.tsv", |[place, d, hint, _source, _date]| {
                let digits = prefix(["", d])?.digits;
                let place = match place {
                    "prefix" => Place::Prefix,
                    "suffix" => Place::Suffix,
                    _ => return Err(format!("{place} is no place")),
                };
                Ok(Lookalike { place, digits, police: hint == "police" })
            })?,
            police: police(folder)?,
            foreign: rows(folder, "foreign_prefixes.tsv", |[d, _source, _date]| prefix(["", d]))?,
            mobile: rows(folder, "mobile_prefixes.tsv", |[code, d, more, kind, _source, _date]| {
                Ok(MobilePrefix {
                    code: country_code(code)?,
                    digits: prefix(["", d])?.digits,
                    more: range(more)?.0,
                    obsolete: kind == "obsolete",
                })
            })?,
            carriers: rows(folder, "carrier_selections.tsv", |[region, d, more, _source, _date]| {
                let digits = prefix([region, d])?.digits;
                Ok(CarrierSelection { region: region.to_owned(), digits, more: range(more)? })
            })?,
            hidden: rows(folder, "hidden_words.tsv", |[word, presentation, _source, _date]| {
                Ok(HiddenWord { word: word.to_owned(), restricted: presentation == "restricted" })
            })?,
            per_call: rows(folder, "per_call_codes.tsv", |[code, _name, _source, _date]| Ok(code.to_owned()))?,
        })
    }

    /// Refuses rows that the metadata has made wrong: a code that libphonenumber knows by now.
    pub(crate) fn check_against(&self, codes: &[Code]) -> Result<(), String> {
        for assigned in &self.assigned {
            if codes.iter().any(|code| code.number == assigned.number) {
                return Err(format!("itu_codes.tsv: libphonenumber knows +{} by now: remove the row", assigned.number));
            }
        }
        Ok(())
    }
}

fn police(folder: &Path) -> Result<Vec<Police>, String> {
    let mut rows = rows(folder, "police.tsv", |[digits, ja, en, kind, _source, _date]| {
        // The desk for advice has a short number, in front of which one dials "#".
        if digits.starts_with('0') == (kind == "desk") || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("{digits} is not as dialled in Japan"));
        }
        if !["headquarters", "station", "desk"].contains(&kind) {
            return Err(format!("{kind} is no kind of police number"));
        }
        Ok(Police { digits: digits.to_owned(), names: [ja, en].map(str::to_owned) })
    })?;
    rows.sort_by(|a, b| a.digits.cmp(&b.digits));
    match rows.windows(2).find(|pair| pair[0].digits == pair[1].digits) {
        Some(pair) => Err(format!("police.tsv: {} is there twice", pair[0].digits)),
        None => Ok(rows),
    }
}

fn country_code(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("{text} is no country code"))
}

/// "6", or "4-9".
fn range(text: &str) -> Result<(u8, u8), String> {
    let (least, most) = text.split_once('-').unwrap_or((text, text));
    let count = |text: &str| text.parse().map_err(|_| format!("{text} is no number of digits"));
    Ok((count(least)?, count(most)?))
}

fn service(
    [region, digits, more, line, adds, ja, ja_purpose, en, en_purpose, _source, _date]: [&str; 11],
) -> Result<Service, String> {
    Ok(Service {
        region: region.to_owned(),
        digits: digits.to_owned(),
        more: range(more)?,
        line: Line::from_key(line).ok_or_else(|| format!("{line} is no kind of line"))?,
        adds: adds == "yes",
        texts: [ja, ja_purpose, en, en_purpose].map(str::to_owned),
    })
}

/// Every row of a file through `make`; lines that begin with `# ` are comments.
pub(crate) fn rows<T, const N: usize>(
    folder: &Path,
    file: &str,
    make: impl Fn([&str; N]) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let text = fs::read_to_string(folder.join(file)).map_err(|error| format!("{file}: {error}"))?;
    let mut made = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("# ") || line.is_empty() {
            continue;
        }
        let at = |problem: String| format!("{file}, line {}: {problem}", index + 1);
        let fields: Vec<&str> = line.split('\t').collect();
        let count = fields.len();
        let fields = <[&str; N]>::try_from(fields).map_err(|_| at(format!("{count} fields in place of {N}")))?;
        if fields.iter().any(|field| field.is_empty()) {
            return Err(at(String::from("an empty field; source and date are never left out")));
        }
        made.push(make(fields).map_err(at)?);
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repositorys_own_files_are_read() {
        let plans = Plans::read(Path::new("../plans")).unwrap();
        assert!(plans.services.iter().any(|service| service.digits == "#9110"));
        assert!(plans.police.is_sorted_by(|a, b| a.digits < b.digits));
        assert!(plans.emergency.iter().any(|row| (row.region.as_str(), row.digits.as_str()) == ("JP", "118")));
    }

    #[test]
    fn a_bad_row_is_named() {
        let folder = std::env::temp_dir().join(format!("plans-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("x.tsv"), "# head\nJP\t1x\n").unwrap();
        let bad = |[_, digits]: [&str; 2]| Err::<(), _>(format!("{digits} is wrong"));
        assert_eq!(rows(&folder, "x.tsv", bad).unwrap_err(), "x.tsv, line 2: 1x is wrong");
        fs::remove_dir_all(&folder).unwrap();
    }
}
