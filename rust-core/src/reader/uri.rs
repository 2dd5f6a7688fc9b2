// SPDX-License-Identifier: Apache-2.0
//! The frame of a number: the scheme of a URI, escapes, the host of a SIP address, parameters.

use core::{
    net::{Ipv4Addr, SocketAddrV4},
    str::Chars,
};

use super::characters::{Class, class};
use crate::digits::Digits;

/// The characters of a number without its frame.
#[derive(Clone, Debug)]
pub(super) struct Characters<'a> {
    rest: Chars<'a>,
    is_escaped: bool,
}

/// The characters of `raw` within its scheme: those of a `tel:` URI (RFC 3966), those before the host of a SIP address
/// (RFC 3261), or all of them.
pub(super) fn characters(raw: &str) -> Characters<'_> {
    let (text, is_escaped) = without_scheme(raw.trim());
    Characters { rest: text.chars(), is_escaped }
}

/// What follows the scheme, and whether it may have escapes in it.
fn without_scheme(raw: &str) -> (&str, bool) {
    let behind = |scheme: &str| {
        let (head, rest) = raw.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    if let Some(number) = behind("tel:") {
        return (number, true);
    }
    match behind("sip:").or_else(|| behind("sips:")) {
        // An unescaped @ cannot be part of the user's name: the last one ends it.
        Some(address) => {
            match address.rsplit_once('@') {
                Some((user, _host)) if !user.is_empty() => (user, true),
                // The digits of a machine's address are no number: only its scheme is left.
                None if is_machine(address) => (raw.split(':').next().unwrap_or_default(), true),
                // An address without a user shows no less than all of it.
                _ => (address, true),
            }
        }
        None => (raw, false),
    }
}

/// Whether `address`, without a user, is that of a machine, with or without its port.
fn is_machine(address: &str) -> bool {
    let host = address.split([';', '?']).next().unwrap_or_default();
    host.parse::<Ipv4Addr>().is_ok() || host.parse::<SocketAddrV4>().is_ok()
}

impl<'a> Characters<'a> {
    /// What was not read yet, as it stands.
    pub(super) fn rest(&self) -> &'a str {
        self.rest.as_str()
    }

    /// The character whose UTF-8 the escapes are that begin with the percent sign just read.
    fn unescaped(&mut self) -> Option<char> {
        let text = self.rest.as_str();
        let mut bytes = [0; 4];
        for length in 1..=bytes.len() {
            let end = length * 3 - 1;
            bytes[length - 1] = escape(text.as_bytes().get(end - 2..end)?)?;
            if let Ok(decoded) = str::from_utf8(&bytes[..length]) {
                self.rest = text.get(end..)?.chars();
                return decoded.chars().next();
            }
            if text.as_bytes().get(end) != Some(&b'%') {
                return None;
            }
        }
        None
    }
}

/// The byte of two hexadecimal digits.
fn escape(digits: &[u8]) -> Option<u8> {
    let &[high, low] = digits else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

impl Iterator for Characters<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        let character = self.rest.next()?;
        if character == '%' && self.is_escaped {
            return self.unescaped().or(Some(character));
        }
        Some(character)
    }
}

/// The names of parameters that follow a number in a `tel:` or SIP URI (IANA, "tel URI Parameters" and "SIP/SIPS URI
/// Parameters"). Whatever else follows a semicolon is no parameter.
const PARAMETERS: [&str; 14] = [
    "cic",
    "cpc",
    "enumdi",
    "ext",
    "isub",
    "isub-encoding",
    "npdi",
    "oli",
    "phone-context",
    "postd",
    "rn",
    "tgrp",
    "user",
    "verstat",
];

/// Whether `rest`, what stands behind a semicolon, is parameters.
pub(super) fn is_parameters(rest: &str) -> bool {
    let name = rest.split(['=', ';']).next().unwrap_or_default();
    PARAMETERS.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The country calling code, or longer beginning of a number, that `rest`, parameters, say the number belongs behind.
pub(super) fn context(rest: &str) -> Option<Digits> {
    let value = rest.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.eq_ignore_ascii_case("phone-context").then_some(value)
    })?;
    // A domain name has no plus.
    let characters = Characters { rest: value.chars(), is_escaped: true };
    let mut behind_plus = characters.skip_while(|&character| class(character) != Class::Plus);
    behind_plus.next()?;
    let mut digits = Digits::EMPTY;
    for character in behind_plus {
        match class(character) {
            Class::Digit(value) if digits.push(value) => {}
            Class::Separator | Class::Plus => {}
            _ => break,
        }
    }
    (!digits.is_empty()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_taken_off_and_escapes_are_utf_8() {
        for (raw, wanted) in [
            (" +81 3 ", "+81 3"),
            ("tel:%2B81", "+81"),
            ("TEL:%EF%BC%8B81%C2%A03", "＋81\u{a0}3"),
            ("sip:+63917@x", "+63917"),
            ("sips:a%40b@c@x", "a@b@c"),
            ("sip:63917", "63917"),
            ("sip:192.0.2.110", "sip"),
            ("SIPS:192.0.2.110:5060;transport=udp", "SIPS"),
            ("tel:%", "%"),
            ("tel:%zz%ff%EF%BC", "%zz%ff%EF%BC"),
            ("%2B81", "%2B81"),
            ("tél:1", "tél:1"),
        ] {
            assert_eq!(characters(raw).collect::<String>(), wanted, "{raw}");
        }
    }

    #[test]
    fn only_known_parameters_are_parameters() {
        for known in ["phone-context=+41", "EXT=5", "verstat=x;isub=1", "npdi", "npdi;rn=+1"] {
            assert!(is_parameters(known), "{known}");
        }
        for unknown in ["", "8442980122", "x=5", "extra=5", "phone context=+41"] {
            assert!(!is_parameters(unknown), "{unknown}");
        }
        for (rest, wanted) in [
            ("phone-context=+41", "41"),
            ("isub=1;Phone-Context=+1-914;x=1", "1914"),
            ("phone-context=example.com", ""),
            ("phone-context=+", ""),
            ("isub=+41", ""),
        ] {
            assert_eq!(context(rest).map_or(String::new(), |digits| digits.to_string()), wanted, "{rest}");
        }
    }
}
