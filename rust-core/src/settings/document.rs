// SPDX-License-Identifier: Apache-2.0
//! The settings as one JSON document: read strictly, carried over from earlier versions, written with everything that a
//! later version of the app may have put into it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    action::Action,
    error::Error,
    kind::Kind,
    policy::{OwnAction, Policy},
    preset::Preset,
};

/// The newest version this code writes; it reads every earlier one.
const VERSION: u64 = 4;
/// The version of settings that have nothing the version before could not say: earlier versions of the app read them.
const VERSION_BEFORE: u64 = 3;
const MAX_RETENTION_DAYS: u16 = 3650;

/// Everything that the user chose.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Settings {
    /// What happens to calls.
    pub policy: Policy,
    /// Number of days that records of calls are kept; 0: for ever.
    #[serde(default = "retention_days")]
    pub retention_days: u16,
}

fn retention_days() -> u16 {
    90
}

impl Default for Settings {
    /// The recommended ones.
    fn default() -> Self {
        Self { policy: Policy::of(Preset::default()), retention_days: retention_days() }
    }
}

impl Settings {
    /// Checks what types cannot.
    ///
    /// # Errors
    /// [`Error::Invalid`]: a sentence that names the first field that is wrong.
    pub fn validate(&self) -> Result<(), Error> {
        if self.retention_days > MAX_RETENTION_DAYS {
            let told = format!("retention_days: {} is more than {MAX_RETENTION_DAYS}", self.retention_days);
            return Err(Error::Invalid(told));
        }
        self.policy.validate().map_err(|sentence| Error::Invalid(format!("policy.{sentence}")))
    }
}

/// A document that was read and understood.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) settings: Settings,
    all: Map<String, Value>,
}

impl Document {
    /// Reads `bytes`.
    ///
    /// # Errors
    /// [`Error::Invalid`]: a sentence that names the field.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let mut all = object(bytes).map_err(Error::Invalid)?;
        migrate(&mut all).map_err(Error::Invalid)?;
        let settings: Settings = serde_path_to_error::deserialize(Value::Object(all.clone()))
            .map_err(|error| Error::Invalid(format!("{}: {}", error.path(), error.inner())))?;
        settings.validate()?;
        Ok(Self { settings, all })
    }

    /// The document of `settings`, with what `before` holds that this version does not know.
    pub(super) fn write(settings: &Settings, before: Option<&Self>) -> serde_json::Result<Vec<u8>> {
        let mut value = serde_json::to_value(settings)?;
        if let Value::Object(fields) = &mut value {
            let version = if is_new(&settings.policy) { VERSION } else { VERSION_BEFORE };
            fields.insert("version".into(), version.into());
            if let Some(before) = before {
                keep_unknown(fields, &before.all);
            }
        }
        serde_json::to_vec_pretty(&value)
    }
}

/// The policy in `text`, a file of settings that the app wrote: its own, or one that the user asked for.
///
/// # Errors
/// [`Error::Invalid`]: a sentence that names the field.
#[cfg(feature = "cli")]
pub fn policy_of_backup(text: &str) -> Result<Policy, Error> {
    Document::read(text.trim_start_matches('\u{feff}').as_bytes()).map(|document| document.settings.policy)
}

/// Whether `policy` says what settings of the version before cannot: earlier versions of the app read none of it then.
pub(super) fn is_new(policy: &Policy) -> bool {
    let is_new_preset = match policy.preset {
        Preset::Known => true,
        Preset::Stop | Preset::Warn => false,
    };
    let is_new_kind = |own: &OwnAction| match own.kind {
        Kind::PoliceShown | Kind::EmergencyShown => true,
        Kind::International
        | Kind::GlobalService
        | Kind::Unassigned
        | Kind::DisguisedDomestic
        | Kind::Impossible
        | Kind::HiddenRestricted
        | Kind::HiddenPayphone
        | Kind::HiddenUnknown
        | Kind::DomesticPremium
        | Kind::DomesticUnknown
        | Kind::Unreadable => false,
    };
    is_new_preset || policy.own_actions.iter().any(is_new_kind)
}

/// Whether `bytes` are the settings of a later version of the app.
pub(super) fn is_newer(bytes: &[u8]) -> bool {
    object(bytes).is_ok_and(|all| all.get("version").and_then(Value::as_u64).is_some_and(|version| version > VERSION))
}

fn object(bytes: &[u8]) -> Result<Map<String, Value>, String> {
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

/// Carries a document of an earlier version over, one version at a time.
fn migrate(all: &mut Map<String, Value>) -> Result<(), String> {
    loop {
        let version = all.get("version").and_then(Value::as_u64).ok_or("version: it is missing")?;
        match version {
            // 1 had the preset only; what came after it begins as recommended.
            1 => {
                let preset = all.remove("preset").ok_or("preset: it is missing")?;
                all.insert("policy".into(), Map::from_iter([("preset".to_owned(), preset)]).into());
            }
            // 2 named the countries whose calls ring.
            2 => {
                let countries = all.get_mut("policy").and_then(|policy| policy.get_mut("countries"));
                for entry in countries.and_then(Value::as_array_mut).into_iter().flatten() {
                    *entry = serde_json::json!({"country": entry.take(), "action": Action::Allow.key()});
                }
            }
            // 4 has kinds and a preset that 3 has not.
            VERSION_BEFORE => {}
            VERSION => return Ok(()),
            other => return Err(format!("version: {other} is not one that this app knows")),
        }
        all.insert("version".into(), (version + 1).into());
    }
}

/// Adds to `new` what `old` has and this version does not know.
fn keep_unknown(new: &mut Map<String, Value>, old: &Map<String, Value>) {
    for (key, old) in old {
        match (new.get_mut(key), old) {
            (None, _) => {
                new.insert(key.clone(), old.clone());
            }
            (Some(Value::Object(new)), Value::Object(old)) => keep_unknown(new, old),
            (Some(Value::Array(new)), Value::Array(old)) => keep_unknown_of_entries(new, old),
            (Some(_), _) => {}
        }
    }
}

/// The same for lists: an entry of `new` is the old one whose fields say the same, wherever it stood. One that was
/// changed is a new one.
fn keep_unknown_of_entries(new: &mut [Value], old: &[Value]) {
    for entry in new.iter_mut().filter_map(Value::as_object_mut) {
        let is_same = |old: &&Map<String, Value>| entry.iter().all(|(key, value)| old.get(key) == Some(value));
        if let Some(same) = old.iter().filter_map(Value::as_object).find(is_same) {
            *entry = same.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::CountryAction;

    fn read(json: &str) -> Result<Settings, String> {
        Document::read(json.as_bytes()).map(|document| document.settings).map_err(|error| error.to_string())
    }

    #[test]
    fn the_first_version_is_carried_over() {
        let settings = read(r#"{"version":1,"preset":"warn"}"#).unwrap();
        assert_eq!(settings, Settings { policy: Policy::of(Preset::Warn), ..Settings::default() });
        let written = Document::write(&settings, None).unwrap();
        assert!(String::from_utf8(written).unwrap().contains(r#""version": 3"#));
    }

    #[test]
    fn the_second_version_is_carried_over() {
        let policy = read(r#"{"version":2,"policy":{"preset":"warn","countries":["PH","US"]}}"#).unwrap().policy;
        let ring = |id: &str| CountryAction::new(id.parse().unwrap(), Action::Allow);
        assert_eq!(policy.countries, [ring("PH"), ring("US")]);
        let sentence = read(r#"{"version":2,"policy":{"preset":"warn","countries":["PH","XX"]}}"#).unwrap_err();
        assert!(sentence.contains("policy.countries[1].country: XX is no country"), "{sentence}");
        assert!(read(r#"{"version":2,"policy":{"preset":"warn","countries":"PH"}}"#).is_err());
    }

    #[test]
    fn only_what_is_new_asks_for_the_new_version() {
        let written = |policy: Policy| {
            let bytes = Document::write(&Settings { policy, ..Settings::default() }, None).unwrap();
            let version = serde_json::from_slice::<Value>(&bytes).unwrap()["version"].clone();
            (version, Document::read(&bytes).unwrap().settings.policy)
        };
        let own = |kind| Policy { own_actions: vec![OwnAction::new(kind, Action::Warn)], ..Policy::default() };
        assert_eq!(written(Policy::default()), (3.into(), Policy::default()));
        assert_eq!(written(own(Kind::Unreadable)), (3.into(), own(Kind::Unreadable)));
        for kind in [Kind::PoliceShown, Kind::EmergencyShown] {
            assert_eq!(written(own(kind)), (4.into(), own(kind)));
        }
        assert_eq!(written(Policy::of(Preset::Known)), (4.into(), Policy::of(Preset::Known)));
        // Written by hand, or by who knows: read as the strictest there is.
        let reject = read(
            r#"{"version":4,"policy":{"preset":"stop","own_actions":[{"kind":"police_shown","action":"reject"},
            {"kind":"emergency_shown","action":"reject"}]}}"#,
        );
        let policy = reject.unwrap().policy;
        let actions = [Kind::PoliceShown, Kind::EmergencyShown].map(|kind| policy.action_of(kind));
        assert_eq!(actions, [Action::Silence, Action::Warn]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let with = |field: &str| format!(r#"{{"version":3,"policy":{{"preset":"stop",{field}}}}}"#);
        for (json, sentence) in [
            (r#"{"preset":"stop"}"#.to_owned(), "version: it is missing"),
            (r#"{"version":1}"#.to_owned(), "preset: it is missing"),
            (r#"{"version":1,"preset":"loud"}"#.to_owned(), "policy.preset: unknown variant `loud`"),
            (r#"{"version":5,"policy":{"preset":"stop"}}"#.to_owned(), "version: 5 is not one"),
            (r#"{"version":3,"policy":{}}"#.to_owned(), "policy: missing field `preset`"),
            (r#"{"version":3,"policy":{"preset":"stop"},"retention_days":9999}"#.to_owned(), "retention_days: 9999"),
            (
                r#"{"version":3,"policy":{"preset":"stop"},"retention_days":"x"}"#.to_owned(),
                "retention_days: invalid type",
            ),
            (with(r#""dialled_days":400"#), "policy.dialled_days: 400 is more than 365"),
            (with(r#""dialled_days":-1"#), "policy.dialled_days: invalid value"),
            (with(r#""emergency_minutes":1441"#), "policy.emergency_minutes: 1441"),
            (
                with(r#""countries":[{"country":"US","action":"allow"},{"country":"XX","action":"allow"}]"#),
                "policy.countries[1].country: XX is no country",
            ),
            (
                with(r#""countries":[{"country":"US","action":"allow"},{"country":"us","action":"reject"}]"#),
                "policy.countries[1]: it is there twice",
            ),
            (with(r#""countries":["US"]"#), "policy.countries[0]: invalid type"),
            (with(r#""allowed":[{"number":"0x"}]"#), "policy.allowed[0].number: a number begins with +"),
            (with(r#""blocked":[{"number":"+1*","action":"allow"}]"#), "policy.blocked[0].action: allow"),
            (with(r#""passes":[{"country":null,"from":5,"until":5}]"#), "policy.passes[0].until"),
            (with(r#""passes":[{"country":null,"from":5,"until":31622406}]"#), "policy.passes[0].until"),
            (with(r#""own_actions":[{"kind":"hidden_payphone","action":"shout"}]"#), "policy.own_actions[0].action"),
            (with(r#""paused":"yes""#), "policy.paused: invalid type"),
        ] {
            let told = read(&json).unwrap_err();
            assert!(told.contains(sentence), "{json}\n  {told}");
        }
        let long = "あ".repeat(201);
        let note = with(&format!(r#""allowed":[{{"number":"+1*","note":"{long}"}}]"#));
        assert!(read(&note).unwrap_err().contains("policy.allowed[0].note"));
    }

    #[test]
    fn what_is_just_right_is_taken() {
        let json = r#"{"version":3,"retention_days":3650,"policy":{"preset":"warn","dialled_days":365,
            "emergency_minutes":1440,"passes":[{"country":"US","from":5,"until":31622405}]}}"#;
        let policy = read(json).unwrap().policy;
        assert_eq!((policy.dialled_days, policy.emergency_minutes, policy.passes.len()), (365, 1440, 1));
        assert_eq!(Preset::from_key(policy.preset.key()), Some(Preset::Warn));
        assert_eq!(Preset::from_key("loud"), None);
    }

    #[test]
    fn what_a_later_app_added_is_kept() {
        let json = r#"{"version":3,"new":{"a":1},"policy":{"preset":"stop","newer":[1],"countries":[{"country":"PH","action":"warn"}],
            "allowed":[{"number":"+1844*","note":"x","colour":"red"},{"number":"+44*","note":"","colour":"blue"}]}}"#;
        let document = Document::read(json.as_bytes()).unwrap();
        let mut settings = document.settings.clone();
        settings.policy.allowed.remove(0);
        settings.policy.preset = Preset::Warn;
        let written = Document::write(&settings, Some(&document)).unwrap();
        let value: Value = serde_json::from_slice(&written).unwrap();
        assert_eq!((&value["new"]["a"], &value["policy"]["newer"][0]), (&1.into(), &1.into()));
        assert_eq!(value["policy"]["preset"], "warn");
        assert_eq!(value["policy"]["countries"], serde_json::json!([{"country":"PH","action":"warn"}]));
        assert_eq!(value["policy"]["allowed"], serde_json::json!([{"number":"+44*","note":"","colour":"blue"}]),);
        assert_eq!(Document::read(&written).unwrap().settings, settings);
    }
}
