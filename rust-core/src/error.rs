// SPDX-License-Identifier: Apache-2.0
//! Why something cannot be done.

use alloc::string::String;
use core::fmt;

#[cfg(feature = "lists")]
use crate::refusal::Refusal;

/// Why something cannot be done: the one error of this crate. Whatever fails changes nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// This is no region that has telephone numbers; nothing stands in for it.
    UnknownRegion(String),
    /// This is not the stored form of a number, or of how numbers begin.
    NotAPattern,
    /// A policy or a file of settings makes no sense; a sentence that names the field.
    Invalid(String),
    /// Nothing of a file is taken.
    #[cfg(feature = "lists")]
    Refused(Refusal),
    /// A file has beginnings of numbers alone, and a list holds whole ones.
    #[cfg(feature = "lists")]
    NoNumbers,
    /// What the system says.
    #[cfg(feature = "lists")]
    Io(std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownRegion(text) => write!(f, "{text} is no country with telephone numbers"),
            Self::NotAPattern => {
                f.write_str("a number begins with + and has 1 to 32 digits, or is a short one of its country")
            }
            Self::Invalid(sentence) => f.write_str(sentence),
            #[cfg(feature = "lists")]
            Self::Refused(refusal) => write!(f, "nothing of the file is taken: {}", refusal.key()),
            #[cfg(feature = "lists")]
            Self::NoNumbers => f.write_str("the file has beginnings of numbers alone"),
            #[cfg(feature = "lists")]
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            #[cfg(feature = "lists")]
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(feature = "lists")]
impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}
