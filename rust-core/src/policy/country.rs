// SPDX-License-Identifier: Apache-2.0
//! A country or territory that has telephone numbers.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::Home;

/// ISO 3166-1 alpha-2, of a region in libphonenumber's metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// The country of a region that the number table has.
    pub(crate) const fn of_region(id: [u8; 2]) -> Self {
        Self(id)
    }

    /// Every one, in the order of their letters.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = Home::all().map(|home| Self(home.id())).collect();
        all.sort_unstable();
        all
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
