// SPDX-License-Identifier: Apache-2.0
//! The two bridges. Neither holds a rule: `ring` carries one call through JNI, `api`, `imports`, `explain` and
//! `transfer` all the rest through UniFFI. `answer` and `caller` are the values that the ring path hands to the app.

mod answer;
pub mod api;
mod caller;
mod custom;
pub mod explain;
pub mod imports;
#[cfg(test)]
mod interrupted;
mod places;
pub mod ring;
pub mod start;
mod stores;
pub mod transfer;
