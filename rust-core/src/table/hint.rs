// SPDX-License-Identifier: Apache-2.0
//! The region that a file itself speaks for.

use crate::{
    origin::{Origin, locate_written},
    plan::Region,
};

/// Texts that are kept to be tried for other regions.
const MOST_TEXTS: usize = 200;
const LEAST_TEXTS: usize = 3;

/// What a file says about its region.
#[derive(Debug, Default)]
pub(super) struct Clues {
    /// Digits without plus and zero that the plan at home does not have, or only by chance.
    texts: Vec<String>,
    /// Regions of numbers that have their country code, maybe in a column of its own.
    regions: Vec<(Region, u64)>,
}

impl Clues {
    pub(super) fn text(&mut self, text: &str) {
        if self.texts.len() < MOST_TEXTS {
            self.texts.push(text.to_owned());
        }
    }

    pub(super) fn region(&mut self, region: Region) {
        match self.regions.iter_mut().find(|(known, _)| *known == region) {
            Some((_, count)) => *count += 1,
            None => self.regions.push((region, 1)),
        }
    }

    /// How often `region` is named.
    fn named(&self, region: Region) -> u64 {
        self.regions.iter().find(|(known, _)| *known == region).map_or(0, |&(_, count)| count)
    }

    /// The region whose plan explains nearly all numbers without a country code; the one that is named most if several
    /// do, then the United States, whose lists are the most common.
    pub(super) fn found(&self, home: Region) -> Option<Region> {
        if self.texts.len() < LEAST_TEXTS {
            return None;
        }
        let explained = |region: Region| {
            let is_own = |text: &&String| {
                let found = locate_written(text, region, region);
                found.valid && found.origin == Origin::Domestic
            };
            self.texts.iter().filter(is_own).count()
        };
        let is_main = |region: &Region| region.code().regions().first() == Some(region);
        let fitting = Region::all().filter(is_main).filter(|&region| explained(region) * 10 >= self.texts.len() * 9);
        let best = fitting.max_by_key(|&region| (self.named(region), region.id() == "US", explained(region)))?;
        (best.code().number != home.code().number).then_some(best)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_a_code_tell_their_country() {
        let found = |texts: &[&str], named: &[&str]| {
            let mut clues = Clues::default();
            texts.iter().for_each(|text| clues.text(text));
            named.iter().filter_map(|id| Region::new(id)).for_each(|region| clues.region(region));
            clues.found(Region::JAPAN).map(Region::id)
        };
        assert_eq!(found(&["8445550101", "(844) 555-0102", "2025550143"], &[]), Some("US"));
        assert_eq!(found(&["612345678", "912345678", "712345678"], &["ES"]), Some("ES"));
        // Polish numbers and Spanish ones look alike.
        assert_eq!(found(&["612345678", "912345678", "712345678"], &["ES", "PL", "PL"]), Some("PL"));
        assert_eq!(found(&["612345678", "912345678", "712345678"], &["PL", "ES", "ES"]), Some("ES"));
        assert_eq!(found(&["8445550101", "2025550143", "1"], &[]), None, "two of three");
        assert_eq!(found(&["8445550101"], &[]), None);
        assert_eq!(found(&["1", "2", "3"], &[]), None);
    }
}
