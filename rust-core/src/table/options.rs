// SPDX-License-Identifier: Apache-2.0
//! How a file is read.

use super::{danger::Danger, decode::Decode};
use crate::{encoding::Encoding, key::NumberKey, plan::Region};

/// How a file is read.
#[derive(Clone, Copy, Debug)]
// Complete: whoever reads a file must think of each
pub struct Options<'a> {
    /// The region that numbers in national form belong to.
    pub home: Region,
    /// Decoders that the core does not have itself: Shift_JIS, EUC-JP, ISO-2022-JP.
    pub decoder: fn(Encoding) -> Option<Box<dyn Decode>>,
    /// Dangerous numbers that the person chose all the same.
    pub chosen: &'a [NumberKey],
    /// Numbers that the person knows, and why it is dangerous to stop each.
    pub own: &'a [(NumberKey, Danger)],
}

impl Options<'_> {
    /// Nothing chosen or known, and no more encodings than the core's own.
    ///
    /// ```
    /// use tomeru::{Region, table::Options};
    /// assert!(Options::at_home(Region::JAPAN).chosen.is_empty());
    /// ```
    #[must_use]
    pub fn at_home(home: Region) -> Self {
        Self { home, decoder: |_| None, chosen: &[], own: &[] }
    }
}
