// SPDX-License-Identifier: Apache-2.0
//! Reads libphonenumber's metadata (crate `phonenumber`) into the few facts that the table is made of.

use phonenumber::metadata::{DATABASE, Descriptor, Metadata};

use crate::Line;

/// One kind of number of a region, for instance its toll-free numbers.
#[derive(Clone, Debug)]
pub struct Kind {
    /// What it is.
    pub line: Line,
    /// The national significant numbers, as a regular expression with white space.
    pub pattern: String,
    /// The lengths allowed, in digits; empty: any that the pattern allows.
    pub lengths: Vec<u16>,
    /// One such number.
    pub example: Option<String>,
}

/// A region: a country, a territory, or a non-geographic entity (`001`).
#[derive(Clone, Debug)]
pub struct Region {
    /// ISO 3166-1 alpha-2, or `001`.
    pub id: String,
    /// The pattern that every valid number matches.
    pub general: String,
    /// Digits that settle the region without a look at the rest.
    pub leading_digits: Option<String>,
    /// The kinds, in libphonenumber's order of precedence.
    pub kinds: Vec<Kind>,
    /// The trunk prefix ("0" in Japan).
    pub national_prefix: Option<String>,
    /// What is dialled before a country code ("010" in Japan), as a regular expression.
    pub international_prefix: Option<String>,
    /// Its country calling code.
    pub code: u16,
}

impl Region {
    /// Whether it is no place on earth: +800, +870 and the like.
    #[must_use]
    pub fn is_global(&self) -> bool {
        self.id == "001"
    }
}

/// A country calling code and the regions that share it, the main one first, as libphonenumber orders them.
#[derive(Clone, Debug)]
pub struct Code {
    /// The code, 1 to 999.
    pub number: u16,
    /// The regions; empty where only the code itself is known.
    pub regions: Vec<Region>,
    /// Lengths of a national number that are possible, one bit a length.
    pub lengths: u32,
    /// Whether the code belongs to no country.
    pub global: bool,
}

/// libphonenumber's order in `PhoneNumberUtil.getNumberTypeHelper`.
const ORDER: [Line; 10] = [
    Line::Premium,
    Line::TollFree,
    Line::SharedCost,
    Line::Voip,
    Line::Personal,
    Line::Pager,
    Line::Uan,
    Line::Voicemail,
    Line::Geographic,
    Line::Mobile,
];

/// Every country calling code of the metadata.
#[must_use]
pub fn read() -> Vec<Code> {
    (1..=999u16)
        .filter_map(|number| {
            let regions: Vec<Region> = DATABASE.by_code(&number)?.into_iter().map(region).collect();
            let main = regions.first()?;
            Some(Code { number, lengths: possible_lengths(main), global: main.is_global(), regions })
        })
        .collect()
}

/// `BuildMetadataFromXml.setPossibleLengthsGeneralDesc`: the union over the kinds. Lengths for local dialling
/// only are not possible for a number that arrives with its country code.
fn possible_lengths(region: &Region) -> u32 {
    region.kinds.iter().flat_map(|kind| &kind.lengths).fold(0, |bits, &length| bits | 1 << length)
}

fn region(metadata: &Metadata) -> Region {
    let descriptors = metadata.descriptors();
    let of = |line: Line| match line {
        Line::Premium => descriptors.premium_rate(),
        Line::TollFree => descriptors.toll_free(),
        Line::SharedCost => descriptors.shared_cost(),
        Line::Voip => descriptors.voip(),
        Line::Personal => descriptors.personal_number(),
        Line::Pager => descriptors.pager(),
        Line::Uan => descriptors.uan(),
        Line::Voicemail => descriptors.voicemail(),
        Line::Geographic => descriptors.fixed_line(),
        Line::Mobile => descriptors.mobile(),
        _ => None,
    };
    Region {
        id: metadata.id().to_owned(),
        general: descriptors.general().national_number().as_str().to_owned(),
        leading_digits: metadata.leading_digits().map(|regex| regex.as_str().to_owned()),
        kinds: ORDER.iter().filter_map(|&line| of(line).map(|d| kind(line, d))).collect(),
        national_prefix: metadata.national_prefix().map(str::to_owned),
        international_prefix: metadata.international_prefix().map(|regex| regex.as_str().to_owned()),
        code: metadata.country_code(),
    }
}

fn kind(line: Line, descriptor: &Descriptor) -> Kind {
    Kind {
        line,
        pattern: descriptor.national_number().as_str().to_owned(),
        lengths: descriptor.possible_length().to_vec(),
        example: descriptor.example().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_codes_of_the_metadata_are_read() {
        let codes = read();
        assert_eq!(codes.iter().filter(|code| code.global).count(), 9, "the nine 001 entities");
        assert!(codes.len() > 200);
        let nanp = &codes[0];
        assert_eq!((nanp.number, nanp.regions[0].id.as_str()), (1, "US"));
        assert!(nanp.regions.len() > 20);
    }

    #[test]
    fn japan_has_ten_digit_mobiles_and_a_trunk_zero() {
        let codes = read();
        let japan = &codes.iter().find(|code| code.number == 81).unwrap().regions[0];
        assert_eq!(japan.national_prefix.as_deref(), Some("0"));
        assert_eq!(japan.international_prefix.as_deref(), Some("010"));
        let mobile = japan.kinds.iter().find(|kind| kind.line == Line::Mobile).unwrap();
        assert_eq!(mobile.lengths, [10]);
    }
}
