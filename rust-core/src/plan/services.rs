// SPDX-License-Identifier: Apache-2.0
//! Numbers of a home plan that have a name: 104, #9110, 0120 …

use super::{
    home::Home,
    tables::{SERVICES, Service},
};
use crate::{
    Line,
    digits::Digits,
    origin::{Finding, Origin},
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

/// The name of the service that a finding belongs to, if it has one.
#[must_use]
pub fn service_of(finding: &Finding, home: Home) -> Option<ServiceName> {
    if !matches!(finding.origin, Origin::Domestic | Origin::Emergency) {
        return None;
    }
    let national = finding.national_number.values();
    let service = if finding.line == Line::ShortCode {
        find(national, true, home).or_else(|| find_exact(national, home))
    } else {
        find_behind_trunk(national, home)
    }?;
    Some(ServiceName { ja: service.ja, en: service.en })
}

/// A number with `#` first. All of them belong to the network that the phone is in.
pub(super) fn hash(digits: &[u8], network: Home, home: Home) -> Finding {
    let known = find(digits, true, network).or_else(|| find(digits, true, home)).is_some();
    Finding {
        line: Line::ShortCode,
        national_number: Digits::from_values(digits),
        possible: known,
        valid: known,
        ..Finding::bare(Origin::Domestic)
    }
}

/// A whole short number, such as 104.
pub(super) fn short(digits: &[u8], home: Home) -> Option<Finding> {
    let service = find_exact(digits, home)?;
    Some(Finding {
        line: service.line,
        national_number: Digits::from_values(digits),
        possible: true,
        valid: true,
        ..Finding::bare(Origin::Domestic)
    })
}

/// A finding of the plan of `home`, with what libphonenumber lacks of it: Japan's 0170 and 0180.
pub(super) fn named(found: Finding, home: Home) -> Finding {
    if found.valid || !found.possible {
        return found;
    }
    match find_behind_trunk(found.national_number.values(), home).filter(|service| service.adds) {
        Some(service) => Finding { line: service.line, possible: true, valid: true, ..found },
        None => found,
    }
}

fn find_exact(digits: &[u8], home: Home) -> Option<&'static Service> {
    find(digits, false, home).filter(|service| service.more == (0, 0))
}

fn find_behind_trunk(national: &[u8], home: Home) -> Option<&'static Service> {
    let mut dialled = Digits::from_values(home.trunk());
    national.iter().for_each(|&value| {
        dialled.push(value);
    });
    // Japan's 0077 and the like are national numbers as they stand.
    find(dialled.values(), false, home).or_else(|| find(national, false, home)).filter(|service| service.more != (0, 0))
}

fn find(digits: &[u8], hash: bool, home: Home) -> Option<&'static Service> {
    SERVICES.iter().filter(|service| service.region == home.id()).find(|service| {
        let (written, has_hash) = match service.digits.strip_prefix('#') {
            Some(rest) => (rest, true),
            None => (service.digits, false),
        };
        let (least, most) = (usize::from(service.more.0), usize::from(service.more.1));
        hash == has_hash
            && (written.len() + least..=written.len() + most).contains(&digits.len())
            && written.bytes().zip(digits).all(|(byte, &digit)| byte == b'0' + digit)
    })
}
