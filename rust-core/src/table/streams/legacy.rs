// SPDX-License-Identifier: Apache-2.0
//! Encodings that the phone's platform decodes: for the command line, which has none.

use encoding_rs::{CoderResult, Decoder};

use super::super::decode::Decode;
use crate::encoding::Encoding;

/// A decoder of `encoding`, under its name in the WHATWG's Encoding Standard.
#[must_use]
pub fn legacy_decoder(encoding: Encoding) -> Option<Box<dyn Decode>> {
    let known = encoding_rs::Encoding::for_label(encoding.key().as_bytes())?;
    Some(Box::new(Legacy(known.new_decoder_without_bom_handling())))
}

struct Legacy(Decoder);

impl Decode for Legacy {
    fn decode(&mut self, mut bytes: &[u8], last: bool, text: &mut String) {
        loop {
            text.reserve(self.0.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len()));
            let (result, read, _) = self.0.decode_to_string(bytes, text, last);
            bytes = &bytes[read..];
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }
}
