#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks of the spoken warning: a file for each language, short, small, playable, and the one that was made. Run by scripts/test."""

import hashlib
import re
import struct
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RES = ROOT / "android-app/app/src/main/res"
VOICE = ROOT / "android-app/app/voice"
# The default is English, as for the texts.
FILES = {"en": "raw/warning_voice.ogg", "ja": "raw-ja/warning_voice.ogg"}

# The notice speaks again after 6 s; a sentence that is cut off there could lose its "not".
REPEAT_S, PAUSE_S = 6, 1.5
# Both together; a growth beyond this wants a reason.
MOST_BYTES = 60_000


def crc_table():
    for byte in range(256):
        crc = byte << 24
        for _ in range(8):
            crc = (crc << 1) ^ (0x04C11DB7 if crc & 0x80000000 else 0)
        yield crc & 0xFFFFFFFF


CRC = tuple(crc_table())


def checksum(page):
    """Ogg's CRC-32 (RFC 3533, 6) of a page, its own field taken as zero."""
    crc = 0
    for byte in page[:22] + bytes(4) + page[26:]:
        crc = (crc << 8 & 0xFFFFFFFF) ^ CRC[crc >> 24 ^ byte]
    return crc


def pages(data):
    """The pages of an Ogg file (RFC 3533, 6): kind, last sample so far, number of the stream, segment sizes, contents."""
    at = 0
    while at < len(data):
        magic, version, kind, samples, stream, _, crc, count = struct.unpack_from("<4sBBqIIIB", data, at)
        sizes = data[at + 27 : at + 27 + count]
        end = at + 27 + count + sum(sizes)
        page = data[at:end]
        if magic != b"OggS" or version != 0 or end > len(data) or checksum(page) != crc:
            raise ValueError(f"no whole page at byte {at}")
        yield kind, samples, stream, sizes, page[27 + count :]
        at = end


def packets(data):
    whole = b""
    for _, _, _, sizes, contents in pages(data):
        for size in sizes:
            whole, contents = whole + contents[:size], contents[size:]
            if size < 255:
                yield whole
                whole = b""


class Voice(unittest.TestCase):
    def setUp(self):
        self.data = {language: (RES / name).read_bytes() for language, name in FILES.items()}

    def test_these_and_no_others(self):
        found = {str(path.relative_to(RES)) for path in RES.glob("raw*/*")}
        self.assertEqual(found, set(FILES.values()))

    def test_they_are_the_ones_that_were_made(self):
        sums = dict(reversed(line.split()) for line in (VOICE / "SHA256SUMS").read_text().splitlines())
        found = {FILES[language]: hashlib.sha256(data).hexdigest() for language, data in self.data.items()}
        self.assertEqual(found, sums)

    def test_vorbis_with_one_channel_from_first_page_to_last(self):
        for language, data in self.data.items():
            with self.subTest(language):
                found = list(pages(data))
                self.assertEqual(len({stream for _, _, stream, _, _ in found}), 1)
                self.assertEqual(found[0][0] & 2, 2, "begins")
                self.assertEqual(found[-1][0] & 4, 4, "ends")
                head, comments, setup = list(packets(data))[:3]
                kind, version, channels, rate = struct.unpack_from("<7sIBI", head)
                self.assertEqual((kind, version, channels, rate), (b"\x01vorbis", 0, 1, 24000))
                self.assertEqual((comments[:7], setup[:7]), (b"\x03vorbis", b"\x05vorbis"))

    def test_it_ends_well_before_the_notice_speaks_again(self):
        for language, data in self.data.items():
            seconds = list(pages(data))[-1][1] / 24000
            self.assertGreater(seconds, 3, language)
            self.assertLess(seconds, REPEAT_S - PAUSE_S, language)

    def test_size(self):
        self.assertLess(sum(map(len, self.data.values())), MOST_BYTES)

    def test_each_file_names_its_voice_and_licence_and_notice_does_too(self):
        notice = (ROOT / "NOTICE").read_text()
        for language, holder in {"ja": "Nagoya Institute of Technology", "en": "Carnegie Mellon University"}.items():
            comments = list(packets(self.data[language]))[1]
            self.assertIn(holder.encode(), comments, language)
            self.assertIn(b"LICENSE=", comments, language)
            self.assertIn(holder, notice, language)
            self.assertIn(FILES[language], notice, language)

    def test_the_labels_say_the_sentences(self):
        # The third field of a label is the sound: p1^p2-SOUND+p4=p5.
        def sounds(language):
            lines = (VOICE / f"{language}.lab").read_text().split("\n")
            return " ".join(re.search(r"-([A-Za-z]+)\+", line)[1] for line in lines if line)

        self.assertEqual(sounds("ja"), "sil k o k U s a i d e N w a d e s U pau d e N w a n i d e n a i d e k u d a s a i sil")
        self.assertEqual(sounds("en"), "pau ih n t er n ae sh ax n ax l k ao l pau d uw n aa t ae n s er dh ax f ow n pau")


class Pages(unittest.TestCase):
    """The reader itself: a file that is damaged or cut must not pass."""

    def setUp(self):
        self.data = (RES / FILES["en"]).read_bytes()

    def test_a_changed_byte(self):
        broken = bytearray(self.data)
        broken[len(broken) // 2] ^= 1
        with self.assertRaises(ValueError):
            list(pages(bytes(broken)))

    def test_a_file_cut_short(self):
        with self.assertRaises(ValueError):
            list(pages(self.data[:-1]))


if __name__ == "__main__":
    unittest.main()
