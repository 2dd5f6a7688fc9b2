// SPDX-License-Identifier: Apache-2.0
//! What holds for every text and every number.

use proptest::{prelude::*, test_runner::RngSeed};
use tomeru::{Origin, Region, locate, plan_of};

fn at_home(raw: &str) -> tomeru::Finding {
    locate(raw, Region::JAPAN, Region::JAPAN)
}

/// A country code and a national number of a length that its plan has.
fn possible_number() -> impl Strategy<Value = (u16, String)> {
    let codes: Vec<_> = (1..1000).filter_map(|code: u16| plan_of(&code.to_string())).collect();
    (prop::sample::select(codes), any::<prop::sample::Index>(), "[0-9]{20}").prop_map(|(plan, index, digits)| {
        let length = usize::from(*index.get(&plan.lengths));
        (plan.country_code, digits[..length].to_owned())
    })
}

/// One number in all the spellings that people and networks use.
fn spellings(code: u16, national: &str) -> Vec<String> {
    let digits = format!("{code}{national}");
    let wide: String = digits.chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0xff10)).collect();
    let spaced: Vec<String> =
        digits.as_bytes().chunks(3).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    vec![
        format!("+{digits}"),
        format!("＋{wide}"),
        format!("tel:+{digits}"),
        format!("tel:%2B{digits}"),
        format!("+{}", spaced.join("-")),
        format!("+{}", spaced.join(" ")),
        format!("010{digits}"),
        format!("001-010-{digits}"),
        format!("0033 010 {digits}"),
        format!("0061010{digits}"),
        format!("009130-010-{digits}"),
    ]
}

/// The same cases in every run; `scripts/fuzz` looks for new ones.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 20_000,
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_answered_and_always_alike(text in ".{0,60}", home in "[A-Z]{2}", network in "[A-Z]{2}") {
        let home = Region::new(&home).unwrap_or(Region::JAPAN);
        let network = Region::new(&network).unwrap_or(home);
        let first = locate(&text, home, network);
        prop_assert_eq!(first, locate(&text, home, network));
        prop_assert!(!first.valid || first.possible, "valid and impossible");
        prop_assert_eq!(first.imitates.is_some(), first.origin == Origin::DisguisedDomestic);
    }

    #[test]
    fn any_digits_are_answered(text in "[+#]?[0-9]{0,40}", home in "[A-Z]{2}") {
        let home = Region::new(&home).unwrap_or(Region::JAPAN);
        let finding = locate(&text, home, home);
        prop_assert!(!finding.valid || finding.possible);
    }

    #[test]
    fn a_possible_number_is_never_called_forged((code, national) in possible_number()) {
        let finding = at_home(&format!("+{code}{national}"));
        // Behind the code of home only a number of its plan is beyond doubt.
        prop_assume!(code != 81 || finding.valid);
        prop_assert!(finding.possible);
        prop_assert!(matches!(finding.origin, Origin::International | Origin::GlobalService | Origin::Domestic));
        prop_assert!(finding.imitates.is_none());
    }

    #[test]
    fn a_number_comes_from_one_place_in_every_spelling((code, national) in possible_number()) {
        let first = at_home(&format!("+{code}{national}"));
        for spelling in spellings(code, &national) {
            prop_assert_eq!(at_home(&spelling), first, "{}", spelling);
        }
    }

    #[test]
    fn what_was_found_is_found_again((code, national) in possible_number()) {
        let first = at_home(&format!("+{code}{national}"));
        prop_assume!(first.origin != Origin::DisguisedDomestic);
        let again = format!("+{}{}", first.country_code.unwrap_or_default(), first.national_number);
        prop_assert_eq!(at_home(&again), first);
    }
}
