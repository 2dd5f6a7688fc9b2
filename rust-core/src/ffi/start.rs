// SPDX-License-Identifier: Apache-2.0
//! What happens when Android loads the library: logging, and panics that do not talk.

use std::ffi::c_void;

use jni::sys::{JNI_VERSION_1_6, JavaVM, jint};

/// Called by Android (or a JVM) once, when it loads the library.
///
/// # Safety
/// Only a virtual machine calls it; neither argument is used.
// SAFETY: the name is the one that JNI prescribes, and nothing else in the library has it.
#[unsafe(no_mangle)]
pub extern "system" fn JNI_OnLoad(_vm: *mut JavaVM, _reserved: *mut c_void) -> jint {
    // A panic here would cross into the virtual machine; without logs the app works all the same.
    let _ = std::panic::catch_unwind(|| {
        start_log();
        quiet_panics();
    });
    JNI_VERSION_1_6
}

#[cfg(target_os = "android")]
fn start_log() {
    let level = if cfg!(debug_assertions) { log::LevelFilter::Debug } else { log::LevelFilter::Warn };
    android_logger::init_once(android_logger::Config::default().with_max_level(level).with_tag("Tomeru"));
}

#[cfg(not(target_os = "android"))]
fn start_log() {}

/// The standard hook prints the panic's message, which may hold what a person typed or a caller's number. Only the
/// place is logged.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|info| match info.location() {
        Some(place) => log::error!("panic at {}:{}", place.file(), place.line()),
        None => log::error!("panic"),
    }));
}
