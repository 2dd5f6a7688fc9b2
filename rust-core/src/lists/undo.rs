// SPDX-License-Identifier: Apache-2.0
//! What was in force before the last import, so that an import that does harm can be undone.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::file;
use crate::{
    key::Pattern,
    policy::{NumberList, Policy},
};

/// How to go back behind an import. Kept beside the settings, in a file of its own: it is no setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    pub(crate) fn load(folder: &Path, policy: &Policy) -> Option<Self> {
        let undo: Self = serde_json::from_slice(&fs::read(path(folder)).ok()?).ok()?;
        let is_whole = undo.replaced.as_ref().is_none_or(|list| file::path(folder, list.id).is_file());
        (is_whole && policy.lists.iter().any(|list| list.id == undo.imported)).then_some(undo)
    }

    /// Keeps it, in the place of what was kept of an earlier import.
    pub(crate) fn save(&self, folder: &Path) -> io::Result<()> {
        file::write(&path(folder), |out| serde_json::to_writer(out, self).map_err(io::Error::from))
    }

    /// Takes the import back out of `policy`.
    pub(crate) fn apply(self, policy: &mut Policy) {
        if let Some(at) = policy.lists.iter().position(|list| list.id == self.imported) {
            policy.lists.splice(at..=at, self.replaced);
        }
        policy.blocked.retain(|own| !self.beginnings.contains(&own.number));
    }
}

/// Where it is kept.
fn path(folder: &Path) -> PathBuf {
    folder.join("last-import.json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        action::Action,
        policy::{BlockedNumber, Policy},
    };

    fn list(id: u32) -> NumberList {
        NumberList { id, name: String::new(), action: Action::Reject, count: 1, imported_at: 0 }
    }

    fn policy(lists: &[u32]) -> Policy {
        Policy { lists: lists.iter().map(|&id| list(id)).collect(), ..Policy::default() }
    }

    #[test]
    fn what_was_in_force_comes_back_in_its_place() {
        let pattern: Pattern = "+1844*".parse().unwrap();
        let undo = Undo { imported: 4, replaced: Some(list(2)), beginnings: vec![pattern] };
        let mut after = policy(&[1, 4, 3]);
        after.blocked = vec![BlockedNumber { number: pattern, action: Action::Reject, note: String::new() }];
        undo.apply(&mut after);
        assert_eq!(after, policy(&[1, 2, 3]));
        Undo { imported: 3, replaced: None, beginnings: vec![] }.apply(&mut after);
        assert_eq!(after, policy(&[1, 2]));
    }

    #[test]
    fn it_is_offered_only_where_it_can_be_kept() {
        let folder = std::env::temp_dir().join(format!("tomeru-undo-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        assert_eq!(Undo::load(&folder, &policy(&[4])), None, "nothing was imported");
        let undo = Undo { imported: 4, replaced: Some(list(2)), beginnings: vec![] };
        undo.save(&folder).unwrap();
        assert_eq!(Undo::load(&folder, &policy(&[4])), None, "the file of the list before is gone");
        fs::create_dir_all(folder.join("lists")).unwrap();
        fs::write(folder.join("lists/2.numbers"), "").unwrap();
        assert_eq!(Undo::load(&folder, &policy(&[4])), Some(undo));
        assert_eq!(Undo::load(&folder, &policy(&[2])), None, "the list was removed");
        fs::write(folder.join("last-import.json"), "{").unwrap();
        assert_eq!(Undo::load(&folder, &policy(&[4])), None, "it is broken");
    }
}
