// SPDX-License-Identifier: Apache-2.0
//! Numbers of a plan that have a name: 104, #9110, 0120 …

use super::{
    finding::{Finding, Origin},
    police::police_of,
};
use crate::{
    call::Places,
    digits::Digits,
    line::Line,
    plan::{Region, SERVICES, Service, ServiceForm},
};

/// Name and purpose of a service number, in Japanese and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceName {
    /// Name and purpose in Japanese.
    pub ja: (&'static str, &'static str),
    /// Name and purpose in English.
    pub en: (&'static str, &'static str),
}

/// What a number of the police is, in place of a purpose: whoever shows it need not be the police.
const POLICE_JA: &str = "警察の番号";
const POLICE_EN: &str = "a number of the police";

/// The name of the service that a finding belongs to, if it has one. A number without a country code is looked for in
/// the plan of each of the phone's places, home first.
///
/// ```
/// use tomeru::{Places, Region, locate, service_of};
/// let found = locate("#9110", Region::JAPAN, Region::JAPAN);
/// assert!(service_of(&found, &Places::at_home(Region::JAPAN)).is_some());
/// ```
#[must_use]
pub fn service_of(finding: &Finding, places: &Places) -> Option<ServiceName> {
    if !matches!(finding.origin, Origin::Domestic | Origin::Emergency) {
        return None;
    }
    if let Some(police) = police_of(finding) {
        return Some(ServiceName { ja: (police.ja, POLICE_JA), en: (police.en, POLICE_EN) });
    }
    let national = finding.national_number.values();
    let in_region = |region| {
        if finding.line == Line::ShortCode {
            find(ServiceForm::Hash, national, region).or_else(|| find(ServiceForm::Whole, national, region))
        } else {
            range_of(national, region)
        }
    };
    let service = [Some(places.home), places.second_home, Some(places.network)]
        .into_iter()
        .flatten()
        .filter(|region| finding.country_code.is_none_or(|code| code == region.code().number))
        .find_map(in_region)?;
    Some(ServiceName { ja: service.ja, en: service.en })
}

/// A number with `#` first. All of them belong to the network that the phone is in.
pub(super) fn hash(digits: &[u8], network: Region, home: Region) -> Finding {
    let service = find(ServiceForm::Hash, digits, network).or_else(|| find(ServiceForm::Hash, digits, home));
    Finding::short(Origin::Domestic, Line::ShortCode, digits, service.is_some())
}

/// A whole short number, such as 104.
pub(super) fn short(digits: &[u8], region: Region) -> Option<Finding> {
    let service = find(ServiceForm::Whole, digits, region)?;
    Some(Finding::short(Origin::Domestic, service.line, digits, true))
}

/// A finding of the plan of `region`, with what libphonenumber lacks of that plan: Japan's 0170 and 0180.
pub(super) fn completed(found: Finding, region: Region) -> Finding {
    if found.valid || !found.possible {
        return found;
    }
    match range_of(found.national_number.values(), region).filter(|service| service.adds) {
        Some(service) => Finding { line: service.line, valid: true, ..found },
        None => found,
    }
}

/// The range that holds a national number, written as it is dialled: with the trunk prefix, or, as Japan's 0077 and
/// the like, as it stands.
fn range_of(national: &[u8], region: Region) -> Option<&'static Service> {
    let mut dialled = Digits::from_values(region.trunk());
    national.iter().for_each(|&value| {
        dialled.push(value);
    });
    find(ServiceForm::Range, dialled.values(), region).or_else(|| find(ServiceForm::Range, national, region))
}

fn find(form: ServiceForm, digits: &[u8], region: Region) -> Option<&'static Service> {
    SERVICES.iter().find(|service| service.region == region && service.holds(form, digits))
}
