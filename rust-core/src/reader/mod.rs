// SPDX-License-Identifier: Apache-2.0
//! Text to digits, by two readers: what a network shows of a caller is read strictly and never given up on, what a
//! person wrote is read kindly. Neither knows a plan, allocates, or fails on any text.

mod caller;
mod characters;
mod person;
mod uri;

use crate::digits::Digits;

pub(crate) use caller::{Odd, Shown, shown};
pub(crate) use characters::{Class, class};
pub(crate) use person::written;

/// How the digits were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// With a plus: a country code comes first.
    Plus,
    /// As dialled in the country the phone is in.
    National,
    /// As dialled in the country of this calling code (`phone-context` of RFC 3966).
    Within(u16),
    /// A short number with `#` first, such as #9110.
    Hash,
}

/// A readable number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) form: Form,
    pub(crate) digits: Digits,
    /// There were more digits than any number has; the first are kept.
    pub(crate) too_long: bool,
}

impl Number {
    const NONE: Self = Self { form: Form::National, digits: Digits::EMPTY, too_long: false };

    fn push(&mut self, value: u8) {
        self.too_long |= !self.digits.push(value);
    }

    /// The number within the context that a URI gives, a country calling code and perhaps more digits.
    fn within(self, context: Option<Digits>) -> Self {
        let Some(context) = context.filter(|_| self.form == Form::National) else { return self };
        if context.len() <= 3 {
            let code = context.values().iter().fold(0, |sum, &digit| sum * 10 + u16::from(digit));
            return Self { form: Form::Within(code), ..self };
        }
        let mut whole = Self { form: Form::Plus, digits: context, too_long: self.too_long };
        self.digits.values().iter().for_each(|&value| whole.push(value));
        whole
    }
}
