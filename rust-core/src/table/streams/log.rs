// SPDX-License-Identifier: Apache-2.0
//! The calls of a log that is a table, as a stream: who called, when, and whether the owner did.

use std::io::{self, Read};

use super::{
    super::{
        layout::FileKind,
        options::Options,
        read::stream,
        rows::{Layout, Place, Sink, Splitter},
        special::wrapped,
    },
    calendar::{Moment, Style},
    direction,
    head::Head,
    moment,
    roles::{Roles, Told, asterisk},
    unguarded::unguarded,
};
use crate::{
    call::{Call, Direction, Presentation},
    encoding::Encoding,
};

/// A call of a log.
#[derive(Clone, Copy, Debug)]
pub struct Logged<'a> {
    /// The number, and whether it is shown.
    pub call: Call<'a>,
    /// Who called whom; incoming if the log does not tell.
    pub direction: Direction,
    /// When.
    pub moment: Moment,
}

/// A column of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Named {
    /// Counted from 1.
    pub number: usize,
    /// What its heading says.
    pub name: Option<String>,
}

/// Where a log says what.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Log {
    /// How its text is encoded.
    pub encoding: Encoding,
    /// What kind of table it is.
    pub kind: FileKind,
    /// Whether it was written by an Asterisk.
    pub is_asterisk: bool,
    /// The column of the numbers.
    pub number: Named,
    /// The column of the time, or of the day.
    pub time: Option<Named>,
    /// The column of the time of day, if that is another one.
    pub clock: Option<Named>,
    /// The column that says who called whom.
    pub direction: Option<Named>,
    /// How dates are written.
    pub style: Style,
    /// Whether nothing but a guess says if the day or the month comes first.
    pub is_order_guessed: bool,
    told: Told,
    layout: Layout,
    heading: u64,
}

impl Log {
    /// Judges `head`, the first [`HEAD_BYTES`](super::HEAD_BYTES) of a log. `wanted` is the column of the numbers, by
    /// its name or its number, counted from 1. `style` says what to believe where the log does not tell.
    ///
    /// # Errors
    /// A sentence for the person: it is no text, or there is no such column.
    pub fn find(head: &[u8], wanted: Option<&str>, style: Style, options: &Options<'_>) -> Result<Self, String> {
        let head = Head::judge(head, options)?.ok_or("it is no text")?;
        let mut roles = Roles::below(head.heading);
        head.cells(options, &mut roles)?;
        let is_asterisk = roles.is_asterisk();
        let asterisk = |column: usize| is_asterisk.then_some(column);
        let number = match (wanted, asterisk(asterisk::SOURCE)) {
            (None, Some(source)) => Some(source),
            _ => head.column(wanted)?,
        };
        let Some(number) = number else {
            return Ok(Self::of_lines(&head, style));
        };
        let name = |at: usize| head.name(at);
        let (time, clock) = match asterisk(asterisk::START) {
            Some(start) => (Some(start), None),
            None => roles.times(number, name),
        };
        let direction = match asterisk(asterisk::CONTEXT) {
            Some(context) => Some((context, Told::Words)),
            None => roles.direction(number, name),
        };
        let order = time.and_then(|time| roles.is_month_first(time));
        let style = Style { month_first: order.unwrap_or(style.month_first), ..style };
        let named = |at: usize| Named { number: at + 1, name: head.name(at).map(str::to_owned) };
        Ok(Self {
            encoding: head.encoding,
            kind: head.kind,
            is_asterisk,
            number: named(number),
            time: time.map(named),
            clock: clock.map(named),
            direction: direction.map(|(at, _)| named(at)),
            style,
            is_order_guessed: order.is_none() && time.is_some_and(|time| roles.is_order_open(time)),
            told: direction.map_or(Told::Words, |(_, told)| told),
            layout: head.layout,
            heading: head.heading,
        })
    }

    /// A line is a number.
    fn of_lines(head: &Head<'_>, style: Style) -> Self {
        Self {
            encoding: head.encoding,
            kind: FileKind::Lines,
            is_asterisk: false,
            number: Named { number: 1, name: None },
            time: None,
            clock: None,
            direction: None,
            style,
            is_order_guessed: false,
            told: Told::Words,
            layout: Layout::default(),
            heading: head.heading,
        }
    }

    /// Hands each call of `input` to `take`. Rows of headings and empty rows are left out.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(&self, input: impl Read, options: &Options<'_>, take: impl FnMut(&Logged<'_>)) -> io::Result<()> {
        let column = |named: &Option<Named>| named.as_ref().map(|named| named.number - 1);
        let columns = [Some(self.number.number - 1), column(&self.time), column(&self.clock), column(&self.direction)];
        let mut rows = Rows { log: self, take, columns, cells: Default::default(), any: false };
        let mut splitter = Splitter::new(self.layout);
        let mut sink = wrapped(self.kind, &mut rows);
        stream(input, self.encoding, options, |part| splitter.push(part, sink.sink()))?;
        splitter.finish(sink.sink());
        Ok(())
    }
}

struct Rows<'a, F> {
    log: &'a Log,
    take: F,
    /// Of the number, the time, the time of day, and the direction.
    columns: [Option<usize>; 4],
    cells: [String; 4],
    any: bool,
}

impl<F: FnMut(&Logged<'_>)> Sink for Rows<'_, F> {
    fn cell(&mut self, place: Place, text: &str, _cut: bool) {
        let text = text.trim();
        self.any |= !text.is_empty();
        for (column, cell) in self.columns.iter().zip(&mut self.cells) {
            if *column == Some(place.column) && cell.is_empty() {
                cell.push_str(unguarded(text));
            }
        }
    }

    fn end(&mut self, line: u64) {
        if std::mem::take(&mut self.any) && line > self.log.heading {
            let [number, time, clock, direction] = &mut self.cells;
            let direction = match self.log.told {
                Told::Words => direction::of_word(direction),
                Told::Codes => direction::of_word(direction).or_else(|| direction::of_code(direction)),
                Told::Flags => direction::of_flag(direction),
            };
            if !clock.is_empty() {
                time.push(' ');
                time.push_str(clock);
            }
            let call = match direction::hidden(number) {
                Some(presentation) => Call { number: None, presentation },
                None => Call { number: Some(number), presentation: Presentation::Allowed },
            };
            (self.take)(&Logged {
                call,
                direction: direction.unwrap_or(Direction::Incoming),
                moment: moment::read(time, self.log.style).unwrap_or_default(),
            });
        }
        self.cells.iter_mut().for_each(String::clear);
    }
}
