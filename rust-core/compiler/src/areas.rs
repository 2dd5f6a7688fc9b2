// SPDX-License-Identifier: Apache-2.0
//! The areas of Japan's lines with a place: libphonenumber's geocoding tables for +81, Japanese and English, as one
//! sorted table of where an area begins.

use std::{collections::BTreeMap, fs, path::Path};

/// Digits of a national number that settle its area; the tables have no longer prefix.
const DIGITS: u32 = 5;
/// Japan's country calling code, with which every row begins.
const CODE: &str = "81";

/// An area's names, Japanese and English; about seventy have no English one.
type Names = (String, String);

/// Where areas begin, among national numbers cut to [`DIGITS`] digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The first number of each run, in order; what comes before the first has no area.
    pub starts: Vec<u32>,
    /// The area of each run: its place in `names`, counted from one; 0 for none.
    pub area: Vec<u16>,
    /// The areas, in order of their Japanese names.
    pub names: Vec<Names>,
}

impl Areas {
    /// Reads `ja/81.txt` and `en/81.txt` in `folder`, the crate `phonenumber`'s `assets/geocoding`.
    ///
    /// # Errors
    /// A sentence that names the file, or the row, that cannot be taken.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let table = |language: &str| {
            let path = folder.join(language).join("81.txt");
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            rows(&text).map_err(|error| format!("{}: {error}", path.display()))
        };
        Self::compile(&table("ja")?, &table("en")?)
    }

    fn compile(ja: &[(String, String)], en: &[(String, String)]) -> Result<Self, String> {
        let (ja_areas, en_areas) = (spread(ja), spread(en));
        if let Some((_, en)) = ja_areas.iter().zip(&en_areas).find(|(ja, en)| ja.is_none() && en.is_some()) {
            return Err(format!("an area has an English name alone: {en:?}"));
        }
        let at_each: Vec<Option<Names>> = ja_areas
            .into_iter()
            .zip(en_areas)
            .map(|(ja, en)| Some((ja?.to_owned(), en.unwrap_or_default().to_owned())))
            .collect();

        let mut places: BTreeMap<&Names, u16> = at_each.iter().flatten().map(|names| (names, 0)).collect();
        for (place, number) in places.values_mut().zip(1..) {
            *place = number;
        }
        let mut areas = Self { names: places.keys().map(|&names| names.clone()).collect(), ..Self::default() };
        for (start, names) in (0..).zip(&at_each) {
            let area = names.as_ref().map_or(0, |names| places[names]);
            if areas.area.last().copied().unwrap_or(0) != area {
                areas.starts.push(start);
                areas.area.push(area);
            }
        }
        Ok(areas)
    }

    /// The Rust source of the tables.
    #[must_use]
    pub fn emit(&self) -> String {
        let mut text = String::new();
        let mut ends = Vec::new();
        for (ja, en) in &self.names {
            text.push_str(&format!("{ja}\t{en}"));
            ends.push(text.len());
        }
        let mut out = format!("pub(crate) const AREA_DIGITS: u32 = {DIGITS};\n");
        let mut table = |name: &str, kind: &str, count: usize, values: String| {
            out.push_str(&format!("pub(crate) static {name}: [{kind}; {count}] = {values};\n"));
        };
        table("AREA_STARTS", "u32", self.starts.len(), format!("{:?}", self.starts));
        table("AREA_OF_START", "u16", self.area.len(), format!("{:?}", self.area));
        table("AREA_NAME_ENDS", "u16", ends.len(), format!("{ends:?}"));
        out.push_str(&format!("pub(crate) static AREA_NAMES: &str = {text:?};\n"));
        out
    }
}

/// The rows: digits behind the country code, and a name.
fn rows(text: &str) -> Result<Vec<(String, String)>, String> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let row = line.split_once('|').and_then(|(digits, name)| Some((digits.strip_prefix(CODE)?, name.trim())));
            match row {
                Some((digits, name))
                    if !name.is_empty()
                        && !name.contains('\t')
                        && (1..=DIGITS as usize).contains(&digits.len())
                        && digits.bytes().all(|byte| byte.is_ascii_digit()) =>
                {
                    Ok((digits.to_owned(), name.to_owned()))
                }
                _ => Err(format!("no row of +{CODE}: {line}")),
            }
        })
        .collect()
}

/// The name at every number of [`DIGITS`] digits: that of the longest row that it begins with.
fn spread(rows: &[(String, String)]) -> Vec<Option<&str>> {
    let mut shortest_first: Vec<_> = rows.iter().collect();
    shortest_first.sort_by_key(|(digits, _)| digits.len());
    let mut at = vec![None; 10usize.pow(DIGITS)];
    for (digits, name) in shortest_first {
        let span = 10usize.pow(DIGITS - digits.len() as u32);
        let first = digits.bytes().fold(0, |value, digit| value * 10 + usize::from(digit - b'0')) * span;
        at[first..first + span].fill(Some(name.as_str()));
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<(String, String)> {
        rows(text).unwrap()
    }

    #[test]
    fn the_longest_row_wins_and_runs_are_joined() {
        let ja = table("# a comment\n\n813|東京\n8132|東京\n81399|北|南\n815|迫");
        let en = table("813|Tokyo\n81399|North");
        let areas = Areas::compile(&ja, &en).unwrap();
        assert_eq!(areas.starts, [30_000, 39_900, 40_000, 50_000, 60_000]);
        assert_eq!(areas.area, [2, 1, 0, 3, 0]);
        let names = [("北|南", "North"), ("東京", "Tokyo"), ("迫", "")];
        assert_eq!(areas.names, names.map(|(ja, en)| (ja.to_owned(), en.to_owned())));
        assert!(areas.emit().contains("\"北|南\\tNorth東京\\tTokyo迫\\t\""), "{}", areas.emit());
    }

    #[test]
    fn a_row_that_is_none_and_a_name_in_english_alone_are_told() {
        assert!(Areas::compile(&table("813|東京"), &table("814|Tokyo")).is_err());
        for bad in ["823|東京", "81|東京", "81123456|東京", "813|", "813", "81x|東京", "813|東\t京"] {
            assert!(rows(bad).unwrap_err().contains(bad), "{bad}");
        }
    }
}
