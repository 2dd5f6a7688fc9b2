// SPDX-License-Identifier: Apache-2.0
//! Why a call was treated as it was.

use crate::{Finding, Kind, Origin, Presentation};

macro_rules! reasons {
    ($($(#[$($doc:tt)*])* $name:ident = $number:tt $key:literal,)*) => {
        /// Why a call was treated as it was. Keys and numbers are stable: records and texts refer to them.
        #[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Reason {
            $($(#[$($doc)*])* $name = $number,)*
        }

        impl Reason {
            /// Every reason, in order of its number.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

reasons! {
    /// The core failed; the call rings.
    InternalError = 0 "internal_error",
    /// The owner of the phone is calling.
    Outgoing = 1 "outgoing",
    /// An emergency number.
    Emergency = 2 "emergency",
    /// The caller is a contact.
    Contact = 3 "contact",
    /// Would have been rejected, but whether the caller is a contact could not be told.
    ContactsUnknown = 4 "contacts_unknown",
    /// The origin's own rule, for each origin.
    Domestic = 5 "domestic",
    /// See [`Origin::International`].
    International = 6 "international",
    /// See [`Origin::GlobalService`].
    GlobalService = 7 "global_service",
    /// See [`Origin::Unassigned`].
    Unassigned = 8 "unassigned",
    /// See [`Origin::DisguisedDomestic`].
    DisguisedDomestic = 9 "disguised_domestic",
    /// See [`Origin::Impossible`].
    Impossible = 10 "impossible",
    /// 非通知
    HiddenRestricted = 11 "hidden_restricted",
    /// 公衆電話
    HiddenPayphone = 12 "hidden_payphone",
    /// 通知不可能
    HiddenUnknown = 13 "hidden_unknown",
    /// See [`Origin::NotANumber`].
    NotANumber = 14 "not_a_number",
    /// Help may be calling back: an emergency number was dialled a short while ago.
    EmergencyWindow = 15 "emergency_window",
    /// Protection is switched off.
    Paused = 16 "paused",
    /// A timed pass for all calls is on.
    Pass = 17 "pass",
    /// The number is on the user's own list of unwanted ones.
    BlockList = 18 "block_list",
    /// The number is on the user's own list of those that ring.
    AllowList = 19 "allow_list",
    /// The number is on an imported list.
    ImportedList = 20 "imported_list",
    /// The owner dialled the number lately.
    Dialled = 21 "dialled",
    /// Would have been rejected, but whether the owner dialled the number could not be told.
    DialledUnknown = 22 "dialled_unknown",
    /// Calls from that country ring.
    CountryAllowed = 23 "country_allowed",
    /// A timed pass for that country is on.
    CountryPass = 24 "country_pass",
    /// The phone is in that country.
    CountryHere = 25 "country_here",
    /// The number may be one of a country whose calls ring, but the plan does not have it.
    CountryUnclear = 26 "country_unclear",
    /// A domestic number that costs more than others.
    DomesticPremium = 27 "domestic_premium",
    /// A domestic number that the home plan does not have.
    DomesticUnknown = 28 "domestic_unknown",
    /// It would have rung, but the network says that the number is not the caller's own.
    VerificationFailed = 29 "verification_failed",
    /// Calls from that country are rejected.
    CountryStopped = 30 "country_stopped",
    /// Calls from that country ring with a warning.
    CountryWarned = 31 "country_warned",
    /// Calls from that country come without ringing.
    CountrySilenced = 32 "country_silenced",
    /// The owner is about to call a number that costs much or that fraud uses.
    OutgoingStopped = 33 "outgoing_stopped",
}

impl Reason {
    /// The reason of the origin's own rule.
    pub(crate) fn of_origin(finding: &Finding, presentation: Presentation) -> Self {
        match Kind::of(finding, presentation) {
            Some(Kind::International) => Self::International,
            Some(Kind::GlobalService) => Self::GlobalService,
            Some(Kind::Unassigned) => Self::Unassigned,
            Some(Kind::DisguisedDomestic) => Self::DisguisedDomestic,
            Some(Kind::Impossible) => Self::Impossible,
            Some(Kind::HiddenRestricted) => Self::HiddenRestricted,
            Some(Kind::HiddenPayphone) => Self::HiddenPayphone,
            Some(Kind::HiddenUnknown) => Self::HiddenUnknown,
            Some(Kind::DomesticPremium) => Self::DomesticPremium,
            Some(Kind::DomesticUnknown) => Self::DomesticUnknown,
            None if finding.origin == Origin::NotANumber => Self::NotANumber,
            None if finding.origin == Origin::Emergency => Self::Emergency,
            None => Self::Domestic,
        }
    }
}
