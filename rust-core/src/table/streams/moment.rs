// SPDX-License-Identifier: Apache-2.0
//! The day and the hour of a call, as logs write them: dates in every order, times with or without a zone, and seconds,
//! milliseconds or microseconds since 1970.

use super::{
    super::shapes::plain,
    calendar::{MINUTES_A_DAY, Moment, Style, day_of},
};

/// No date with its time is longer, or has more groups of digits.
const LONGEST: usize = 64;
const MOST_GROUPS: usize = 10;
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads a date, a time, or both; `None` if `text` is anything else.
pub(super) fn read(text: &str, style: Style) -> Option<Moment> {
    let written = Written::of(text.trim())?;
    if let Some(moment) = written.stamp(style) {
        return Some(moment);
    }
    let (clock, clock_groups) = match written.clock() {
        Some((clock, groups)) => (Some(clock?), groups),
        None => (None, written.count..written.count),
    };
    let date = written.date(clock_groups, style.month_first)?;
    let minutes = clock.map(|clock| clock.minutes);
    let zone = clock.and_then(|clock| clock.zone).or(written.zone);
    match (date.day, minutes, zone) {
        (Some(day), Some(minutes), Some(zone)) => {
            let there = i64::from(day) * MINUTES_A_DAY + i64::from(minutes);
            Some(Moment::of_minutes(there - i64::from(zone) + i64::from(style.zone)))
        }
        (None, None, _) => None,
        (day, minutes, _) => Some(Moment { day, hour: minutes.map(|minutes| (minutes / 60) as u8) }),
    }
}

/// A group of digits and the characters around it.
#[derive(Clone, Copy, Default)]
struct Group {
    value: u64,
    length: usize,
    before: char,
    after: char,
}

/// A text that has nothing in it but what dates and times have.
#[derive(Default)]
struct Written {
    groups: [Group; MOST_GROUPS],
    count: usize,
    /// Counted from 1.
    month: Option<u64>,
    afternoon: Option<bool>,
    zone: Option<i32>,
}

/// A time of day, and its zone, in minutes.
#[derive(Clone, Copy)]
struct Clock {
    minutes: i32,
    zone: Option<i32>,
}

struct Date {
    day: Option<i32>,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let mut written = Self::default();
        let (mut before, mut word, mut inside) = (' ', String::new(), false);
        // The space behind ends the last word.
        for character in text.chars().chain([' ']).map(plain) {
            if !character.is_ascii_alphabetic() && !word.is_empty() {
                written.word(&std::mem::take(&mut word))?;
            }
            match character {
                // The day of the week.
                '(' | '（' => inside = true,
                ')' | '）' => inside = false,
                _ if inside => {}
                '0'..='9' => written.digit(character, before)?,
                'A'..='Z' | 'a'..='z' => word.push(character.to_ascii_lowercase()),
                '前' | '後' if before == '午' => written.afternoon = Some(character == '後'),
                '午' | '-' | '/' | '.' | ':' | ',' | '+' | '年' | '月' | '日' | '時' | '分' | '秒' => {}
                _ if character.is_whitespace() => {}
                _ => return None,
            }
            if before.is_ascii_digit() && !character.is_ascii_digit() {
                written.groups[written.count - 1].after = character;
            }
            before = character;
        }
        (written.count > 0).then_some(written)
    }

    fn digit(&mut self, digit: char, before: char) -> Option<()> {
        if !before.is_ascii_digit() {
            *self.groups.get_mut(self.count)? = Group { before, ..Group::default() };
            self.count += 1;
        }
        let group = &mut self.groups[self.count - 1];
        group.value = group.value.saturating_mul(10).saturating_add(u64::from(digit.to_digit(10)?));
        group.length += 1;
        Some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let begins = |name: &&str| word.starts_with(*name) && word.len() <= "wednesday".len();
        match word {
            "am" | "pm" => self.afternoon = Some(word == "pm"),
            "z" | "utc" | "gmt" => self.zone = Some(0),
            "jst" => self.zone = Some(9 * 60),
            "t" => {}
            _ if DAYS.iter().any(begins) => {}
            _ => self.month = Some(MONTHS.iter().position(begins)? as u64 + 1),
        }
        Some(())
    }

    /// Digits alone: a day, a day and a time, or what counts from 1970; with a fraction, seconds.
    fn stamp(&self, style: Style) -> Option<Moment> {
        let Group { value, length, .. } = self.groups[0];
        let day = |day: u64| day_of(day / 10_000, day / 100 % 100, day % 100);
        let hour = |hour: u64| u8::try_from(hour).ok().filter(|&hour| hour < 24);
        match (self.count, length) {
            (1, 8) => Some(Moment { day: Some(day(value)?), hour: None }),
            (1, 12) => Some(Moment { day: Some(day(value / 10_000)?), hour: Some(hour(value / 100 % 100)?) }),
            (1, 14) => Some(Moment { day: Some(day(value / 1_000_000)?), hour: Some(hour(value / 10_000 % 100)?) }),
            (2, 10) if self.groups[0].after != '.' => None,
            // 2001 to 2033, as the shapes of a list know them.
            (1 | 2, 10) if value / 1_000_000_000 == 1 => Some(Moment::at(value as i64, style)),
            (1, 13) if value / 1_000_000_000_000 == 1 => Some(Moment::at((value / 1_000) as i64, style)),
            (1, 16) if value / 1_000_000_000_000_000 == 1 => Some(Moment::at((value / 1_000_000) as i64, style)),
            // 20260102T103000
            (2, 8) if matches!(self.groups[1].length, 4 | 6) && self.groups[1].before.eq_ignore_ascii_case(&'t') => {
                let clock = self.groups[1];
                let scale = if clock.length == 6 { 10_000 } else { 100 };
                let there = i64::from(day(value)?) * MINUTES_A_DAY
                    + i64::from(hour(clock.value / scale)?) * 60
                    + (clock.value / (scale / 100) % 100) as i64;
                Some(Moment::of_minutes(there + self.zone.map_or(0, |zone| i64::from(style.zone - zone))))
            }
            _ => None,
        }
    }

    /// The time, `None` inside if there can be no such time, and the groups that it takes up.
    fn clock(&self) -> Option<(Option<Clock>, std::ops::Range<usize>)> {
        let groups = &self.groups[..self.count];
        let is_hour = |group: &Group| matches!(group.after, ':' | '時') && group.length <= 2;
        let start = groups.iter().position(is_hour)?;
        let goes_on = |at: usize, signs: &[char]| {
            let Some(next) = groups.get(at) else { return false };
            signs.contains(&groups[at - 1].after) && signs.contains(&next.before) && next.length <= 2
        };
        let mut end = start + 1;
        let mut minute = 0;
        if goes_on(end, &[':', '時']) {
            minute = groups[end].value;
            end += 1;
            if goes_on(end, &[':', '分']) {
                end += 1;
                // Fractions of a second.
                end += usize::from(groups.get(end).is_some_and(|next| matches!(next.before, '.' | ',')));
            }
        }
        let mut zone = None;
        if let Some(hours) = groups.get(end).filter(|group| matches!(group.before, '+' | '-')) {
            let sign = if hours.before == '+' { 1 } else { -1 };
            let minutes = groups.get(end + 1).filter(|group| group.before == ':' && hours.length == 2);
            let (value, used) = match (hours.length, minutes) {
                (4, _) => (hours.value / 100 * 60 + hours.value % 100, 1),
                (2, Some(minutes)) => (hours.value * 60 + minutes.value, 2),
                (2, None) => (hours.value * 60, 1),
                _ => return Some((None, start..end)),
            };
            zone = i32::try_from(value).ok().filter(|&value| value <= 14 * 60).map(|value| sign * value);
            end += used;
        }
        let hour = match (self.afternoon, groups[start].value) {
            (None, hour) => hour,
            (Some(afternoon), hour @ 0..=12) => hour % 12 + if afternoon { 12 } else { 0 },
            (Some(_), hour) => hour,
        };
        let clock = (hour < 24 && minute < 60).then_some(Clock { minutes: (hour * 60 + minute) as i32, zone });
        Some((clock, start..end))
    }

    /// The date among the groups that are not those of the time; `None` if they are something else.
    fn date(&self, clock: std::ops::Range<usize>, month_first: bool) -> Option<Date> {
        let rest: Vec<Group> = self.groups[..self.count]
            .iter()
            .enumerate()
            .filter(|(at, _)| !clock.contains(at))
            .map(|(_, &group)| group)
            .collect();
        let signs = |between: [char; 2]| matches!(between, ['-', '-'] | ['/', '/'] | ['.', '.'] | ['年', '月']);
        let day = match (self.month, &rest[..]) {
            (None, []) => return Some(Date { day: None }),
            (Some(month), [a, b]) if b.length == 4 && a.length <= 2 => day_of(b.value, month, a.value),
            (Some(month), [a, b]) if a.length == 4 && b.length <= 2 => day_of(a.value, month, b.value),
            (None, [one]) if one.length == 8 => day_of(one.value / 10_000, one.value / 100 % 100, one.value % 100),
            (None, [a, b, c]) if signs([a.after, b.after]) => match [a.length, b.length, c.length] {
                [4, 1..=2, 1..=2] => day_of(a.value, b.value, c.value),
                [1..=2, 1..=2, 4] if month_first => day_of(c.value, a.value, b.value),
                [1..=2, 1..=2, 4] => day_of(c.value, b.value, a.value),
                _ => None,
            },
            _ => None,
        };
        day.map(|day| Date { day: Some(day) })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::calendar::civil, *};

    const JAPAN: Style = Style { zone: 9 * 60, month_first: false };

    fn told(text: &str, style: Style) -> String {
        let Some(moment) = read(text, style) else { return "none".into() };
        let day = moment.day.map(civil).map_or("-".into(), |(year, month, day)| format!("{year}-{month:02}-{day:02}"));
        format!("{day} {}", moment.hour.map_or("-".into(), |hour| hour.to_string()))
    }

    #[test]
    fn times_are_read_as_logs_write_them() {
        for text in [
            "2026-01-02 10:30:00",
            "2026/1/2 10:30",
            "2026.01.02 10:30",
            "2026-01-02T10:30:00.123",
            "2026-01-02T01:30:00Z",
            "2026-01-02T01:30:00+00:00",
            "2026-01-01 20:30:00 -0500",
            "2026-01-02 01:30 UTC",
            "2026-01-02 10:30:00+09",
            "2026年1月2日 10時30分",
            "2026年1月2日(金) 10時5分8秒",
            "2026/01/02 午前10:30",
            "２０２６／０１／０２　１０：３０",
            "02.01.2026 10:30",
            "2/1/2026 10:30 AM",
            "Jan 2, 2026 10:30:00 AM",
            "2 January 2026 10:30",
            "Fri Jan  2 10:30:00 2026",
            "20260102 10:30",
            "20260102T103000",
            "20260102T013000Z",
            "20260102103000",
            "202601021030",
            "1767317400",
            "1767317400123",
            "1767317400123456",
            "1767317400.12",
        ] {
            assert_eq!(told(text, JAPAN), "2026-01-02 10", "{text}");
        }
        for (text, wanted) in [
            ("2026-01-02", "2026-01-02 -"),
            ("20260102", "2026-01-02 -"),
            ("10:30", "- 10"),
            ("10:30 PM", "- 22"),
            ("12:05 AM", "- 0"),
            ("午後3時", "- 15"),
            ("2026-02-30", "none"),
            ("2026-01-02 25:00", "none"),
            ("+18445550101", "none"),
            ("0312345678", "none"),
            ("03-1234-5678", "none"),
            ("26/01/02", "none"),
            ("12", "none"),
            ("hello 10:30", "none"),
            ("", "none"),
            ("99999999999999999999999999", "none"),
        ] {
            assert_eq!(told(text, JAPAN), wanted, "{text}");
        }
        assert_eq!(told("1/2/2026", Style { month_first: true, ..JAPAN }), "2026-01-02 -");
        assert_eq!(told("31/12/2026", Style { month_first: true, ..JAPAN }), "none");
    }
}
