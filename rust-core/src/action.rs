// SPDX-License-Identifier: Apache-2.0
//! What can happen to a call.

use crate::keyed::keyed;

keyed! {
    /// What happens to a call, the mildest first.
    #[derive(PartialOrd, Ord)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
    #[non_exhaustive]
    pub enum Action {
        /// It rings.
        Allow = 0 "allow",
        /// It rings, with a warning.
        Warn = 1 "warn",
        /// It comes in without ringing, and is shown.
        Silence = 2 "silence",
        /// It is ended, and kept in the call log.
        Reject = 3 "reject",
    }
}
