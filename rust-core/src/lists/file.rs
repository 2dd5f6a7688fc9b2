// SPDX-License-Identifier: Apache-2.0
//! A list's file: the eight bytes `TOMERU1\n`, the count, and the numbers in rising order, each eight bytes,
//! little-endian.

use std::{
    fs::{self, File},
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

pub(super) const MAGIC: [u8; 8] = *b"TOMERU1\n";
/// Bytes before the first number: [`MAGIC`] and the count.
pub(super) const HEAD: u64 = 16;
/// Bytes of a number, and of the count.
pub(super) const WIDTH: u64 = 8;

const _: () = assert!(MAGIC.len() as u64 + WIDTH == HEAD);

/// Where the file of list `id` is.
pub(super) fn path(folder: &Path, id: u32) -> PathBuf {
    folder.join("lists").join(format!("{id}.numbers"))
}

/// Lets `fill` write beside `path` first, so that `path` always holds one whole file.
pub(super) fn write(path: &Path, fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("new");
    let mut out = BufWriter::with_capacity(1 << 16, File::create(&beside)?);
    fill(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    fs::rename(&beside, path)
}
