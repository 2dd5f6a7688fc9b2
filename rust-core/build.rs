// SPDX-License-Identifier: Apache-2.0
//! Compiles the number table and the areas: see the crate `tomeru-plan-compiler`.

use std::{env, fs, path::Path};

use tomeru_plan_compiler::{Areas, Plans, WALK, compile, emit, geocoding, read};

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=plans");
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let compiled = compile(read(), Plans::read(Path::new("plans"))?)?;
    let areas = Areas::read(&geocoding()?, Path::new("plans"))?;
    for (name, text) in [("walk.rs", WALK), ("tables.rs", &(emit(&compiled) + &areas.emit()))] {
        fs::write(Path::new(&out).join(name), text).map_err(|error| error.to_string())?;
    }
    Ok(())
}
