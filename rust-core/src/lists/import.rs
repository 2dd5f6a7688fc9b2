// SPDX-License-Identifier: Apache-2.0
//! From a file as people have them to a sorted list.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::file::{self, MAGIC};
#[cfg(feature = "ffi")]
use super::undo;
use crate::{
    error::Error,
    policy::NumberList,
    table::{self, Options, Report},
};

/// Makes list `id` in `folder` of the file `source`.
///
/// # Errors
/// Nothing was imported, and nothing changed: the file is refused, has no number to put into a list, or the system
/// refused to read or write. What is in a file that is refused, [`table::read`] tells.
///
/// ```
/// use tomeru::{Error, Region, lists, table::Options};
/// # let folder = std::env::temp_dir().join(format!("tomeru-doc-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// let file = folder.join("numbers.txt");
/// std::fs::write(&file, "+1 844-298-0122\n03-1234-5678\n")?;
/// let report = lists::import(&folder, 1, &file, &Options::at_home(Region::JAPAN))?;
/// assert_eq!(report.count, 2);
/// // No list is in use: its file goes.
/// lists::remove_unused(&folder, [])?;
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Error>(())
/// ```
pub fn import(folder: &Path, id: u32, source: &Path, options: &Options<'_>) -> Result<Report, Error> {
    let (report, numbers) = table::read(File::open(source)?, options)?;
    if let Some(refusal) = report.refused {
        return Err(Error::Refused(refusal));
    }
    if numbers.is_empty() {
        return Err(Error::NoNumbers);
    }
    file::write(&file::path(folder, id), |out| {
        out.write_all(&MAGIC)?;
        out.write_all(&(numbers.len() as u64).to_le_bytes())?;
        numbers.iter().try_for_each(|number| out.write_all(&number.to_le_bytes()))
    })?;
    Ok(report)
}

/// Deletes the files of lists that none of `used` names.
///
/// # Errors
/// [`Error::Io`]: what the system says.
///
/// ```
/// use tomeru::{Action, Error, NumberList, lists};
/// let used = [NumberList { id: 1, name: String::new(), action: Action::Reject, count: 0, imported_at: 0 }];
/// // A folder without lists has none to delete.
/// lists::remove_unused("no such folder".as_ref(), &used)?;
/// # Ok::<(), Error>(())
/// ```
pub fn remove_unused<'a>(folder: &Path, used: impl IntoIterator<Item = &'a NumberList>) -> Result<(), Error> {
    let used: Vec<PathBuf> = used.into_iter().map(|list| file::path(folder, list.id)).collect();
    Ok(remove_but(folder, |path| used.contains(path))?)
}

/// The same; the way back behind the import of list `last` stays, too.
///
/// # Errors
/// What the system says.
#[cfg(feature = "ffi")]
pub(crate) fn remove_unused_but(folder: &Path, used: &[NumberList], last: Option<u32>) -> io::Result<()> {
    remove_but(folder, |path| {
        last.is_some_and(|id| undo::path(folder, id) == *path)
            || used.iter().any(|list| file::path(folder, list.id) == *path)
    })
}

fn remove_but(folder: &Path, is_used: impl Fn(&PathBuf) -> bool) -> io::Result<()> {
    for path in files(folder)? {
        if !is_used(&path) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// The highest id that a file has; 0 if there is none.
///
/// # Errors
/// What the system says.
#[cfg(feature = "ffi")]
pub(crate) fn highest_id(folder: &Path) -> io::Result<u32> {
    let id = |path: &PathBuf| path.file_stem()?.to_str()?.parse().ok();
    Ok(files(folder)?.iter().filter_map(id).max().unwrap_or_default())
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder.join("lists")) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Listed, look_up};
    use super::*;
    use crate::{action::Action, key::NumberKey, plan::Region, table::Refusal};

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("tomeru-lists-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn list(id: u32, action: Action) -> NumberList {
        NumberList { id, name: String::new(), action, count: 0, imported_at: 0 }
    }

    fn made(name: &str, text: &[u8]) -> (std::path::PathBuf, Result<Report, Error>) {
        let folder = folder(name);
        let source = folder.join("source.csv");
        fs::write(&source, text).unwrap();
        let imported = import(&folder, 1, &source, &Options::at_home(Region::JAPAN));
        (folder, imported)
    }

    fn says(folder: &Path, raw: &str) -> Option<Action> {
        let key = NumberKey::read(raw, Region::JAPAN, Region::JAPAN).unwrap();
        look_up(folder, &[list(1, Action::Reject)], &key).action
    }

    #[test]
    fn numbers_of_every_spelling_are_found_again_and_short_ones_are_no_foreign_ones() {
        let text = "\u{feff}番号,日付\r\n+1 844-298-0122,2026-01-02\r\n\"03-1234-5678\",x\n3,2026-01-02\n\
                    010 44 20 7946 0018,x\n090-1234-5678,2026-01-02\n+67890,x\n104,x\n";
        let (folder, imported) = made("found", text.as_bytes());
        let report = imported.unwrap();
        assert_eq!((report.count, report.rows, report.rows_with_number), (5, 7, 5));
        let lines: Vec<_> = report.not_taken.iter().map(|row| (row.line, row.text.as_str())).collect();
        assert_eq!(lines, [(4, "3,2026-01-02"), (7, "+67890,x")]);
        for raw in ["+18442980122", "010 1 844 298 0122", "0312345678", "+442079460018", "+819012345678", "104"] {
            assert_eq!(says(&folder, raw), Some(Action::Reject), "{raw}");
        }
        for raw in ["+18442980123", "110", "+1844298012", "+184429801220", "+104"] {
            assert_eq!(says(&folder, raw), None, "{raw}");
        }
    }

    #[test]
    fn a_zero_behind_the_code_hides_no_number_from_a_list_that_rejects() {
        let (folder, _) = made("zero", b"+493012345678\n+447911123456\n");
        for raw in ["+4903012345678", "+4407911123456"] {
            assert_eq!(says(&folder, raw), Some(Action::Reject), "{raw}");
            let key = NumberKey::read(raw, Region::JAPAN, Region::JAPAN).unwrap();
            for action in [Action::Warn, Action::Silence] {
                assert_eq!(look_up(&folder, &[list(1, action)], &key).action, None, "{raw} would ring");
            }
        }
        assert_eq!(says(&folder, "+4903012345679"), None);
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
    fn a_file_that_is_refused_leaves_the_list_as_it_is() {
        let (folder, imported) = made("refused", b"+18442980122\n");
        assert_eq!(imported.unwrap().count, 1);
        let source = folder.join("other");
        let options = Options::at_home(Region::JAPAN);
        for (text, refusal) in [
            (&b"x\ny\n"[..], Refusal::Empty),
            (b"+18442980133\nx\ny\nz\n", Refusal::MostlyNot),
            (b"%PDF-1.7\n+18442980133\n", Refusal::NotText { what: Some("PDF".into()) }),
        ] {
            fs::write(&source, text).unwrap();
            let Err(Error::Refused(found)) = import(&folder, 1, &source, &options) else { panic!("{text:?}") };
            assert_eq!(found, refusal);
        }
        fs::write(&source, b"+1844*\n").unwrap();
        assert!(matches!(import(&folder, 1, &source, &options), Err(Error::NoNumbers)));
        assert!(matches!(import(&folder, 1, &folder.join("none"), &options), Err(Error::Io(_))));
        assert_eq!(says(&folder, "+18442980122"), Some(Action::Reject));
        assert_eq!(says(&folder, "+18442980133"), None);
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
        remove_unused(&folder, &lists[..1]).unwrap();
        assert!(file::path(&folder, 2).exists() && !file::path(&folder, 1).exists());
    }
}
