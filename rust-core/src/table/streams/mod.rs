// SPDX-License-Identifier: Apache-2.0
//! What the command line alone needs: streams that are too long to be read twice, judged by how they begin.

mod calendar;
mod direction;
mod head;
mod legacy;
mod log;
mod moment;
mod pick;
mod roles;
mod unguarded;

pub use calendar::{Moment, Style, civil};
pub use head::HEAD_BYTES;
pub use legacy::legacy_decoder;
pub use log::{Log, Logged, Named};
pub use pick::Pick;
