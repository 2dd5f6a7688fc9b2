// SPDX-License-Identifier: Apache-2.0
//! Who called whom, as logs write it.

use crate::call::{Direction, Presentation};

/// Words of calls that the owner made, in lower case.
const OUT: [&str; 9] = ["outgoing", "outbound", "dialed", "dialled", "placed", "発信", "発呼", "架電", "from-internal"];
/// Words of calls that came.
const IN: [&str; 17] = [
    "incoming",
    "inbound",
    "missed",
    "received",
    "answered",
    "rejected",
    "declined",
    "blocked",
    "voicemail",
    "from-trunk",
    "from-pstn",
    "from-did",
    "ext-did",
    "着信",
    "受信",
    "不在",
    "拒否",
];
/// What such a column may be called.
const HEADINGS: [&str; 11] =
    ["direction", "call type", "calltype", "call_type", "dcontext", "種別", "種類", "発着", "方向", "区分", "outgoing"];
const WHOLE: [&str; 2] = ["type", "io"];

/// Whether a column called `name` may say who called whom.
pub(super) fn is_heading(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    WHOLE.contains(&name.as_str()) || HEADINGS.iter().any(|word| name.contains(word))
}

/// What a cell says; `None` if it says nothing of that.
pub(super) fn of_word(text: &str) -> Option<Direction> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "out" | "mo" => Some(Direction::Outgoing),
        "in" | "mt" => Some(Direction::Incoming),
        _ if OUT.iter().any(|word| text.contains(word)) => Some(Direction::Outgoing),
        _ if IN.iter().any(|word| text.contains(word)) => Some(Direction::Incoming),
        _ => None,
    }
}

/// What a number of Android's call log (`CallLog.Calls.TYPE`) says: 2 is a call that the owner made; 1 came, 3 was
/// missed, 4 is a message, 5 was declined, 6 blocked, 7 answered elsewhere.
#[must_use]
pub(super) fn of_code(text: &str) -> Option<Direction> {
    match text.trim() {
        "2" => Some(Direction::Outgoing),
        "1" | "3" | "4" | "5" | "6" | "7" => Some(Direction::Incoming),
        _ => None,
    }
}

/// What the app's own export says, whose column is called `outgoing`.
pub(super) fn of_flag(text: &str) -> Option<Direction> {
    match text.trim() {
        "true" | "1" => Some(Direction::Outgoing),
        "false" | "0" => Some(Direction::Incoming),
        _ => None,
    }
}

/// Why there is no number where one could be, as people and phones write it; `None` if `text` is no such word.
pub(super) fn hidden(text: &str) -> Option<Presentation> {
    match text.trim().to_lowercase().as_str() {
        "非通知" | "非通知設定" | "private" | "private number" | "withheld" | "restricted" | "hidden" | "blocked" => {
            Some(Presentation::Restricted)
        }
        "公衆電話" | "payphone" => Some(Presentation::Payphone),
        "通知不可能" | "通知不可" | "表示圏外" | "不明" | "unknown" | "unknown number" => {
            Some(Presentation::Unknown)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_tell_who_called() {
        for text in ["Outgoing", "OUT", "発信", "outbound call", "from-internal", "Dialed"] {
            assert_eq!(of_word(text), Some(Direction::Outgoing), "{text}");
        }
        for text in ["Incoming", "in", "着信", "不在着信", "Missed", "着信拒否", "from-trunk-sip"] {
            assert_eq!(of_word(text), Some(Direction::Incoming), "{text}");
        }
        for text in ["", "mobile", "internet", "2"] {
            assert_eq!(of_word(text), None, "{text}");
        }
        assert_eq!(
            (of_code("2"), of_code("3"), of_code("9")),
            (Some(Direction::Outgoing), Some(Direction::Incoming), None)
        );
        assert!(is_heading("Call Type") && is_heading("発着区分") && is_heading("type") && !is_heading("prototype"));
    }
}
