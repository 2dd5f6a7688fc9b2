// SPDX-License-Identifier: Apache-2.0
//! All that the user wants, in one.

use alloc::vec::Vec;

use super::{
    choice::{CountryAction, OwnAction},
    numbers::{self, AllowedNumber, BlockedNumber, NumberList, Own},
    pass::Pass,
};
use crate::{action::Action, key::NumberKey, kind::Kind, plan::Region, preset::Preset};

/// What the user wants. What a stored document does not say is as in [`Policy::of`].
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Policy {
    /// The way of protection.
    pub preset: Preset,
    /// Protection is switched off until it is switched on again.
    #[cfg_attr(feature = "serde", serde(default))]
    pub paused: bool,
    /// Where the user differs from the preset; each kind once.
    #[cfg_attr(feature = "serde", serde(default))]
    pub own_actions: Vec<OwnAction>,
    /// What happens to the calls of countries; each country once.
    #[cfg_attr(feature = "serde", serde(default))]
    pub countries: Vec<CountryAction>,
    /// Numbers that ring.
    #[cfg_attr(feature = "serde", serde(default))]
    pub allowed: Vec<AllowedNumber>,
    /// Numbers that are not wanted.
    #[cfg_attr(feature = "serde", serde(default))]
    pub blocked: Vec<BlockedNumber>,
    /// Imported lists of numbers.
    #[cfg_attr(feature = "serde", serde(default))]
    pub lists: Vec<NumberList>,
    /// Timed passes, those that ended among them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub passes: Vec<Pass>,
    /// Number of days that calls from a number ring after the owner dialled it; 0: never for that reason.
    #[cfg_attr(feature = "serde", serde(default = "dialled_days"))]
    pub dialled_days: u16,
    /// Number of minutes that domestic and hidden callers ring after an emergency number was dialled; 0: never for that
    /// reason.
    #[cfg_attr(feature = "serde", serde(default = "emergency_minutes"))]
    pub emergency_minutes: u16,
}

fn dialled_days() -> u16 {
    30
}

fn emergency_minutes() -> u16 {
    120
}

const DAY: u32 = 24 * 60 * 60;

impl Policy {
    /// The policy of a preset, with nothing changed.
    ///
    /// ```
    /// use tomeru::{Policy, Preset};
    /// assert_eq!(Policy::of(Preset::Stop), Policy::default());
    /// ```
    #[must_use]
    pub fn of(preset: Preset) -> Self {
        Self {
            preset,
            paused: false,
            own_actions: Vec::new(),
            countries: Vec::new(),
            allowed: Vec::new(),
            blocked: Vec::new(),
            lists: Vec::new(),
            passes: Vec::new(),
            dialled_days: dialled_days(),
            emergency_minutes: emergency_minutes(),
        }
    }

    /// What happens to calls of `kind`: the user's own choice, if there is none stricter than [`Kind::strictest`], or the
    /// preset's.
    ///
    /// ```
    /// use tomeru::{Action, Kind, OwnAction, Policy, Preset};
    /// let mut policy = Policy::of(Preset::Stop);
    /// assert_eq!(policy.action_of(Kind::HiddenRestricted), Action::Allow);
    /// policy.own_actions.push(OwnAction::new(Kind::HiddenRestricted, Action::Silence));
    /// assert_eq!(policy.action_of(Kind::HiddenRestricted), Action::Silence);
    /// ```
    #[must_use]
    pub fn action_of(&self, kind: Kind) -> Action {
        let own = self.own_actions.iter().find(|own| own.kind == kind);
        own.map_or_else(|| self.preset.action(kind), |own| own.action.min(kind.strictest()))
    }

    /// Whether calls of `kind` (`None`: of no kind) come without ringing for no other reason than that the owner wants to
    /// hear from people known to him alone.
    pub(crate) fn is_for_the_known(&self, kind: Option<Kind>) -> bool {
        self.preset == Preset::Known
            && kind.is_none_or(|kind| {
                Preset::Stop.action(kind) == Action::Allow && self.own_actions.iter().all(|own| own.kind != kind)
            })
    }

    /// What may at most happen to a number because it is on `list`: nobody is heard for that where only the known ring.
    #[cfg(feature = "ffi")]
    pub(crate) fn of_list(&self, list: &NumberList) -> Action {
        if self.preset == Preset::Known { list.action.max(Action::Silence) } else { list.action }
    }

    /// What the user's own lists say of `key`. A number that they reject is rejected with a national prefix behind its
    /// code, too; nothing else is said of another number.
    pub(crate) fn own(&self, key: &NumberKey) -> Option<Own> {
        let own = |key: &NumberKey| numbers::own(&self.allowed, &self.blocked, key);
        let shown = own(key);
        let rejects = self.blocked.iter().any(|entry| entry.action == Action::Reject);
        let meant = rejects.then(|| own(&key.without_trunk()?)).flatten();
        let meant = meant.filter(|(_, own)| own.rejects());
        // Of equals the last.
        shown.into_iter().chain(meant).max_by_key(|(exactness, _)| *exactness).map(|(_, own)| own)
    }

    /// Whether a number that was dialled `seconds` ago still rings for that reason.
    pub(crate) fn remembers_dialling(&self, seconds: u32) -> bool {
        seconds < u32::from(self.dialled_days) * DAY
    }

    /// Whether help may still call back `seconds` after an emergency number was dialled.
    pub(crate) fn awaits_help(&self, seconds: u32) -> bool {
        seconds < u32::from(self.emergency_minutes) * 60
    }

    /// What the user chose for the calls of `country`.
    pub(crate) fn country(&self, country: Region) -> Option<CountryAction> {
        self.countries.iter().find(|own| own.country == country).copied()
    }

    /// Whether a pass for `country` (`None`: for all calls) is on.
    pub(crate) fn has_pass(&self, country: Option<Region>, now: i64) -> bool {
        self.passes.iter().any(|pass| pass.country == country && pass.is_on(now))
    }
}

impl Default for Policy {
    /// The recommended one.
    fn default() -> Self {
        Self::of(Preset::default())
    }
}

#[cfg(all(test, feature = "ffi"))]
mod tests {
    use super::*;

    #[test]
    fn where_only_the_known_ring_nobody_is_heard_for_being_on_a_list() {
        let list = |action| NumberList { id: 1, name: String::new(), action, count: 1, imported_at: 0 };
        for (preset, action, wanted) in [
            (Preset::Known, Action::Warn, Action::Silence),
            (Preset::Known, Action::Reject, Action::Reject),
            (Preset::Stop, Action::Warn, Action::Warn),
            (Preset::Warn, Action::Warn, Action::Warn),
        ] {
            assert_eq!(Policy::of(preset).of_list(&list(action)), wanted, "{preset:?} {action:?}");
        }
    }
}
