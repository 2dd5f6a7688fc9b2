// SPDX-License-Identifier: Apache-2.0
//! Imports point one way: no file needs another that needs it, whatever re-exports lie between.
#![allow(clippy::unwrap_used)] // its helpers are parts of tests, too

mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use source::Source;

type Module = Vec<String>;

/// The modules of a crate, each with what its file says.
struct Crate(BTreeMap<Module, Source>);

impl Crate {
    /// Reads every module that can be reached from the file `root`.
    fn read(root: &Path) -> Self {
        let mut modules = BTreeMap::new();
        let folder = root.parent().unwrap();
        let mut todo: Vec<(Module, _)> = vec![(Vec::new(), root.to_owned())];
        while let Some((module, file)) = todo.pop() {
            let source = Source::read(&fs::read_to_string(&file).unwrap());
            for child in &source.children {
                let path: Module = module.iter().chain([child]).cloned().collect();
                let beside = folder.join(path.join("/"));
                let files = [beside.with_extension("rs"), beside.join("mod.rs")];
                let file = files.into_iter().find(|file| file.exists()).expect("every module has a file");
                todo.push((path, file));
            }
            modules.insert(module, source);
        }
        Self(modules)
    }

    fn of(files: &[(&str, &str)]) -> Self {
        let module = |name: &str| name.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        Self(files.iter().map(|(name, text)| (module(name), Source::read(text))).collect())
    }

    /// For each module the modules that define what it names.
    fn needs(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let needs_of = |(module, source): (&Module, &Source)| {
            let paths = source.paths.iter().filter_map(|path| self.definition(module, path));
            (module.clone(), paths.filter(|needed| needed != module).collect())
        };
        self.0.iter().map(needs_of).collect()
    }

    /// The module that defines what `path` names in `module`; `None` if it is of another crate, or a name in scope.
    fn definition(&self, module: &Module, path: &[String]) -> Option<Module> {
        let (mut at, mut rest) = match path.first()?.as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (module.clone(), &path[1..]),
            "super" => (module.clone(), path),
            first => {
                let child: Module = module.iter().cloned().chain([first.to_owned()]).collect();
                if !self.0.contains_key(&child) {
                    return None;
                }
                (module.clone(), path)
            }
        };
        while let Some((name, after)) = rest.split_first() {
            if name == "super" {
                at.pop();
            } else {
                at.push(name.clone());
                if !self.0.contains_key(&at) {
                    at.pop();
                    let here = self.0.get(&at)?.re_exports.get(name);
                    // A macro is re-exported under its own name where it is defined.
                    return match here.filter(|path| path.len() > 1) {
                        Some(path) => self.definition(&at, path),
                        None => Some(at),
                    };
                }
            }
            rest = after;
        }
        Some(at)
    }
}

/// A way from a node back to itself, if there is one.
fn circle<T: Ord + Clone>(needs: &BTreeMap<T, BTreeSet<T>>) -> Option<Vec<T>> {
    fn visit<T: Ord + Clone>(
        node: &T,
        needs: &BTreeMap<T, BTreeSet<T>>,
        way: &mut Vec<T>,
        done: &mut BTreeSet<T>,
    ) -> Option<Vec<T>> {
        if let Some(from) = way.iter().position(|before| before == node) {
            return Some(way[from..].iter().chain([node]).cloned().collect());
        }
        if !done.contains(node) {
            way.push(node.clone());
            for needed in needs.get(node).into_iter().flatten() {
                if let Some(found) = visit(needed, needs, way, done) {
                    return Some(found);
                }
            }
            way.pop();
            done.insert(node.clone());
        }
        None
    }
    let mut done = BTreeSet::new();
    needs.keys().find_map(|node| visit(node, needs, &mut Vec::new(), &mut done))
}

/// The same between the folders and files at the top of a crate.
fn of_top(needs: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeMap<String, BTreeSet<String>> {
    let mut top: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, needed) in needs {
        let Some(name) = module.first() else { continue };
        let others = needed.iter().filter_map(|other| other.first()).filter(|other| *other != name);
        top.entry(name.clone()).or_default().extend(others.cloned());
    }
    top
}

#[test]
fn no_file_and_no_folder_needs_one_that_needs_it() {
    for (root, least) in [("src/lib.rs", 50), ("src/bin/tomeru/main.rs", 4), ("compiler/src/lib.rs", 7)] {
        let modules = Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(root));
        assert!(modules.0.len() >= least, "{root}: {} modules", modules.0.len());
        let needs = modules.needs();
        assert_eq!(
            circle(&needs).map(|way| way.iter().map(|module| module.join("::")).collect::<Vec<_>>()),
            None,
            "{root}"
        );
        assert_eq!(circle(&of_top(&needs)), None, "{root}");
    }
}

#[test]
fn arrows_that_are_known_are_seen() {
    let needs = Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).needs();
    for (from, to) in [
        ("verdict", "rule"),
        // Seen through `plan/mod.rs`, and through a path in the middle of code.
        ("call", "plan::tables"),
        ("ffi::ring", "lists::lookup"),
        ("origin::locate", "origin::services"),
    ] {
        let module = |name: &str| name.split("::").map(str::to_owned).collect::<Module>();
        assert!(needs[&module(from)].contains(&module(to)), "{from} -> {to}");
    }
}

#[test]
fn a_circle_is_found_through_re_exports_and_in_code() {
    let circular: [&[(&str, &str)]; 5] = [
        &[("", "pub use a::A; pub use b::B;"), ("a", "use crate::B; pub struct A;"), ("b", "use crate::A;")],
        &[
            ("", "pub(crate) use a::{self, inner::A};"),
            ("a", ""),
            ("a/inner", "use crate::b::{B, C};"),
            ("b", "use crate::{A as _, x};"),
        ],
        &[("", ""), ("a", "fn f() { super::b::g(\"//\") }"), ("b", "fn g() { format!(\"{}\", crate::a::f()) }")],
        &[("", ""), ("a", "mod child; fn f() { child::g() }"), ("a/child", "fn g() { super::f() }")],
        &[("", ""), ("a", "mod c; pub use c::C; fn f() -> C { }"), ("a/c", "use super::f; pub struct C;")],
    ];
    for files in circular {
        assert!(circle(&Crate::of(files).needs()).is_some(), "{files:?}");
    }
    let straight: [&[(&str, &str)]; 4] = [
        &[("", ""), ("a", "mod c; pub use c::C; fn f() { }"), ("a/c", "use super::f; pub struct C;")],
        &[("", "pub use a::A;"), ("a", "pub struct A;"), ("b", "use crate::A; use std::fmt;")],
        &[("", ""), ("a", "#[cfg(test)] mod tests { use crate::b; fn f() { b::g() } }"), ("b", "use crate::a::A;")],
        &[
            ("", ""),
            ("a", "// use crate::b;\nconst B: &str = \"crate::b::B\"; const Q: char = '\"';"),
            ("b", "use crate::a;"),
        ],
    ];
    for files in straight {
        assert_eq!(circle(&Crate::of(files).needs()), None, "{files:?}");
    }
}
