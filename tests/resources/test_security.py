#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every threat in SECURITY.md is answered by tests that exist. Run by scripts/test."""

import re
import unittest

from test_claims import ROOT, methods


def rust_tests():
    """Every function of the core's own suites as file#function."""
    return {f"{path.name}#{name}" for path in (ROOT / "rust-core/tests").glob("*.rs")
            for name in re.findall(r"#\[test\]\s+fn (\w+)", path.read_text())}


def threats():
    """The rows of the table, a list of cells each."""
    lines = [line for line in (ROOT / "SECURITY.md").read_text().splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


class Security(unittest.TestCase):
    def test_every_threat_is_answered_by_a_test(self):
        known = methods() | rust_tests()
        self.assertGreater(len(threats()), 10)
        for threat, answer, shown in threats():
            named = re.findall(r"`([^`]+)`", shown)
            self.assertTrue(threat and answer and named, threat)
            for name in named:
                self.assertTrue(name in known, f"{threat}: there is no test {name}")

    def test_no_kind_of_threat_is_forgotten(self):
        text = "\n".join(threat for threat, _, _ in threats())
        for kind in ("screen that is exported", "forges a number", "code that is forged", "link on a page", "Another app tells", "lies over",
                     "backup", "list made to", "holds the locked phone", "look-alike", "Erase all", "changed APK", "What a build downloads"):
            self.assertIn(kind, text)

    def test_rust_tests_are_seen(self):
        self.assertIn("lists.rs#what_is_hostile_is_bounded", rust_tests())
        self.assertNotIn("lists.rs#encoded", rust_tests())


if __name__ == "__main__":
    unittest.main()
