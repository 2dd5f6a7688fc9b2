// SPDX-License-Identifier: Apache-2.0
//! How the text of a file may be encoded.

use crate::keyed::keyed;

keyed! {
    /// An encoding of text. The keys are the names of the WHATWG's Encoding Standard.
    #[non_exhaustive]
    pub enum Encoding {
        /// UTF-8, with or without a mark at its beginning.
        Utf8 = 0 "utf-8",
        /// UTF-16, low byte first.
        Utf16Le = 1 "utf-16le",
        /// UTF-16, high byte first.
        Utf16Be = 2 "utf-16be",
        /// Shift_JIS with Microsoft's additions (CP932): what Excel in Japan saves.
        ShiftJis = 3 "shift_jis",
        /// EUC-JP.
        EucJp = 4 "euc-jp",
        /// ISO-2022-JP: what Japanese mail is written in.
        Iso2022Jp = 5 "iso-2022-jp",
        /// One byte a character, as in western Europe; what is left if nothing else fits.
        Latin1 = 6 "windows-1252",
    }
}
