// SPDX-License-Identifier: Apache-2.0
//! The settings, through UniFFI.

use super::{places::home_of, stores::store};
use crate::{
    error::Error,
    key::Pattern,
    settings::{Problem, Settings},
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
    /// Nothing of a file was imported, and the list in force stays as it is.
    Refused,
}

impl std::fmt::Display for SettingsException {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invalid { detail } => write!(f, "the settings make no sense: {detail}"),
            Self::Write { detail } => write!(f, "the system refused: {detail}"),
            Self::Refused => f.write_str("the file is no list of numbers"),
        }
    }
}

impl std::error::Error for SettingsException {}

impl From<Error> for SettingsException {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(_) | Error::NoNumbers => Self::Refused,
            Error::Io(error) => Self::Write { detail: error.to_string() },
            Error::UnknownRegion(_) | Error::NotAPattern | Error::Invalid(_) => {
                Self::Invalid { detail: error.to_string() }
            }
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

/// The settings in `folder`, for a change of them: what [`load_settings`] reads, unless that is not what the user last
/// chose because the system refused to read it. A change of older ones would write over the newest.
///
/// # Errors
/// The system refused to read what may be whole.
#[uniffi::export]
pub fn settings_to_change(folder: &str) -> Result<Settings, SettingsException> {
    let settings = store(folder).load_to_change();
    settings.map_err(|error| SettingsException::Write { detail: error.to_string() })
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
    Pattern::read(text, home_of(home))
}
