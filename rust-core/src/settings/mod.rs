// SPDX-License-Identifier: Apache-2.0
//! The settings file: one JSON document in device-protected storage, written in one step, with the last good copy
//! beside it. Reading writes nothing, so that a full disk cannot harm a call; a broken file is set aside when new
//! settings are saved, and never deleted.

mod code;
mod document;

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Arc, RwLock},
};

pub(crate) use code::{OfferError, backup, code, offer};
use document::Document;
pub(crate) use document::Settings;
use once_cell::sync::OnceCell;

use crate::{NumberList, Policy};

const FILE: &str = "settings.json";
const LAST_GOOD: &str = "settings.last-good.json";

/// Settings, and what was wrong with the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Loaded {
    pub(crate) settings: Settings,
    pub(crate) problem: Option<Problem>,
}

/// Why the settings are not what the user last chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Problem {
    /// The file cannot be read; the settings before it are in force.
    LastGood,
    /// Neither can be read; the recommended settings are in force.
    Recommended,
}

/// The policy in force; `load` is called once, by the first call.
pub(crate) fn current(load: impl FnOnce() -> Policy) -> Arc<Policy> {
    let lock = cell().get_or_init(|| RwLock::new(Arc::new(load())));
    // A thread that panicked while it held the lock can only have left a whole policy behind.
    Arc::clone(&lock.read().unwrap_or_else(std::sync::PoisonError::into_inner))
}

fn cell() -> &'static OnceCell<RwLock<Arc<Policy>>> {
    static CURRENT: OnceCell<RwLock<Arc<Policy>>> = OnceCell::new();
    &CURRENT
}

fn replace(policy: &Policy) {
    let policy = Arc::new(policy.clone());
    let lock = cell().get_or_init(|| RwLock::new(Arc::clone(&policy)));
    *lock.write().unwrap_or_else(std::sync::PoisonError::into_inner) = policy;
}

/// Reads the settings in `folder`. Files that were never written are no problem.
pub(crate) fn load(folder: &Path) -> Loaded {
    let newest = read(&folder.join(FILE));
    if let Ok(Some(document)) = newest {
        return Loaded { settings: document.settings, problem: None };
    }
    match (newest, read(&folder.join(LAST_GOOD))) {
        (_, Ok(Some(document))) => Loaded { settings: document.settings, problem: Some(Problem::LastGood) },
        (Ok(_), Ok(None)) => Loaded { settings: Settings::default(), problem: None },
        _ => Loaded { settings: Settings::default(), problem: Some(Problem::Recommended) },
    }
}

/// Why settings were not saved; those in force are the old ones.
#[derive(Debug)]
pub(crate) enum SaveError {
    /// A sentence that names the field.
    Invalid(String),
    /// What the system says.
    Write(io::Error),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

/// Writes `settings` to `folder` and puts them in force. Killed at any point, either the old or the new ones are there.
pub(crate) fn save(folder: &Path, settings: &Settings) -> Result<(), SaveError> {
    settings.validate().map_err(SaveError::Invalid)?;
    fs::create_dir_all(folder)?;
    let path = folder.join(FILE);
    let before = match read(&path) {
        Ok(before) => before,
        Err(_) => {
            fs::rename(&path, free_name(folder))?;
            // What a later app added may still be known.
            read(&folder.join(LAST_GOOD)).ok().flatten()
        }
    };
    let document = Document::write(settings, before.as_ref()).map_err(io::Error::from)?;
    if path.exists() {
        write(&folder.join(LAST_GOOD), &fs::read(&path)?)?;
    }
    write(&path, &document)?;
    replace(&settings.policy);
    Ok(())
}

/// `Ok(None)`: there is no file. An error's sentence names the field.
fn read(path: &Path) -> Result<Option<Document>, String> {
    match fs::read(path) {
        Ok(bytes) => Document::read(&bytes).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

/// The lists of the settings in `folder` and of their last good copy.
pub(crate) fn lists_in_use(folder: &Path) -> Vec<NumberList> {
    [FILE, LAST_GOOD]
        .into_iter()
        .filter_map(|name| read(&folder.join(name)).ok().flatten())
        .flat_map(|document| document.settings.policy.lists)
        .collect()
}

/// Writes beside `path` first, so that `path` always holds one whole document.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, path)
}

/// A name for a broken file that no earlier one has.
fn free_name(folder: &Path) -> PathBuf {
    (1..).map(|n| folder.join(format!("settings.broken-{n}.json"))).find(|path| !path.exists()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Preset;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("tomeru-settings-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn warn() -> Settings {
        Settings { policy: Policy::of(Preset::Warn), ..Settings::default() }
    }

    fn loaded(settings: Settings, problem: Option<Problem>) -> Loaded {
        Loaded { settings, problem }
    }

    #[test]
    fn saved_settings_are_read_back_and_later_fields_kept() {
        let folder = folder("kept");
        assert_eq!(load(&folder), loaded(Settings::default(), None));
        fs::write(folder.join(FILE), r#"{"version":1,"preset":"stop","new_thing":{"a":1}}"#).unwrap();
        save(&folder, &warn()).unwrap();
        assert_eq!(load(&folder), loaded(warn(), None));
        assert!(fs::read_to_string(folder.join(FILE)).unwrap().contains("new_thing"));
    }

    #[test]
    fn a_file_cut_at_any_byte_leaves_the_last_good_copy_in_force() {
        let folder = folder("cut");
        save(&folder, &warn()).unwrap();
        save(&folder, &warn()).unwrap();
        let whole = fs::read(folder.join(FILE)).unwrap();
        for length in 0..whole.len() {
            fs::write(folder.join(FILE), &whole[..length]).unwrap();
            assert_eq!(load(&folder), loaded(warn(), Some(Problem::LastGood)), "{length} bytes");
        }
        fs::remove_file(folder.join(FILE)).unwrap();
        assert_eq!(load(&folder).problem, Some(Problem::LastGood));
    }

    #[test]
    fn broken_files_are_set_aside_and_never_deleted() {
        let folder = folder("aside");
        for broken in ["no json", r#"{"version":99,"preset":"stop"}"#] {
            fs::write(folder.join(FILE), broken).unwrap();
            assert_eq!(load(&folder).problem, Some(Problem::Recommended));
            save(&folder, &warn()).unwrap();
            fs::remove_file(folder.join(FILE)).unwrap();
            let _ = fs::remove_file(folder.join(LAST_GOOD));
        }
        assert_eq!(fs::read_to_string(folder.join("settings.broken-1.json")).unwrap(), "no json");
        assert!(fs::read_to_string(folder.join("settings.broken-2.json")).unwrap().contains("99"));
    }

    #[test]
    fn settings_that_make_no_sense_are_not_saved() {
        let folder = folder("invalid");
        save(&folder, &warn()).unwrap();
        let invalid = Settings { retention_days: u16::MAX, ..Settings::default() };
        assert!(matches!(save(&folder, &invalid), Err(SaveError::Invalid(told)) if told.starts_with("retention_days")));
        assert_eq!(load(&folder), loaded(warn(), None));
    }
}
