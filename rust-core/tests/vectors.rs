// SPDX-License-Identifier: Apache-2.0
//! The vectors that Rust and Kotlin share: where numbers come from.

use tomeru::{Finding, Hint, Origin, Region, locate, locate_written, plan_of};

struct Row<'a>(Vec<&'a str>);

fn rows(text: &str) -> Vec<Row<'_>> {
    text.lines().filter(|line| !line.starts_with("# ")).map(|line| Row(line.split('\t').collect())).collect()
}

type Locate = fn(&str, Region, Region) -> Finding;

/// What the row says, and what the core says, in the same words.
fn compare(row: &Row<'_>, locate: Locate) -> Result<(), String> {
    let [input, home, network, rest @ ..] = &row.0[..] else { return Err("too few fields".into()) };
    let [wanted @ .., source] = rest else { return Err("no source".into()) };
    assert!(!source.is_empty(), "{input} has no source");
    let home_region = Region::new(home).ok_or("unknown home")?;
    let finding = locate(input, home_region, Region::new(network).ok_or("unknown network")?);
    let all = finding.country_code.and_then(|code| plan_of(&code.to_string())).map(|plan| plan.regions);
    let regions: Vec<&str> = finding.regions.iter().map(|region| region.id()).collect();
    let is_all = all.is_some_and(|all| all == finding.regions) && regions.len() > 1;
    let regions = if is_all { "*".into() } else { regions.join(",") };
    let told = [
        finding.origin.key().to_owned(),
        finding.line.key().to_owned(),
        finding.country_code.map(|code| code.to_string()).unwrap_or_default(),
        regions,
        finding.national_number.to_string(),
        finding.possible.to_string(),
        finding.valid.to_string(),
        finding.imitates.map(|digits| digits.to_string()).unwrap_or_default(),
        finding.hints.contains(Hint::PlusMissing).to_string(),
    ];
    if told[..] == wanted[..] {
        Ok(())
    } else {
        Err(format!("{input} at {home} in {network}\n  wanted {wanted:?}\n  told   {told:?}"))
    }
}

#[test]
fn every_row_comes_from_where_it_says() {
    let rows = rows(include_str!("../../tests/vectors/origins.tsv"));
    assert!(rows.len() >= 400, "{} rows", rows.len());
    let wrong: Vec<String> = rows.iter().filter_map(|row| compare(row, locate).err()).collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn what_people_write_comes_from_where_its_row_says() {
    let rows = rows(include_str!("../../tests/vectors/written.tsv"));
    assert!(rows.len() >= 40, "{} rows", rows.len());
    let wrong: Vec<String> = rows.iter().filter_map(|row| compare(row, locate_written).err()).collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn every_origin_of_a_number_has_rows() {
    let rows = rows(include_str!("../../tests/vectors/origins.tsv"));
    for origin in Origin::ALL {
        let count = rows.iter().filter(|row| row.0[3] == origin.key()).count();
        assert!(count >= 4 || origin == Origin::Hidden, "{}: {count}", origin.key());
    }
}

#[test]
fn every_hint_is_found_in_some_row() {
    let rows = rows(include_str!("../../tests/vectors/origins.tsv"));
    let found = |input| locate(input, Region::JAPAN, Region::JAPAN).hints;
    for hint in Hint::ALL {
        assert!(rows.iter().any(|row| found(row.0[0]).contains(hint)), "{}", hint.key());
    }
}

#[test]
fn what_makes_a_foreign_number_look_trustworthy_is_told() {
    for (number, toll_free, police_bait, imitates_police) in [
        ("+18442980122", true, false, false),
        ("+18332000110", true, true, false),
        ("+442079460110", false, true, false),
        ("+2101230110", false, true, false),
        ("+14165550123", false, false, false),
        ("0286210110", false, false, false),
        ("+8000286210110", false, true, true),
        ("+1800335814321", false, false, true),
        ("+18009012345678", false, false, false),
    ] {
        let hints = locate(number, Region::JAPAN, Region::JAPAN).hints;
        let told = [Hint::TollFree, Hint::PoliceBait, Hint::ImitatesPolice].map(|hint| hints.contains(hint));
        assert_eq!(told, [toll_free, police_bait, imitates_police], "{number}");
    }
}
