// SPDX-License-Identifier: Apache-2.0
//! Files whose lines are no cells: JSON objects, and address books.

use serde_json::{Map, Value};

use super::{
    layout::FileKind,
    rows::{Place, Sink},
};

/// Columns of JSON objects that are told apart.
const MOST_NAMES: usize = 64;
/// What is left out of a card: identifiers and dates of its own, and what is no text, where digits stand by chance.
const LEFT_OUT: [&str; 9] = ["VERSION", "REV", "UID", "PRODID", "BDAY", "PHOTO", "LOGO", "SOUND", "KEY"];

/// What takes the lines of a file of some kind, in front of what takes cells.
pub(super) enum Wrapped<'a> {
    Objects(Objects<'a>),
    Cards(Cards<'a>),
    Cells(&'a mut dyn Sink),
}

impl Wrapped<'_> {
    pub(super) fn sink(&mut self) -> &mut dyn Sink {
        match self {
            Self::Objects(objects) => objects,
            Self::Cards(cards) => cards,
            Self::Cells(sink) => *sink,
        }
    }
}

/// What takes the lines of a file of `kind`, and hands its cells to `sink`.
pub(super) fn wrapped(kind: FileKind, sink: &mut dyn Sink) -> Wrapped<'_> {
    match kind {
        FileKind::JsonLines => Wrapped::Objects(Objects::new(sink)),
        FileKind::VCard => Wrapped::Cards(Cards::new(sink)),
        _ => Wrapped::Cells(sink),
    }
}

/// A line is a JSON object: each of its values is a cell.
pub(super) struct Objects<'a> {
    sink: &'a mut dyn Sink,
    names: Vec<String>,
}

impl<'a> Objects<'a> {
    pub(super) fn new(sink: &'a mut dyn Sink) -> Self {
        Self { sink, names: Vec::new() }
    }

    fn column(&mut self, name: &str) -> usize {
        if let Some(at) = self.names.iter().position(|known| known == name) {
            return at;
        }
        if self.names.len() < MOST_NAMES {
            self.names.push(name.to_owned());
            self.sink.name(self.names.len() - 1, name);
            return self.names.len() - 1;
        }
        MOST_NAMES
    }

    fn object(&mut self, line: u64, object: &Map<String, Value>) {
        for (name, value) in object {
            self.value(line, name, value);
        }
    }

    fn value(&mut self, line: u64, name: &str, value: &Value) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => self.cell(line, name, &number.to_string()),
            Value::String(text) => self.cell(line, name, text),
            Value::Array(values) => values.iter().for_each(|value| self.value(line, name, value)),
            Value::Object(object) => {
                object.iter().for_each(|(inner, value)| self.value(line, &format!("{name}.{inner}"), value));
            }
        }
    }

    fn cell(&mut self, line: u64, name: &str, text: &str) {
        let column = self.column(name);
        self.sink.cell(Place { line, column }, text, false);
    }
}

impl Sink for Objects<'_> {
    fn cell(&mut self, place: Place, text: &str, cut: bool) {
        // A line of an array of objects.
        let text = text.trim().trim_end_matches(',');
        match serde_json::from_str(text) {
            _ if matches!(text, "[" | "]") => {}
            Ok(Value::Object(object)) if !cut => self.object(place.line, &object),
            // Not an object after all: as it stands, in a column of its own.
            _ => self.sink.cell(Place { column: MOST_NAMES, ..place }, text, cut),
        }
    }

    fn end(&mut self, line: u64) {
        self.sink.end(line);
    }
}

/// A row is a card of an address book: its TEL lines are one column, everything else another.
pub(super) struct Cards<'a> {
    sink: &'a mut dyn Sink,
    begun: u64,
    left_out: bool,
}

impl<'a> Cards<'a> {
    pub(super) fn new(sink: &'a mut dyn Sink) -> Self {
        sink.name(0, "TEL");
        sink.name(1, "note");
        Self { sink, begun: 1, left_out: false }
    }
}

impl Sink for Cards<'_> {
    fn cell(&mut self, place: Place, text: &str, cut: bool) {
        // A line that begins with a blank goes on with the one before, unless all of the card is indented.
        if self.left_out && text.starts_with([' ', '\t']) && !text.contains(':') {
            return;
        }
        let (name, value) = text.split_once(':').unwrap_or(("", text));
        let name = name.split(';').next().unwrap_or_default();
        let name = name.rsplit('.').next().unwrap_or_default().trim().to_ascii_uppercase();
        self.left_out = LEFT_OUT.contains(&name.as_str());
        match name.as_str() {
            "BEGIN" => self.begun = place.line,
            "END" => self.sink.end(self.begun),
            "TEL" => self.sink.cell(Place { line: place.line, column: 0 }, value, cut),
            _ if self.left_out => {}
            _ => self.sink.cell(Place { line: place.line, column: 1 }, value, cut),
        }
    }

    fn end(&mut self, _line: u64) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many columns were named, and the cells with their columns.
    #[derive(Default)]
    struct Seen(usize, Vec<(usize, String, bool)>);

    impl Sink for Seen {
        fn name(&mut self, column: usize, _name: &str) {
            assert_eq!(column, self.0);
            self.0 += 1;
        }

        fn cell(&mut self, place: Place, text: &str, cut: bool) {
            self.1.push((place.column, text.to_owned(), cut));
        }

        fn end(&mut self, _line: u64) {}
    }

    #[test]
    fn names_without_end_are_one_column_from_some_on() {
        let mut seen = Seen::default();
        let mut objects = Objects::new(&mut seen);
        for at in 0..100 {
            let text = format!("{{\"caller {at}\":\"{at}\"}},");
            Sink::cell(&mut objects, Place { line: 1, column: 0 }, &text, false);
        }
        assert_eq!(seen.0, MOST_NAMES);
        let wanted: Vec<_> = (0..100).map(|at: usize| (at.min(MOST_NAMES), at.to_string(), false)).collect();
        assert_eq!(seen.1, wanted);
    }

    #[test]
    fn of_a_line_that_is_cut_no_object_is_read() {
        let mut seen = Seen::default();
        let object = "{\"phone\":\"+18445550101\"}";
        Sink::cell(&mut Objects::new(&mut seen), Place { line: 1, column: 0 }, object, true);
        assert_eq!((seen.0, seen.1), (0, vec![(MOST_NAMES, object.to_owned(), true)]));
    }
}
