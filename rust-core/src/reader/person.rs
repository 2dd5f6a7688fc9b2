// SPDX-License-Identifier: Apache-2.0
//! The reader of what a person wrote: a contact, an entry, a number that is dialled or typed. It knows what people put
//! before and behind a number.

use super::{
    Form, Number,
    characters::{Class, class},
    uri,
};
use crate::plan::PER_CALL_CODES;

/// A carrier's code has six digits at most.
const LONGEST_BEFORE_PLUS: usize = 6;

/// The number that `raw` begins with, whatever words stand before it; `None` if there is none. An extension, or what is
/// dialled after the call is answered, is no part of it.
pub(crate) fn written(raw: &str) -> Option<Number> {
    let mut left = uri::characters(raw);
    let mut number = Number::NONE;
    loop {
        let before = left.clone();
        let Some(character) = left.next() else { break };
        let is_begun = !number.digits.is_empty();
        match class(character) {
            Class::Digit(value) => number.push(value),
            Class::Separator => {}
            Class::Plus if !is_begun => number.form = Form::Plus,
            // What is dialled before a number, such as 184 or a carrier's code.
            Class::Plus if number.form == Form::National && number.digits.len() <= LONGEST_BEFORE_PLUS => {
                number = Number { form: Form::Plus, ..Number::NONE };
            }
            Class::Hash | Class::Other if !is_begun => {
                // "*31#" and "#31#" say whether this call shows the caller's own number.
                if let Some(code) = PER_CALL_CODES.iter().find(|code| before.clone().take(code.len()).eq(code.chars()))
                {
                    left = before;
                    left.by_ref().take(code.len()).for_each(drop);
                } else if character == '*' {
                    // A code of the phone or the network.
                    return None;
                } else if class(character) == Class::Hash {
                    number.form = Form::Hash;
                } else {
                    // A word before the number; a plus before the word was none.
                    number.form = Form::National;
                }
            }
            Class::Other if character == ';' && uri::is_parameters(left.rest()) => {
                number = number.within(uri::context(left.rest()));
                break;
            }
            Class::Plus | Class::Hash | Class::Other => break,
        }
    }
    (!number.digits.is_empty()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> String {
        written(raw).map_or(String::new(), |number| match number.form {
            Form::Plus => format!("+{}", number.digits),
            Form::National => number.digits.to_string(),
            Form::Within(code) => format!("({code}){}", number.digits),
            Form::Hash => format!("#{}", number.digits),
        })
    }

    #[test]
    fn what_people_write_around_a_number_is_no_part_of_it() {
        for raw in [
            "+63 917 123 4567",
            "TEL: +63 917 123 4567",
            "携帯 ＋６３　９１７（１２３）４５６７",
            "+63 917 123 4567 x12",
            "+63 917 123 4567 ext. 12",
            "+63 917 123 4567 内線12",
            "+63 917 123 4567#12",
            "+63 917 123 4567,,12",
            "+63 917 123 4567 (Manila)",
            "+639171234567&09012345678",
            "tel:+639171234567;ext=12",
            "*31#+63 917 123 4567",
            "184 +63 917 123 4567",
            "003768+639171234567",
            "010 +63 917 123 4567",
            "\u{202a}+۶۳ ۹۱۷ ۱۲۳ ۴۵۶۷\u{202c}",
            "++63 917 123 4567",
            "Tel.# +63 917 123 4567",
        ] {
            assert_eq!(read(raw), "+639171234567", "{raw}");
        }
        for (raw, wanted) in [
            ("#31#010639171234567", "010639171234567"),
            ("＃９１１０", "#9110"),
            ("+44 (0)20 7946 0018", "+4402079460018"),
            ("03-3581-4321", "0335814321"),
            ("03−3581−4321", "0335814321"),
            ("tel:0791234567;phone-context=+41", "(41)0791234567"),
            ("03-3581-4321;tel:0791234567;phone-context=+41", "0335814321"),
            ("0335814321 +639171234567", "0335814321"),
            ("anonymous", ""),
            ("*#06#", ""),
            ("*67", ""),
            ("", ""),
        ] {
            assert_eq!(read(raw), wanted, "{raw}");
        }
        assert!(written(&"1".repeat(33)).is_some_and(|number| number.too_long));
    }
}
