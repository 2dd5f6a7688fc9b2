// SPDX-License-Identifier: Apache-2.0
//! The settings file: one JSON document in device-protected storage, written in one step, with the last good copy
//! beside it. Reading writes nothing, so that a full disk cannot harm a call; a broken file is set aside when new
//! settings are saved, and never deleted.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Arc, RwLock},
};

use once_cell::sync::OnceCell;
use serde::{Deserialize, Serialize};

use crate::{Policy, Preset};

const FILE: &str = "settings.json";
const LAST_GOOD: &str = "settings.last-good.json";
/// The version this code writes; it reads every earlier one.
const VERSION: u32 = 1;

/// A document that was read and understood.
#[derive(Debug)]
struct Document {
    policy: Policy,
    later: serde_json::Map<String, serde_json::Value>,
}

/// The document as it is stored. What a later version of the app added is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    version: u32,
    preset: String,
    #[serde(flatten)]
    later: serde_json::Map<String, serde_json::Value>,
}

/// Settings, and what was wrong with the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Loaded {
    pub(crate) policy: Policy,
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
    let lock = cell().get_or_init(|| RwLock::new(Arc::new(*policy)));
    *lock.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(*policy);
}

/// Reads the settings in `folder`. Files that were never written are no problem.
pub(crate) fn load(folder: &Path) -> Loaded {
    let newest = read(&folder.join(FILE));
    if let Ok(Some(document)) = newest {
        return Loaded { policy: document.policy, problem: None };
    }
    match (newest, read(&folder.join(LAST_GOOD))) {
        (_, Ok(Some(document))) => Loaded { policy: document.policy, problem: Some(Problem::LastGood) },
        (Ok(_), Ok(None)) => Loaded { policy: Policy::default(), problem: None },
        _ => Loaded { policy: Policy::default(), problem: Some(Problem::Recommended) },
    }
}

/// Writes `policy` to `folder` and puts it in force. Killed at any point, either the old or the new settings are there.
///
/// # Errors
/// What the system says; the settings in force are then the old ones.
pub(crate) fn save(folder: &Path, policy: &Policy) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let path = folder.join(FILE);
    let mut later = serde_json::Map::new();
    match read(&path) {
        Ok(Some(document)) => {
            write(&folder.join(LAST_GOOD), &fs::read(&path)?)?;
            later = document.later;
        }
        Ok(None) => {}
        Err(_) => fs::rename(&path, free_name(folder))?,
    }
    let document = Stored { version: VERSION, preset: policy.preset.key().to_owned(), later };
    write(&path, &serde_json::to_vec_pretty(&document)?)?;
    replace(policy);
    Ok(())
}

/// `Ok(None)`: there is no file. An error's sentence names the field.
fn read(path: &Path) -> Result<Option<Document>, String> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.to_string()),
    };
    let stored: Stored = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
    if stored.version == 0 || stored.version > VERSION {
        return Err(format!("version: {} is not one that this app knows", stored.version));
    }
    let preset = Preset::from_key(&stored.preset).ok_or_else(|| format!("preset: {} is unknown", stored.preset))?;
    Ok(Some(Document { policy: Policy::of(preset), later: stored.later }))
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

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("tomeru-settings-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    const WARN: Policy = Policy::of(Preset::Warn);

    #[test]
    fn saved_settings_are_read_back_and_later_fields_kept() {
        let folder = folder("kept");
        assert_eq!(load(&folder), Loaded { policy: Policy::default(), problem: None });
        fs::write(folder.join(FILE), r#"{"version":1,"preset":"stop","new_thing":{"a":1}}"#).unwrap();
        save(&folder, &WARN).unwrap();
        assert_eq!(load(&folder), Loaded { policy: WARN, problem: None });
        assert!(fs::read_to_string(folder.join(FILE)).unwrap().contains("new_thing"));
    }

    #[test]
    fn a_file_cut_at_any_byte_leaves_the_last_good_copy_in_force() {
        let folder = folder("cut");
        save(&folder, &WARN).unwrap();
        save(&folder, &WARN).unwrap();
        let whole = fs::read(folder.join(FILE)).unwrap();
        for length in 0..whole.len() {
            fs::write(folder.join(FILE), &whole[..length]).unwrap();
            assert_eq!(load(&folder), Loaded { policy: WARN, problem: Some(Problem::LastGood) }, "{length} bytes");
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
            save(&folder, &WARN).unwrap();
            fs::remove_file(folder.join(FILE)).unwrap();
            let _ = fs::remove_file(folder.join(LAST_GOOD));
        }
        assert_eq!(fs::read_to_string(folder.join("settings.broken-1.json")).unwrap(), "no json");
        assert!(fs::read_to_string(folder.join("settings.broken-2.json")).unwrap().contains("99"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let folder = folder("named");
        fs::write(folder.join(FILE), r#"{"version":1,"preset":"loud"}"#).unwrap();
        assert_eq!(read(&folder.join(FILE)).unwrap_err(), "preset: loud is unknown");
    }
}
