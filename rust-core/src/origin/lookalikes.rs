// SPDX-License-Identifier: Apache-2.0
//! What makes a number look trustworthy.

use crate::{
    hint::{Hint, Hints},
    plan::{LOOKALIKES, Place},
};

/// The hints that the digits after a plus give by themselves.
pub(super) fn hints(digits: &[u8]) -> Hints {
    Hints::NONE
        .with_if(seen(digits, Place::Prefix, false), Hint::TollFree)
        .with_if(ends_as_police(digits), Hint::PoliceBait)
}

/// Whether `digits` end as numbers of the police do.
pub(super) fn ends_as_police(digits: &[u8]) -> bool {
    seen(digits, Place::Suffix, true)
}

fn seen(digits: &[u8], place: Place, police: bool) -> bool {
    LOOKALIKES.iter().any(|row| row.place == place && row.police == police && row.is_in(digits))
}
