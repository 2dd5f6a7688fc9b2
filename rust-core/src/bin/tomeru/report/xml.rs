// SPDX-License-Identifier: Apache-2.0
//! The log that "SMS Backup & Restore" writes (`calls.xml`): one element a call, with the columns of Android's call log
//! as attributes.

use std::io::{self, BufRead, Read};

use quick_xml::{
    Error, Reader, XmlVersion,
    events::{BytesStart, Event},
};
use tomeru::{
    Call, Direction, Presentation,
    table::{Logged, Moment, Style},
};

/// An element has a few short attributes; a longer one is none of a call's, and is not kept.
const LONGEST: usize = 1 << 16;
/// The reader remembers every element that is open; a call is inside of one.
const DEEPEST: u32 = 16;
const ROOT: &[u8] = b"calls";
/// What is looked at of a call.
const ATTRIBUTES: [&str; 4] = ["number", "type", "date", "presentation"];
/// `CallLog.Calls.OUTGOING_TYPE`.
const OUTGOING: &str = "2";

/// Whether a file that begins with `head` is XML.
pub(crate) fn begins(head: &[u8]) -> bool {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start().starts_with(b"<")
}

/// Hands each call of `input` to `take`. What is told is a sentence about where and why it could not be read on.
pub(crate) fn read(input: impl BufRead, style: Style, mut take: impl FnMut(&Logged<'_>)) -> io::Result<Option<String>> {
    let mut reader = Reader::from_reader(Bounded { input, left: LONGEST });
    let (mut buffer, mut depth, mut is_closed) = (Vec::new(), 0_u32, false);
    loop {
        buffer.clear();
        reader.get_mut().left = LONGEST;
        let at = reader.buffer_position();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if depth == 0 && element.name().as_ref() != ROOT => {
                return Ok(Some("it is XML, but no log of calls: that begins with <calls>".into()));
            }
            Ok(Event::Empty(element)) => {
                is_closed |= depth == 0;
                call(&element, style, &mut take);
            }
            Ok(Event::Start(element)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Ok(Some(format!("it is damaged at byte {at}: elements in elements in elements")));
                }
                call(&element, style, &mut take);
            }
            Ok(Event::End(_)) => {
                depth = depth.saturating_sub(1);
                is_closed |= depth == 0;
            }
            Ok(Event::Eof) if is_closed => return Ok(None),
            Ok(Event::Eof) => return Ok(Some(format!("it ends in the middle, after {at} bytes"))),
            Ok(_) => {}
            Err(Error::Io(error)) if error.kind() != io::ErrorKind::FileTooLarge => {
                return Err(io::Error::new(error.kind(), error.to_string()));
            }
            Err(error) => return Ok(Some(format!("it is damaged at byte {at}: {error}"))),
        }
    }
}

fn call(element: &BytesStart<'_>, style: Style, take: &mut impl FnMut(&Logged<'_>)) {
    if element.name().as_ref() != b"call" {
        return;
    }
    let mut values: [String; 4] = Default::default();
    for attribute in element.attributes().with_checks(false).flatten() {
        if let Some(at) = ATTRIBUTES.iter().position(|name| attribute.key.as_ref() == name.as_bytes()) {
            values[at] = match attribute.normalized_value(XmlVersion::Implicit1_0) {
                Ok(value) => value.into_owned(),
                // What is escaped wrongly is no number, and read as it stands.
                Err(_) => String::from_utf8_lossy(&attribute.value).into_owned(),
            };
        }
    }
    let [number, kind, date, shown] = values;
    let presentation = match (shown.parse().map(Presentation::from_android), number.trim()) {
        // What Android wrote before it had the column.
        (_, "-1") => Presentation::Unknown,
        (_, "-2") => Presentation::Restricted,
        (_, "-3") => Presentation::Payphone,
        (Ok(presentation), _) => presentation,
        (Err(_), _) => Presentation::Allowed,
    };
    let direction = if kind == OUTGOING { Direction::Outgoing } else { Direction::Incoming };
    let moment = date.parse::<i64>().map_or_else(|_| Moment::default(), |at| Moment::at(at.div_euclid(1_000), style));
    take(&Logged { call: Call { number: Some(&number), presentation }, direction, moment });
}

/// Hands on no more than is left, so that what has no end is not kept until there is one.
struct Bounded<R> {
    input: R,
    left: usize,
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            let told = format!("something is longer than {} KiB", LONGEST >> 10);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, told));
        }
        let buffer = self.input.fill_buf()?;
        Ok(&buffer[..buffer.len().min(self.left)])
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.input.consume(amount);
    }
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut part = self.fill_buf()?;
        let length = part.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}
