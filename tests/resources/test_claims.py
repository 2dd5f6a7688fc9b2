#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every "always", "never" and "all" of the app's texts is borne out by a test or a source (claims.tsv); every piece of advice
has a source, a date and an end. Run by scripts/test."""

import re
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RES = ROOT / "android-app/app/src/main/res"
TESTS = [*(ROOT / "android-app/app/src/test/kotlin").rglob("*.kt"), *(ROOT / "tests").rglob("test_*.py")]

JAPANESE = re.compile(
    "必ず|かならず|いつも|いつでも|すべて|ぜんぶ|全部|決して|けっして|絶対|だれにも|だれも|どれも|一切|ずっと|何も|ありません|しません"
    "|かかりません|聞きません|使いません|入りません|変わりません|止めません")
ENGLISH = re.compile(r"\b(always|never|all|every|everything|everyone|nobody|no one|nothing|none)\b", re.I)
MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")


def texts(language):
    """The texts of a language by name; the forms of a plural are one."""
    return {node.get("name"): " ".join(node.itertext()) for node in ElementTree.parse(RES / language / "strings.xml").getroot()}


def claims():
    """The texts that need a row."""
    return {name for language, words in (("values-ja", JAPANESE), ("values", ENGLISH))
            for name, text in texts(language).items() if words.search(text)}


def rows():
    """The rows of the table: text, kind, what bears it."""
    lines = (Path(__file__).parent / "claims.tsv").read_text().splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def topics():
    """The topics of the advice by the name of their heading."""
    return {node.get("name").removeprefix("@string/"): node
            for file in ("guide", "makers") for node in ElementTree.parse(RES / f"xml/{file}.xml").getroot()}


def methods():
    """Every test as Class#method or file#method."""
    found = set()
    for path in TESTS:
        source, name = path.read_text(), path.name if path.suffix == ".py" else path.stem
        pattern = r"def (test_\w+)" if path.suffix == ".py" else r"@Test\s(?:\s*@[^\n]*\n)*\s*fun (?:`([^`]*)`|(\w+))"
        found |= {f"{name}#{''.join(match) if isinstance(match, tuple) else match}" for match in re.findall(pattern, source)}
    return found


class Claims(unittest.TestCase):
    def test_every_claim_has_a_row_and_every_row_a_text(self):
        named = [row[0] for row in rows()]
        self.assertEqual(len(named), len(set(named)))
        self.assertEqual(sorted(claims() - set(named)), [], "say what bears it in tests/resources/claims.tsv")
        self.assertEqual(sorted(set(named) - claims()), [], "these claim nothing any more")

    def test_every_row_is_borne(self):
        tests, advice = methods(), topics()
        for name, kind, borne in rows():
            self.assertIn(kind, ("test", "source", "order", "name"), name)
            if kind == "test":
                self.assertIn(borne, tests, name)
            if kind == "source":
                self.assertIn(borne, advice, name)

    def test_every_piece_of_advice_has_a_source_a_date_and_an_end(self):
        english = texts("values")
        for name, topic in topics().items():
            self.assertIn(topic.get("source").removeprefix("@string/"), english, name)
            self.assertRegex(topic.get("date"), MONTH, name)
            self.assertRegex(topic.get("good_until"), MONTH, name)
            self.assertLess(topic.get("date"), topic.get("good_until"), name)

    def test_it_sees_what_it_is_about(self):
        for text in ("いつも鳴ります", "すべて消す", "することはありません", "お金はかかりません"):
            self.assertRegex(text, JAPANESE)
        for text in ("It always rings.", "All calls", "Nobody has it."):
            self.assertRegex(text, ENGLISH)
        self.assertNotRegex("ordinary calls ring", ENGLISH)
        self.assertIn("test_claims.py#test_it_sees_what_it_is_about", methods())


if __name__ == "__main__":
    unittest.main()
