// SPDX-License-Identifier: Apache-2.0
//! Where the sources of a dependency lie: its data files are no part of what it compiles to.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde::Deserialize;

/// The version of the crate `phonenumber`; the manifest asks for this one and no other.
const VERSION: &str = "0.3.10+9.0.33";

/// What is read of what `cargo metadata` says.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: PathBuf,
}

/// The folder of the crate `phonenumber`'s tables of areas. Where this crate lies among others, downloaded or vendored,
/// that one is beside it; in its own workspace Cargo knows where it is.
///
/// # Errors
/// What Cargo said, if it does not know.
pub fn geocoding() -> Result<PathBuf, String> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = own.parent().and_then(beside).map_or_else(asked, Ok)?;
    Ok(package.join("assets").join("geocoding"))
}

/// The crate among those that lie in `folder`.
fn beside(folder: &Path) -> Option<PathBuf> {
    let is_it = |package: &PathBuf| {
        let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
        manifest.lines().any(|line| line == format!("version = \"{VERSION}\""))
    };
    [format!("phonenumber-{VERSION}"), "phonenumber".to_owned()].map(|name| folder.join(name)).into_iter().find(is_it)
}

/// The folder of the crate, by what Cargo says.
fn asked() -> Result<PathBuf, String> {
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
    folder_of("phonenumber", metadata).ok_or_else(|| "cargo metadata does not know the crate phonenumber".into())
}

/// The folder of the package `name`.
fn folder_of(name: &str, metadata: Metadata) -> Option<PathBuf> {
    let package = metadata.packages.into_iter().find(|package| package.name == name)?;
    package.manifest_path.parent().map(Path::to_owned)
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
    fn it_is_found_beside_this_crate_in_its_own_version_alone() {
        let cargos = asked().unwrap();
        assert!(cargos.join("Cargo.toml").is_file());
        let folder = env::temp_dir().join(format!("tomeru-beside-{}", std::process::id()));
        let package = folder.join("phonenumber");
        fs::create_dir_all(&package).unwrap();
        assert_eq!(beside(&folder), None);
        fs::write(package.join("Cargo.toml"), "[package]\nversion = \"0.3.9+9.0.21\"\n").unwrap();
        assert_eq!(beside(&folder), None);
        // A registry keeps crates beside each other, each with its version; one that is asked for is the locked one.
        fs::copy(cargos.join("Cargo.toml"), package.join("Cargo.toml")).unwrap();
        assert_eq!(beside(&folder), Some(package));
        assert_eq!(beside(cargos.parent().unwrap()), Some(cargos));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_cargo_does_not_list_is_not_found() {
        let found = |name| {
            let metadata = r#"{"packages": [{"name": "a", "version": "1.0.0", "manifest_path": "/a/Cargo.toml"}]}"#;
            folder_of(name, serde_json::from_str(metadata).unwrap())
        };
        assert_eq!(found("a"), Some("/a".into()));
        assert_eq!(found("phonenumber"), None);
    }
}
