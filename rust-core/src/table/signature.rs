// SPDX-License-Identifier: Apache-2.0
//! Files that are no text, told by how they begin.

/// A kind of file, its first bytes, and where they stand.
const BEGINNINGS: [(&str, &[u8]); 12] = [
    ("PDF", b"%PDF"),
    ("xlsx", b"PK\x03\x04"),
    ("zip", b"PK\x05\x06"),
    ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("PNG", b"\x89PNG"),
    ("JPEG", b"\xff\xd8\xff"),
    ("GIF", b"GIF8"),
    ("gzip", b"\x1f\x8b"),
    ("7z", b"7z\xbc\xaf\x27\x1c"),
    ("bzip2", b"BZh9"),
    ("RTF", b"{\\rtf"),
    ("SQLite", b"SQLite format 3\0"),
];

/// What `head`, the beginning of a file, is, if it is no text.
pub(super) fn of(head: &[u8]) -> Option<&'static str> {
    BEGINNINGS.iter().find(|(_, bytes)| head.starts_with(bytes)).map(|&(name, _)| name)
}
