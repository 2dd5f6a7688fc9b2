// SPDX-License-Identifier: Apache-2.0
//! Reads a file from its bytes to a report and its numbers.

use std::io::{self, Read, Seek, SeekFrom};

use super::{
    column::{self, MOST_COLUMNS},
    decode,
    encoding::Detector,
    layout::{FileKind, Finder},
    options::Options,
    report::{Column, Holds, Report},
    rows::{Layout, Sink, Splitter},
    signature,
    special::wrapped,
    survey::Survey,
    take::Taker,
};
use crate::{encoding::Encoding, error::Error, refusal::Refusal};

/// Bytes of a file that are read; a larger one is refused.
pub const MAX_BYTES: u64 = 64 << 20;
/// Bytes that are read at once.
const PART: usize = 1 << 16;

/// What `source` holds, and its numbers in rising order, each as [`NumberKey::packed`](crate::NumberKey::packed) has it;
/// none if the report says that the file is refused.
///
/// # Errors
/// [`Error::Io`]: what the system says. A file that is refused is no error here: the report says why.
///
/// ```
/// use std::io::Cursor;
/// use tomeru::{Error, NumberKey, Region, table::{self, Options}};
/// let file = Cursor::new("name,number\nA,+1 844-298-0122\nB,03-1234-5678\n");
/// let (report, numbers) = table::read(file, &Options::at_home(Region::JAPAN))?;
/// assert_eq!((report.rows, report.count), (2, 2));
/// assert_eq!(NumberKey::unpacked(numbers[0]).to_string(), "+18442980122");
/// # Ok::<(), Error>(())
/// ```
pub fn read(mut source: impl Read + Seek, options: &Options<'_>) -> Result<(Report, Vec<u64>), Error> {
    let mut report = Report::new(options.home);
    let refused = match encoding_of(&mut source)? {
        Ok(encoding) => {
            report.encoding = encoding;
            match decode::own(encoding).or_else(|| (options.decoder)(encoding)) {
                Some(_) => return tables(&mut source, encoding, options),
                None => Refusal::Undecoded { encoding },
            }
        }
        Err(refusal) => refusal,
    };
    report.refused = Some(refused);
    Ok((report, Vec::new()))
}

/// How the file is encoded, or why it is not read.
fn encoding_of(source: &mut (impl Read + Seek)) -> io::Result<Result<Encoding, Refusal>> {
    let length = source.seek(SeekFrom::End(0))?;
    source.seek(SeekFrom::Start(0))?;
    let mut detector = Detector::default();
    let mut what = None;
    let mut is_first = true;
    parts(source, |part| {
        if std::mem::take(&mut is_first) {
            what = signature::of(part);
        }
        detector.push(part);
        what.is_none() && length <= MAX_BYTES
    })?;
    Ok(match (what, detector.found()) {
        (Some(what), _) => Err(Refusal::NotText { what: Some(what.to_owned()) }),
        (None, None) => Err(Refusal::NotText { what: None }),
        (None, Some(_)) if length > MAX_BYTES => Err(Refusal::TooLarge),
        (None, Some(encoding)) => Ok(encoding),
    })
}

fn tables(
    source: &mut (impl Read + Seek),
    encoding: Encoding,
    options: &Options<'_>,
) -> Result<(Report, Vec<u64>), Error> {
    let mut finder = Finder::new();
    text(source, encoding, options, |part| finder.push(part))?;
    let (kind, layout) = finder.found();
    let mut survey = Survey::new(options.home);
    cells(source, encoding, options, kind, layout, &mut survey)?;
    let holds = column::judge(&survey.columns);
    let mut taker = Taker::new(&survey.columns, &holds, options);
    taker.heading = survey.heading.map_or(0, |(line, _)| line);
    taker.zero_lost = survey.is_zero_lost();
    cells(source, encoding, options, kind, layout, &mut taker)?;
    let Taker { numbers, mut report, samples, .. } = taker;
    report.samples = samples.shown();
    (report.kind, report.encoding) = (kind, encoding);
    report.hint = survey.clues.found(options.home).filter(|_| !survey.is_zero_lost());
    report.columns = columns(kind, &survey, &holds);
    let finished = numbers.finish();
    report.refused = match &finished {
        None => Some(Refusal::TooMany),
        Some(_) if report.rows_with_number == 0 => Some(Refusal::Empty),
        Some(_) if report.rows_with_number * 2 < report.rows => Some(Refusal::MostlyNot),
        Some((numbers, _)) if numbers.is_empty() && report.beginning_count == 0 => Some(Refusal::Empty),
        Some(_) => None,
    };
    let (numbers, repeated) = finished.filter(|_| report.refused.is_none()).unwrap_or_default();
    (report.count, report.repeated) = (numbers.len() as u32, repeated);
    Ok((report, numbers))
}

/// The columns, for whoever looks at the report; a file without columns has none.
fn columns(kind: FileKind, survey: &Survey, holds: &[Holds]) -> Vec<Column> {
    if kind == FileKind::Lines {
        return Vec::new();
    }
    let all = survey.columns.iter().zip(holds).enumerate().take(MOST_COLUMNS);
    all.filter(|(_, (stats, _))| stats.filled > 0 || stats.name.is_some())
        .map(|(at, (stats, &holds))| Column {
            number: at as u32 + 1,
            name: stats.name.clone().filter(|name| !name.is_empty()),
            holds,
        })
        .collect()
}

/// Hands the cells of a file to `sink`.
pub(super) fn cells(
    source: &mut (impl Read + Seek),
    encoding: Encoding,
    options: &Options<'_>,
    kind: FileKind,
    layout: Layout,
    sink: &mut dyn Sink,
) -> io::Result<()> {
    let mut sink = wrapped(kind, sink);
    let mut splitter = Splitter::new(layout);
    text(source, encoding, options, |part| splitter.push(part, sink.sink()))?;
    splitter.finish(sink.sink());
    Ok(())
}

/// Hands the text of a file, from its beginning, to `take`, one part after another.
fn text(
    source: &mut (impl Read + Seek),
    encoding: Encoding,
    options: &Options<'_>,
    take: impl FnMut(&str),
) -> io::Result<()> {
    source.seek(SeekFrom::Start(0))?;
    stream(source, encoding, options, take)
}

/// Hands the text of `source` to `take`, one part after another.
pub(super) fn stream(
    source: impl Read,
    encoding: Encoding,
    options: &Options<'_>,
    mut take: impl FnMut(&str),
) -> io::Result<()> {
    let Some(mut decoder) = decode::own(encoding).or_else(|| (options.decoder)(encoding)) else { return Ok(()) };
    let mut text = String::with_capacity(PART * 2);
    let mut decoded = |bytes: &[u8], last| {
        text.clear();
        decoder.decode(bytes, last, &mut text);
        take(&text);
    };
    parts(source, |part| {
        decoded(part, false);
        true
    })?;
    decoded(&[], true);
    Ok(())
}

/// Hands the bytes of `source` to `take`, until that says `false`.
fn parts(mut source: impl Read, mut take: impl FnMut(&[u8]) -> bool) -> io::Result<()> {
    let mut part = vec![0; PART];
    loop {
        let length = match source.read(&mut part) {
            Ok(0) => return Ok(()),
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if !take(&part[..length]) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::plan::Region;

    /// A file that tells how much of it was read, says of itself how long it is, and fails at first.
    struct Source {
        bytes: Cursor<Vec<u8>>,
        length: u64,
        failure: Option<io::ErrorKind>,
        read: usize,
    }

    impl Source {
        fn new(bytes: impl Into<Vec<u8>>) -> Self {
            let bytes = bytes.into();
            Self { length: bytes.len() as u64, bytes: Cursor::new(bytes), failure: None, read: 0 }
        }
    }

    impl Read for Source {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if let Some(failure) = self.failure.take() {
                return Err(failure.into());
            }
            let length = self.bytes.read(buffer)?;
            self.read += length;
            Ok(length)
        }
    }

    impl Seek for Source {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            let at = self.bytes.seek(to)?;
            Ok(if matches!(to, SeekFrom::End(_)) { self.length } else { at })
        }
    }

    fn numbers(count: usize) -> String {
        (0..count).map(|number| format!("+1844555{number:04}\n")).collect()
    }

    fn report(source: &mut Source) -> Report {
        read(source, &Options::at_home(Region::JAPAN)).unwrap().0
    }

    #[test]
    fn a_file_is_read_to_its_end() {
        let text = numbers(9_999);
        assert!(text.len() > PART);
        assert_eq!(report(&mut Source::new(text.clone())).count, 9_999);
        // 電話番号 in Shift_JIS behind all of them.
        let source = [text.as_bytes(), b"\x93\x64\x98\x62\x94\xd4\x8d\x86\n"].concat();
        assert_eq!(report(&mut Source::new(source)).encoding, Encoding::ShiftJis);
    }

    #[test]
    fn a_file_that_is_refused_is_not_read_to_its_end() {
        for (head, length, is_too_large) in [("", MAX_BYTES + 1, true), ("%PDF-1.7\n", MAX_BYTES, false)] {
            let mut source = Source::new(format!("{head}{}", numbers(9_999)));
            source.length = length;
            let refused = report(&mut source).refused;
            assert_eq!(matches!(refused, Some(Refusal::TooLarge)), is_too_large);
            assert_eq!(matches!(refused, Some(Refusal::NotText { .. })), !is_too_large);
            assert!(source.read <= PART, "{} bytes", source.read);
        }
        let mut source = Source::new(numbers(3));
        source.length = MAX_BYTES;
        assert_eq!(report(&mut source).refused, None, "the largest that is read");
    }

    #[test]
    fn what_the_system_says_is_told_and_an_interruption_is_none() {
        let mut source = Source::new(numbers(3));
        source.failure = Some(io::ErrorKind::Interrupted);
        assert_eq!(report(&mut source).count, 3);
        source.failure = Some(io::ErrorKind::PermissionDenied);
        let error = read(&mut source, &Options::at_home(Region::JAPAN)).unwrap_err();
        assert!(matches!(error, Error::Io(error) if error.kind() == io::ErrorKind::PermissionDenied));
    }

    #[test]
    fn columns_are_told_by_number_and_name() {
        for (text, wanted) in [
            ("番号,,メモ\n+18445550101,,詐欺\n", "1 番号|3 メモ"),
            ("番号,メモ\n+18445550101,,詐欺\n", "1 番号|2 メモ|3 "),
            ("+18445550101,詐欺\n+18445550102,\n", "1 |2 "),
            ("番号\n+18445550101\n", ""),
        ] {
            let columns = report(&mut Source::new(text)).columns;
            let told = columns.iter().map(|c| format!("{} {}", c.number, c.name.as_deref().unwrap_or_default()));
            assert_eq!(told.collect::<Vec<_>>().join("|"), wanted, "{text}");
        }
    }
}
