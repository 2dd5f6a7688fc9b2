// SPDX-License-Identifier: Apache-2.0
//! Looks a number up in the lists.

use std::{fs::File, io, os::unix::fs::FileExt as _, path::Path};

use super::file::{self, HEAD, MAGIC, WIDTH};
use crate::{action::Action, key::NumberKey, policy::NumberList};

/// How many numbers are read at once in the end: one page.
const PAGE: u64 = 512;

/// What the lists say of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Listed {
    /// What the lists that hold it want; the strictest if several do, `None` if none does.
    pub action: Option<Action>,
    /// A list could not be read; the others were looked at all the same.
    pub unreadable: bool,
}

/// Looks `key` up in `lists`, whose files are in `folder`; in those that reject, without a national prefix behind its code,
/// too: what only warns would make a forged number ring.
///
/// ```
/// use tomeru::{Action, NumberKey, NumberList, lists};
/// let list = NumberList { id: 1, name: String::new(), action: Action::Reject, count: 0, imported_at: 0 };
/// let listed = lists::look_up("no such folder".as_ref(), &[list], &NumberKey::unpacked(118442980122));
/// // The call rings, and it can be told why the list did not count.
/// assert_eq!((listed.action, listed.unreadable), (None, true));
/// ```
pub fn look_up(folder: &Path, lists: &[NumberList], key: &NumberKey) -> Listed {
    let mut listed = Listed::default();
    let Some(wanted) = key.packed() else { return listed };
    if lists.is_empty() {
        return listed;
    }
    let meant = key.without_trunk().and_then(|key| key.packed());
    for list in lists {
        let meant = meant.filter(|_| list.action == Action::Reject);
        match holds(&file::path(folder, list.id), wanted, meant) {
            Ok(true) => listed.action = listed.action.max(Some(list.action)),
            Ok(false) => {}
            Err(_) => listed.unreadable = true,
        }
    }
    listed
}

/// Whether the list in `path` has `wanted`, or `meant`.
fn holds(path: &Path, wanted: u64, meant: Option<u64>) -> io::Result<bool> {
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
    Ok(has(&file, count, wanted)? || meant.map_or(Ok(false), |meant| has(&file, count, meant))?)
}

/// Whether `file` has `wanted` among its `count` numbers: halves it until one page is left, and reads that.
fn has(file: &File, count: u64, wanted: u64) -> io::Result<bool> {
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
