// SPDX-License-Identifier: Apache-2.0
//! Imported lists of numbers: one file a list, sorted, searched in place. A call reads a few hundred bytes of it,
//! however long it is.
//!
//! A file is the eight bytes `TOMERU1\n`, the count, and the numbers in rising order, each eight bytes, little-endian.

mod import;

use std::{
    fs::File,
    io,
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
};

pub use import::{BadLine, ImportError, Imported, MOST_NUMBERS, import, remove_unused};

use crate::{Action, NumberKey, NumberList};

const MAGIC: [u8; 8] = *b"TOMERU1\n";
const HEAD: u64 = 16;
const WIDTH: u64 = 8;
/// With the digit that tells whether there is a plus, what 64 bits hold.
const MOST_DIGITS: usize = 18;
/// So many numbers are read at once in the end: one page.
const PAGE: u64 = 512;

/// Where the file of list `id` is.
fn file(folder: &Path, id: u32) -> PathBuf {
    folder.join("lists").join(format!("{id}.numbers"))
}

/// A key as one number; `None` if it has more digits than any telephone number.
fn packed(key: &NumberKey) -> Option<u64> {
    let digits = key.digits().values();
    let first = if key.has_plus() { 1 } else { 2 };
    (digits.len() <= MOST_DIGITS).then(|| digits.iter().fold(first, |sum, &digit| sum * 10 + u64::from(digit)))
}

/// What the lists that hold `key` want; the strictest if several do.
///
/// # Errors
/// A list that cannot be read; the others were looked at all the same, and what they want comes with it.
pub fn look_up(folder: &Path, lists: &[NumberList], key: &NumberKey) -> Result<Option<Action>, Option<Action>> {
    let Some(wanted) = packed(key) else { return Ok(None) };
    let (mut action, mut broken) = (None, false);
    for list in lists {
        match holds(&file(folder, list.id), wanted) {
            Ok(true) => action = action.max(Some(list.action)),
            Ok(false) => {}
            Err(_) => broken = true,
        }
    }
    if broken { Err(action) } else { Ok(action) }
}

/// Whether the list in `path` has `wanted`: halves the file until one page is left, and reads that.
fn holds(path: &Path, wanted: u64) -> io::Result<bool> {
    let file = File::open(path)?;
    let mut head = [0; HEAD as usize];
    file.read_exact_at(&mut head, 0)?;
    let [magic, count] = [&head[..8], &head[8..]].map(|half| half.try_into().unwrap_or_default());
    let count = u64::from_le_bytes(count);
    if magic != MAGIC
        || count.checked_mul(WIDTH).and_then(|size| size.checked_add(HEAD)) != Some(file.metadata()?.len())
    {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let (mut low, mut high) = (0, count);
    while high - low > PAGE {
        let middle = low + (high - low) / 2;
        let mut number = [0; WIDTH as usize];
        file.read_exact_at(&mut number, HEAD + middle * WIDTH)?;
        if u64::from_le_bytes(number) <= wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    let mut page = [0; (PAGE * WIDTH) as usize];
    let page = &mut page[..((high - low) * WIDTH) as usize];
    file.read_exact_at(page, HEAD + low * WIDTH)?;
    let wanted = wanted.to_le_bytes();
    Ok(page.chunks_exact(WIDTH as usize).any(|number| number == wanted))
}
