// SPDX-License-Identifier: Apache-2.0
//! The two bridges. Neither holds a rule: `ring` carries one call through, `api` all the rest.

pub mod api;
pub mod ring;
pub mod start;
