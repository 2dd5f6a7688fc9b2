// SPDX-License-Identifier: Apache-2.0
//! What Android shows of a caller, or what a person typed, as digits. No allocation; never fails on any text.

use crate::digits::Digits;

/// How the digits were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// With a plus: a country code comes first.
    Plus,
    /// As dialled in the country the phone is in.
    National,
    /// A short number with `#` first, such as #9110.
    Hash,
}

/// A readable number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) form: Form,
    pub(crate) digits: Digits,
}

impl Number {
    /// Reads `raw`: a `tel:` URI (RFC 3966) or plain text, in ASCII or full-width characters, with any of the
    /// usual separators. `None` for everything else: other schemes, letters, too many digits, nothing at all.
    pub(crate) fn read(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let (rest, is_uri) = match raw.as_bytes() {
            [t, e, l, b':', ..] if [*t, *e, *l].eq_ignore_ascii_case(b"tel") => (&raw[4..], true),
            _ => (raw, false),
        };
        let mut form = Form::National;
        let mut digits = Digits::EMPTY;
        let mut characters = rest.chars();
        while let Some(mut character) = characters.next() {
            if character == '%' && is_uri {
                character = percent_decoded(&mut characters)?;
            }
            match character {
                '0'..='9' => push(&mut digits, character, '0')?,
                '０'..='９' => push(&mut digits, character, '０')?,
                '+' | '＋' if digits.is_empty() && form != Form::Hash => form = Form::Plus,
                '#' | '＃' if digits.is_empty() && form == Form::National => form = Form::Hash,
                // Parameters of the URI, or what is dialled after the call is answered.
                ';' | ',' => break,
                _ if is_separator(character) => {}
                _ => return None,
            }
        }
        (!digits.is_empty()).then_some(Self { form, digits })
    }
}

fn push(digits: &mut Digits, character: char, zero: char) -> Option<()> {
    let value = u32::from(character) - u32::from(zero);
    digits.push(value as u8).then_some(())
}

fn percent_decoded(characters: &mut std::str::Chars<'_>) -> Option<char> {
    let high = characters.next()?.to_digit(16)?;
    let low = characters.next()?.to_digit(16)?;
    char::from_u32(high * 16 + low)
}

/// What people and systems put between digits: spaces, dashes, dots, brackets, and invisible marks of direction.
fn is_separator(character: char) -> bool {
    matches!(
        character,
        ' ' | '-' | '.' | '(' | ')' | '/' | '[' | ']' | '\t' | '\u{a0}' | '\u{ad}'
            | '\u{2010}'..='\u{2015}' // hyphens and dashes
            | '\u{2212}' | '\u{30fc}' | '\u{ff0d}' | '\u{ff70}' // minus, and the Japanese long marks typed for it
            | '\u{3000}' | '\u{2000}'..='\u{200f}' // spaces, zero-width characters and direction marks
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
            | '\u{ff08}' | '\u{ff09}' | '\u{ff0e}' | '\u{ff0f}' | '\u{30fb}' // （ ） ． ／ ・
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Option<(Form, String)> {
        Number::read(raw).map(|number| (number.form, number.digits.to_string()))
    }

    #[test]
    fn one_number_in_every_spelling() {
        for raw in [
            "+819012345678",
            " +81 90-1234-5678 ",
            "+81(90)1234.5678",
            "tel:+81-90-1234-5678",
            "TEL:%2B819012345678",
            "tel:+819012345678;phone-context=example.com",
            "＋８１　９０ー１２３４－５６７８",
            "\u{202a}+819012345678\u{202c}",
            "+819012345678,,1#",
        ] {
            assert_eq!(read(raw), Some((Form::Plus, "819012345678".into())), "{raw}");
        }
    }

    #[test]
    fn short_numbers_keep_their_hash() {
        assert_eq!(read("#9110"), Some((Form::Hash, "9110".into())));
        assert_eq!(read("＃９１１０"), Some((Form::Hash, "9110".into())));
        assert_eq!(read("tel:%239110"), Some((Form::Hash, "9110".into())));
    }

    #[test]
    fn everything_else_is_no_number() {
        for raw in [
            "",
            " ",
            "+",
            "tel:",
            "anonymous",
            "sip:+819012345678@example.com",
            "voicemail:",
            "090-CALL-ME",
            "0312+345",
            "tel:%",
            "tel:%zz",
            "\0",
            "٠٣١٢٣٤٥٦٧٨",
            "*67",
        ] {
            assert_eq!(read(raw), None, "{raw:?}");
        }
        assert_eq!(read(&"1".repeat(10_000)), None);
    }
}
