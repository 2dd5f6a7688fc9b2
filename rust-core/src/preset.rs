// SPDX-License-Identifier: Apache-2.0
//! The ways of protection.

use crate::keyed::keyed;

keyed! {
    /// The ways of protection. Set-up offers the first two.
    #[derive(Default)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
    #[non_exhaustive]
    pub enum Preset {
        /// Unknown international calls are rejected (recommended).
        #[default]
        Stop = 0 "stop",
        /// They ring with a warning; forged and impossible numbers are rejected all the same.
        Warn = 1 "warn",
        /// Only people whom the owner knows ring. Whoever else calls, from home or hidden, comes without ringing; calls
        /// from abroad and forged ones are rejected.
        Known = 2 "known",
    }
}
