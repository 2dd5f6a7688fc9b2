#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every threat in SECURITY.md is answered by tests that exist. Run by scripts/test."""

import re
import unittest

from test_claims import ROOT, methods


def rust_tests():
    """Every test of the core as file#function, whether in a suite or beside what it tests."""
    core = ROOT / "rust-core"
    return {f"{path.name}#{name}" for path in [*(core / "tests").glob("*.rs"), *(core / "src").rglob("*.rs")]
            for name in re.findall(r"#\[test\]\s+fn (\w+)", path.read_text())}


def threats():
    """The rows of the table, a list of cells each."""
    lines = [line for line in (ROOT / "SECURITY.md").read_text().splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def unsafe():
    """Every `unsafe` of what is built, as file#function, with the comment above it."""
    places = {}
    for path in [*(ROOT / "rust-core/src").rglob("*.rs"), *(ROOT / "rust-core/compiler/src").rglob("*.rs")]:
        lines = path.read_text().splitlines()
        for at, line in enumerate(lines):
            if re.search(r"\bunsafe\b", line.split("//")[0]):
                name = re.search(r"\bfn (\w+)", " ".join(lines[at:at + 3]))
                places[f"{path.name}#{name[1] if name else line.strip()}"] = lines[at - 1].strip()
    return places


class Security(unittest.TestCase):
    def test_every_unsafe_is_listed_with_its_reason(self):
        found = unsafe()
        listed = re.findall(r"^- `([^`]+#[^`]+)`: \w", (ROOT / "SECURITY.md").read_text(), re.MULTILINE)
        self.assertEqual(sorted(found), sorted(listed))
        for place, above in found.items():
            self.assertTrue(above.startswith("// SAFETY: "), place)

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
