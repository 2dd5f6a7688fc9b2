// SPDX-License-Identifier: Apache-2.0
//! Generates the Kotlin bindings from the built library: `uniffi-bindgen LIBRARY CONFIG FOLDER`; see
//! `scripts/build-bindings`.

use uniffi::{GenerateOptions, TargetLanguage, generate};

fn main() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [library, config, folder] = words.as_slice() else {
        return Err("uniffi-bindgen LIBRARY CONFIG FOLDER".to_owned());
    };
    let options = GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source: library.into(),
        config_override: Some(config.into()),
        out_dir: folder.into(),
        ..GenerateOptions::default()
    };
    generate(options).map_err(|error| format!("{error:#}"))
}
