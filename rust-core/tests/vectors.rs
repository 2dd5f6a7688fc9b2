// SPDX-License-Identifier: Apache-2.0
//! The vectors that Rust and Kotlin share: where numbers come from.

use tomeru::{Home, Origin, locate, plan_of};

struct Row<'a>(Vec<&'a str>);

fn rows(text: &str) -> Vec<Row<'_>> {
    text.lines().filter(|line| !line.starts_with("# ")).map(|line| Row(line.split('\t').collect())).collect()
}

/// What the row says, and what the core says, in the same words.
fn compare(row: &Row<'_>) -> Result<(), String> {
    let [input, home, network, rest @ ..] = &row.0[..] else { return Err("too few fields".into()) };
    let [wanted @ .., source] = rest else { return Err("no source".into()) };
    assert!(!source.is_empty(), "{input} has no source");
    let home_region = Home::new(home).ok_or("unknown home")?;
    let finding = locate(input, home_region, Home::new(network).ok_or("unknown network")?);
    let regions: Vec<String> = finding.regions.iter().map(|id| String::from_utf8_lossy(id).into_owned()).collect();
    let all = finding.country_code.and_then(|code| plan_of(&code.to_string())).map(|plan| plan.regions);
    let regions = if all.as_ref() == Some(&regions) && regions.len() > 1 { "*".into() } else { regions.join(",") };
    let told = [
        finding.origin.key().to_owned(),
        finding.line.key().to_owned(),
        finding.country_code.map(|code| code.to_string()).unwrap_or_default(),
        regions,
        finding.national_number.to_string(),
        finding.possible.to_string(),
        finding.valid.to_string(),
        finding.imitates.map(|digits| digits.to_string()).unwrap_or_default(),
        finding.plus_missing.to_string(),
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
    let wrong: Vec<String> = rows.iter().filter_map(|row| compare(row).err()).collect();
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
        let hints = locate(number, Home::JAPAN, Home::JAPAN).hints;
        let told = (hints.toll_free, hints.police_bait, hints.imitates_police);
        assert_eq!(told, (toll_free, police_bait, imitates_police), "{number}");
    }
}
