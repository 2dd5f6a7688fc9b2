// SPDX-License-Identifier: Apache-2.0
//! A few digits, held in place: no heap on the way of a call.

use core::fmt;

/// More than E.164's 15 digits with any prefix before them.
pub(crate) const MAX: usize = 32;

/// Up to 32 digits as values 0 to 9.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digits {
    values: [u8; MAX],
    length: u8,
}

impl Digits {
    /// No digits.
    pub const EMPTY: Self = Self { values: [0; MAX], length: 0 };

    /// The digits of `values` (0 to 9 each); those beyond 32 are left out.
    ///
    /// ```
    /// assert_eq!(tomeru::Digits::from_values(&[1, 1, 0]).to_string(), "110");
    /// ```
    #[must_use]
    pub fn from_values(values: &[u8]) -> Self {
        let mut digits = Self::EMPTY;
        digits.append(&values[..values.len().min(MAX)]);
        digits
    }

    /// The digits of `text`, if it is nothing but ASCII digits, and no more than fit.
    pub(crate) fn from_ascii(text: &[u8]) -> Option<Self> {
        let mut digits = Self::EMPTY;
        let mut is_digits = text.len() <= MAX;
        for (to, &byte) in digits.values.iter_mut().zip(text) {
            *to = byte.wrapping_sub(b'0');
            is_digits &= *to <= 9;
        }
        digits.length = text.len().min(MAX) as u8;
        is_digits.then_some(digits)
    }

    /// The digits of a country calling code.
    pub(crate) fn from_code(code: u16) -> Self {
        let mut digits = Self::EMPTY;
        for scale in [100, 10, 1] {
            if code >= scale {
                digits.push((code / scale % 10) as u8);
            }
        }
        digits
    }

    /// Adds a digit; `false` if there is no room.
    pub(crate) fn push(&mut self, value: u8) -> bool {
        let at = usize::from(self.length);
        if at == MAX {
            return false;
        }
        self.values[at] = value;
        self.length += 1;
        true
    }

    /// The same with `more` behind them; `None` if there is no room for all.
    pub(crate) fn followed_by(mut self, more: &[u8]) -> Option<Self> {
        (self.len() + more.len() <= MAX).then(|| {
            self.append(more);
            self
        })
    }

    /// Adds `more`, for which there must be room.
    fn append(&mut self, more: &[u8]) {
        let at = self.len();
        self.values[at..at + more.len()].copy_from_slice(more);
        self.length += more.len() as u8;
    }

    /// The values, 0 to 9 each.
    ///
    /// ```
    /// assert_eq!(tomeru::Digits::from_values(&[1, 1, 0]).values(), [1, 1, 0]);
    /// ```
    #[must_use]
    pub fn values(&self) -> &[u8] {
        &self.values[..usize::from(self.length)]
    }

    /// How many.
    ///
    /// ```
    /// assert_eq!(tomeru::Digits::from_values(&[1, 1, 0]).len(), 3);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        usize::from(self.length)
    }

    /// Whether there are none.
    ///
    /// ```
    /// assert!(tomeru::Digits::EMPTY.is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl Digits {
    /// As text, written into `buffer`.
    ///
    /// ```
    /// assert_eq!(tomeru::Digits::from_values(&[1, 1, 0]).text(&mut [0; 32]), "110");
    /// ```
    #[must_use]
    pub fn text<'a>(&self, buffer: &'a mut [u8; MAX]) -> &'a str {
        for (to, value) in buffer.iter_mut().zip(self.values()) {
            *to = b'0' + value;
        }
        str::from_utf8(&buffer[..self.len()]).unwrap_or_default()
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(&mut [0; MAX]))
    }
}

/// The digits of a phone number are personal: they never appear in a debug print, which may end in a log.
impl fmt::Debug for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} digits", self.length)
    }
}
