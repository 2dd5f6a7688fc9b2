// SPDX-License-Identifier: Apache-2.0
//! digits -> ORIGIN: the table of the world's plans, the walk over it, the home plan, and disguises.

mod about;
mod disguise;
mod e164;
mod home;
#[cfg(feature = "ffi")]
pub(crate) mod intact;
#[cfg(test)]
mod language;
mod services;
mod tables;
mod walk;

pub use about::{METADATA_VERSION, PlanOf, plan_of};
pub use home::Home;
pub use services::{ServiceName, service_of};

use tables::code_of;

use crate::{
    number::{Form, Number},
    origin::{Finding, Origin},
};

/// Where the caller of `number` is, for a phone at `home` that is now in the network of `network`.
///
/// `raw` is what Android or a person gives: a `tel:` URI or text. Never fails, never allocates.
///
/// ```
/// use tomeru::{Home, Origin, locate};
/// let finding = locate("010 1 844 298 0122", Home::JAPAN, Home::JAPAN);
/// assert_eq!((finding.origin, finding.country_code), (Origin::International, Some(1)));
/// ```
#[must_use]
pub fn locate(raw: &str, home: Home, network: Home) -> Finding {
    let Some(number) = Number::read(raw) else {
        return Finding::bare(Origin::NotANumber);
    };
    let digits = number.digits.values();
    match number.form {
        Form::Plus => e164::locate(digits, home),
        Form::Hash => services::hash(digits, network, home),
        Form::National => home::locate(digits, home, network),
    }
}
