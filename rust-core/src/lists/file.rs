// SPDX-License-Identifier: Apache-2.0
//! A list's file: the eight bytes `TOMERU1\n`, the count, and the numbers in rising order, each eight bytes,
//! little-endian.

use std::path::{Path, PathBuf};

use crate::key::NumberKey;

pub(super) const MAGIC: [u8; 8] = *b"TOMERU1\n";
/// Bytes before the first number: [`MAGIC`] and the count.
pub(super) const HEAD: u64 = 16;
/// Bytes of a number, and of the count.
pub(super) const WIDTH: u64 = 8;
/// With the digit that tells whether there is a plus, what 64 bits hold.
const MAX_DIGITS: usize = 18;

const _: () = assert!(MAGIC.len() as u64 + WIDTH == HEAD);

/// Where the file of list `id` is.
pub(super) fn path(folder: &Path, id: u32) -> PathBuf {
    folder.join("lists").join(format!("{id}.numbers"))
}

/// A key as one number; `None` if it has more digits than any telephone number.
pub(super) fn packed(key: &NumberKey) -> Option<u64> {
    let digits = key.digits().values();
    let first = if key.has_plus() { 1 } else { 2 };
    (digits.len() <= MAX_DIGITS).then(|| digits.iter().fold(first, |sum, &digit| sum * 10 + u64::from(digit)))
}
