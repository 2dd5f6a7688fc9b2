// SPDX-License-Identifier: Apache-2.0
//! What was in force before the last import, so that an import that does harm can be undone.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::file;
use crate::{
    action::Action,
    key::Pattern,
    policy::{BlockedNumber, NumberList, Policy},
};

/// How to go back behind an import. Kept beside its list, in a file of its own: it is no setting, and what is cut off
/// before the settings are saved leaves the way back of the import before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undo {
    /// The list that the import made.
    pub(crate) imported: u32,
    /// The list whose place it took.
    pub(crate) replaced: Option<NumberList>,
    /// What it added to the own numbers.
    pub(crate) beginnings: Vec<Pattern>,
}

impl Undo {
    /// How to go back behind the last import into `folder`; `None` if nobody knows, or the list that it made is not in
    /// `policy` any more.
    ///
    /// # Errors
    /// The system refuses to read.
    pub(crate) fn load(folder: &Path, policy: &Policy) -> io::Result<Option<Self>> {
        let mut last: Option<Self> = None;
        for list in &policy.lists {
            let kept = if_there(fs::read(path(folder, list.id)))?;
            let undo = kept.and_then(|kept| Self::of(&serde_json::from_slice(&kept).ok()?));
            last = last.into_iter().chain(undo).max_by_key(|undo| undo.imported);
        }
        let Some(undo) = last else { return Ok(None) };
        let is_there = match &undo.replaced {
            Some(list) => if_there(fs::metadata(file::path(folder, list.id)))?.is_some_and(|found| found.is_file()),
            None => true,
        };
        Ok(is_there.then_some(undo))
    }

    /// Keeps it.
    pub(crate) fn save(&self, folder: &Path) -> io::Result<()> {
        let beginnings: Vec<String> = self.beginnings.iter().map(Pattern::to_string).collect();
        let kept = json!({"imported": self.imported, "replaced": self.replaced, "beginnings": beginnings});
        let bytes = serde_json::to_vec_pretty(&kept).map_err(io::Error::from)?;
        file::write(&path(folder, self.imported), |out| out.write_all(&bytes))
    }

    /// What [`Undo::save`] kept. Field by field: a reader that serde derives costs more of the library.
    fn of(kept: &Value) -> Option<Self> {
        let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
        let list = |kept: &Value| {
            Some(NumberList {
                id: number(&kept["id"])?,
                name: kept["name"].as_str()?.to_owned(),
                action: Action::from_key(kept["action"].as_str()?)?,
                count: number(&kept["count"])?,
                imported_at: kept["imported_at"].as_i64()?,
            })
        };
        let replaced = &kept["replaced"];
        Some(Self {
            imported: number(&kept["imported"])?,
            replaced: if replaced.is_null() { None } else { Some(list(replaced)?) },
            beginnings: kept["beginnings"]
                .as_array()?
                .iter()
                .map(|text| text.as_str()?.parse().ok())
                .collect::<Option<_>>()?,
        })
    }

    /// Takes the import back out of `policy`. A beginning that is not as the import made it any more is the person's own.
    pub(crate) fn apply(self, policy: &mut Policy) {
        let Some(at) = policy.lists.iter().position(|list| list.id == self.imported) else { return };
        let made: Vec<NumberList> = policy.lists.splice(at..=at, self.replaced).collect();
        let is_made =
            |own: &BlockedNumber| made.iter().any(|list| (own.action, &own.note) == (list.action, &list.name));
        policy.blocked.retain(|own| !(self.beginnings.contains(&own.number) && is_made(own)));
    }
}

/// What was read; `None` if it is not there.
fn if_there<T>(read: io::Result<T>) -> io::Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Where the way back behind the import of list `id` is.
pub(super) fn path(folder: &Path, id: u32) -> PathBuf {
    file::path(folder, id).with_extension("undo")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(id: u32) -> NumberList {
        NumberList { id, name: String::new(), action: Action::Reject, count: 1, imported_at: 0 }
    }

    fn policy(lists: &[u32]) -> Policy {
        Policy { lists: lists.iter().map(|&id| list(id)).collect(), ..Policy::default() }
    }

    #[test]
    fn what_was_in_force_comes_back_in_its_place() {
        let begun =
            |number: &str, action| BlockedNumber { number: number.parse().unwrap(), action, note: String::new() };
        let beginnings = ["+1844*", "+1855*"].map(|number| number.parse().unwrap()).to_vec();
        let undo = Undo { imported: 4, replaced: Some(list(2)), beginnings };
        let mut after = policy(&[1, 4, 3]);
        let changed = begun("+1855*", Action::Warn);
        after.blocked = vec![begun("+1844*", Action::Reject), changed.clone()];
        undo.apply(&mut after);
        assert_eq!(after, Policy { blocked: vec![changed], ..policy(&[1, 2, 3]) });
        after.blocked.clear();
        Undo { imported: 3, replaced: None, beginnings: vec![] }.apply(&mut after);
        assert_eq!(after, policy(&[1, 2]));
    }

    #[test]
    fn it_is_offered_only_where_it_can_be_kept() {
        let folder = std::env::temp_dir().join(format!("tomeru-undo-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        assert_eq!(Undo::load(&folder, &policy(&[4])).unwrap(), None, "nothing was imported");
        let undo = Undo { imported: 4, replaced: Some(list(2)), beginnings: vec!["+1844*".parse().unwrap()] };
        undo.save(&folder).unwrap();
        assert_eq!(Undo::load(&folder, &policy(&[4])).unwrap(), None, "the file of the list before is gone");
        fs::write(folder.join("lists/2.numbers"), "").unwrap();
        assert_eq!(Undo::load(&folder, &policy(&[4])).unwrap(), Some(undo));
        assert_eq!(Undo::load(&folder, &policy(&[2])).unwrap(), None, "the list was removed");
        fs::write(path(&folder, 4), "{").unwrap();
        assert_eq!(Undo::load(&folder, &policy(&[4])).unwrap(), None, "it is broken");
    }
}
