// SPDX-License-Identifier: Apache-2.0
//! POLICY: what the user wants.

mod choice;
mod numbers;
mod pass;
mod validation;
mod wishes;

pub use choice::{CountryAction, OwnAction};
pub(crate) use numbers::Own;
pub use numbers::{AllowedNumber, BlockedNumber, NumberList};
pub use pass::Pass;
pub use wishes::Policy;
