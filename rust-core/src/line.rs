// SPDX-License-Identifier: Apache-2.0
//! The kinds of line. The plan compiler has the same numbers and names, or the build fails.

use crate::keyed::keyed;

keyed! {
    /// What kind of line a number belongs to. The first twelve are libphonenumber's `PhoneNumberType`.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Line {
        /// Not known, or not a valid number.
        Unknown = 0 "unknown",
        /// A fixed line of a place.
        Geographic = 1 "geographic",
        /// A mobile phone.
        Mobile = 2 "mobile",
        /// A plan that does not tell fixed and mobile apart (NANP).
        FixedOrMobile = 3 "fixed_or_mobile",
        /// Free for the caller.
        TollFree = 4 "toll_free",
        /// Costs the caller more than a call.
        Premium = 5 "premium",
        /// The cost is shared.
        SharedCost = 6 "shared_cost",
        /// IP telephony.
        Voip = 7 "voip",
        /// Follows a person.
        Personal = 8 "personal",
        /// A pager or a machine.
        Pager = 9 "pager",
        /// One number for a whole company (universal access number).
        Uan = 10 "uan",
        /// A voice mailbox.
        Voicemail = 11 "voicemail",
        /// A satellite phone.
        Satellite = 12 "satellite",
        /// A short service number, such as 104 or #9110.
        ShortCode = 13 "short_code",
    }
}

impl Line {
    /// Whether `key` is its stable name, for the compiler: it compares with the plan compiler's.
    pub(crate) const fn is_called(self, key: &str) -> bool {
        let (own, key) = (self.key().as_bytes(), key.as_bytes());
        let mut at = 0;
        while at < own.len() && at < key.len() && own[at] == key[at] {
            at += 1;
        }
        at == own.len() && at == key.len()
    }
}
