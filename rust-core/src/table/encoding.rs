// SPDX-License-Identifier: Apache-2.0
//! How the text of a file is encoded, found over all of its bytes.

use crate::encoding::Encoding;

/// Looks at the bytes of a file, one part after another.
#[derive(Debug, Default)]
pub(super) struct Detector {
    total: u64,
    first: [u8; 2],
    nul: [u64; 2],
    control: u64,
    escapes: u64,
    last: u8,
    utf8: Multibyte,
    shift_jis: Multibyte,
    euc_jp: Multibyte,
    half_width: u64,
    /// Characters of Shift_JIS that end in a letter of ASCII: accents in Latin text look so.
    thin: u64,
}

/// How well bytes fit an encoding of several bytes a character.
#[derive(Debug, Default)]
struct Multibyte {
    /// Bytes that the current character still needs.
    open: u8,
    whole: u64,
    wrong: u64,
}

impl Multibyte {
    /// One more byte: what it begins (number of bytes that follow; `None` if nothing begins so), and whether it may
    /// go on with a character.
    fn push(&mut self, begins: Option<u8>, goes_on: bool) {
        match (self.open, goes_on) {
            (1.., true) => {
                self.open -= 1;
                self.whole += u64::from(self.open == 0);
            }
            (open, _) => {
                self.wrong += u64::from(open > 0);
                self.open = begins.unwrap_or_default();
                self.wrong += u64::from(begins.is_none());
            }
        }
    }

    /// A file cut in the middle of a character, or damaged here and there, is still such a file.
    fn fits(&self) -> bool {
        self.fits_with(0)
    }

    /// The same where so many characters are one byte each.
    fn fits_with(&self, single: u64) -> bool {
        self.wrong * 50 <= self.whole + single
    }
}

impl Detector {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if self.total < 2 {
                self.first[self.total as usize] = byte;
            }
            if byte == 0 {
                self.nul[(self.total & 1) as usize] += 1;
            }
            self.total += 1;
            self.control += u64::from(byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0x1b));
            self.escapes += u64::from(self.last == 0x1b && matches!(byte, b'$' | b'('));
            self.last = byte;
            self.utf8.push(utf8_length(byte), (0x80..0xc0).contains(&byte));
            let trail = matches!(byte, 0x40..=0x7e | 0x80..=0xfc);
            let (length, half) = match byte {
                0x00..=0x7f => (Some(0), false),
                0x81..=0x9f | 0xe0..=0xfc => (Some(1), false),
                0xa1..=0xdf => (Some(0), true),
                _ => (None, false),
            };
            self.half_width += u64::from(half && self.shift_jis.open == 0);
            self.thin += u64::from(self.shift_jis.open == 1 && byte.is_ascii_alphabetic());
            self.shift_jis.push(length, trail);
            let length = match byte {
                0x00..=0x7f => Some(0),
                0x8e | 0xa1..=0xfe => Some(1),
                0x8f => Some(2),
                _ => None,
            };
            self.euc_jp.push(length, byte >= 0xa1);
        }
    }

    /// The encoding; `None` if it is no text.
    pub(super) fn found(&self) -> Option<Encoding> {
        match self.first {
            [0xff, 0xfe] => return Some(Encoding::Utf16Le),
            [0xfe, 0xff] => return Some(Encoding::Utf16Be),
            _ => {}
        }
        let pairs = self.total / 2;
        for (many, few, encoding) in
            [(self.nul[1], self.nul[0], Encoding::Utf16Le), (self.nul[0], self.nul[1], Encoding::Utf16Be)]
        {
            if many * 10 > pairs && few * 20 < many {
                return Some(encoding);
            }
        }
        if self.control * 50 > self.total {
            return None;
        }
        // Escapes and no byte that needs eight bits.
        if self.escapes > 0 && self.utf8.whole == 0 && self.utf8.wrong == 0 {
            return Some(Encoding::Iso2022Jp);
        }
        if self.utf8.fits() {
            return Some(Encoding::Utf8);
        }
        // Text in EUC-JP is full of what Shift_JIS has for half-width kana.
        let is_latin = self.shift_jis.whole > 0 && self.thin * 10 >= self.shift_jis.whole * 9;
        match (self.shift_jis.fits_with(self.half_width) && !is_latin, self.euc_jp.fits()) {
            (true, true) if self.half_width > self.shift_jis.whole => Some(Encoding::EucJp),
            (true, _) => Some(Encoding::ShiftJis),
            (false, true) => Some(Encoding::EucJp),
            (false, false) => Some(Encoding::Latin1),
        }
    }
}

/// How many bytes follow the first one of a character.
fn utf8_length(byte: u8) -> Option<u8> {
    match byte {
        0x00..=0x7f => Some(0),
        0xc2..=0xdf => Some(1),
        0xe0..=0xef => Some(2),
        0xf0..=0xf4 => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Option<Encoding> {
        let mut detector = Detector::default();
        bytes.chunks(3).for_each(|part| detector.push(part));
        detector.found()
    }

    #[test]
    fn each_encoding_is_found() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        assert_eq!(found("番号,日付\n+18445550101".as_bytes()), Some(Encoding::Utf8));
        assert_eq!(found(b"\xff\xfe+\0"), Some(Encoding::Utf16Le));
        assert_eq!(found(&utf16("番号\n0312345678\n", false)), Some(Encoding::Utf16Le));
        assert_eq!(found(&utf16("番号\n0312345678\n", true)), Some(Encoding::Utf16Be));
        // 電話番号 in Shift_JIS, EUC-JP and ISO-2022-JP.
        assert_eq!(found(b"\x93\x64\x98\x62\x94\xd4\x8d\x86\n0312345678"), Some(Encoding::ShiftJis));
        assert_eq!(found(b"\xc5\xc5\xcf\xc3\xc8\xd6\xb9\xe6\n0312345678"), Some(Encoding::EucJp));
        assert_eq!(found(b"\x1b$BEEOCHV9f\x1b(B\n0312345678"), Some(Encoding::Iso2022Jp));
        assert_eq!(found(b"T\xe9l\xe9phone\n0312345678"), Some(Encoding::Latin1));
        assert_eq!(found(b"0312345678\n"), Some(Encoding::Utf8));
        assert_eq!(found(b""), Some(Encoding::Utf8));
        assert_eq!(found("+18445550101 📵\n".as_bytes()), Some(Encoding::Utf8));
        // Not everything behind an escape of ISO-2022-JP comes from one.
        assert_eq!(found(b"+1 (844) 555-0101\t$5\n"), Some(Encoding::Utf8));
    }

    #[test]
    fn utf_16_is_found_where_most_is_japanese() {
        let marked = "\u{feff}電話番号：０３－１２３４－５６７８（詐欺）\n";
        let unmarked = "0312345678,詐欺の電話がかかってきたので着信拒否にしました\n";
        for text in [marked, unmarked] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!((found(&little), found(&big)), (Some(Encoding::Utf16Le), Some(Encoding::Utf16Be)), "{text}");
        }
    }

    #[test]
    fn shift_jis_euc_jp_and_latin_are_told_apart() {
        for (bytes, encoding) in [
            // サギ in kana of half width.
            (&b"0312345678,\xbb\xb7\xde\n"[..], Encoding::ShiftJis),
            // 詐欺 among English.
            (b"number,memo\n0312345678,\x8d\xbc\x8b\x5c\n", Encoding::ShiftJis),
            // 自社, which EUC-JP could have, too.
            (b"0312345678,\x8e\xa9\x8e\xd0\n", Encoding::ShiftJis),
            // カフェ, which Shift_JIS could have, too; Café with a character of three bytes.
            (b"+18445550101,\xa5\xab\xa5\xd5\xa5\xa7\n", Encoding::EucJp),
            (b"\xa5\xab\xa5\xd5\xa5\xa7\n+18445550101,Caf\x8f\xab\xb1\n", Encoding::EucJp),
            (b"Per\xfa,Panam\xe1\n", Encoding::Latin1),
        ] {
            assert_eq!(found(bytes), Some(encoding), "{}", bytes.escape_ascii());
        }
        let mostly_digits = [&b"Per\xfa\n"[..], &b"+18445550101\n".repeat(10)].concat();
        assert_eq!(found(&mostly_digits), Some(Encoding::Latin1));
        // 番号 again and again, and half of a character.
        let damaged = [&b"\x94\xd4\x8d\x86\n".repeat(40)[..], b"\x94\n"].concat();
        assert_eq!(found(&damaged), Some(Encoding::ShiftJis));
    }

    #[test]
    fn noise_is_no_text() {
        let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(found(&noise), None);
        assert_eq!(found(&[0; 4096]), None);
    }
}
