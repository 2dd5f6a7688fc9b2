// SPDX-License-Identifier: Apache-2.0
//! Where the sources of a dependency lie: its data files are no part of what it compiles to.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of the crate `phonenumber`'s tables of areas, in the version that is locked.
///
/// # Errors
/// What Cargo said, if it does not know.
pub fn geocoding() -> Result<PathBuf, String> {
    let mut metadata = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    metadata
        .args(["metadata", "--format-version=1", "--locked"])
        .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        // Only this workspace's lints want them.
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .env_remove("RUSTC_WRAPPER");
    // Else Cargo downloads what other platforms need. Cargo names the host to build scripts; tests know it by themselves.
    let host = env::var("HOST").unwrap_or_else(|_| format!("{}-unknown-linux-gnu", env::consts::ARCH));
    metadata.args(["--filter-platform", &host]);
    let output = metadata.output().map_err(|error| format!("cargo metadata: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("cargo metadata: {said}\nIf something is not downloaded yet: cargo fetch --locked"));
    }
    let metadata = serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
    let manifest = manifest(&metadata, "phonenumber").ok_or("cargo metadata does not know the crate phonenumber")?;
    Ok(Path::new(manifest).with_file_name("assets").join("geocoding"))
}

/// The path of the manifest of the package `name`.
fn manifest<'a>(metadata: &'a serde_json::Value, name: &str) -> Option<&'a str> {
    let packages = metadata["packages"].as_array()?;
    packages.iter().find(|package| package["name"] == name)?["manifest_path"].as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Areas;

    #[test]
    fn the_locked_crate_has_the_areas_of_all_japan() {
        let areas = Areas::read(&geocoding().unwrap(), Path::new("../plans")).unwrap();
        assert!(areas.names.len() > 500, "{}", areas.names.len());
        for (ja, en) in [("東京", "Tokyo"), ("三重県上野", ""), ("北海道札幌", "Sapporo, Hokkaido"), ("今市", "")]
        {
            assert!(areas.names.contains(&(ja.into(), en.into())), "{ja}");
        }
        assert!(areas.starts.is_sorted());
    }

    #[test]
    fn what_cargo_does_not_list_is_not_found() {
        let metadata = serde_json::json!({"packages": [{"name": "a", "manifest_path": "/a/Cargo.toml"}]});
        assert_eq!(manifest(&metadata, "a"), Some("/a/Cargo.toml"));
        assert_eq!(manifest(&metadata, "phonenumber"), None);
        assert_eq!(manifest(&serde_json::Value::Null, "a"), None);
    }
}
