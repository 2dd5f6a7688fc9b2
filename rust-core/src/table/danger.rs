// SPDX-License-Identifier: Apache-2.0
//! Numbers that a list never stops unless the person chooses each.

use crate::{
    key::NumberKey,
    keyed::keyed,
    origin::{Finding, Origin, is_of_police, locate_written},
    plan::Region,
};

keyed! {
    /// Why a number in a list is dangerous to stop.
    #[non_exhaustive]
    pub enum Danger {
        /// It calls for help.
        Emergency = 0 "emergency",
        /// Advice, or the centre that suspends international calls.
        Help = 1 "help",
        /// The police.
        Police = 2 "police",
        /// The row says that one asks there.
        Contact = 3 "contact",
        /// Half a country's numbers or more begin so.
        Wide = 4 "wide",
        /// It is in the person's contacts.
        OwnContact = 5 "own_contact",
        /// The person dialled it lately.
        Dialled = 6 "dialled",
    }
}

/// The numbers that are known, each with its source.
const KNOWN: &str = include_str!("never_block.tsv");

/// The known numbers as [`NumberKey::packed`] has them, in rising order.
#[derive(Debug)]
pub(super) struct Known {
    everybodys: Vec<(u64, Danger)>,
    /// The person's own, as [`NumberKey::line`] has them: with and without a mobile prefix they are one line.
    own: Vec<(u64, Danger)>,
}

impl Known {
    /// Those of every region, and `own`: what the person knows, and why it is dangerous to stop.
    pub(super) fn read(own: &[(NumberKey, Danger)]) -> Self {
        let row = |line: &str| {
            let mut fields = line.split('\t');
            let (region, number, kind) = (Region::new(fields.next()?)?, fields.next()?, fields.next()?);
            let key = NumberKey::of(&locate_written(number, region, region))?;
            Some((key.packed()?, Danger::from_key(kind)?))
        };
        let mut everybodys: Vec<_> = KNOWN.lines().filter(|line| !line.starts_with("# ")).filter_map(row).collect();
        everybodys.sort_unstable_by_key(|&(packed, _)| packed);
        let mut own: Vec<_> = own.iter().filter_map(|&(key, danger)| Some((key.line().packed()?, danger))).collect();
        own.sort_by_key(|&(packed, _)| packed);
        own.dedup_by_key(|&mut (packed, _)| packed);
        Self { everybodys, own }
    }

    /// Why the number of `key` and `finding` is dangerous to stop; `None` if nothing is known of it.
    pub(super) fn danger(&self, key: &NumberKey, finding: &Finding) -> Option<Danger> {
        if finding.origin == Origin::Emergency {
            return Some(Danger::Emergency);
        }
        let known = find(&self.everybodys, key);
        if known.is_some() {
            return known;
        }
        if is_of_police(finding) {
            return Some(Danger::Police);
        }
        if self.own.is_empty() { None } else { find(&self.own, &key.line()) }
    }
}

fn find(sorted: &[(u64, Danger)], key: &NumberKey) -> Option<Danger> {
    let packed = key.packed()?;
    let at = sorted.binary_search_by_key(&packed, |&(packed, _)| packed).ok()?;
    Some(sorted[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_file_is_a_number_with_a_source() {
        let rows: Vec<&str> = KNOWN.lines().filter(|line| !line.starts_with("# ")).collect();
        assert_eq!(Known::read(&[]).everybodys.len(), rows.len());
        for row in rows {
            let fields: Vec<&str> = row.split('\t').collect();
            assert!(fields.len() == 7 && fields.iter().all(|field| !field.is_empty()), "{row}");
            let found = locate_written(fields[1], Region::JAPAN, Region::JAPAN);
            assert!(found.valid, "{row}");
        }
    }

    #[test]
    fn what_helps_is_dangerous_to_stop_and_what_imitates_it_is_not() {
        let known = Known::read(&[]);
        let told = |text| {
            let finding = locate_written(text, Region::JAPAN, Region::JAPAN);
            known.danger(&NumberKey::of(&finding).unwrap(), &finding)
        };
        for (text, danger) in [
            ("110", Some(Danger::Emergency)),
            ("112", Some(Danger::Emergency)),
            ("188", Some(Danger::Help)),
            ("#9110", Some(Danger::Help)),
            ("0120-210-364", Some(Danger::Help)),
            ("+81 3 3581 4321", Some(Danger::Police)),
            ("03-1234-0110", Some(Danger::Police)),
            ("090-1234-0110", None),
            ("+1800335814321", None),
            ("+18445550110", None),
            ("03-1234-5678", None),
        ] {
            assert_eq!(told(text), danger, "{text}");
        }
    }

    #[test]
    fn the_persons_own_numbers_are_dangerous_to_stop_in_any_spelling() {
        let key = |text| NumberKey::of(&locate_written(text, Region::JAPAN, Region::JAPAN)).unwrap();
        let own = [(key("+54 9 11 2345 6789"), Danger::OwnContact), (key("03-1234-5678"), Danger::Dialled)];
        let known = Known::read(&own);
        let told = |text| known.danger(&key(text), &locate_written(text, Region::JAPAN, Region::JAPAN));
        assert_eq!(told("+54 11 2345 6789"), Some(Danger::OwnContact), "without the mobile prefix");
        assert_eq!(told("+81312345678"), Some(Danger::Dialled));
        assert_eq!(told("03-1234-5679"), None);
        assert_eq!(told("110"), Some(Danger::Emergency));
    }
}
