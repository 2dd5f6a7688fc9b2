// SPDX-License-Identifier: Apache-2.0
//! Signs that make a number suspicious, as one set from where they are found to where they are put into words.

use core::fmt;

use crate::keyed::keyed;

keyed! {
    /// A sign that makes a number suspicious.
    #[non_exhaustive]
    pub enum Hint {
        /// The network lost the plus: the digits make sense only with one.
        PlusMissing = 0 "plus_missing",
        /// A foreign number that looks like a Japanese toll-free one (+1 800, 833, 844 …).
        TollFree = 1 "toll_free",
        /// A foreign number that ends as Japanese police numbers do (…0110).
        PoliceBait = 2 "police_bait",
        /// The number imitated is one of the police.
        ImitatesPolice = 3 "imitates_police",
        /// It begins with an international prefix that the country the phone is in does not have (00, 011).
        ForeignPrefix = 4 "foreign_prefix",
        /// Characters stand in it that no number has.
        OddCharacters = 5 "odd_characters",
    }
}

/// A set of hints: bit n is the hint whose number is n.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints(u16);

const _: () = assert!(Hint::ALL.len() <= u16::BITS as usize);

impl Hints {
    /// No hint.
    pub const NONE: Self = Self(0);

    /// These and `hint`.
    ///
    /// ```
    /// use tomeru::{Hint, Hints};
    /// assert!(Hints::NONE.with(Hint::TollFree).contains(Hint::TollFree));
    /// ```
    #[must_use]
    pub const fn with(self, hint: Hint) -> Self {
        Self(self.0 | 1 << hint as u16)
    }

    /// These and `hint` if `seen`.
    ///
    /// ```
    /// use tomeru::{Hint, Hints};
    /// assert_eq!(Hints::NONE.with_if(false, Hint::TollFree), Hints::NONE);
    /// ```
    #[must_use]
    pub const fn with_if(self, seen: bool, hint: Hint) -> Self {
        Self(self.0 | (seen as u16) << hint as u16)
    }

    /// These but `hint`.
    ///
    /// ```
    /// use tomeru::{Hint, Hints};
    /// assert_eq!(Hints::NONE.with(Hint::TollFree).without(Hint::TollFree), Hints::NONE);
    /// ```
    #[must_use]
    pub const fn without(self, hint: Hint) -> Self {
        Self(self.0 & !(1 << hint as u16))
    }

    /// Whether `hint` is among them.
    ///
    /// ```
    /// use tomeru::{Hint, Region, locate};
    /// assert!(locate("+1800335814321", Region::JAPAN, Region::JAPAN).hints.contains(Hint::ImitatesPolice));
    /// ```
    #[must_use]
    pub const fn contains(self, hint: Hint) -> bool {
        self.0 >> hint as u16 & 1 == 1
    }

    /// Each of them, in the order of [`Hint::ALL`].
    ///
    /// ```
    /// use tomeru::{Hint, Hints};
    /// assert!(Hints::NONE.with(Hint::TollFree).iter().eq([Hint::TollFree]));
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Hint> {
        Hint::ALL.into_iter().filter(move |&hint| self.contains(hint))
    }

    /// The set as bits.
    ///
    /// ```
    /// use tomeru::{Hint, Hints};
    /// assert_eq!(Hints::NONE.with(Hint::TollFree).bits(), 1 << Hint::TollFree as u16);
    /// ```
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// The set of `bits`; those that stand for no hint are dropped.
    #[cfg(feature = "ffi")]
    pub(crate) const fn from_bits(bits: u16) -> Self {
        Self(bits & ((1 << Hint::ALL.len()) - 1))
    }
}

impl fmt::Debug for Hints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        for hint in Hint::ALL {
            let one = Hints::NONE.with(hint);
            assert_eq!(one.iter().collect::<Vec<_>>(), [hint]);
            assert_eq!(one, Hints::NONE.with_if(true, hint));
            assert_eq!(one.without(hint), Hints::NONE);
            assert_eq!(Hints::NONE.with_if(false, hint), Hints::NONE);
        }
        let all = Hint::ALL.into_iter().fold(Hints::NONE, Hints::with);
        assert_eq!(all.iter().collect::<Vec<_>>(), Hint::ALL);
    }
}
