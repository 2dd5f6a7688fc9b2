#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks of the app's texts: both languages complete, every one used, none outside of the resources. Run by scripts/test."""

import re
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "android-app/app/src/main"
RES = MAIN / "res"
ANDROID = "{http://schemas.android.com/apk/res/android}"

JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
PLACE = re.compile(r"%(?:\d\$)?[sd]|%%")

# Words for an older person (shared by the design): on the left what must not be said.
AVOID = ("スクリーニング", "ロール", "パーミッション", "ブロックリスト", "スパム", "デフォルト", "アクティブ", "キャンセル", "インポート", "エクスポート", "バックアップ",
         "空き容量", "部品", "書き出", "取り込", "この端末", "設定から", "履歴")


def resources(path):
    """The texts of a file by kind, name and quantity; those that are not to be translated left out."""
    found = {}
    for node in ElementTree.parse(path).getroot():
        if node.get("translatable") == "false":
            continue
        if node.tag == "string":
            found[("string", node.get("name"))] = ["".join(node.itertext())]
        elif node.tag == "plurals":
            found[("plurals", node.get("name"))] = ["".join(item.itertext()) for item in node]
    return found


ENGLISH = resources(RES / "values/strings.xml")
JAPANESE_TEXTS = resources(RES / "values-ja/strings.xml")
KOTLIN = {path: path.read_text() for path in (MAIN / "kotlin").rglob("*.kt")}
XML = {path: path.read_text() for path in [*RES.rglob("*.xml"), MAIN / "AndroidManifest.xml"] if path.name != "strings.xml"}


def literals(source):
    """The string literals of Kotlin code without its comments."""
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.S)
    source = re.sub(r"(?<![:\"])//[^\n]*", "", source)
    return re.findall(r'"""(.*?)"""|"((?:[^"\\\n]|\\.)*)"', source, re.S)


class Texts(unittest.TestCase):
    def test_both_languages_have_the_same_texts(self):
        self.assertEqual(set(ENGLISH), set(JAPANESE_TEXTS))

    def test_no_name_is_there_twice(self):
        for path in (RES / "values/strings.xml", RES / "values-ja/strings.xml"):
            names = [(node.tag, node.get("name")) for node in ElementTree.parse(path).getroot()]
            self.assertEqual(len(names), len(set(names)), path)

    def test_the_same_places_are_filled_in(self):
        for key, texts in ENGLISH.items():
            wanted = {tuple(sorted(set(PLACE.findall(text)))) for text in texts}
            found = {tuple(sorted(set(PLACE.findall(text)))) for text in JAPANESE_TEXTS[key]}
            self.assertEqual(wanted, found, key)

    def test_every_text_is_used(self):
        used = "\n".join([*KOTLIN.values(), *XML.values()])
        for kind, name in ENGLISH:
            pattern = rf"R\.{kind}\.{name}\b|@string/{name}\b"
            self.assertTrue(re.search(pattern, used), f"{kind} {name} is used nowhere")

    def test_plurals_have_the_forms_of_their_language(self):
        for path, forms in ((RES / "values/strings.xml", ["one", "other"]), (RES / "values-ja/strings.xml", ["other"])):
            for node in ElementTree.parse(path).getroot().iter("plurals"):
                self.assertEqual([item.get("quantity") for item in node], forms, node.get("name"))

    def test_every_picture_layout_and_style_is_used(self):
        code = "\n".join(KOTLIN.values())
        for kind in ("drawable", "layout"):
            for path in (RES / kind).glob("*.xml"):
                others = "\n".join(text for other, text in XML.items() if other != path)
                used = re.search(rf"R\.{kind}\.{path.stem}\b", code) or re.search(rf"@{kind}/{path.stem}\b", others)
                self.assertTrue(used, f"{path.name} is used nowhere")
        for name in re.findall(r'<style name="([^"]*)"', XML[RES / "values/styles.xml"]):
            used = any(f'@style/{name}"' in text or f'parent="{name}"' in text or f'"{name}.' in text for text in XML.values())
            self.assertTrue(used, f"style {name} is used nowhere")

    def test_layouts_and_the_manifest_hold_no_text(self):
        for path, text in XML.items():
            for name in ("text", "hint", "contentDescription", "label", "title"):
                for value in re.findall(rf'android:{name}="([^"]*)"', text):
                    self.assertTrue(value.startswith("@"), f"{path.name}: {value}")

    def test_code_holds_no_text_for_people(self):
        for path, source in KOTLIN.items():
            for literal in literals(source):
                text = "".join(literal)
                # Katakana is folded there, character by character; and no person reads what is thrown or queried.
                if path.name == "CountryNames.kt" or path.name == "SharedText.kt":
                    continue
                self.assertNotRegex(text, JAPANESE, f"{path.name}: {text}")

    def test_no_text_is_put_together_from_parts(self):
        for path, source in KOTLIN.items():
            glued = re.findall(r"get(?:Quantity)?String\([^()]*(?:\([^()]*\)[^()]*)*\)\s*\+|\+\s*(?:context\.|activity\.)?get(?:Quantity)?String\(", source)
            self.assertEqual(glued, [], path.name)
            filled = re.findall(r'"[^"\n]*\$\{[^}\n]*getString\(', source)
            self.assertEqual(filled, [], path.name)

    def test_japanese_is_plain(self):
        for key, texts in JAPANESE_TEXTS.items():
            for text in texts:
                # It shows Android's own button, which says so (AOSP, request_role_set_as_default).
                if key != ("string", "setup_role_set"):
                    for word in AVOID:
                        self.assertNotIn(word, text, key)
                self.assertNotRegex(text, r"[()]", f"{key}: （ ） stand beside ： and 「 」")
                # A sentence that is longer is two.
                for sentence in re.split(r"[。\n]|\\n", text):
                    self.assertLessEqual(len(sentence), 60, f"{key}: {sentence}")

    def test_english_is_english(self):
        for (kind, name), texts in ENGLISH.items():
            # The word to search for is the same in every language.
            text = "".join(texts).replace("みんとめ", "")
            self.assertNotRegex(text, JAPANESE, f"{kind} {name}")


if __name__ == "__main__":
    unittest.main()
