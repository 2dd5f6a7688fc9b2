// SPDX-License-Identifier: Apache-2.0
//! Compiles the number table and the areas: see the crate `tomeru-plan-compiler`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use tomeru_plan_compiler::{Areas, Plans, WALK, compile, emit, geocoding, read};

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=plans");
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let compiled = compile(read(), Plans::read(Path::new("plans"))?)?;
    let areas = Areas::read(&geocoding()?, Path::new("plans"))?;
    for (name, text) in [("walk.rs", WALK), ("tables.rs", &(emit(&compiled) + &areas.emit()))] {
        fs::write(Path::new(&out).join(name), text).map_err(|error| error.to_string())?;
    }
    println!("cargo::rustc-env=TOMERU_WALK={}", from_walk(Path::new(&out).join("walk.rs"))?.display());
    Ok(())
}

/// How `src/plan/walk.rs` names `file`: from where it lies itself, if both are in one folder, as they are when this
/// project is built. It could panic and would name its place; the library must not name a folder of the machine.
fn from_walk(file: PathBuf) -> Result<PathBuf, String> {
    let manifest = env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?;
    let project = Path::new(&manifest).parent().unwrap_or(Path::new("/"));
    Ok(file.strip_prefix(project).map_or_else(|_| file.clone(), |within| Path::new("../../..").join(within)))
}
