// SPDX-License-Identifier: Apache-2.0
//! Why nothing of a file is taken.

use alloc::string::String;

use crate::encoding::Encoding;

/// Why nothing of a file is taken. The list in force stays as it is.
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// It is larger than what is read.
    TooLarge,
    /// It is no text; `what` names the kind of file, if that is known.
    NotText {
        /// "PDF", "xlsx" …
        what: Option<String>,
    },
    /// Whoever asks must decode it first.
    Undecoded {
        /// How it is encoded.
        encoding: Encoding,
    },
    /// There is no number in it.
    Empty,
    /// Most of its rows have no number.
    MostlyNot,
    /// It has more numbers than a list can hold.
    TooMany,
}

impl Refusal {
    /// The stable name, as in the JSON of the command line.
    ///
    /// ```
    /// assert_eq!(tomeru::table::Refusal::MostlyNot.key(), "mostly_not");
    /// ```
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::NotText { .. } => "not_text",
            Self::Undecoded { .. } => "undecoded",
            Self::Empty => "empty",
            Self::MostlyNot => "mostly_not",
            Self::TooMany => "too_many",
        }
    }
}
