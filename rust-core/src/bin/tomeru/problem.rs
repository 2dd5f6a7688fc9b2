// SPDX-License-Identifier: Apache-2.0
//! Why a command ends early.

use std::io;

/// Why a command ends early.
pub(crate) enum Problem {
    /// The words make no sense; a sentence.
    Usage(String),
    /// What is asked for is not there; a sentence.
    Unknown(String),
    /// What the system says.
    Io(io::Error),
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
