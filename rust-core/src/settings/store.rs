// SPDX-License-Identifier: Apache-2.0
//! The settings of one folder, and the policy in force.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use super::document::{Document, Settings};
use crate::{
    error::Error,
    policy::{NumberList, Policy},
};

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

/// What a call is decided by.
#[derive(Clone, Debug)]
pub(crate) struct InForce {
    pub(crate) policy: Arc<Policy>,
    /// What the user last chose cannot be read: this is what was chosen before, or recommended.
    pub(crate) unreadable: bool,
}

/// The settings in a folder. The policy in force is read when the store is opened, and replaced when settings are
/// saved: a call reads no file of settings. What could not be read is tried again with every call.
#[derive(Debug)]
pub(crate) struct Store {
    folder: PathBuf,
    /// `None` as long as the file cannot be read.
    policy: RwLock<Option<Arc<Policy>>>,
}

impl Store {
    /// Opens the settings in `folder`.
    pub(crate) fn open(folder: impl Into<PathBuf>) -> Self {
        let store = Self { folder: folder.into(), policy: RwLock::new(None) };
        store.in_force();
        store
    }

    /// Where the settings and the lists are.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The policy in force. What cannot be read falls back as in [`Store::load`].
    pub(crate) fn in_force(&self) -> InForce {
        // A thread that panicked while it held the lock can only have left a whole policy behind.
        if let Some(policy) = &*self.policy.read().unwrap_or_else(PoisonError::into_inner) {
            return InForce { policy: Arc::clone(policy), unreadable: false };
        }
        let mut cached = self.policy.write().unwrap_or_else(PoisonError::into_inner);
        let Loaded { settings, problem } = load(&self.folder);
        let policy = Arc::new(settings.policy);
        if problem.is_none() {
            *cached = Some(Arc::clone(&policy));
        }
        InForce { policy, unreadable: problem.is_some() }
    }

    /// Reads the settings as they are stored. Files that were never written are no problem; what cannot be read falls
    /// back to the last good copy, then to the recommended settings.
    pub(crate) fn load(&self) -> Loaded {
        load(&self.folder)
    }

    /// What a change begins with: the same, unless that is older than what the user last chose, and this may be whole. A
    /// change of the older would write over the newest.
    ///
    /// # Errors
    /// The system refuses to read.
    pub(crate) fn load_to_change(&self) -> io::Result<Settings> {
        for name in [FILE, LAST_GOOD] {
            if let Some(document) = read_whole(&self.folder.join(name))? {
                return Ok(document.settings);
            }
        }
        Ok(Settings::default())
    }

    /// Writes `settings` and puts them in force. Killed at any point, either the old or the new ones are there.
    ///
    /// # Errors
    /// A field makes no sense, or the system refuses to read or write: the old settings are still in force, and a file
    /// that may be whole is left as it is.
    pub(crate) fn save(&self, settings: &Settings) -> Result<(), Error> {
        settings.validate()?;
        fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(FILE);
        let newest = read(&path);
        let is_whole = matches!(newest, Ok(Some(_)));
        let before = match newest {
            Ok(before) => before,
            Err(ReadError::System(error)) => return Err(error.into()),
            Err(ReadError::Broken) => {
                // A copy: whoever is killed before the new settings are there must not leave a folder that looks as if
                // nothing had ever been chosen.
                write(&free_name(&self.folder), &fs::read(&path)?)?;
                // What a later app added may still be known.
                read_whole(&self.folder.join(LAST_GOOD))?
            }
        };
        let document = Document::write(settings, before.as_ref()).map_err(io::Error::from)?;
        if is_whole {
            write(&self.folder.join(LAST_GOOD), &fs::read(&path)?)?;
        }
        write(&path, &document)?;
        *self.policy.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(settings.policy.clone()));
        Ok(())
    }

    /// The lists of the settings and of their last good copy.
    ///
    /// # Errors
    /// The system refuses to read: there may be more.
    pub(crate) fn lists_in_use(&self) -> io::Result<Vec<NumberList>> {
        let mut lists = Vec::new();
        for name in [FILE, LAST_GOOD] {
            let document = read_whole(&self.folder.join(name))?;
            lists.extend(document.into_iter().flat_map(|document| document.settings.policy.lists));
        }
        Ok(lists)
    }
}

fn load(folder: &Path) -> Loaded {
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

/// Why a file cannot be read.
#[derive(Debug)]
enum ReadError {
    /// The system refuses: the file may be whole.
    System(io::Error),
    /// What is in it makes no sense.
    Broken,
}

/// `Ok(None)`: there is no file.
fn read(path: &Path) -> Result<Option<Document>, ReadError> {
    match fs::read(path) {
        Ok(bytes) => Document::read(&bytes).map(Some).map_err(|_| ReadError::Broken),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ReadError::System(error)),
    }
}

/// `None` for what makes no sense, too.
fn read_whole(path: &Path) -> io::Result<Option<Document>> {
    match read(path) {
        Ok(document) => Ok(document),
        Err(ReadError::Broken) => Ok(None),
        Err(ReadError::System(error)) => Err(error),
    }
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
    use crate::preset::Preset;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("tomeru-settings-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn warn() -> Settings {
        Settings { policy: Policy::of(Preset::Warn), ..Settings::default() }
    }

    fn preset(store: &Store) -> Preset {
        store.in_force().policy.preset
    }

    fn loaded(settings: Settings, problem: Option<Problem>) -> Loaded {
        Loaded { settings, problem }
    }

    #[test]
    fn saved_settings_are_read_back_and_later_fields_kept() {
        let folder = folder("kept");
        assert_eq!(load(&folder), loaded(Settings::default(), None));
        fs::write(folder.join(FILE), r#"{"version":1,"preset":"stop","new_thing":{"a":1}}"#).unwrap();
        Store::open(&folder).save(&warn()).unwrap();
        assert_eq!(load(&folder), loaded(warn(), None));
        assert!(fs::read_to_string(folder.join(FILE)).unwrap().contains("new_thing"));
    }

    #[test]
    fn a_file_cut_at_any_byte_leaves_the_last_good_copy_in_force() {
        let folder = folder("cut");
        Store::open(&folder).save(&warn()).unwrap();
        Store::open(&folder).save(&warn()).unwrap();
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
            Store::open(&folder).save(&warn()).unwrap();
            fs::remove_file(folder.join(FILE)).unwrap();
            let _ = fs::remove_file(folder.join(LAST_GOOD));
        }
        assert_eq!(fs::read_to_string(folder.join("settings.broken-1.json")).unwrap(), "no json");
        assert!(fs::read_to_string(folder.join("settings.broken-2.json")).unwrap().contains("99"));
    }

    #[test]
    fn what_is_saved_is_in_force_and_a_store_knows_its_own_folder_only() {
        let (one, other) = (Store::open(folder("one")), Store::open(folder("other")));
        one.save(&warn()).unwrap();
        assert_eq!((preset(&one), preset(&other)), (Preset::Warn, Preset::Stop));
        assert_eq!(preset(&Store::open(one.folder())), Preset::Warn);
        fs::write(one.folder().join(FILE), "no json").unwrap();
        assert_eq!(preset(&one), Preset::Warn, "a call reads no file");
        let invalid = Settings { retention_days: u16::MAX, ..Settings::default() };
        assert!(one.save(&invalid).is_err());
        assert_eq!(preset(&one), Preset::Warn);
    }

    #[test]
    fn settings_that_make_no_sense_are_not_saved() {
        let folder = folder("invalid");
        Store::open(&folder).save(&warn()).unwrap();
        let invalid = Settings { retention_days: u16::MAX, ..Settings::default() };
        assert!(
            matches!(Store::open(&folder).save(&invalid), Err(Error::Invalid(told)) if told.starts_with("retention_days"))
        );
        assert_eq!(load(&folder), loaded(warn(), None));
    }

    #[test]
    fn what_the_system_refuses_to_read_is_tried_again_and_never_written_over() {
        let folder = folder("refused");
        let store = Store::open(&folder);
        store.save(&warn()).unwrap();
        // A folder in the place of the file: it is there and cannot be read, as with too many open files.
        for name in [FILE, LAST_GOOD] {
            let _ = fs::rename(folder.join(name), folder.join("hidden"));
            fs::create_dir_all(folder.join(name).join("kept")).unwrap();
        }
        let store = Store::open(&folder);
        assert!(store.in_force().unreadable);
        assert_eq!(store.load().problem, Some(Problem::Recommended));
        assert!(matches!(store.save(&Settings::default()), Err(Error::Io(_))));
        assert!(folder.join(FILE).join("kept").is_dir(), "set aside");
        assert!(store.in_force().unreadable);
        fs::remove_dir_all(folder.join(FILE)).unwrap();
        fs::write(folder.join(FILE), r#"{"version":1,"preset":"warn"}"#).unwrap();
        assert_eq!((store.in_force().unreadable, preset(&store)), (false, Preset::Warn), "not cached");
    }

    #[test]
    fn a_broken_file_without_a_good_copy_is_told_and_not_cached() {
        let folder = folder("broken");
        fs::write(folder.join(FILE), "no json").unwrap();
        let store = Store::open(&folder);
        assert!(store.in_force().unreadable);
        fs::write(folder.join(LAST_GOOD), r#"{"version":1,"preset":"warn"}"#).unwrap();
        let before = (store.in_force().unreadable, preset(&store));
        assert_eq!(before, (true, Preset::Warn), "the last good copy may be stricter than what was chosen last");
        store.save(&Settings::default()).unwrap();
        assert_eq!((store.in_force().unreadable, preset(&store)), (false, Preset::Stop));
        assert!(!Store::open(folder.join("none yet")).in_force().unreadable);
    }
}
