// SPDX-License-Identifier: Apache-2.0
//! The settings and the lists, through UniFFI.

use std::path::Path;

use super::stores::store;
use crate::{
    action::Action,
    key::Pattern,
    lists::{self, ImportError},
    plan::Region,
    policy::NumberList,
    settings::{Problem, SaveError, Settings, Store},
    table::{self, Options, Refusal},
};

/// Settings, and what was wrong with their file.
#[derive(uniffi::Record)]
pub struct StoredSettings {
    /// What the user wants.
    pub settings: Settings,
    /// Why this is not what the user last chose; `null` if it is.
    pub problem: Option<Problem>,
}

/// Why something could not be saved; the settings in force are the old ones.
#[derive(Debug, uniffi::Error)]
pub enum SettingsException {
    /// A field holds what it must not.
    Invalid {
        /// A sentence that names the field.
        detail: String,
    },
    /// The system refused to read or write.
    Write {
        /// In the system's words.
        detail: String,
    },
    /// A file has more numbers than a list can hold.
    TooMany,
    /// A file has no number, or is mostly something else.
    Empty,
}

impl std::fmt::Display for SettingsException {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invalid { detail } => write!(f, "the settings make no sense: {detail}"),
            Self::Write { detail } => write!(f, "the system refused: {detail}"),
            Self::TooMany => write!(f, "a list holds {} numbers at most", table::MAX_NUMBERS),
            Self::Empty => f.write_str("the file is no list of numbers"),
        }
    }
}

impl std::error::Error for SettingsException {}

impl From<SaveError> for SettingsException {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Invalid(detail) => Self::Invalid { detail },
            SaveError::Write(error) => Self::Write { detail: error.to_string() },
        }
    }
}

impl From<ImportError> for SettingsException {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Refused(report) if report.refused == Some(Refusal::TooMany) => Self::TooMany,
            ImportError::Refused(_) | ImportError::NoNumbers(_) => Self::Empty,
            ImportError::Io(error) => Self::Write { detail: error.to_string() },
        }
    }
}

/// The recommended settings.
#[uniffi::export]
pub fn recommended_settings() -> Settings {
    Settings::default()
}

/// Reads the settings in `folder`; what cannot be read falls back to the last good copy, then to the recommended ones.
#[uniffi::export]
pub fn load_settings(folder: &str) -> StoredSettings {
    let loaded = store(folder).load();
    StoredSettings { settings: loaded.settings, problem: loaded.problem }
}

/// Writes `settings` to `folder`; the next call is decided by them.
///
/// # Errors
/// A field makes no sense, or the system refused to write; the settings in force are the old ones.
#[uniffi::export]
pub fn save_settings(folder: &str, settings: &Settings) -> Result<(), SettingsException> {
    Ok(store(folder).save(settings)?)
}

/// What a person wrote, a number in any spelling or its prefix and a `*`, as the settings hold it; `null` if it is
/// neither. `home` is the region (ISO 3166-1 alpha-2) that a number in national form is dialled in.
#[uniffi::export(default(home = "JP"))]
pub fn pattern_of(text: &str, home: &str) -> Option<Pattern> {
    Pattern::read(text, region(home))
}

/// A row that holds no number, or a number that is left out because it is dangerous to stop.
#[derive(uniffi::Record)]
pub struct BadLine {
    /// Counted from 1.
    pub line: u64,
    /// Its beginning.
    pub text: String,
}

/// What became of a file of numbers.
#[derive(uniffi::Record)]
pub struct ImportReport {
    /// The list, which is in force now.
    pub list: NumberList,
    /// Numbers that came more than once.
    pub repeated: u64,
    /// How many lines were not taken, or not whole.
    pub bad: u64,
    /// The first of them.
    pub bad_lines: Vec<BadLine>,
}

/// Makes a list of the numbers in the file `source` and puts it in force; `replaces` is the list that it takes the place
/// of. `now` is in seconds since 1970, `home` as in [`pattern_of`].
///
/// # Errors
/// Nothing was imported, and nothing changed.
#[uniffi::export(default(replaces = None, home = "JP"))]
pub fn import_list(
    folder: &str,
    source: &str,
    name: &str,
    action: Action,
    now: i64,
    replaces: Option<u32>,
    home: &str,
) -> Result<ImportReport, SettingsException> {
    let store = store(folder);
    let mut settings = store.load().settings;
    let lists = &mut settings.policy.lists;
    let id = lists.iter().map(|list| list.id).max().unwrap_or_default().wrapping_add(1);
    let report = lists::import(store.folder(), id, Path::new(source), &Options::at_home(region(home)))?;
    let list = NumberList { id, name: name.to_owned(), action, count: report.count, imported_at: now };
    lists.retain(|old| Some(old.id) != replaces);
    lists.push(list.clone());
    store.save(&settings)?;
    tidy(&store);
    let dangerous = report.dangerous.into_iter().map(|row| BadLine { line: row.line, text: row.number });
    let rows = report.not_taken.into_iter().map(|row| BadLine { line: row.line, text: row.text });
    let begun = report.beginnings.iter().map(|row| BadLine { line: row.line, text: row.pattern.to_string() });
    let mut bad_lines: Vec<BadLine> = rows.chain(dangerous).chain(begun).collect();
    bad_lines.sort_by_key(|row| row.line);
    let not_taken = report.reasons.iter().map(|reason| reason.count).sum::<u64>();
    let bad = not_taken + report.dangerous_count + report.beginning_count;
    Ok(ImportReport { list, repeated: report.repeated, bad, bad_lines })
}

/// The region of an identifier from the app; Japan if there is none such.
pub(super) fn region(id: &str) -> Region {
    Region::new(id).unwrap_or(Region::JAPAN)
}

/// Takes list `id` out of force.
///
/// # Errors
/// The settings could not be saved; the list is still in force.
#[uniffi::export]
pub fn remove_list(folder: &str, id: u32) -> Result<(), SettingsException> {
    let store = store(folder);
    let mut settings = store.load().settings;
    settings.policy.lists.retain(|list| list.id != id);
    store.save(&settings)?;
    tidy(&store);
    Ok(())
}

/// Deletes the files of lists that neither the settings nor their last good copy names. It may fail: a file too many
/// harms nobody.
fn tidy(store: &Store) {
    let used = store.lists_in_use();
    if lists::remove_unused(store.folder(), used.iter()).is_err() {
        log::warn!("files of old lists could not be deleted");
    }
}
