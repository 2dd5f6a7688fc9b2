// SPDX-License-Identifier: Apache-2.0
//! The areas of Japan's lines with a place: libphonenumber's geocoding tables for +81, Japanese and English, as one
//! sorted table of where an area begins.
//!
//! The English table was translated by machine and is wrong in places (今市 in Tochigi is "Imabari, Ehime" there): a row
//! whose prefecture no neighbour shares is left out. The Japanese table has no prefectures, and many names stand for
//! several places (上野): the English row that is left gives them, or else those that share its first three digits, if
//! they agree.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::plans::rows;

/// Digits of a national number that settle its area; the tables have no longer prefix.
const DIGITS: u32 = 5;
/// Japan's country calling code, with which every row begins.
const CODE: &str = "81";
/// Zones, the first two digits, at most so far apart are neighbours: prefectures are numbered along the map.
const NEAR: i32 = 3;

/// Numbers of [`DIGITS`] digits behind three digits.
const PER_CODE: usize = 100;

/// An area's names, Japanese and English; the English one is empty where there is none that can be trusted.
type Names = (String, String);
/// Digits behind the country code, and a name.
type Row = (String, String);

/// Where areas begin, among national numbers cut to five digits.
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
    /// Reads `ja/81.txt` and `en/81.txt` in `folder`, the crate `phonenumber`'s `assets/geocoding`, and the names of
    /// prefectures in `plans`.
    ///
    /// # Errors
    /// A sentence that names the file, or the row, that cannot be taken.
    pub fn read(folder: &Path, plans: &Path) -> Result<Self, String> {
        let table = |language: &str| {
            let path = folder.join(language).join("81.txt");
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            parse(&text).map_err(|error| format!("{}: {error}", path.display()))
        };
        let prefectures =
            rows(plans, "prefectures.tsv", |[en, ja, _source, _date]| Ok((en.to_owned(), ja.to_owned())))?;
        Self::compile(&table("ja")?, &table("en")?, &prefectures.into_iter().collect())
    }

    fn compile(ja: &[Row], en: &[Row], prefectures: &BTreeMap<String, String>) -> Result<Self, String> {
        if let Some((_, name)) = en.iter().find(|(_, n)| prefecture(n).is_some_and(|p| !prefectures.contains_key(p))) {
            return Err(format!("prefectures.tsv does not have that of {name}"));
        }
        let zones = Zones::of(en);
        let borne: Vec<&Row> = en.iter().filter(|row| zones.bears(row)).collect();
        let (ja_areas, en_areas) = (spread(ja.iter()), spread(borne.iter().copied()));
        let around = around(&borne);
        if let Some((_, en)) = ja_areas.iter().zip(&en_areas).find(|(ja, en)| ja.is_none() && en.is_some()) {
            return Err(format!("an area has an English name alone: {en:?}"));
        }
        let at_each: Vec<Option<Names>> = ja_areas
            .into_iter()
            .zip(en_areas)
            .zip(0..)
            .map(|((ja, en), number)| {
                let inside = if en.is_some() { en.and_then(prefecture) } else { around[number / PER_CODE] };
                Some((whole(ja?, inside.map(|name| prefectures[name].as_str())), en.unwrap_or_default().to_owned()))
            })
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

/// The prefecture of an English name such as "Sapporo, Hokkaido".
fn prefecture(name: &str) -> Option<&str> {
    name.split_once(", ").map(|(_, prefecture)| prefecture)
}

/// `area` with the prefecture before it, unless it bears its name: 三重県上野, but 大阪.
fn whole(area: &str, prefecture: Option<&str>) -> String {
    match prefecture {
        Some(prefecture) if prefecture.trim_end_matches(['都', '府', '県']) != area => format!("{prefecture}{area}"),
        _ => area.to_owned(),
    }
}

/// The prefecture that all areas behind each three digits have in common, which are often one area code.
fn around<'a>(rows: &[&'a Row]) -> Vec<Option<&'a str>> {
    let mut all = vec![BTreeSet::new(); 10usize.pow(DIGITS) / PER_CODE];
    for (digits, name) in rows {
        if let (Some(code), Some(inside)) =
            (digits.get(..3).and_then(|code| code.parse::<usize>().ok()), prefecture(name))
        {
            all[code].insert(inside);
        }
    }
    all.into_iter().map(|inside| if inside.len() == 1 { inside.first().copied() } else { None }).collect()
}

/// Which areas each prefecture has in each zone.
struct Zones<'a>(BTreeMap<i32, BTreeMap<&'a str, BTreeSet<&'a str>>>);

impl<'a> Zones<'a> {
    fn of(rows: &'a [Row]) -> Self {
        let mut zones = BTreeMap::<_, BTreeMap<_, BTreeSet<_>>>::new();
        for (digits, name) in rows {
            if let (Some(zone), Some(inside)) = (zone(digits), prefecture(name)) {
                zones.entry(zone).or_default().entry(inside).or_default().insert(name.as_str());
            }
        }
        Self(zones)
    }

    /// Whether a row is where its prefecture is: another area of it, or nothing but it, is in the zone, or some area of it
    /// is in a zone nearby.
    fn bears(&self, (digits, name): &Row) -> bool {
        let (Some(zone), Some(inside)) = (zone(digits), prefecture(name)) else { return true };
        let here = &self.0[&zone];
        let is_near = |other: &i32| *other != zone && (other - zone).abs() <= NEAR;
        here.len() == 1
            || here[inside].len() > 1
            || self.0.iter().any(|(other, prefectures)| is_near(other) && prefectures.contains_key(inside))
    }
}

/// The first two digits; `None` of one that is Tokyo's.
fn zone(digits: &str) -> Option<i32> {
    digits.get(..2)?.parse().ok()
}

/// The rows of a table.
fn parse(text: &str) -> Result<Vec<Row>, String> {
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
fn spread<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<Option<&'a str>> {
    let mut shortest_first: Vec<_> = rows.collect();
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

    fn table(text: &str) -> Vec<Row> {
        parse(text).unwrap()
    }

    fn compile(ja: &str, en: &str) -> Result<Areas, String> {
        let prefectures = [("Mie", "三重県"), ("Osaka", "大阪府"), ("Ehime", "愛媛県"), ("Tochigi", "栃木県")];
        Areas::compile(&table(ja), &table(en), &prefectures.map(|(en, ja)| (en.into(), ja.into())).into())
    }

    fn names(areas: &Areas) -> Vec<(&str, &str)> {
        areas.names.iter().map(|(ja, en)| (ja.as_str(), en.as_str())).collect()
    }

    #[test]
    fn the_longest_row_wins_and_runs_are_joined() {
        let ja = "# a comment\n\n813|東京\n8132|東京\n81399|北|南\n815|迫";
        let areas = compile(ja, "813|Tokyo\n81399|North").unwrap();
        assert_eq!(areas.starts, [30_000, 39_900, 40_000, 50_000, 60_000]);
        assert_eq!(areas.area, [2, 1, 0, 3, 0]);
        assert_eq!(names(&areas), [("北|南", "North"), ("東京", "Tokyo"), ("迫", "")]);
        assert!(areas.emit().contains("\"北|南\\tNorth東京\\tTokyo迫\\t\""), "{}", areas.emit());
    }

    #[test]
    fn a_japanese_name_has_its_prefecture_before_it_unless_it_bears_its_name() {
        let areas = compile("8159|上野\n816|大阪", "8159|Ueno, Mie\n816|Osaka, Osaka").unwrap();
        assert_eq!(names(&areas), [("三重県上野", "Ueno, Mie"), ("大阪", "Osaka, Osaka")]);
        let areas = compile("815952|上野\n815958|亀山\n81288|今市", "815958|Kameyama, Mie").unwrap();
        assert_eq!(names(&areas), [("三重県上野", ""), ("三重県亀山", "Kameyama, Mie"), ("今市", "")]);
    }

    #[test]
    fn an_english_name_far_from_its_prefecture_is_left_out() {
        let ja = "81288|今市\n81282|栃木\n81286|宇都宮\n81898|今治";
        let en = "81288|Imabari, Ehime\n81282|Tochigi, Tochigi\n81286|Utsunomiya, Tochigi\n81898|Imabari, Ehime";
        let areas = compile(ja, en).unwrap();
        let all = [
            ("今市", ""),
            ("愛媛県今治", "Imabari, Ehime"),
            ("栃木", "Tochigi, Tochigi"),
            ("栃木県宇都宮", "Utsunomiya, Tochigi"),
        ];
        assert_eq!(names(&areas), all);
    }

    #[test]
    fn a_row_that_is_none_a_name_in_english_alone_and_an_unknown_prefecture_are_told() {
        assert!(compile("813|東京", "814|Tokyo").unwrap_err().contains("English name alone"));
        assert!(compile("8159|上野", "8159|Ueno, Nowhere").unwrap_err().contains("prefectures.tsv"));
        for bad in ["823|東京", "81|東京", "81123456|東京", "813|", "813", "81x|東京", "813|東\t京"] {
            assert!(parse(bad).unwrap_err().contains(bad), "{bad}");
        }
    }
}
