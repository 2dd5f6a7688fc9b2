// SPDX-License-Identifier: Apache-2.0
//! Numbers as they are dialled in a region.

use crate::plan::{E164, Region};

/// A number that is dialled as `trunk prefix + national number`, or as the bare national number where it is valid.
pub(super) struct AsDialled<'a> {
    pub(super) national: &'a [u8],
    pub(super) plan: E164,
}

/// Reads `digits` as they are dialled in `region`; `None` if its plan has no such length.
pub(super) fn as_dialled(digits: &[u8], region: Region) -> Option<AsDialled<'_>> {
    let trunk = region.trunk();
    let look_up = |national| AsDialled { national, plan: E164::look_up(region.code(), national) };
    let behind_trunk = digits.strip_prefix(trunk).filter(|_| !trunk.is_empty()).map(look_up);
    if behind_trunk.as_ref().is_some_and(|number| number.plan.valid) {
        return behind_trunk;
    }
    // Japan's 0077 and the like are whole national numbers that begin with 0.
    let bare = look_up(digits);
    if bare.plan.valid {
        return Some(bare);
    }
    behind_trunk
        .filter(|number| number.plan.possible)
        .or_else(|| (trunk.is_empty() && bare.plan.possible).then_some(bare))
}
