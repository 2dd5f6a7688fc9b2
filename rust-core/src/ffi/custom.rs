// SPDX-License-Identifier: Apache-2.0
//! Types of the core that the app holds as text.

use crate::{Country, Pattern, ffi::api::SettingsException};

uniffi::custom_type!(Country, String, {
    lower: |country| country.to_string(),
    try_lift: |text| Ok(text.parse().map_err(|detail| SettingsException::Invalid { detail })?),
});

uniffi::custom_type!(Pattern, String, {
    lower: |pattern| pattern.to_string(),
    try_lift: |text| Ok(text.parse().map_err(|detail| SettingsException::Invalid { detail })?),
});
