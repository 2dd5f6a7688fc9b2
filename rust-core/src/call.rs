// SPDX-License-Identifier: Apache-2.0
//! CALL: what Android reports of a call, and the circumstances it comes in.

use core::fmt;

use crate::{action::Action, plan::Region};

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
    ///
    /// ```
    /// use tomeru::Presentation;
    /// assert_eq!(Presentation::from_android(2), Presentation::Restricted);
    /// assert_eq!(Presentation::from_android(99), Presentation::Unknown);
    /// ```
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
    ///
    /// ```
    /// use tomeru::Direction;
    /// assert_eq!([0, 1, -1].map(Direction::from_android), [Direction::Incoming, Direction::Outgoing, Direction::Incoming]);
    /// ```
    #[must_use]
    pub fn from_android(value: i32) -> Self {
        if value == 1 { Self::Outgoing } else { Self::Incoming }
    }
}

/// Who calls, as Android reports it.
#[derive(Clone, Copy, PartialEq, Eq)]
// Complete: the two things Android tells
pub struct Call<'a> {
    /// The handle as a string, or `None`.
    pub number: Option<&'a str>,
    /// Whether it is shown.
    pub presentation: Presentation,
}

impl<'a> Call<'a> {
    /// A call whose number is shown.
    ///
    /// ```
    /// assert_eq!(tomeru::Call::showing("+18442980122").number, Some("+18442980122"));
    /// ```
    #[must_use]
    pub const fn showing(number: &'a str) -> Self {
        Self { number: Some(number), presentation: Presentation::Allowed }
    }
}

/// Without the number: it may end in a log.
impl fmt::Debug for Call<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.map(|_| format_args!("…"));
        f.debug_struct("Call").field("number", &number).field("presentation", &self.presentation).finish()
    }
}

/// Where the phone belongs, and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
// Complete: a number means something else from each
pub struct Places {
    /// The region the phone belongs to: that of its SIM.
    pub home: Region,
    /// The region of another SIM in the phone: its numbers are domestic, too.
    pub second_home: Option<Region>,
    /// The region whose network it is in.
    pub network: Region,
}

impl Places {
    /// A phone with one SIM, at home.
    ///
    /// ```
    /// use tomeru::{Places, Region};
    /// let places = Places::at_home("PH".parse()?);
    /// assert_eq!((places.network.id(), places.second_home), ("PH", None));
    /// # Ok::<(), tomeru::Error>(())
    /// ```
    #[must_use]
    pub const fn at_home(home: Region) -> Self {
        Self { home, second_home: None, network: home }
    }
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

/// Whether the owner dialled the caller's number, other than to call back a call that was stopped or warned of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dialled {
    /// Never, as far as is remembered.
    Never,
    /// Seconds since the last time.
    Ago(u32),
    /// The phone is locked since boot, or the records cannot be read.
    CannotTell,
}

/// What the network says of the caller's number (STIR/SHAKEN); the numbers are those of
/// `Connection.VERIFICATION_STATUS_*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verification {
    /// Nothing, as most networks do.
    None,
    /// The number is the caller's own.
    Passed,
    /// The number is not the caller's own.
    Failed,
}

impl Verification {
    /// From `Call.Details.getCallerNumberVerificationStatus()` (API 30): 1 passed, 2 failed, 0 not verified.
    ///
    /// ```
    /// use tomeru::Verification;
    /// assert_eq!(Verification::from_android(2), Verification::Failed);
    /// ```
    #[must_use]
    pub fn from_android(value: i32) -> Self {
        match value {
            1 => Self::Passed,
            2 => Self::Failed,
            _ => Self::None,
        }
    }
}

/// What is known at the time of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
// Complete: every field must be thought of by whoever makes one
pub struct Circumstances {
    /// The time, in seconds since 1970 (UTC).
    pub now: i64,
    /// Who calls whom.
    pub direction: Direction,
    /// Where the phone belongs, and where it is.
    pub places: Places,
    /// Whether the caller is a contact.
    pub contact: Contact,
    /// Whether the owner dialled the number.
    pub dialled: Dialled,
    /// Seconds since an emergency number was dialled; `None` if none was.
    pub since_emergency: Option<u32>,
    /// What the network says of the number.
    pub verification: Verification,
    /// What an imported list that holds the number wants; the strictest if several do.
    pub listed: Option<Action>,
}

impl Circumstances {
    /// Of a call to a phone in `places`, by a caller of whom nothing is known.
    ///
    /// ```
    /// use tomeru::{Circumstances, Contact, Places, Region};
    /// let abroad = Places { network: "PH".parse()?, ..Places::at_home(Region::JAPAN) };
    /// let circumstances = Circumstances { contact: Contact::Yes, ..Circumstances::of(abroad) };
    /// assert_eq!(circumstances.places, abroad);
    /// # Ok::<(), tomeru::Error>(())
    /// ```
    #[must_use]
    pub const fn of(places: Places) -> Self {
        Self {
            now: 0,
            direction: Direction::Incoming,
            places,
            contact: Contact::No,
            dialled: Dialled::Never,
            since_emergency: None,
            verification: Verification::None,
            listed: None,
        }
    }

    /// The same of a phone with one SIM, at home.
    ///
    /// ```
    /// use tomeru::{Circumstances, Region};
    /// assert_eq!(Circumstances::at_home(Region::JAPAN).places.home, Region::JAPAN);
    /// ```
    #[must_use]
    pub const fn at_home(home: Region) -> Self {
        Self::of(Places::at_home(home))
    }
}
