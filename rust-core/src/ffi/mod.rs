// SPDX-License-Identifier: Apache-2.0
//! The two bridges. Neither holds a rule: `ring` carries one call through, the others all the rest.

pub mod api;
mod custom;
pub mod explain;
pub mod ring;
pub mod start;
pub mod transfer;
