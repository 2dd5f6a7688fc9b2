// SPDX-License-Identifier: Apache-2.0
//! The store that both bridges work on, for the life of the process.

use std::{
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};

use once_cell::sync::OnceCell;

use crate::settings::Store;

/// The store of `folder`: opened when it is first asked for. An app has one folder; another one takes its place.
pub(super) fn store(folder: &str) -> Arc<Store> {
    static OPEN: OnceCell<RwLock<Arc<Store>>> = OnceCell::new();
    let folder = Path::new(folder);
    let open = OPEN.get_or_init(|| RwLock::new(Arc::new(Store::open(folder))));
    // A thread that panicked while it held the lock can only have left a whole store behind.
    let current = Arc::clone(&open.read().unwrap_or_else(PoisonError::into_inner));
    if current.folder() == folder {
        return current;
    }
    let mut current = open.write().unwrap_or_else(PoisonError::into_inner);
    if current.folder() != folder {
        *current = Arc::new(Store::open(folder));
    }
    Arc::clone(&current)
}
