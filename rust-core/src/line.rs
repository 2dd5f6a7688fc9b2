// SPDX-License-Identifier: Apache-2.0
//! The kinds of line, shared with the plan compiler (which includes this file by path).

/// What kind of line a number belongs to. The first eleven are libphonenumber's `PhoneNumberType`.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum Line {
    /// Not known, or not a valid number.
    Unknown = 0,
    /// A fixed line of a place.
    Geographic = 1,
    /// A mobile phone.
    Mobile = 2,
    /// A plan that does not tell fixed and mobile apart (NANP).
    FixedOrMobile = 3,
    /// Free for the caller.
    TollFree = 4,
    /// Costs the caller more than a call.
    Premium = 5,
    /// The cost is shared.
    SharedCost = 6,
    /// IP telephony.
    Voip = 7,
    /// Follows a person.
    Personal = 8,
    /// A pager or a machine.
    Pager = 9,
    /// One number for a whole company (universal access number).
    Uan = 10,
    /// A voice mailbox.
    Voicemail = 11,
    /// A satellite phone.
    Satellite = 12,
    /// A short service number, such as 104 or #9110.
    ShortCode = 13,
}

impl Line {
    /// Every line, in order of its number.
    pub const ALL: [Self; 14] = [
        Self::Unknown,
        Self::Geographic,
        Self::Mobile,
        Self::FixedOrMobile,
        Self::TollFree,
        Self::Premium,
        Self::SharedCost,
        Self::Voip,
        Self::Personal,
        Self::Pager,
        Self::Uan,
        Self::Voicemail,
        Self::Satellite,
        Self::ShortCode,
    ];

    /// The stable name, as in the JSON of the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Geographic => "geographic",
            Self::Mobile => "mobile",
            Self::FixedOrMobile => "fixed_or_mobile",
            Self::TollFree => "toll_free",
            Self::Premium => "premium",
            Self::SharedCost => "shared_cost",
            Self::Voip => "voip",
            Self::Personal => "personal",
            Self::Pager => "pager",
            Self::Uan => "uan",
            Self::Voicemail => "voicemail",
            Self::Satellite => "satellite",
            Self::ShortCode => "short_code",
        }
    }

    /// The line of a stable name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.key() == key)
    }
}
