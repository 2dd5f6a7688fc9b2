// SPDX-License-Identifier: Apache-2.0
//! A country or territory that has telephone numbers.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{Action, Home, Reason};

/// ISO 3166-1 alpha-2, of a region in libphonenumber's metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// The country of a region that the number table has.
    pub(crate) const fn of_region(id: [u8; 2]) -> Self {
        Self(id)
    }
}

impl FromStr for Country {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let home = Home::new(text).ok_or_else(|| format!("{text} is no country with telephone numbers"))?;
        Ok(Self(home.id()))
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(str::from_utf8(&self.0).unwrap_or_default())
    }
}

/// What the user chose for the calls of a country.
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CountryAction {
    /// Which country.
    pub country: Country,
    /// What happens to its calls.
    pub action: Action,
}

impl CountryAction {
    /// A choice.
    #[must_use]
    pub const fn new(country: Country, action: Action) -> Self {
        Self { country, action }
    }

    /// Why a call is treated by this choice.
    pub(crate) const fn reason(self) -> Reason {
        match self.action {
            Action::Allow => Reason::CountryAllowed,
            Action::Warn => Reason::CountryWarned,
            Action::Silence => Reason::CountrySilenced,
            Action::Reject => Reason::CountryStopped,
        }
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
