// SPDX-License-Identifier: Apache-2.0
//! What a character is to a reader of numbers.

/// What a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A digit of any script, 0 to 9.
    Digit(u8),
    /// A plus.
    Plus,
    /// A number sign.
    Hash,
    /// What people and systems put between digits, and what nobody sees.
    Separator,
    /// Whatever no number has.
    Other,
}

/// What `character` is.
#[inline]
pub(crate) fn class(character: char) -> Class {
    match character {
        '0'..='9' => Class::Digit(character as u8 - b'0'),
        '+' | '＋' | '\u{207a}' | '\u{fe62}' => Class::Plus,
        '#' | '＃' => Class::Hash,
        ' '..='~' => match character {
            ' ' | '-' | '.' | '(' | ')' | '/' | '[' | ']' => Class::Separator,
            _ => Class::Other,
        },
        _ => match digit(character) {
            Some(value) => Class::Digit(value),
            None if is_separator(character) => Class::Separator,
            None => Class::Other,
        },
    }
}

/// The zero of every script that has decimal digits (Unicode 14, general category Nd); nine more follow each.
const ZEROS: [u32; 66] = [
    0x0030, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0,
    0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50,
    0x11da0, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950,
    0x1fbf0,
];

fn digit(character: char) -> Option<u8> {
    let code = u32::from(character);
    let zero = ZEROS[ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?];
    u8::try_from(code - zero).ok().filter(|&value| value <= 9)
}

/// Spaces, dashes, dots and brackets as they are typed in Japan and elsewhere; control characters, marks of direction
/// and whatever else is not seen.
fn is_separator(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
                | '\u{200b}'..='\u{200f}' // zero-width characters and marks of direction
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' // variation selectors, annotations
                | '\u{e0000}'..='\u{e0fff}'
                | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' // hyphens and dashes
                | '\u{2212}' | '\u{30fc}' | '\u{ff0d}' | '\u{ff70}' // minus, and the Japanese long marks typed for it
                | '\u{b7}' | '\u{30fb}' | '\u{ff65}' | '\u{ff0e}' | '\u{ff0f}' // ･ ． ／
                | '\u{ff08}' | '\u{ff09}' | '\u{ff3b}' | '\u{ff3d}' // （ ） ［ ］
                | '\u{3010}' | '\u{3011}' | '\u{3014}' | '\u{3015}' // 【 】 〔 〕
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_values() {
        for (text, wanted) in [("0９", [0, 9]), ("٣۴", [3, 4]), ("१৯", [1, 9]), ("𝟘𝟿", [0, 9])] {
            assert!(text.chars().map(class).eq(wanted.map(Class::Digit)), "{text}");
        }
        for no_digit in ['a', '①', '²', '五', '/', ':', '\u{66a}', '\u{ff0f}', '\u{ff1a}'] {
            assert!(!matches!(class(no_digit), Class::Digit(_)), "{no_digit}");
        }
    }

    #[test]
    fn what_nobody_sees_is_no_part_of_a_number() {
        for unseen in ['\0', '\n', '\u{85}', '\u{a0}', '\u{61c}', '\u{200f}', '\u{2069}', '\u{fe0f}', '\u{e0001}'] {
            assert_eq!(class(unseen), Class::Separator, "{unseen:?}");
        }
        for seen in ['*', '&', 'x', '内', ';', ',', '@', '%', '~'] {
            assert_eq!(class(seen), Class::Other, "{seen}");
        }
    }
}
