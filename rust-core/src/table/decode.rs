// SPDX-License-Identifier: Apache-2.0
//! Bytes to text, one part after another. What is no character becomes U+FFFD, so nothing is lost in silence.

use crate::encoding::Encoding;

/// A decoder of one encoding.
pub trait Decode {
    /// Adds the text of `bytes`, the next ones of a file, to `text`; `last` says that none follow.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String);
}

/// The decoder of `encoding`, if the core has it itself.
pub(super) fn own(encoding: Encoding) -> Option<Box<dyn Decode>> {
    match encoding {
        Encoding::Utf8 => Some(Box::new(Utf8::default())),
        Encoding::Utf16Le => Some(Box::new(Utf16 { join: u16::from_le_bytes, odd: None, high: None })),
        Encoding::Utf16Be => Some(Box::new(Utf16 { join: u16::from_be_bytes, odd: None, high: None })),
        Encoding::Latin1 => Some(Box::new(Latin1)),
        Encoding::ShiftJis | Encoding::EucJp | Encoding::Iso2022Jp => None,
    }
}

/// UTF-8; the bytes of a character that is not whole yet are kept.
#[derive(Default)]
struct Utf8(Vec<u8>);

impl Decode for Utf8 {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let mut joined = std::mem::take(&mut self.0);
        let mut rest = if joined.is_empty() {
            bytes
        } else {
            joined.extend_from_slice(bytes);
            &joined[..]
        };
        loop {
            match str::from_utf8(rest) {
                Ok(valid) => return text.push_str(valid),
                Err(error) => {
                    let (valid, after) = rest.split_at(error.valid_up_to());
                    text.push_str(str::from_utf8(valid).unwrap_or_default());
                    match error.error_len() {
                        Some(length) => {
                            text.push('\u{fffd}');
                            rest = &after[length..];
                        }
                        None if last => return text.push('\u{fffd}'),
                        None => {
                            self.0 = after.to_vec();
                            return;
                        }
                    }
                }
            }
        }
    }
}

struct Utf16 {
    join: fn([u8; 2]) -> u16,
    odd: Option<u8>,
    high: Option<u16>,
}

impl Decode for Utf16 {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        for &byte in bytes {
            let Some(first) = self.odd.take() else {
                self.odd = Some(byte);
                continue;
            };
            let unit = (self.join)([first, byte]);
            let pair = [self.high.unwrap_or(unit), unit];
            let units = if self.high.take().is_some() { &pair[..] } else { &pair[1..] };
            if (0xd800..0xdc00).contains(&unit) {
                text.extend((units.len() > 1).then_some('\u{fffd}'));
                self.high = Some(unit);
                continue;
            }
            text.extend(char::decode_utf16(units.iter().copied()).map(|unit| unit.unwrap_or('\u{fffd}')));
        }
        if last && (self.odd.take().is_some() | self.high.take().is_some()) {
            text.push('\u{fffd}');
        }
    }
}

struct Latin1;

impl Decode for Latin1 {
    fn decode(&mut self, bytes: &[u8], _last: bool, text: &mut String) {
        text.extend(bytes.iter().map(|&byte| char::from(byte)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(encoding: Encoding, bytes: &[u8], size: usize) -> String {
        let mut decoder = own(encoding).unwrap();
        let mut text = String::new();
        bytes.chunks(size).for_each(|part| decoder.decode(part, false, &mut text));
        decoder.decode(&[], true, &mut text);
        text
    }

    #[test]
    fn a_text_is_the_same_however_it_is_cut() {
        let text = "番号😀+18445550101\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for size in 1..6 {
            assert_eq!(decoded(Encoding::Utf8, text.as_bytes(), size), text, "{size}");
            assert_eq!(decoded(Encoding::Utf16Le, &little, size), text, "{size}");
            assert_eq!(decoded(Encoding::Utf16Be, &big, size), text, "{size}");
            assert_eq!(decoded(Encoding::Utf8, b"a\xff\xe7\x95b\xe7", size), "a\u{fffd}\u{fffd}b\u{fffd}", "{size}");
        }
    }

    #[test]
    fn halves_of_characters_are_seen_in_utf_16() {
        for (bytes, text) in [
            (&b"\x00\xd8a\x00b"[..], "\u{fffd}a\u{fffd}"),
            (b"\x00\xd8\x00\xd8a\x00", "\u{fffd}\u{fffd}a"),
            (b"a\x00\x00\xd8", "a\u{fffd}"),
            (b"a\x00\x00\xd8b", "a\u{fffd}"),
        ] {
            assert_eq!(decoded(Encoding::Utf16Le, bytes, 2), text);
        }
    }
}
