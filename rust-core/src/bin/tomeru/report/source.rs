// SPDX-License-Identifier: Apache-2.0
//! What a report is about.

use tomeru::{Places, table::Log};

use super::{counts::Counts, sections::date};

/// What a report is about.
pub(crate) struct Source<'a> {
    pub(crate) name: String,
    /// `None` if it is the calls.xml of an Android phone.
    pub(crate) log: Option<Log>,
    /// Minutes east of UTC.
    pub(crate) zone: i32,
    pub(crate) places: &'a Places,
    /// How many numbers are shown.
    pub(crate) most: usize,
}

impl Source<'_> {
    /// What kind of file it is.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.log {
            None => "calls_xml",
            Some(log) if log.is_asterisk => "asterisk_cdr",
            Some(log) => log.kind.key(),
        }
    }

    /// The zone, as +09:00.
    pub(crate) fn zone(&self) -> String {
        let minutes = self.zone.abs();
        format!("{}{:02}:{:02}", if self.zone < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
    }
}

/// The first and the last day, where the log tells days.
pub(crate) fn span(counts: &Counts<'_>) -> Option<(String, String)> {
    let (&first, _) = counts.days.first_key_value()?;
    let (&last, _) = counts.days.last_key_value()?;
    Some((date(first), date(last)))
}

/// One sentence about how many calls there are.
pub(crate) fn sentence(counts: &Counts<'_>) -> String {
    let days = match span(counts) {
        Some((first, last)) if first == last => format!(", on {first}"),
        Some((first, last)) => format!(", {first} to {last}"),
        None => String::new(),
    };
    let own = match counts.outgoing {
        0 => String::new(),
        own => format!("; {} of the owner's own are not counted", grouped(own)),
    };
    format!("{} calls{days}{own}", grouped(counts.calls))
}

/// What is to be known of counts that may be too low.
pub(crate) fn at_least(lost: u64) -> String {
    format!("at least so many, and up to {} more: there were too many different numbers to count each", grouped(lost))
}

/// 1,234,567
pub(crate) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Without characters that would turn or break what is shown.
pub(crate) fn printable(text: &str) -> String {
    let is_odd = |c: char| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if is_odd(c) { '\u{fffd}' } else { c }).collect()
}
