// SPDX-License-Identifier: Apache-2.0
//! What other settings would change, so that whoever agrees to them knows: the rules themselves are asked about the same
//! calls under both. What no call can show is named besides.

mod calls;
mod changes;
mod strangers;
mod subject;

pub(crate) use changes::{Changes, changes};
pub(crate) use strangers::{Strangers, strangers};
