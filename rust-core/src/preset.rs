// SPDX-License-Identifier: Apache-2.0
//! The ways of protection that set-up offers.

use serde::{Deserialize, Serialize};

use crate::keyed::keyed;

keyed! {
    /// The two ways of protection that set-up offers.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[non_exhaustive]
    pub enum Preset {
        /// Unknown international calls are rejected (recommended).
        #[default]
        Stop = 0 "stop",
        /// They ring with a warning; forged and impossible numbers are rejected all the same.
        Warn = 1 "warn",
    }
}
