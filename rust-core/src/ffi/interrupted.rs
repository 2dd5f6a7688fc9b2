// SPDX-License-Identifier: Apache-2.0
//! What is stored, if the process is killed between any two calls of the system, or the system refuses any of them:
//! each is done in turn to a process of its own, by `tests/faults/calls.c`. Then the folder is opened again.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use super::{
    api::{save_settings, settings_to_change},
    imports::{ListChoice, ListSource, import_list, last_import, remove_list, undo_import},
    ring::judge,
};
use crate::{
    action::Action,
    call::{Call, Circumstances},
    caller::Caller,
    key::NumberKey,
    lists,
    plan::Region,
    policy::{AllowedNumber, NumberList, Policy},
    preset::Preset,
    settings::{Problem, Settings, Store},
};

/// The numbers of the lists, by list.
const FIRST: &str = "+18445550101";
const SECOND: &str = "+18445550102";
/// What a broken file holds.
const JUNK: &str = "no settings at all";

/// What is done in a folder; whether it worked.
type Work = fn(&str) -> bool;

/// What is done while it happens, by name, and what is stored before.
const WORKS: [(&str, Begin, Work); 10] = [
    ("first save", Begin::Empty, |folder| save_settings(folder, &newest()).is_ok()),
    ("save", Begin::Chosen, |folder| save_settings(folder, &newest()).is_ok()),
    ("change", Begin::Chosen, change),
    ("save over broken", Begin::Broken, |folder| save_settings(folder, &newest()).is_ok()),
    ("save over broken alone", Begin::BrokenAlone, |folder| save_settings(folder, &newest()).is_ok()),
    ("import", Begin::Listed, |folder| import(folder, None)),
    ("import in its place", Begin::Listed, |folder| import(folder, Some(1))),
    ("undo", Begin::Replaced, |folder| undo_import(folder, 2, 2).is_ok_and(|done| done)),
    ("remove", Begin::Replaced, |folder| remove_list(folder, 2).is_ok()),
    ("decide", Begin::Warned, decided),
];

/// What is stored before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begin {
    /// Nothing.
    Empty,
    /// [`before`], then [`chosen`].
    Chosen,
    /// The same, and then the newest file broke.
    Broken,
    /// A broken file, and no good copy.
    BrokenAlone,
    /// [`chosen`] with list 1.
    Listed,
    /// The same with list 2 in its place.
    Replaced,
    /// A policy that rejects [`FIRST`] but for a list that warns of it. The good copy has no list.
    Warned,
}

fn settings(preset: Preset, note: &str) -> Settings {
    let allowed = vec![AllowedNumber { number: "+81312345678".parse().unwrap(), note: note.to_owned() }];
    Settings { policy: Policy { allowed, ..Policy::of(preset) }, ..Settings::default() }
}

fn before() -> Settings {
    settings(Preset::Stop, "before")
}

fn chosen() -> Settings {
    settings(Preset::Warn, "chosen")
}

fn newest() -> Settings {
    settings(Preset::Known, "newest")
}

fn changed() -> Settings {
    Settings { retention_days: 7, ..chosen() }
}

/// As the app does.
fn change(folder: &str) -> bool {
    settings_to_change(folder)
        .is_ok_and(|settings| save_settings(folder, &Settings { retention_days: 7, ..settings }).is_ok())
}

fn source(folder: &str, number: &str) -> ListSource {
    let path = Path::new(folder).join("source.txt");
    fs::write(&path, format!("{number}\n")).unwrap();
    ListSource {
        path: path.to_string_lossy().into_owned(),
        home: "JP".to_owned(),
        contacts: Vec::new(),
        dialled: Vec::new(),
    }
}

fn choice(action: Action, replaces: Option<u32>) -> ListChoice {
    ListChoice { name: "list".to_owned(), action, replaces, chosen: Vec::new(), beginnings: Vec::new() }
}

fn import(folder: &str, replaces: Option<u32>) -> bool {
    let path = Path::new(folder).join("source.txt").to_string_lossy().into_owned();
    let source = ListSource { path, home: "JP".to_owned(), contacts: Vec::new(), dialled: Vec::new() };
    import_list(folder, &source, &choice(Action::Silence, replaces), 2).is_ok()
}

/// Whether the call of [`FIRST`] rings.
fn decided(folder: &str) -> bool {
    let circumstances = Circumstances::at_home(Region::JAPAN);
    let caller = Caller::of(&Call::showing(FIRST), &circumstances.places);
    // The action is in the last bits of the answer.
    judge(&caller, circumstances, Some(folder), false) & 0xf <= Action::Warn as i64
}

fn prepare(begin: Begin, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let text = folder.to_str().unwrap();
    let save = |settings: &Settings| Store::open(folder).save(settings).unwrap();
    if begin == Begin::Empty {
        return;
    }
    if begin == Begin::Warned {
        save(&settings(Preset::Stop, "warned"));
        import_list(text, &source(text, FIRST), &choice(Action::Warn, None), 1).unwrap();
        return;
    }
    save(&before());
    save(&chosen());
    match begin {
        Begin::Broken | Begin::BrokenAlone => fs::write(folder.join("settings.json"), JUNK).unwrap(),
        Begin::Listed | Begin::Replaced => {
            import_list(text, &source(text, FIRST), &choice(Action::Reject, None), 1).unwrap();
            let next = source(text, SECOND);
            if begin == Begin::Replaced {
                import_list(text, &next, &choice(Action::Silence, Some(1)), 2).unwrap();
            }
        }
        _ => {}
    }
    if begin == Begin::BrokenAlone {
        fs::remove_file(folder.join("settings.last-good.json")).unwrap();
    }
}

/// What is wrong with what is stored in `folder`, if anything; `done` tells whether the work said that it was.
fn wrong(work: &str, folder: &Path, done: Option<bool>) -> Option<String> {
    let loaded = Store::open(folder).load();
    let (stored, problem) = (&loaded.settings, loaded.problem);
    let either = |old: &Settings, new: &Settings| {
        let is_right = match done {
            Some(true) => stored == new,
            Some(false) => stored == old,
            None => stored == old || stored == new,
        };
        (!is_right || problem.is_some()).then(|| format!("{problem:?}, {stored:?}"))
    };
    match work {
        "first save" => either(&Settings::default(), &newest()),
        "save" => either(&chosen(), &newest()),
        "change" => either(&chosen(), &changed()),
        "save over broken" | "save over broken alone" => {
            let old = if work == "save over broken" { Problem::LastGood } else { Problem::Recommended };
            let (was_done, was_not) = (problem.is_none() && *stored == newest(), problem == Some(old));
            let is_right = done.map_or(was_done || was_not, |done| if done { was_done } else { was_not });
            let is_kept = fs::read_dir(folder)
                .unwrap()
                .any(|file| fs::read_to_string(file.unwrap().path()).is_ok_and(|text| text == JUNK));
            (!is_right || !is_kept).then(|| format!("{problem:?}, kept {is_kept}, {stored:?}"))
        }
        "decide" => (done == Some(false)).then(|| "rejected".to_owned()),
        _ => wrong_list(work, folder, stored, problem, done),
    }
}

/// The lists that are in force, before and after.
fn lists_of(work: &str) -> (Vec<u32>, Vec<u32>) {
    match work {
        "import" => (vec![1], vec![1, 2]),
        "import in its place" => (vec![1], vec![2]),
        "undo" => (vec![2], vec![1]),
        _ => (vec![2], vec![]),
    }
}

fn wrong_list(
    work: &str,
    folder: &Path,
    stored: &Settings,
    problem: Option<Problem>,
    done: Option<bool>,
) -> Option<String> {
    if problem.is_some() {
        return Some(format!("{problem:?}"));
    }
    let (old, new) = lists_of(work);
    let ids: Vec<u32> = stored.policy.lists.iter().map(|list| list.id).collect();
    let is_right = done.map_or(ids == old || ids == new, |done| ids == if done { new } else { old.clone() });
    let is_whole = |list: &NumberList| {
        let number = if list.id == 1 { FIRST } else { SECOND };
        let found = |number| {
            let key = NumberKey::read(number, Region::JAPAN, Region::JAPAN).unwrap();
            lists::look_up(folder, std::slice::from_ref(list), &key)
        };
        found(number).action == Some(list.action) && !found("+18445550199").unreadable
    };
    if !is_right || !stored.policy.lists.iter().all(is_whole) || stored.policy.allowed != chosen().policy.allowed {
        return Some(format!("done {done:?}, {stored:?}"));
    }
    // The way back of the last import that is in force is there, and leads where it came from.
    let text = folder.to_str().unwrap();
    let last = ids.last()?;
    if work == "undo" && ids == [1] {
        return None;
    }
    match last_import(text) {
        Some(import) if import.list.id == *last => {}
        other => return Some(format!("the way back of {ids:?} is {:?}", other.map(|import| import.list.id))),
    }
    if !undo_import(text, *last, i64::from(*last)).unwrap() {
        return Some(format!("the import of {last} cannot be undone"));
    }
    let back = Store::open(folder).load().settings.policy.lists;
    let wanted = if ids == [1] { vec![] } else { vec![1] };
    let is_back = back.iter().map(|list| list.id).collect::<Vec<_>>() == wanted && back.iter().all(is_whole);
    (!is_back).then(|| format!("back from {ids:?} to {back:?}"))
}

/// A folder that a test may fill, empty.
fn folder(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("tomeru-interrupted-{}", std::process::id())).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn library() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/calls.c");
        let built = folder("library").join("calls.so");
        // What links Rust's programs compiles C, too.
        let mut compiler = Command::new("cc");
        compiler.args(["-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o"]).args([&built, &source]).arg("-ldl");
        assert!(compiler.status().unwrap().success());
        built
    })
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let at = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &at);
        } else {
            fs::copy(&path, &at).unwrap();
        }
    }
}

/// Does `work` in a process of its own, to which `how` happens at its call number `at`. The name of that call, or `None`
/// if there are fewer; and what the work said, unless it was killed.
fn run(work: usize, folder: &Path, at: usize, how: &str, error: i32) -> (Option<String>, Option<bool>) {
    let told = folder.with_extension("told");
    let _ = fs::remove_file(&told);
    let status = Command::new(env::current_exe().unwrap())
        .args(["--exact", "ffi::interrupted::works", "--ignored", "--test-threads=1", "-q"])
        .env("LD_PRELOAD", library())
        .env("WORK", work.to_string())
        .env("FAULT_FOLDER", folder)
        .env("FAULT_AT", at.to_string())
        .env("FAULT_HOW", how)
        .env("FAULT_ERROR", error.to_string())
        .env("FAULT_TOLD", &told)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    let said = match status.code() {
        Some(0) => Some(true),
        Some(_) => Some(false),
        None => None,
    };
    (fs::read_to_string(&told).ok(), said)
}

/// ENOSPC, EROFS, EMFILE, EIO, EACCES.
const ERRORS: [i32; 5] = [28, 30, 24, 5, 13];

/// Everything that goes wrong where `how` happens at each call of each work, and how many calls there were.
fn all(how: &str, errors: &[i32]) -> (usize, Vec<String>) {
    let (mut calls, mut found) = (0, Vec::new());
    for (number, &(name, begin, _)) in WORKS.iter().enumerate() {
        let template = folder(&format!("{how}-{number}"));
        // Everything is stored in the place where it will be read: the way back names no path.
        let place = template.join("place");
        prepare(begin, &place);
        let kept = template.join("kept");
        copy(&place, &kept);
        for at in 1.. {
            let mut came = false;
            // Each call fails in one way; the long run has all of them.
            let errors = if errors.len() == 1 { &ERRORS[at % ERRORS.len()..=at % ERRORS.len()] } else { errors };
            for &error in errors {
                copy(&kept, &place);
                let (call, said) = run(number, &place, at, how, error);
                let Some(call) = call else {
                    assert_eq!(said, Some(true), "{name}: nothing happened to it");
                    continue;
                };
                came = true;
                calls += 1;
                if let Some(told) = wrong(name, &place, said) {
                    found.push(format!("{name}, {how} at {at} ({call}), errno {error}, said {said:?}: {told}"));
                }
            }
            if !came {
                assert!(at > 3, "{name}: no call was seen");
                break;
            }
        }
    }
    (calls, found)
}

#[allow(clippy::print_stdout)] // what scripts/chaos shows
fn assert_whole(how: &str) {
    let errors: &[i32] = if env::var_os("TOMERU_LONG").is_some() && how != "kill" { &ERRORS } else { &ERRORS[..1] };
    let (calls, found) = all(how, errors);
    println!("{how}: {calls} calls of the system, {} findings", found.len());
    assert!(calls > 300, "{calls}");
    assert!(found.is_empty(), "{} of {calls}\n{}", found.len(), found.join("\n"));
}

#[test]
fn killed_between_any_two_calls_the_old_or_the_new_is_there_whole() {
    assert_whole("kill");
}

#[test]
fn any_call_that_the_system_refuses_once_changes_nothing_by_halves() {
    assert_whole("once");
}

#[test]
fn a_system_that_refuses_all_from_some_call_on_loses_nothing() {
    assert_whole("on");
}

#[test]
#[ignore = "what the others run in a process of its own"]
fn works() {
    let number: usize = env::var("WORK").unwrap().parse().unwrap();
    let done = (WORKS[number].2)(&env::var("FAULT_FOLDER").unwrap());
    std::process::exit(i32::from(!done));
}
