// SPDX-License-Identifier: Apache-2.0
//! What a policy must not be. Each sentence names the field.

use alloc::{collections::BTreeSet, format};

use super::wishes::Policy;
use crate::{action::Action, error::Error};

const MAX_DAYS: u16 = 365;
const MAX_MINUTES: u16 = 24 * 60;
const MAX_ENTRIES: usize = 10_000;
const MAX_LISTS: usize = 100;
const MAX_PASSES: usize = 1_000;
const MAX_CHARACTERS: usize = 200;
const MAX_PASS_SECONDS: i64 = 366 * 24 * 60 * 60;

impl Policy {
    /// Checks what types cannot.
    ///
    /// # Errors
    /// [`Error::Invalid`]: a sentence that names the first field that is wrong.
    ///
    /// ```
    /// use tomeru::{Error, Policy};
    /// let mut policy = Policy::default();
    /// policy.dialled_days = 400;
    /// assert!(matches!(policy.validate(), Err(Error::Invalid(told)) if told == "dialled_days: 400 is more than 365"));
    /// ```
    pub fn validate(&self) -> Result<(), Error> {
        at_most("dialled_days", self.dialled_days, MAX_DAYS)?;
        at_most("emergency_minutes", self.emergency_minutes, MAX_MINUTES)?;
        at_most("allowed", self.allowed.len(), MAX_ENTRIES)?;
        at_most("blocked", self.blocked.len(), MAX_ENTRIES)?;
        at_most("lists", self.lists.len(), MAX_LISTS)?;
        at_most("passes", self.passes.len(), MAX_PASSES)?;
        once("own_actions", self.own_actions.iter().map(|own| own.kind))?;
        once("countries", self.countries.iter().map(|own| own.country))?;
        once("lists", self.lists.iter().map(|list| list.id))?;
        for (index, entry) in self.allowed.iter().enumerate() {
            short(&format!("allowed[{index}].note"), &entry.note)?;
        }
        for (index, entry) in self.blocked.iter().enumerate() {
            short(&format!("blocked[{index}].note"), &entry.note)?;
            unwanted(&format!("blocked[{index}].action"), entry.action)?;
        }
        for (index, list) in self.lists.iter().enumerate() {
            short(&format!("lists[{index}].name"), &list.name)?;
            unwanted(&format!("lists[{index}].action"), list.action)?;
        }
        for (index, pass) in self.passes.iter().enumerate() {
            match pass.until.checked_sub(pass.from) {
                Some(1..=MAX_PASS_SECONDS) => {}
                _ => {
                    return Err(Error::Invalid(format!(
                        "passes[{index}].until: it is not after `from`, or more than a year later"
                    )));
                }
            }
        }
        Ok(())
    }
}

fn at_most<T: PartialOrd + core::fmt::Display>(field: &str, value: T, most: T) -> Result<(), Error> {
    if value <= most { Ok(()) } else { Err(Error::Invalid(format!("{field}: {value} is more than {most}"))) }
}

fn once<T: Ord>(field: &str, values: impl Iterator<Item = T>) -> Result<(), Error> {
    let mut seen = BTreeSet::new();
    match values.enumerate().find_map(|(index, value)| (!seen.insert(value)).then_some(index)) {
        Some(index) => Err(Error::Invalid(format!("{field}[{index}]: it is there twice"))),
        None => Ok(()),
    }
}

fn short(field: &str, text: &str) -> Result<(), Error> {
    at_most(&format!("{field} (characters)"), text.chars().count(), MAX_CHARACTERS)
}

fn unwanted(field: &str, action: Action) -> Result<(), Error> {
    if action == Action::Allow { Err(Error::Invalid(format!("{field}: allow makes no sense here"))) } else { Ok(()) }
}
