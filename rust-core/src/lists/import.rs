// SPDX-License-Identifier: Apache-2.0
//! From a CSV or text file to a sorted list. What cannot be read as a number is reported, the rest is kept.

use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter, Write as _},
    path::Path,
};

use super::file::{self, MAGIC};
use crate::{
    key::NumberKey,
    origin::{Origin, locate_written},
    plan::Region,
    policy::NumberList,
};

/// More than the police or any carrier publishes.
pub const MAX_NUMBERS: usize = 1_000_000;
/// Number of bad lines that are reported one by one.
const MAX_REPORTED: usize = 100;
/// Characters of a bad line that are reported.
const MAX_REPORTED_CHARACTERS: usize = 40;
/// Shorter digits, such as a row's number, are no telephone numbers.
const MIN_DIGITS: usize = 3;

/// A line that holds no number.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
// Complete: what a person needs to find it
pub struct BadLine {
    /// Counted from 1.
    pub line: u64,
    /// Its beginning.
    pub text: String,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// How many different numbers the list has.
    pub count: u32,
    /// Numbers that came more than once.
    pub repeated: u64,
    /// How many lines hold no number.
    pub bad: u64,
    /// The first of them.
    pub bad_lines: Vec<BadLine>,
}

/// Why nothing was imported.
#[derive(Debug)]
#[non_exhaustive]
pub enum ImportError {
    /// The file has more than [`MAX_NUMBERS`].
    TooMany,
    /// No line holds a number.
    Empty,
    /// What the system says.
    Io(io::Error),
}

impl From<io::Error> for ImportError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Makes list `id` in `folder` of the file `source`. Numbers in national form are read as dialled at `home`.
///
/// # Errors
/// Nothing was imported, and nothing changed.
pub fn import(folder: &Path, id: u32, source: &Path, home: Region) -> Result<Imported, ImportError> {
    let mut imported = Imported { count: 0, repeated: 0, bad: 0, bad_lines: Vec::new() };
    let mut numbers = read(source, home, &mut imported)?;
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.is_empty() {
        return Err(ImportError::Empty);
    }
    imported.count = numbers.len() as u32;
    imported.repeated = (all - numbers.len()) as u64;
    write(&file::path(folder, id), &numbers)?;
    Ok(imported)
}

fn read(source: &Path, home: Region, imported: &mut Imported) -> Result<Vec<u64>, ImportError> {
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(BufReader::with_capacity(1 << 16, File::open(source)?));
    let mut numbers = Vec::new();
    let mut row = csv::ByteRecord::new();
    let mut first = true;
    while rows.read_byte_record(&mut row).map_err(io::Error::from)? {
        let head = std::mem::take(&mut first);
        match number_in(&row, home) {
            Some(_) if numbers.len() == MAX_NUMBERS => return Err(ImportError::TooMany),
            Some(number) => numbers.push(number),
            // The names of the columns; a comment; an empty line of a table.
            None if head || row.get(0).is_some_and(|field| field.starts_with(b"# ")) => {}
            None if row.iter().all(<[u8]>::is_empty) => {}
            None => {
                imported.bad += 1;
                if imported.bad_lines.len() < MAX_REPORTED {
                    let line = row.position().map_or(0, csv::Position::line);
                    let text = row.iter().map(String::from_utf8_lossy).collect::<Vec<_>>().join(",");
                    imported
                        .bad_lines
                        .push(BadLine { line, text: text.chars().take(MAX_REPORTED_CHARACTERS).collect() });
                }
            }
        }
    }
    Ok(numbers)
}

/// The number of a row: of its fields the one with a plus, or else the one with the most digits (beside it may stand
/// a date, a count, a row's number).
fn number_in(row: &csv::ByteRecord, home: Region) -> Option<u64> {
    row.iter()
        .filter_map(|field| {
            let text = String::from_utf8_lossy(field);
            let text = text.trim_start_matches('\u{feff}');
            let finding = locate_written(text, home, home);
            let key = NumberKey::of(&finding).filter(|_| finding.origin != Origin::Emergency)?;
            let digits = text.chars().filter(|c| c.is_numeric()).count();
            let rank = (text.trim_start().starts_with(['+', '＋']), digits);
            (digits >= MIN_DIGITS).then_some((rank, file::packed(&key)?))
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, number)| number)
}

/// Writes beside `path` first, so that `path` always holds one whole list.
fn write(path: &Path, numbers: &[u64]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("new");
    let mut out = BufWriter::with_capacity(1 << 16, File::create(&beside)?);
    out.write_all(&MAGIC)?;
    out.write_all(&(numbers.len() as u64).to_le_bytes())?;
    for number in numbers {
        out.write_all(&number.to_le_bytes())?;
    }
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    fs::rename(&beside, path)
}

/// Deletes the files of lists that none of `used` names.
///
/// # Errors
/// What the system says.
pub fn remove_unused<'a>(folder: &Path, used: impl Iterator<Item = &'a NumberList> + Clone) -> io::Result<()> {
    let entries = match fs::read_dir(folder.join("lists")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        if !used.clone().any(|list| file::path(folder, list.id) == path) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{Listed, look_up};
    use super::*;
    use crate::action::Action;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("tomeru-lists-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn list(id: u32, action: Action) -> NumberList {
        NumberList { id, name: String::new(), action, count: 0, imported_at: 0 }
    }

    fn made(name: &str, text: &[u8]) -> (std::path::PathBuf, Result<Imported, ImportError>) {
        let folder = folder(name);
        let source = folder.join("source.csv");
        fs::write(&source, text).unwrap();
        let imported = import(&folder, 1, &source, Region::JAPAN);
        (folder, imported)
    }

    fn says(folder: &Path, raw: &str) -> Option<Action> {
        let key = NumberKey::read(raw, Region::JAPAN, Region::JAPAN).unwrap();
        look_up(folder, &[list(1, Action::Reject)], &key).action
    }

    #[test]
    fn numbers_are_found_in_every_spelling_and_bad_lines_reported() {
        let text = "\u{feff}番号,日付\r\n+1 844-298-0122,2026-01-02\r\n\"03-1234-5678\",x\n3,2026-01-02,010 44 20 7946 0018\n\
                    nonsense\n\n# a comment\n110\n+18442980122\n2026-01-02,090-1234-5678\n1,2\n";
        let (folder, imported) = made("found", text.as_bytes());
        let imported = imported.unwrap();
        assert_eq!((imported.count, imported.repeated, imported.bad), (4, 1, 3));
        let lines: Vec<_> = imported.bad_lines.iter().map(|bad| (bad.line, bad.text.as_str())).collect();
        assert_eq!(lines, [(5, "nonsense"), (8, "110"), (11, "1,2")]);
        for raw in ["+18442980122", "010 1 844 298 0122", "0312345678", "+442079460018", "+819012345678"] {
            assert_eq!(says(&folder, raw), Some(Action::Reject), "{raw}");
        }
        // A short number of a network is not the foreign number of the same digits.
        let (folder_of_short, _) = made("short", b"12345\n+678901\n");
        let told = ["12345", "+12345", "678901", "+678901"].map(|raw| says(&folder_of_short, raw).is_some());
        assert_eq!(told, [true, false, false, true]);
        for raw in ["+18442980123", "110", "+1844298012", "+184429801220"] {
            assert_eq!(says(&folder, raw), None, "{raw}");
        }
    }

    #[test]
    fn a_list_of_any_length_is_searched_right() {
        for count in [1_u64, 2, 511, 512, 513, 1024, 5000] {
            let text: String = (0..count).map(|n| format!("+1844{:07}\n", n * 2)).collect();
            let (folder, imported) = made("length", text.as_bytes());
            assert_eq!(u64::from(imported.unwrap().count), count);
            for n in 0..count {
                assert!(says(&folder, &format!("+1844{:07}", n * 2)).is_some(), "{n} of {count}");
                assert!(says(&folder, &format!("+1844{:07}", n * 2 + 1)).is_none(), "{n} of {count}");
            }
        }
    }

    #[test]
    fn nothing_changes_when_nothing_can_be_imported() {
        let (folder, imported) = made("empty", b"x\ny\n");
        assert!(matches!(imported, Err(ImportError::Empty)));
        assert!(!file::path(&folder, 1).exists());
        assert!(matches!(import(&folder, 1, &folder.join("none"), Region::JAPAN), Err(ImportError::Io(_))));
    }

    #[test]
    fn a_broken_list_is_told_and_the_others_still_count() {
        let (folder, _) = made("broken", b"+18442980122\n");
        let key = NumberKey::read("+18442980122", Region::JAPAN, Region::JAPAN).unwrap();
        let lists = [list(2, Action::Silence), list(1, Action::Warn)];
        for broken in
            [&b""[..], b"TOMERU1\n", b"TOMERU2\n\0\0\0\0\0\0\0\0", b"TOMERU1\n\xff\xff\xff\xff\xff\xff\xff\xff"]
        {
            fs::write(file::path(&folder, 2), broken).unwrap();
            assert_eq!(look_up(&folder, &lists, &key), Listed { action: Some(Action::Warn), unreadable: true });
        }
        fs::copy(file::path(&folder, 1), file::path(&folder, 2)).unwrap();
        assert_eq!(look_up(&folder, &lists, &key), Listed { action: Some(Action::Silence), unreadable: false });
        remove_unused(&folder, lists[..1].iter()).unwrap();
        assert!(file::path(&folder, 2).exists() && !file::path(&folder, 1).exists());
    }
}
