// SPDX-License-Identifier: Apache-2.0
//! Whether the number table is the one that was built: storage may rot.

use core::hint::black_box;

use super::tables::{WORDS, WORDS_CHECKSUM};

/// Compares the table, as it is in memory, with the checksum that was made when it was compiled.
pub(crate) fn table_is_intact() -> bool {
    // Read, not worked out by the compiler.
    checksum(black_box(&WORDS)) == WORDS_CHECKSUM
}

/// FNV-1a (64 bits) over the words, low byte first, as in the plan compiler.
fn checksum(words: &[u16]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_intact_and_a_changed_bit_is_seen() {
        assert!(table_is_intact());
        let mut words = WORDS.to_vec();
        let middle = words.len() / 2;
        words[middle] ^= 1;
        assert_ne!(checksum(&words), WORDS_CHECKSUM);
    }

    #[test]
    fn it_is_fnv_1a() {
        // The published value for "foobar" (Fowler, Noll, Vo).
        assert_eq!(checksum(&[0x6f66, 0x626f, 0x7261]), 0x8594_4171_f739_67e8);
    }
}
