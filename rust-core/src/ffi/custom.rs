// SPDX-License-Identifier: Apache-2.0
//! Types of the core that the app holds as text.

use super::api::SettingsException;
use crate::{key::Pattern, plan::Region};

uniffi::custom_type!(Region, String, {
    lower: |region| region.to_string(),
    try_lift: |text| Ok(text.parse().map_err(SettingsException::from)?),
});

uniffi::custom_type!(Pattern, String, {
    lower: |pattern| pattern.to_string(),
    try_lift: |text| Ok(text.parse().map_err(SettingsException::from)?),
});
