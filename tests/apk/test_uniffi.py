# SPDX-License-Identifier: Apache-2.0
"""The generated bindings and the library of each ABI are of one make: contract version and checksums agree."""

import re
import unittest
from functools import cache

from apks import ABIS, APKS, TARGET, abis, dex, folder, library, out, sample_dex
from dex import NATIVE
from elf import exports, returned
from flow import NUMBER, RESULT, Comparison, flow

# What UniFFI compares 16 bits of; of the contract version it compares all.
CHECKSUM = 0xFFFF


def promised(kotlin):
    """Function -> the number that the generated Kotlin expects of it."""
    version = re.search(r"val bindings_contract_version = (\d+)\b", kotlin)
    function = re.search(r"\blib\.(\w+_uniffi_contract_version)\(\)", kotlin)
    found = {function[1]: int(version[1])}
    for name, number in re.findall(r"\blib\.(\w+_checksum_\w+)\(\) and 0xFFFF\) != (\d+)\b", kotlin):
        found[name] = int(number)
    declared = set(re.findall(r"external fun (\w+_checksum_\w+|\w+_uniffi_contract_version)\(", kotlin))
    if found.keys() != declared:
        raise AssertionError(f"UniFFI compares otherwise than it did: {found.keys() ^ declared}")
    return found


@cache
def compared(dex_):
    """Function -> the number that the finished code compares its answer with."""
    found = {}
    for class_ in dex_.classes.values():
        for method in class_.methods:
            for step in flow(dex_, method):
                if isinstance(step, Comparison):
                    for answer, number in ((step.left, step.right), (step.right, step.left)):
                        if answer and number and (answer.kind, number.kind) == (RESULT, NUMBER):
                            name = answer.value.name
                            if is_check(name) and answer.low == ("_checksum_" in name):
                                found[name] = number.value
    return found


def is_check(name):
    return "_checksum_" in name or name.endswith("_uniffi_contract_version")


def findings(dex_, library_, wanted):
    """Where a library, or the finished code, says otherwise than the bindings were generated for."""
    there = {name for name in exports(library_) if is_check(name)}
    told = [f"{name} is in {'the bindings' if name in wanted else 'the library'} only" for name in sorted(there ^ wanted.keys())]
    answers = returned(library_, sorted(there & wanted.keys()))
    for name, number in sorted(answers.items()):
        number &= CHECKSUM if "_checksum_" in name else -1
        if number != wanted[name]:
            told.append(f"{name} is {number}, the bindings expect {wanted[name]}")
    # R8 removes the comparisons if nobody asks for them; if one is there, all are, and are right.
    declared = {method.name for class_ in dex_.classes.values() for method in class_.methods if method.flags & NATIVE}
    inside = compared(dex_)
    for name in sorted(wanted):
        if (inside or declared & wanted.keys()) and inside.get(name) != wanted[name]:
            told.append(f"{name} is compared with {inside.get(name)}, not with {wanted[name]}")
    return told


class Uniffi(unittest.TestCase):
    def test_every_library_gives_the_numbers_of_the_bindings(self):
        wanted = promised((TARGET / "bindings/app/tomeru/core/tomeru.kt").read_text())
        self.assertGreater(len(wanted), 10)
        for name in APKS:
            for abi in abis(name):
                with self.subTest(apk=name, abi=abi):
                    self.assertEqual(findings(dex(name), library(name, abi, "libtomeru.so"), wanted), [])


class Planted(unittest.TestCase):
    """The same on a library and a dex file made for it: uniffi_x_checksum_a returns 8974, _b 33144, the version is 30."""

    WANTED = {"uniffi_x_checksum_a": 8974, "uniffi_x_checksum_b": 33144, "ffi_x_uniffi_contract_version": 30}

    def check(self, wanted, dex_="uniffi"):
        told = {tuple(findings(sample_dex(dex_), library_of(abi), wanted)) for abi in ABIS}
        self.assertEqual(len(told), 1, told)
        return list(told.pop())

    def test_the_right_numbers(self):
        self.assertEqual(compared(sample_dex("uniffi")), self.WANTED)
        self.assertEqual(self.check(self.WANTED), [])

    def test_another_checksum(self):
        self.assertEqual(self.check(self.WANTED | {"uniffi_x_checksum_b": 33145}), [
            "uniffi_x_checksum_b is 33144, the bindings expect 33145",
            "uniffi_x_checksum_b is compared with 33144, not with 33145",
        ])

    def test_another_contract_version(self):
        self.assertIn("ffi_x_uniffi_contract_version is 30, the bindings expect 31",
                      self.check(self.WANTED | {"ffi_x_uniffi_contract_version": 31}))

    def test_a_function_too_many_and_one_that_is_missing(self):
        told = self.check({"uniffi_x_checksum_a": 8974, "ffi_x_uniffi_contract_version": 30, "uniffi_x_checksum_c": 1})
        self.assertIn("uniffi_x_checksum_b is in the library only", told)
        self.assertIn("uniffi_x_checksum_c is in the bindings only", told)

    def test_a_comparison_that_was_lost(self):
        self.assertEqual(self.check(self.WANTED, "uniffi_lost"),
                         ["uniffi_x_checksum_b is compared with None, not with 33144"])

    def test_a_function_that_does_more_is_not_believed(self):
        for abi in ABIS:
            with self.assertRaisesRegex(AssertionError, "does more than return a number"):
                returned(library_of(abi), ["more"])

    def test_a_new_shape_of_the_bindings_is_told(self):
        kotlin = (TARGET / "bindings/app/tomeru/core/tomeru.kt").read_text()
        with self.assertRaisesRegex(AssertionError, "compares otherwise"):
            promised(kotlin.replace(" and 0xFFFF", "", 1))


def library_of(abi):
    made = folder() / f"{abi}.so"
    if not made.exists():
        target = {"arm64-v8a": "aarch64-linux-android29", "armeabi-v7a": "armv7-linux-androideabi29",
                  "x86_64": "x86_64-linux-android29"}[abi]
        out("clang-19", f"--target={target}", "--ld-path=/usr/bin/ld.lld-19", "-Os", "-fPIC", "-nostdlib", "-shared",
            "-Wl,-s", SOURCE, "-o", made)
    return made


SOURCE = TARGET.parent / "tests/apk/samples/checksums.c"


if __name__ == "__main__":
    unittest.main()
