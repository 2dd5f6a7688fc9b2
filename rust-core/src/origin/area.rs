// SPDX-License-Identifier: Apache-2.0
//! The area of a Japanese number.

use super::finding::{Finding, Origin};
use crate::{
    line::Line,
    plan::{Area, Region, area_of as area_of_digits},
};

/// The area that the number of a finding belongs to: of a Japanese line with a place, called from anywhere. It tells about
/// the number, not where the caller is. Source: see [`Area`].
///
/// ```
/// use tomeru::{Region, area_of, locate};
/// let found = locate("011-231-2345", Region::JAPAN, Region::JAPAN);
/// assert_eq!(area_of(&found).map(|area| area.en), Some("Sapporo, Hokkaido"));
/// ```
#[must_use]
pub fn area_of(finding: &Finding) -> Option<Area> {
    let has_place = finding.valid
        && finding.line == Line::Geographic
        && matches!(finding.origin, Origin::Domestic | Origin::International)
        && finding.country_code == Some(Region::JAPAN.code().number);
    has_place.then(|| area_of_digits(finding.national_number.values())).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::locate;

    fn area(raw: &str, home: &str) -> Option<&'static str> {
        let home = Region::new(home).unwrap();
        area_of(&locate(raw, home, home)).map(|area| area.ja)
    }

    #[test]
    fn a_line_with_a_place_has_one_from_everywhere() {
        for (raw, home) in [("03-3581-4321", "JP"), ("+81335814321", "JP"), ("+81335814321", "US")] {
            assert_eq!(area(raw, home), Some("東京"), "{raw}");
        }
        assert_eq!(area("0112510110", "JP"), Some("北海道札幌"));
    }

    #[test]
    fn what_has_no_place_or_is_forged_has_none() {
        let others = ["09012345678", "05012345678", "0120123456", "110", "#9110", "+12125550123", "+800335814321"];
        for raw in others.into_iter().chain(["+180335814321", "+81335814321234", "0033-881-4321", ""]) {
            assert_eq!(area(raw, "JP"), None, "{raw}");
        }
        // The same digits in another plan.
        assert_eq!(area("3358143210", "US"), None);
    }
}
