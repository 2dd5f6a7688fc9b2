// SPDX-License-Identifier: Apache-2.0
//! Lists of numbers from files, through UniFFI: what a file holds, its import, and the way back.

use std::{fs::File, io, path::Path};

use super::{
    api::SettingsException,
    places::{self, home_of},
    stores::store,
};
use crate::{
    action::Action,
    call::{Call, Circumstances},
    caller::Caller,
    key::{NumberKey, Pattern},
    lists::{self, Undo},
    origin::locate_written,
    plan::Region,
    policy::{BlockedNumber, NumberList, Policy},
    settings::Store,
    table::{self, Danger, Options, Report},
    verdict::decide,
};

/// A file of numbers, and what has to be known to read it.
#[derive(uniffi::Record)]
pub struct ListSource {
    /// Where it is: UTF-8 or UTF-16, or what the report names as its encoding.
    pub path: String,
    /// The region (ISO 3166-1 alpha-2) that numbers in national form belong to.
    pub home: String,
    /// The numbers of the person's contacts, in any spelling.
    #[uniffi(default = [])]
    pub contacts: Vec<String>,
    /// The numbers that the person dialled lately.
    #[uniffi(default = [])]
    pub dialled: Vec<String>,
}

/// What the person wants of a file that was shown.
#[derive(uniffi::Record)]
pub struct ListChoice {
    /// What the list is called.
    pub name: String,
    /// What happens to calls from its numbers.
    pub action: Action,
    /// The list whose place it takes.
    #[uniffi(default = None)]
    pub replaces: Option<u32>,
    /// Dangerous numbers, as the report has them, that it has all the same.
    #[uniffi(default = [])]
    pub chosen: Vec<String>,
    /// Beginnings of numbers, as the report has them, that become own numbers.
    #[uniffi(default = [])]
    pub beginnings: Vec<Pattern>,
}

/// What happens to a call from a number.
#[derive(uniffi::Record)]
pub struct ListEffect {
    /// As long as it is on no new list.
    pub now: Action,
    /// If it is on a list of numbers to warn of.
    pub warned: Action,
    /// If it is on a list of numbers to silence.
    pub silenced: Action,
    /// If it is on a list of numbers to stop.
    pub stopped: Action,
}

/// The last import, as long as it can be undone.
#[derive(uniffi::Record)]
pub struct LastImport {
    /// The list that it made.
    pub list: NumberList,
    /// The list that comes back.
    pub replaced: Option<NumberList>,
}

/// What the file `source` holds, and what an import would take of it. Nothing is kept. Text in `Shift_JIS` and the like is
/// refused with the name of its encoding: the platform decodes it.
///
/// # Errors
/// The system refused to read.
#[uniffi::export]
pub fn read_list(source: &ListSource) -> Result<Report, SettingsException> {
    let own = source.own();
    let options = Options { own: &own, ..Options::at_home(home_of(&source.home)) };
    let (report, _) = table::read(File::open(&source.path).map_err(refused)?, &options)?;
    Ok(report)
}

/// What happens to calls from `numbers`, of each of which nothing else is known: now, and once they are on a list, which
/// takes the place of `replaces`. `places` as in [`explain`](super::explain::explain), `now` in seconds since 1970.
#[uniffi::export]
pub fn list_effects(
    folder: &str,
    numbers: Vec<String>,
    replaces: Option<u32>,
    places: i64,
    now: i64,
) -> Vec<ListEffect> {
    let places = places::unpack(places);
    let store = store(folder);
    // What is only for now would hide what the list does.
    let policy = Policy { paused: false, passes: Vec::new(), ..(*store.in_force().policy).clone() };
    let others: Vec<NumberList> = policy.lists.iter().filter(|list| Some(list.id) != replaces).cloned().collect();
    let effect = |number: String| {
        let caller = Caller::of(&Call::showing(&number), &places);
        let listed = |lists: &[NumberList]| {
            caller.key.as_ref().and_then(|key| lists::look_up(store.folder(), lists, key).action)
        };
        let others = listed(&others);
        let action =
            |listed| decide(&caller, &Circumstances { now, listed, ..Circumstances::of(places) }, &policy).action;
        let then = |chosen| action(others.max(Some(chosen)));
        ListEffect {
            now: action(listed(&policy.lists)),
            warned: then(Action::Warn),
            silenced: then(Action::Silence),
            stopped: then(Action::Reject),
        }
    };
    numbers.into_iter().map(effect).collect()
}

/// Makes a list of the numbers in the file `source`, as the person wants it, and puts it in force. `now` is in seconds
/// since 1970.
///
/// # Errors
/// Nothing was imported, and nothing changed.
#[uniffi::export]
pub fn import_list(
    folder: &str,
    source: &ListSource,
    choice: &ListChoice,
    now: i64,
) -> Result<NumberList, SettingsException> {
    let store = store(folder);
    let mut settings = store.load_to_change().map_err(refused)?;
    let home = home_of(&source.home);
    let id = new_id(&store).map_err(refused)?;
    let place = settings.policy.lists.iter().position(|old| Some(old.id) == choice.replaces);
    if place.is_none() && choice.replaces.is_some() {
        // The person was told that it takes the place of a list, which is gone.
        return Err(SettingsException::Refused);
    }
    let (own, chosen) = (source.own(), keys(&choice.chosen, home));
    let options = Options { own: &own, chosen: &chosen, ..Options::at_home(home) };
    let report = lists::import(store.folder(), id, Path::new(&source.path), &options)?;
    let policy = &mut settings.policy;
    let list =
        NumberList { id, name: choice.name.clone(), action: choice.action, count: report.count, imported_at: now };
    let replaced = match place {
        Some(at) => Some(std::mem::replace(&mut policy.lists[at], list.clone())),
        None => {
            policy.lists.push(list.clone());
            None
        }
    };
    let is_new = |number: &&Pattern| policy.blocked.iter().all(|own| own.number != **number);
    let beginnings: Vec<Pattern> = choice.beginnings.iter().filter(is_new).copied().collect();
    let note = || choice.name.clone();
    policy.blocked.extend(beginnings.iter().map(|&number| BlockedNumber { number, action: list.action, note: note() }));
    // Before the settings: a way back that leads nowhere harms nobody.
    let undo = Undo { imported: id, replaced, beginnings };
    undo.save(store.folder()).map_err(refused)?;
    store.save(&settings)?;
    tidy(&store);
    Ok(list)
}

/// The last import, if it can be undone; `null` if not.
#[uniffi::export]
pub fn last_import(folder: &str) -> Option<LastImport> {
    let store = store(folder);
    let policy = store.load().settings.policy;
    let undo = Undo::load(store.folder(), &policy).ok().flatten()?;
    let list = policy.lists.into_iter().find(|list| list.id == undo.imported)?;
    Some(LastImport { list, replaced: undo.replaced })
}

/// Undoes the import that made list `id` at `imported_at` (seconds since 1970), if it was the last one: the list before it
/// is in force again, and its beginnings of numbers are no own numbers any more. Whether it did.
///
/// # Errors
/// The settings could not be saved; nothing has changed.
#[uniffi::export]
pub fn undo_import(folder: &str, id: u32, imported_at: i64) -> Result<bool, SettingsException> {
    let store = store(folder);
    let mut settings = store.load_to_change().map_err(refused)?;
    // An id may have been another list's before.
    let is_there = settings.policy.lists.iter().any(|now| (now.id, now.imported_at) == (id, imported_at));
    let undo = Undo::load(store.folder(), &settings.policy).map_err(refused)?;
    let undo = undo.filter(|undo| is_there && undo.imported == id);
    let Some(undo) = undo else { return Ok(false) };
    undo.apply(&mut settings.policy);
    store.save(&settings)?;
    tidy(&store);
    Ok(true)
}

/// Takes list `id` out of force.
///
/// # Errors
/// The settings could not be saved; the list is still in force.
#[uniffi::export]
pub fn remove_list(folder: &str, id: u32) -> Result<(), SettingsException> {
    let store = store(folder);
    let mut settings = store.load_to_change().map_err(refused)?;
    settings.policy.lists.retain(|list| list.id != id);
    store.save(&settings)?;
    tidy(&store);
    Ok(())
}

impl ListSource {
    /// What the person knows, and why it is dangerous to stop.
    fn own(&self) -> Vec<(NumberKey, Danger)> {
        let home = home_of(&self.home);
        let of = |numbers, danger| keys(numbers, home).into_iter().map(move |key| (key, danger));
        of(&self.contacts, Danger::OwnContact).chain(of(&self.dialled, Danger::Dialled)).collect()
    }
}

fn keys(numbers: &[String], home: Region) -> Vec<NumberKey> {
    numbers.iter().filter_map(|number| NumberKey::of(&locate_written(number, home, home))).collect()
}

fn refused(error: io::Error) -> SettingsException {
    SettingsException::Write { detail: error.to_string() }
}

/// What leads back behind the last import.
fn last_undo(store: &Store) -> io::Result<Option<Undo>> {
    Undo::load(store.folder(), &store.load_to_change()?.policy)
}

/// The lists whose files are needed: those of the settings and of their last good copy, and what an undo brings back.
fn kept(store: &Store) -> io::Result<Vec<NumberList>> {
    let mut lists = store.lists_in_use()?;
    lists.extend(last_undo(store)?.and_then(|undo| undo.replaced));
    Ok(lists)
}

/// An id that no list has, nor any file: what is in use is not written over.
fn new_id(store: &Store) -> io::Result<u32> {
    let of_files = lists::highest_id(store.folder())?;
    Ok(kept(store)?.iter().map(|list| list.id).fold(of_files, u32::max).wrapping_add(1))
}

/// Deletes the files of other lists. It may fail, and where it is not known which lists are needed it must: a file too
/// many harms nobody.
fn tidy(store: &Store) {
    let tidied = kept(store).and_then(|kept| {
        let last = last_undo(store)?.map(|undo| undo.imported);
        lists::remove_unused_but(store.folder(), &kept, last)
    });
    if tidied.is_err() {
        log::warn!("files of old lists could not be deleted");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{policy::Policy, preset::Preset, settings::Settings};

    /// A folder of settings of its own, and the path of a file in it that holds `text`.
    fn made(name: &str, text: &str) -> (String, ListSource) {
        let folder = std::env::temp_dir().join(format!("tomeru-imports-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("source.csv");
        std::fs::write(&path, text).unwrap();
        let path = path.to_string_lossy().into_owned();
        let source = ListSource { path, home: "JP".to_owned(), contacts: vec![], dialled: vec![] };
        (folder.to_string_lossy().into_owned(), source)
    }

    fn choice(action: Action) -> ListChoice {
        ListChoice { name: "list".to_owned(), action, replaces: None, chosen: vec![], beginnings: vec![] }
    }

    fn rewrite(source: &ListSource, text: &str) {
        std::fs::write(&source.path, text).unwrap();
    }

    fn policy(folder: &str) -> Policy {
        store(folder).load().settings.policy
    }

    fn listed(folder: &str, number: &str) -> Option<Action> {
        let key = NumberKey::read(number, Region::JAPAN, Region::JAPAN).unwrap();
        lists::look_up(Path::new(folder), &policy(folder).lists, &key).action
    }

    #[test]
    fn a_look_at_a_file_keeps_nothing_and_the_persons_own_numbers_are_left_out() {
        let (folder, mut source) = made("look", "0312345678\n0612345678\n+18445550101\n0335814321\n");
        source.contacts = vec!["03 1234 5678".to_owned(), "no number".to_owned()];
        source.dialled = vec!["+81612345678".to_owned()];
        let report = read_list(&source).unwrap();
        assert_eq!(report.count, 1);
        let told: Vec<_> = report.dangerous.iter().map(|row| (row.number.as_str(), row.danger)).collect();
        let contact = ("+81312345678", Danger::OwnContact);
        assert_eq!(told, [contact, ("+81612345678", Danger::Dialled), ("+81335814321", Danger::Police)]);
        assert!(policy(&folder).lists.is_empty() && !Path::new(&folder).join("lists").exists());
        let chosen = vec!["+81312345678".to_owned(), "+81335814321".to_owned()];
        let list = import_list(&folder, &source, &ListChoice { chosen, ..choice(Action::Warn) }, 7).unwrap();
        assert_eq!((list.count, list.action, list.imported_at), (3, Action::Warn, 7));
        assert_eq!(listed(&folder, "0312345678"), Some(Action::Warn));
        assert_eq!(listed(&folder, "0612345678"), None);
    }

    #[test]
    fn every_dangerous_number_can_be_chosen_by_the_name_that_the_report_gives_it() {
        let (folder, source) = made("chosen", "110\n#9110\n188\n0120210364\n0335814321\n+18445550101\n");
        let report = read_list(&source).unwrap();
        assert_eq!((report.count, report.dangerous_count), (1, 5));
        let chosen = report.dangerous.into_iter().map(|row| row.number).collect();
        let list = import_list(&folder, &source, &ListChoice { chosen, ..choice(Action::Warn) }, 0).unwrap();
        assert_eq!(list.count, 6);
    }

    #[test]
    fn the_last_import_is_undone_once_with_its_beginnings() {
        let (folder, source) = made("undo", "0312345678\n");
        assert!(last_import(&folder).is_none());
        let first = import_list(&folder, &source, &choice(Action::Reject), 0).unwrap();
        rewrite(&source, "0612345678\n+1844*\n+1855*\n");
        let mut settings = store(&folder).load().settings;
        let own = BlockedNumber { number: "+1855*".parse().unwrap(), action: Action::Warn, note: "own".to_owned() };
        settings.policy.blocked.push(own.clone());
        store(&folder).save(&settings).unwrap();
        let beginnings: Vec<Pattern> = ["+1844*", "+1855*"].map(|text| text.parse().unwrap()).to_vec();
        let second = ListChoice { replaces: Some(first.id), beginnings, ..choice(Action::Silence) };
        let second = import_list(&folder, &source, &second, 0).unwrap();
        assert_eq!((listed(&folder, "0312345678"), listed(&folder, "0612345678")), (None, Some(Action::Silence)));
        assert_eq!(policy(&folder).blocked.len(), 2);
        let last = last_import(&folder).unwrap();
        assert_eq!((last.list.id, last.replaced.as_ref()), (second.id, Some(&first)));
        assert!(!undo_import(&folder, first.id, 0).unwrap(), "another one");
        assert!(undo_import(&folder, second.id, 0).unwrap());
        assert_eq!((listed(&folder, "0312345678"), listed(&folder, "0612345678")), (Some(Action::Reject), None));
        assert_eq!(policy(&folder).blocked, [own], "what was there before stays");
        assert!(last_import(&folder).is_none() && !undo_import(&folder, second.id, 0).unwrap());
        // The last good copy of the settings still names the list that was undone.
        rewrite(&source, "0452345678\n");
        assert_ne!(import_list(&folder, &source, &choice(Action::Warn), 0).unwrap().id, second.id);
    }

    #[test]
    fn what_is_refused_or_cut_off_leaves_the_list_in_force_and_the_way_back() {
        let (folder, source) = made("refused", "0312345678\n");
        let first = import_list(&folder, &source, &choice(Action::Reject), 0).unwrap();
        let replaces = ListChoice { replaces: Some(first.id), ..choice(Action::Reject) };
        for text in ["%PDF-1.7\n0612345678\n", "0612345678\na\nb\nc\n", "+1844*\n", ""] {
            rewrite(&source, text);
            assert!(import_list(&folder, &source, &replaces, 0).is_err(), "{text}");
            assert_eq!(listed(&folder, "0312345678"), Some(Action::Reject), "{text}");
            assert_eq!(last_import(&folder).unwrap().list, first);
        }
        // Killed after the numbers and the way back were written, before the settings were.
        std::fs::write(Path::new(&folder).join("lists/2.numbers"), "half").unwrap();
        std::fs::write(Path::new(&folder).join("lists/3.new"), "half").unwrap();
        Undo { imported: 2, replaced: Some(first.clone()), beginnings: vec![] }.save(Path::new(&folder)).unwrap();
        assert_eq!(listed(&folder, "0312345678"), Some(Action::Reject));
        assert_eq!(last_import(&folder).unwrap().list, first);
        rewrite(&source, "0612345678\n");
        let gone = ListChoice { replaces: Some(7), ..choice(Action::Reject) };
        assert!(matches!(import_list(&folder, &source, &gone, 0), Err(SettingsException::Refused)));
        let second = import_list(&folder, &source, &replaces, 5).unwrap();
        assert_ne!(second.id, 2, "a file has it");
        assert!(!undo_import(&folder, second.id, 4).unwrap(), "another list had the id");
        assert_eq!((listed(&folder, "0312345678"), listed(&folder, "0612345678")), (None, Some(Action::Reject)));
        assert!(!Path::new(&folder).join("lists/3.new").exists());
    }

    #[test]
    fn a_number_does_what_is_promised_before_it_is_on_the_list() {
        let (folder, source) = made("effects", "0312345678\n+18445550101\n");
        let settings = Settings { policy: Policy::of(Preset::Warn), ..Settings::default() };
        store(&folder).save(&settings).unwrap();
        // At home in Japan.
        let places = 0;
        let numbers = vec!["+81312345678".to_owned(), "+18445550101".to_owned()];
        let seen = |replaces| list_effects(&folder, numbers.clone(), replaces, places, 0);
        let before = seen(None);
        assert_eq!(before.iter().map(|effect| effect.now).collect::<Vec<_>>(), [Action::Allow, Action::Warn]);
        assert!(before.iter().all(|effect| (effect.warned, effect.stopped) == (Action::Warn, Action::Reject)));
        let list = import_list(&folder, &source, &choice(Action::Silence), 0).unwrap();
        assert!(seen(None).iter().all(|effect| (effect.now, effect.warned) == (Action::Silence, Action::Silence)));
        assert!(
            seen(Some(list.id)).iter().all(|effect| (effect.now, effect.warned) == (Action::Silence, Action::Warn))
        );
    }
}
