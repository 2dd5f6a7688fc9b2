// SPDX-License-Identifier: Apache-2.0
//! Timed passes: "I expect a call from abroad within the hour".

use crate::plan::Region;

const DAY: i64 = 24 * 60 * 60;

/// Lets calls ring until a time, then ends by itself.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
// Complete: what the user enters
pub struct Pass {
    /// Calls from one country, or all calls.
    pub country: Option<Region>,
    /// When it began, in seconds since 1970.
    pub from: i64,
    /// When it ends, in seconds since 1970.
    pub until: i64,
}

impl Pass {
    /// Whether calls ring at `now` because of it. A clock that is set back a little prolongs it rather than end it; one
    /// that is set back by more than a day ends it, or it would last as long as the clock is wrong.
    ///
    /// ```
    /// let pass = tomeru::Pass { country: None, from: 1_800_000_000, until: 1_800_003_600 };
    /// assert!(pass.is_on(1_800_000_000) && !pass.is_on(1_800_003_600));
    /// ```
    #[must_use]
    pub fn is_on(&self, now: i64) -> bool {
        now < self.until && now >= self.from.saturating_sub(DAY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_by_itself_and_a_wrong_clock_does_not_prolong_it_for_long() {
        let pass = Pass { country: None, from: 1_000_000, until: 1_003_600 };
        for (now, on) in [
            (1_000_000, true),
            (1_003_599, true),
            (1_003_600, false),
            (1_000_000 - 86_400, true),
            (1_000_000 - 86_401, false),
            (0, false),
        ] {
            assert_eq!(pass.is_on(now), on, "{now}");
        }
    }
}
