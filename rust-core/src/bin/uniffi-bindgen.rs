// SPDX-License-Identifier: Apache-2.0
//! Generates the Kotlin bindings from the built library; see `scripts/build-bindings`.

fn main() {
    uniffi::uniffi_bindgen_main();
}
