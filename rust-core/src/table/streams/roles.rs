// SPDX-License-Identifier: Apache-2.0
//! Which columns of a call log say when a call came, and who called whom, judged over how the log begins.

use super::{
    super::{
        column::MOST_COLUMNS,
        rows::{Place, Sink},
    },
    calendar::Style,
    direction, moment,
};

/// Words of headings that promise the time of the call, in lower case.
const WHEN: [&str; 17] = [
    "日時",
    "日付",
    "年月日",
    "時刻",
    "時間",
    "開始",
    "発生",
    "着信日",
    "date",
    "time",
    "start",
    "begin",
    "stamp",
    "when",
    "epoch",
    "day",
    "hour",
];
/// The same, as whole headings.
const WHOLE: [&str; 2] = ["at", "ts"];
/// Words of headings that promise another time, or how long the call was.
const OTHERWISE: [&str; 16] = [
    "終了",
    "応答",
    "通話時間",
    "時間数",
    "経過",
    "秒",
    "更新",
    "登録",
    "end",
    "answer",
    "duration",
    "length",
    "billsec",
    "update",
    "elapsed",
    "zone",
];

/// What a column holds of the time.
#[derive(Clone, Debug, Default)]
struct Cells {
    filled: u64,
    /// Days with an hour, days, and hours.
    both: u64,
    days: u64,
    hours: u64,
    /// Words and numbers that say who called whom.
    words: u64,
    codes: u64,
    flags: u64,
    /// Ends of calls in the log of an Asterisk.
    ends: u64,
    month_first: u64,
    day_first: u64,
    open: u64,
}

impl Cells {
    fn is_mostly(&self, count: u64) -> bool {
        count > 0 && count * 10 >= self.filled * 8
    }

    fn has_times(&self) -> bool {
        self.is_mostly(self.both + self.days + self.hours)
    }
}

/// Looks at the cells of how a log begins.
#[derive(Debug, Default)]
pub(super) struct Roles {
    /// The line of the headings.
    heading: u64,
    columns: Vec<Cells>,
    most: usize,
    width: usize,
}

/// What the column of directions is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Words,
    /// The numbers of Android's call log, or words.
    Codes,
    /// Whether the owner called.
    Flags,
}

/// How a call comes to be in the log of an Asterisk (`Master.csv`, which has no headings): accountcode, src, dst,
/// dcontext, clid, channel, dstchannel, lastapp, lastdata, start, answer, end, duration, billsec, disposition,
/// amaflags, and in some set-ups uniqueid, userfield and more. Source: Asterisk's `cdr_csv`.
pub(super) mod asterisk {
    pub(super) const WIDTH: std::ops::RangeInclusive<usize> = 16..=20;
    pub(in super::super) const SOURCE: usize = 1;
    pub(in super::super) const CONTEXT: usize = 3;
    pub(in super::super) const START: usize = 9;
    pub(super) const END: usize = 11;
    pub(super) const DISPOSITION: usize = 14;
    pub(super) const DISPOSITIONS: [&str; 5] = ["ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION"];
}

impl Roles {
    /// Below the headings in line `heading`; 0 if there are none.
    pub(super) fn below(heading: u64) -> Self {
        Self { heading, ..Self::default() }
    }

    /// Whether it is the log of an Asterisk, where nothing but the order of the columns tells what they are.
    pub(super) fn is_asterisk(&self) -> bool {
        let is_times = |at: usize| self.columns.get(at).is_some_and(|cells| cells.is_mostly(cells.both));
        self.heading == 0
            && asterisk::WIDTH.contains(&self.most)
            && is_times(asterisk::START)
            && is_times(asterisk::END)
            && self.columns.get(asterisk::DISPOSITION).is_some_and(|cells| cells.is_mostly(cells.ends))
    }

    /// The column of the time when a call came, but for `number`, and the column of its hour if that is another one;
    /// `name` is what a column is called.
    pub(super) fn times<'a>(
        &self,
        number: usize,
        name: impl Fn(usize) -> Option<&'a str>,
    ) -> (Option<usize>, Option<usize>) {
        let all = || self.columns.iter().enumerate().filter(|&(at, cells)| at != number && cells.has_times());
        let rank = |at: usize, cells: &Cells| {
            let promises = match name(at) {
                Some(name) if is_otherwise(name) => 0,
                Some(name) if is_when(name) => 3,
                Some(_) => 1,
                None => 2,
            };
            (promises > 0).then_some((promises, cells.is_mostly(cells.both), cells.is_mostly(cells.both + cells.days)))
        };
        let best = all().filter_map(|(at, cells)| Some((rank(at, cells)?, std::cmp::Reverse(at)))).max();
        let Some((_, std::cmp::Reverse(time))) = best else { return (None, None) };
        let is_of_days = self.columns[time].days > self.columns[time].both;
        // An hour without a name is beside its day, or it may be how long the call was.
        let is_hour = |at: usize, cells: &Cells| {
            cells.is_mostly(cells.hours)
                && match name(at) {
                    Some(name) => is_when(name) && !is_otherwise(name),
                    None => at == time + 1,
                }
        };
        let mut hours = all().filter(|&(at, cells)| is_of_days && at != time && is_hour(at, cells));
        (Some(time), hours.next().map(|(at, _)| at))
    }

    /// Whether dates of `column` begin with the month; `None` if none of them tells.
    pub(super) fn is_month_first(&self, column: usize) -> Option<bool> {
        let cells = self.columns.get(column)?;
        (cells.month_first != cells.day_first).then_some(cells.month_first > cells.day_first)
    }

    /// Whether dates of `column` are other days if the month comes first.
    pub(super) fn is_order_open(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|cells| cells.open > 0)
    }

    /// The column that says who called whom, and how.
    pub(super) fn direction<'a>(
        &self,
        number: usize,
        name: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<(usize, Told)> {
        let found = |(at, cells): (usize, &Cells)| {
            let told = match name(at) {
                Some("outgoing") if cells.is_mostly(cells.flags) => (cells.flags, Told::Flags),
                Some(name) if direction::is_heading(name) && (cells.words + cells.codes) * 2 >= cells.filled => {
                    (cells.words + cells.codes, Told::Codes)
                }
                None if cells.is_mostly(cells.words) => (cells.words, Told::Words),
                _ => return None,
            };
            (told.0 > 0).then_some((told.0, std::cmp::Reverse(at), told.1))
        };
        let all = self.columns.iter().enumerate().filter(|&(at, _)| at != number);
        let best = all.filter_map(found).max_by_key(|&(count, at, _)| (count, at));
        best.map(|(_, std::cmp::Reverse(at), told)| (at, told))
    }
}

fn is_when(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    WHOLE.contains(&name.as_str()) || WHEN.iter().any(|word| name.contains(word))
}

fn is_otherwise(name: &str) -> bool {
    let name = name.to_lowercase();
    OTHERWISE.iter().any(|word| name.contains(word))
}

impl Sink for Roles {
    fn cell(&mut self, place: Place, text: &str, cut: bool) {
        self.width = self.width.max(place.column + 1);
        let text = text.trim();
        if text.is_empty() || cut || place.line <= self.heading || place.column >= MOST_COLUMNS {
            return;
        }
        if self.columns.len() <= place.column {
            self.columns.resize_with(place.column + 1, Cells::default);
        }
        let cells = &mut self.columns[place.column];
        cells.filled += 1;
        let [day_first, month_first] =
            [false, true].map(|month_first| moment::read(text, Style { zone: 0, month_first }));
        if let Some(moment) = day_first.or(month_first) {
            match (moment.day, moment.hour) {
                (Some(_), Some(_)) => cells.both += 1,
                (Some(_), None) => cells.days += 1,
                _ => cells.hours += 1,
            }
            // Which comes first is told by dates that have but one meaning.
            cells.month_first += u64::from(day_first.is_none());
            cells.day_first += u64::from(month_first.is_none());
            cells.open += u64::from(day_first != month_first);
        }
        cells.words += u64::from(direction::of_word(text).is_some());
        cells.codes += u64::from(direction::of_code(text).is_some());
        cells.flags += u64::from(direction::of_flag(text).is_some());
        cells.ends += u64::from(asterisk::DISPOSITIONS.contains(&text));
    }

    fn end(&mut self, _line: u64) {
        self.most = self.most.max(std::mem::take(&mut self.width));
    }
}
