// SPDX-License-Identifier: Apache-2.0
//! What makes a foreign number look trustworthy.

use crate::{
    hint::{Hint, Hints},
    plan::{LOOKALIKES, Place},
};

/// The hints that the digits after a plus give by themselves.
pub(super) fn hints(digits: &[u8]) -> Hints {
    let seen =
        |place, police| LOOKALIKES.iter().any(|row| row.place == place && row.police == police && row.is_in(digits));
    Hints::NONE.with_if(seen(Place::Prefix, false), Hint::TollFree).with_if(seen(Place::Suffix, true), Hint::PoliceBait)
}

/// Whether `digits`, as dialled at home, are or end as a number of the police.
pub(super) fn is_police(digits: &[u8]) -> bool {
    LOOKALIKES.iter().any(|row| row.police && row.is_in(digits))
}
