// SPDX-License-Identifier: Apache-2.0
//! CALL: what Android reports of a call, and the circumstances it comes in.

use crate::Home;

/// Whether the caller's number is shown; the numbers are those of `TelecomManager.PRESENTATION_*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Presentation {
    /// The number is given.
    Allowed,
    /// The caller withholds it (非通知).
    Restricted,
    /// The network does not know it (通知不可能).
    Unknown,
    /// A payphone (公衆電話).
    Payphone,
}

impl Presentation {
    /// From `Call.Details.getHandlePresentation()`: 1 allowed, 2 restricted, 3 unknown, 4 payphone, 5 unavailable
    /// (API 34). Whatever else a later Android may send is unknown.
    #[must_use]
    pub fn from_android(value: i32) -> Self {
        match value {
            1 => Self::Allowed,
            2 => Self::Restricted,
            4 => Self::Payphone,
            _ => Self::Unknown,
        }
    }
}

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Direction {
    /// Somebody calls this phone. Also what Android does not tell (`DIRECTION_UNKNOWN`).
    Incoming,
    /// The owner calls.
    Outgoing,
}

impl Direction {
    /// From `Call.Details.getCallDirection()`: 0 incoming, 1 outgoing, -1 unknown.
    #[must_use]
    pub fn from_android(value: i32) -> Self {
        if value == 1 { Self::Outgoing } else { Self::Incoming }
    }
}

/// A call, as Android reports it.
#[derive(Clone, Copy)]
// Complete: the three things Android tells
pub struct Call<'a> {
    /// The handle as a string, or `None`.
    pub number: Option<&'a str>,
    /// Whether it is shown.
    pub presentation: Presentation,
    /// Who calls.
    pub direction: Direction,
}

/// Whether the caller is in the contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Contact {
    /// Yes.
    Yes,
    /// No; also where Android itself lets contacts ring without asking us.
    No,
    /// The phone is locked since boot, the provider is slow or broken, or the permission is missing on Android 10.
    CannotTell,
}

/// What is known at the time of the call.
#[derive(Clone, Copy, Debug)]
// Complete: every field must be thought of by whoever makes one
pub struct Circumstances {
    /// The country the phone belongs to: that of its SIM.
    pub home: Home,
    /// The country whose network it is in.
    pub network: Home,
    /// Whether the caller is a contact.
    pub contact: Contact,
}

impl Default for Circumstances {
    /// In Japan, with a caller who is not a contact.
    fn default() -> Self {
        Self { home: Home::JAPAN, network: Home::JAPAN, contact: Contact::No }
    }
}
