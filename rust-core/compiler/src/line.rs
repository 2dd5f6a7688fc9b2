// SPDX-License-Identifier: Apache-2.0
//! The kinds of line, by the numbers and names that the core has for them: what is emitted makes the core's compiler
//! check that.

/// What kind of line a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)] // the core says what each is
pub enum Line {
    Unknown = 0,
    Geographic = 1,
    Mobile = 2,
    FixedOrMobile = 3,
    TollFree = 4,
    Premium = 5,
    SharedCost = 6,
    Voip = 7,
    Personal = 8,
    Pager = 9,
    Uan = 10,
    Voicemail = 11,
    Satellite = 12,
    ShortCode = 13,
}

impl Line {
    /// Every line with its stable name, in order of its number.
    pub const ALL: [(Self, &str); 14] = [
        (Self::Unknown, "unknown"),
        (Self::Geographic, "geographic"),
        (Self::Mobile, "mobile"),
        (Self::FixedOrMobile, "fixed_or_mobile"),
        (Self::TollFree, "toll_free"),
        (Self::Premium, "premium"),
        (Self::SharedCost, "shared_cost"),
        (Self::Voip, "voip"),
        (Self::Personal, "personal"),
        (Self::Pager, "pager"),
        (Self::Uan, "uan"),
        (Self::Voicemail, "voicemail"),
        (Self::Satellite, "satellite"),
        (Self::ShortCode, "short_code"),
    ];

    /// The line of a stable name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == key).map(|&(line, _)| line)
    }
}
