#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a release is handed over with: the store listing in both languages within the stores' limits, its pictures, one
version everywhere, what stands first where people install, workflows with pinned actions. Run by scripts/test."""

import re
import shutil
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

from test_software import ROOT, script

LISTING = ROOT / "fastlane/metadata/android"
LANGUAGES = ("ja-JP", "en-US")
# Characters; Google Play Console help, "Create and set up your app", and "Prepare and roll out a release".
LIMITS = {"title": 30, "short_description": 80, "full_description": 4000}
NEWS = 500
FIRST = {"ja-JP": "入れるよう電話で言われたら、それは詐欺です", "en-US": "on the telephone tells you to install"}


def text(path):
    return path.read_text().strip()


def size(png):
    head = png.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n", png
    return struct.unpack(">II", head[16:24])


def pictures():
    lines = (ROOT / "fastlane/pictures.tsv").read_text().splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


class Listing(unittest.TestCase):
    def test_both_languages_are_there_within_the_limits(self):
        self.assertEqual({folder.name for folder in LISTING.iterdir()}, set(LANGUAGES))
        for language in LANGUAGES:
            for name, limit in LIMITS.items():
                self.assertTrue(0 < len(text(LISTING / language / f"{name}.txt")) <= limit, f"{language}/{name}")

    def test_this_version_tells_what_is_new(self):
        version = re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]
        for language in LANGUAGES:
            news = LISTING / language / f"changelogs/{script('set-version').code(version)}.txt"
            self.assertTrue(0 < len(text(news)) <= NEWS, news)

    def test_the_description_begins_with_the_warning(self):
        for language, words in FIRST.items():
            self.assertIn(words, text(LISTING / language / "full_description.txt").splitlines()[0])

    def test_no_picture_is_committed_but_those_of_the_docs(self):
        found = subprocess.run(["git", "ls-files", "--", "fastlane"], cwd=ROOT, capture_output=True, text=True).stdout.split()
        self.assertEqual([name for name in found if name.endswith((".png", ".jpg", ".webp"))], [])

    def test_each_language_has_two_to_eight_pictures_with_words(self):
        drawn = {path.stem for path in (ROOT / "docs/screens").glob("*.png")}
        for language in LANGUAGES:
            own = [row for row in pictures() if row[0] == language]
            self.assertTrue(2 <= len(own) <= 8, language)
            for _, source, words in own:
                self.assertTrue(words and source.startswith(("docs/screens/", "target/screens/")), source)
                self.assertIn(f"-{language[:2]}", source)
                self.assertTrue(source.startswith("target/") or Path(source).stem in drawn, source)

    def test_pictures_are_drawn_in_the_sizes_that_are_asked_for(self):
        with tempfile.TemporaryDirectory() as folder:
            feature, screen = Path(folder) / "feature.png", Path(folder) / "screen.png"
            jobs = f"feature\tとめる\t知らない人からの|国際電話を止めます\t{feature}\nscreen\t{ROOT}/docs/screens/home-en.png\t{pictures()[-1][2]}\t{screen}\n"
            subprocess.run(["java", "-XX:TieredStopAtLevel=1", f"-Dtomeru.root={ROOT}", ROOT / "fastlane/Pictures.java"], input=jobs.encode(), check=True)
            self.assertEqual((size(feature), size(screen)), ((1024, 500), (1080, 1920)))
            self.assertGreater(min(feature.stat().st_size, screen.stat().st_size), 10_000, "something is drawn")


class Version(unittest.TestCase):
    def test_it_is_the_same_everywhere(self):
        found = script("set-version").found(ROOT)
        self.assertEqual(len(set(found.values())), 1, found)
        self.assertGreaterEqual(len({path.name for path, _ in found}), 5, found)

    def test_the_next_one_is_written_everywhere_and_has_its_section(self):
        module = script("set-version")
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path in [*module.places(ROOT), Path("CHANGELOG.md")]:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / path, root / path)
            (root / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n\n- New.\n\n## 0.1.0\n\n- Old.\n")
            self.assertEqual(module.set_version("1.20.3", "2030-01-02", root), 12003)
            self.assertEqual(set(module.found(root).values()), {"1.20.3"})
            self.assertEqual((root / "CHANGELOG.md").read_text(),
                             "# Changes\n\n## Unreleased\n\n## 1.20.3 (2030-01-02)\n\n- New.\n\n## 0.1.0\n\n- Old.\n")
            self.assertIn("CurrentVersionCode: 12003\n", (root / "fastlane/app.tomeru.yml").read_text())
            with self.assertRaises(SystemExit):
                module.set_version("1.20.4", "2030-01-03", root)

    def test_a_release_is_refused_without_the_release_key(self):
        done = subprocess.run([ROOT / "scripts/release"], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "HOME": str(Path.home())})
        self.assertEqual(done.returncode, 1)
        self.assertIn("a release is signed with the release key", done.stderr)
        self.assertIn("Fix:   set TOMERU_KEYSTORE", done.stderr)


class Handover(unittest.TestCase):
    def test_the_warning_stands_first_where_people_install(self):
        readme = (ROOT / "README.md").read_text()
        for heading, words in (("## 入れ方", "**アプリを入れるよう電話で言われたら、それは詐欺です。**"),
                               ("## Before you install", "**If somebody on the telephone tells you to install an app, that is fraud.**")):
            section = re.split(rf"^{heading}.*$", readme, maxsplit=1, flags=re.M)[1]
            self.assertTrue(section.strip().startswith(words), heading)

    def test_actions_are_pinned_and_call_what_is_exercised(self):
        for workflow in (ROOT / ".github/workflows").glob("*.yml"):
            used = re.findall(r"uses: *(\S+)(.*)", workflow.read_text())
            for action, comment in used:
                self.assertRegex(action, r"^[\w./-]+@[0-9a-f]{40}$", workflow)
                self.assertRegex(comment, r"# v\d", workflow)
            self.assertIn("./.ci/run", workflow.read_text())
            self.assertIn("Not exercised", workflow.read_text())
            self.assertRegex(workflow.read_text(), r"(?m)^permissions:\n  contents: read$")

    def test_the_recipe_builds_what_the_script_makes(self):
        recipe = (ROOT / "fastlane/app.tomeru.yml").read_text()
        version, code = re.search(r"versionName: (\S+)\n    versionCode: (\d+)", recipe).groups()
        self.assertEqual(int(code), script("set-version").code(version))
        self.assertIn(f"output: dist/tomeru-{version}-universal-unsigned.apk", recipe)
        self.assertIn("-unsigned", (ROOT / "scripts/common.sh").read_text())

    def test_the_second_build_lies_where_nobody_else_can_prepare_it(self):
        reproduce = (ROOT / "scripts/reproduce").read_text()
        self.assertRegex(reproduce, r'SECOND=\$\(mktemp -d "')
        self.assertIn("= \"$(id -u) 700\"", reproduce)


if __name__ == "__main__":
    unittest.main()
