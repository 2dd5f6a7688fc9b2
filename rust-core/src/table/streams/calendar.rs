// SPDX-License-Identifier: Apache-2.0
//! Days and hours, counted from 1970.

/// When a call came, as far as the log tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Days since 1970-01-01, from 1900 to 2099.
    pub day: Option<i32>,
    /// From 0 to 23.
    pub hour: Option<u8>,
}

/// How a log writes its times.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Minutes east of UTC: times that say where they are meant are counted there. Others count as they are written.
    pub zone: i32,
    /// Whether 1/2/2026 is the second of January.
    pub month_first: bool,
}

pub(super) const MINUTES_A_DAY: i64 = 24 * 60;

impl Moment {
    /// `seconds` since 1970 (UTC), in the zone of `style`.
    #[must_use]
    pub fn at(seconds: i64, style: Style) -> Self {
        Self::of_minutes(seconds.div_euclid(60).saturating_add(i64::from(style.zone)))
    }

    pub(super) fn of_minutes(minutes: i64) -> Self {
        let day = i32::try_from(minutes.div_euclid(MINUTES_A_DAY)).ok().filter(|&day| is_counted(day));
        Self { day, hour: u8::try_from(minutes.rem_euclid(MINUTES_A_DAY) / 60).ok().filter(|_| day.is_some()) }
    }
}

/// The year, month and day (from 1) of a day since 1970-01-01, in the Gregorian calendar.
#[must_use]
pub fn civil(day: i32) -> (i32, u32, u32) {
    // Years that begin in March, so that the leap day is the last: 400 of them have 146,097 days.
    let days = i64::from(day) + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    ((year + era * 400 + next) as i32, month as u32, day as u32)
}

/// The day since 1970-01-01; `None` if there is none such from 1900 to 2099.
pub(super) fn day_of(year: u64, month: u64, day: u64) -> Option<i32> {
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1;
    let found = i32::try_from(days).ok()? - 719_468;
    // The thirtieth of February would be another day.
    (civil(found) == (year as i32, month as u32, day as u32)).then_some(found)
}

fn is_counted(day: i32) -> bool {
    (1900..2100).contains(&civil(day).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_itself() {
        for day in -25_567..47_482 {
            let (year, month, of_month) = civil(day);
            assert_eq!(day_of(year as u64, u64::from(month), u64::from(of_month)), Some(day));
        }
        assert_eq!((civil(-25_568).0, civil(47_482).0), (1899, 2100));
    }
}
