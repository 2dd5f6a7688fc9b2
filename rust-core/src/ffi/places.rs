// SPDX-License-Identifier: Apache-2.0
//! Where the phone is, as one number: two letters each for home, second home and network, from the third-highest byte
//! on (`RingCore.places` packs them). Both bridges read it here, so that the number check and a call see the same.

use crate::{call::Places, plan::Region};

/// Where a phone belongs whose home is no region: the app is made for Japan, and a call must be answered. The core itself
/// has no home of its own.
const FALLBACK: Region = Region::JAPAN;

/// The home called `id` (ISO 3166-1 alpha-2); [`FALLBACK`] if that is no region.
pub(super) fn home_of(id: &str) -> Region {
    Region::new(id).unwrap_or(FALLBACK)
}

/// What is no region is [`FALLBACK`] for the home, home for the network, and none for the second home.
pub(super) fn unpack(packed: i64) -> Places {
    let region = |shift| str::from_utf8(&((packed >> shift) as u16).to_be_bytes()).ok().and_then(Region::new);
    let home = region(32).unwrap_or(FALLBACK);
    Places { home, second_home: region(16), network: region(0).unwrap_or(home) }
}
