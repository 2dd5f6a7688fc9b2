// SPDX-License-Identifier: Apache-2.0
//! The reader of what a network shows. It takes nothing for granted and gives nothing up: whoever forges a number may
//! put any character into it.

use super::{
    Form, Number,
    characters::{Class, class},
    uri::{self, Characters},
};
use crate::{
    call::Presentation,
    digits::Digits,
    plan::{HIDDEN_WORDS, HiddenWord},
};

/// What a caller's text shows.
#[derive(Clone, Debug)]
pub(crate) enum Shown<'a> {
    /// A number and nothing else.
    Number(Number),
    /// Digits, with characters among them that no number has.
    Odd(Odd<'a>),
    /// No number, and why.
    Hidden(Presentation),
    /// No digit.
    Unreadable,
}

/// Digits with odd characters among them: one number, or several.
#[derive(Clone, Debug)]
pub(crate) struct Odd<'a> {
    /// All digits, as if the odd characters were not there.
    pub(crate) joined: Number,
    characters: Characters<'a>,
}

/// Short numbers with `#` first have four digits in Japan; whatever is longer is a number behind a `#`.
const LONGEST_WITH_HASH: usize = 6;

/// With fewer digits before them, parameters may be where the number is hidden.
const SHORTEST_BEFORE_PARAMETERS: usize = 3;

/// Reads `raw`: a `tel:` or SIP URI, or plain text.
pub(crate) fn shown(raw: &str) -> Shown<'_> {
    plain(raw).map_or_else(|| with_more(raw), Shown::Number)
}

/// What a network shows almost always: a plus or none, and digits. The same as [`with_more`], at once.
fn plain(raw: &str) -> Option<Number> {
    let (form, digits) = match raw.as_bytes() {
        [b'+', digits @ ..] => (Form::Plus, digits),
        digits => (Form::National, digits),
    };
    Digits::from_ascii(digits).filter(|digits| !digits.is_empty()).map(|digits| Number {
        form,
        digits,
        too_long: false,
    })
}

/// Anything: a frame, separators, odd characters, digits of any script.
fn with_more(raw: &str) -> Shown<'_> {
    let characters = uri::characters(raw);
    let (mut number, mut odd) = (Number::NONE, false);
    let mut left = characters.clone();
    while let Some(character) = left.next() {
        match class(character) {
            Class::Digit(value) => number.push(value),
            Class::Separator => {}
            Class::Plus if number.digits.is_empty() && number.form != Form::Hash => number.form = Form::Plus,
            Class::Hash if number.digits.is_empty() && number.form == Form::National => number.form = Form::Hash,
            Class::Other if number.digits.len() >= SHORTEST_BEFORE_PARAMETERS && is_end(character, &left) => {
                number = number.within(uri::context(left.rest()));
                break;
            }
            Class::Plus if number.digits.is_empty() => (number.form, odd) = (Form::Plus, true),
            Class::Plus | Class::Hash | Class::Other => odd = true,
        }
    }
    let digits = number.digits.values();
    if digits.is_empty() {
        return without_digits(characters, number.form == Form::National && !odd);
    }
    if number.form == Form::Hash && (digits.len() > LONGEST_WITH_HASH || digits[0] == 0 || odd) {
        (number.form, odd) = (Form::National, true);
    }
    if odd { Shown::Odd(Odd { joined: number, characters }) } else { Shown::Number(number) }
}

/// Whether `character` ends the number: parameters come next, or nothing that counts.
fn is_end(character: char, left: &Characters<'_>) -> bool {
    character == ';' && uri::is_parameters(left.rest())
}

fn without_digits(characters: Characters<'_>, is_blank: bool) -> Shown<'_> {
    if is_blank {
        return Shown::Hidden(Presentation::Unknown);
    }
    let is_word = |word: &&HiddenWord| characters.clone().map(|c| c.to_ascii_lowercase()).eq(word.word.chars());
    match HIDDEN_WORDS.iter().find(is_word) {
        Some(word) if word.is_withheld => Shown::Hidden(Presentation::Restricted),
        Some(_) => Shown::Hidden(Presentation::Unknown),
        None => Shown::Unreadable,
    }
}

impl Odd<'_> {
    /// Each number that stands between odd characters; a plus begins another one.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Number> + '_ {
        let mut left = self.characters.clone();
        let mut next = Some(Form::National);
        core::iter::from_fn(move || {
            while let Some(form) = next.take() {
                let mut number = Number { form, ..Number::NONE };
                for character in left.by_ref() {
                    match class(character) {
                        Class::Digit(value) => number.push(value),
                        Class::Separator => {}
                        Class::Plus => {
                            next = Some(Form::Plus);
                            break;
                        }
                        Class::Hash | Class::Other => {
                            next = Some(Form::National);
                            break;
                        }
                    }
                }
                if !number.digits.is_empty() {
                    return Some(number);
                }
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> String {
        let form = |number: &Number| match number.form {
            Form::Plus => format!("+{}", number.digits),
            Form::National => number.digits.to_string(),
            Form::Within(code) => format!("({code}){}", number.digits),
            Form::Hash => format!("#{}", number.digits),
        };
        match shown(raw) {
            Shown::Number(number) if number.too_long => format!("{}…", form(&number)),
            Shown::Number(number) => form(&number),
            Shown::Odd(odd) => {
                let pieces: Vec<String> = odd.pieces().map(|piece| form(&piece)).collect();
                format!("{} of {}", form(&odd.joined), pieces.join(" "))
            }
            Shown::Hidden(presentation) => format!("{presentation:?}"),
            Shown::Unreadable => "unreadable".into(),
        }
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
            "tel:%EF%BC%8B%EF%BC%98%EF%BC%91%C2%A09012345678",
            "\u{202a}+819012345678\u{202c}",
            "+8190\u{61c}1234\n5678",
            "++819012345678",
            "+٨١٩٠١٢٣٤٥٦٧٨",
            "sip:+819012345678@example.com;user=phone",
            "sip:+819012345678;npdi@example.com",
        ] {
            assert_eq!(read(raw), "+819012345678", "{raw}");
        }
    }

    #[test]
    fn plain_digits_are_read_as_any_text_is() {
        for length in 0..=40 {
            for plus in ["", "+"] {
                let raw: String = plus.chars().chain("8033581432".chars().cycle().take(length)).collect();
                // A space before it has it read character by character.
                assert_eq!(read(&raw), read(&format!(" {raw}")), "{raw}");
                assert_eq!(plain(&raw).is_some(), (1..=32).contains(&length), "{raw}");
            }
        }
        for raw in ["+81 ", "8/1", "81:", "+", "٣", "8\u{0}"] {
            assert!(plain(raw).is_none(), "{raw:?}");
        }
    }

    #[test]
    fn short_numbers_keep_their_hash_and_long_ones_do_not() {
        for raw in ["#9110", "＃９１１０", "tel:%239110"] {
            assert_eq!(read(raw), "#9110", "{raw}");
        }
        assert_eq!(read("#123456"), "#123456");
        for (raw, digits) in [("#1234567", "1234567"), ("#0120", "0120"), ("9110#", "9110")] {
            assert_eq!(read(raw).split(' ').next(), Some(digits), "{raw}");
        }
        assert_eq!(read("#010639171234567"), "010639171234567 of 010639171234567");
        assert_eq!(read("#+639171234567"), "+639171234567 of +639171234567");
        assert_eq!(read("#9110*"), "9110 of 9110");
    }

    #[test]
    fn odd_characters_hide_no_number() {
        for (raw, wanted) in [
            ("+18442980122*", "+18442980122 of +18442980122"),
            ("+1844298x0122", "+18442980122 of +1844298 0122"),
            ("+639171234567&09012345678", "+63917123456709012345678 of +639171234567 09012345678"),
            ("03+639171234567", "03639171234567 of 03 +639171234567"),
            ("+18442980122,,3", "+184429801223 of +18442980122 3"),
            ("+1;8442980122", "+18442980122 of +1 8442980122"),
            ("+1844;2980122", "+18442980122 of +1844 2980122"),
            ("*67", "67 of 67"),
            ("1+1", "11 of 1 +1"),
            ("090-CALL-ME", "090 of 090"),
            ("0%201", "0201 of 0 201"),
            ("0@10639171234567", "010639171234567 of 0 10639171234567"),
            ("0;ext=10639171234567", "010639171234567 of 0 10639171234567"),
            (";isub=639171234567", "639171234567 of 639171234567"),
            ("sip:@+639171234567", "+639171234567 of +639171234567"),
        ] {
            assert_eq!(read(raw), wanted, "{raw}");
        }
    }

    #[test]
    fn a_context_says_where_a_number_is_dialled() {
        assert_eq!(read("tel:0791234567;phone-context=+41"), "(41)0791234567");
        for context in ["%2b41", "%2B%34%31", "＋41", "%EF%BC%8B41", "++41", "\"+41\"", "+41x", "+41.example.com"] {
            assert_eq!(read(&format!("tel:0791234567;phone-context={context}")), "(41)0791234567", "{context}");
        }
        assert_eq!(read("tel:5550123;isub=9;phone-context=+1914"), "+19145550123");
        assert_eq!(read("tel:+41791234567;phone-context=+81"), "+41791234567");
    }

    #[test]
    fn what_has_no_digit_is_hidden_or_unreadable() {
        for (raw, wanted) in [
            ("", "Unknown"),
            (" \u{200f}\0", "Unknown"),
            ("tel:", "Unknown"),
            ("anonymous", "Restricted"),
            ("tel:Anonymous", "Restricted"),
            ("sip:anonymous@anonymous.invalid", "Restricted"),
            ("sip:unavailable@unknown.invalid", "Unknown"),
            ("+", "unreadable"),
            ("#", "unreadable"),
            ("*", "unreadable"),
            ("withheld", "unreadable"),
            ("voicemail:", "unreadable"),
            ("tel:%zz", "unreadable"),
        ] {
            assert_eq!(read(raw), wanted, "{raw:?}");
        }
        assert_eq!(read(&"1".repeat(10_000)), format!("{}…", "1".repeat(32)));
    }
}
