// SPDX-License-Identifier: Apache-2.0
//! Why a call was treated as it was.

use crate::keyed::keyed;

keyed! {
    /// Why a call was treated as it was. Keys and numbers are stable: records and texts refer to them.
    #[non_exhaustive]
    pub enum Reason {
        /// The core failed; the call rings.
        InternalError = 0 "internal_error",
        /// The owner of the phone is calling.
        Outgoing = 1 "outgoing",
        /// The owner is about to call an emergency number.
        Emergency = 2 "emergency",
        /// The caller is a contact.
        Contact = 3 "contact",
        /// It would have been rejected, but it is unknown whether the caller is a contact.
        ContactsUnknown = 4 "contacts_unknown",
        /// A domestic number, to which nothing else applies.
        Domestic = 5 "domestic",
        /// A call from abroad that no exception covers.
        International = 6 "international",
        /// +800, +870 and other codes of no country.
        GlobalService = 7 "global_service",
        /// No such country code.
        Unassigned = 8 "unassigned",
        /// A home number behind digits that make it look foreign.
        DisguisedDomestic = 9 "disguised_domestic",
        /// A length that the plan of its country does not have.
        Impossible = 10 "impossible",
        /// 非通知
        HiddenRestricted = 11 "hidden_restricted",
        /// 公衆電話
        HiddenPayphone = 12 "hidden_payphone",
        /// 通知不可能
        HiddenUnknown = 13 "hidden_unknown",
        /// What the network shows is no number, or has characters in it that no number has.
        Unreadable = 14 "unreadable",
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
        /// It would have been rejected, but it is unknown whether the owner dialled the number.
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
        /// Calls from that country ring, but the number need not be there: toll-free, premium and the like.
        CountryLine = 34 "country_line",
        /// It would have been stopped, but the settings cannot be read.
        SettingsUnreadable = 35 "settings_unreadable",
        /// A number of Japan's police is shown, which anybody may have forged.
        PoliceShown = 36 "police_shown",
        /// An emergency number is shown, which nobody calls from.
        EmergencyShown = 37 "emergency_shown",
        /// Only people whom the owner knows ring, and nothing says that this is one.
        NotKnown = 38 "not_known",
        /// It would have been stopped, but an imported list cannot be read that might have wanted less.
        ListUnreadable = 39 "list_unreadable",
    }
}
