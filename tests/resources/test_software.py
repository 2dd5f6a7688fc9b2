#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What others made and the app holds: NOTICE, which the app shows, names all of it, and so do the lists that a release brings
(CycloneDX). A file that scripts download is used only with the bytes that were checked. Run by scripts/test."""

import importlib.machinery
import importlib.util
import json
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import software  # noqa: E402 (it lies there)


def script(name):
    """A script of ours as a module."""
    loader = importlib.machinery.SourceFileLoader(name.replace("-", "_"), str(ROOT / "scripts" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


class Notice(unittest.TestCase):
    def test_notice_names_all_software_in_the_apk_with_its_licence(self):
        named = dict(re.findall(r"^- (.+?): (.+)$", (ROOT / "NOTICE").read_text(), re.M))
        parts = {part.name: part.licence for part in software.apk()[0] if part.shipped and part.licence not in ("CC-BY-3.0", "LicenseRef-cmu-arctic")}
        self.assertEqual(named, parts, "take it over to NOTICE, with the copyright line if the licence wants one")

    def test_licences_that_want_their_text_have_it(self):
        notice = " ".join((ROOT / "NOTICE").read_text().split())
        for part in software.apk()[0]:
            if part.shipped and "Apache-2.0" not in part.licence:
                head = part.licence.split(" ")[0]
                self.assertTrue({"MIT": f"{part.name}, Copyright" in notice or f"{part.name}, by" in notice or f"{part.name}, which" in notice}
                                .get(head, head in ("MPL-2.0", "Unlicense", "CC-BY-3.0", "LicenseRef-cmu-arctic")), part)
        self.assertIn("The above copyright notice and this permission notice", notice)


class Bom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.boms = script("sbom").boms()

    def test_what_is_in_the_app_is_in_its_list(self):
        apk = next(bom for name, bom in self.boms.items() if name.endswith("-apk.cdx.json"))
        shipped = {part["name"] for part in apk["components"] if part["scope"] == "required"}
        self.assertLessEqual({"serde_json", "uniffi_core", "jni", "kotlin-stdlib", "jna", "qrcodegen", "libunwind", "rust-std"}, shipped)
        self.assertFalse({"syn", "phonenumber", "proptest", "junit", "robolectric"} & shipped)
        # R8 takes nothing else from Maven.
        taken = set(re.findall(r"library \S+ (\S+) \S+\)", (ROOT / "scripts/shrink").read_text())) | {"jna"}
        self.assertEqual(taken, {part["name"] for part in apk["components"] if part["purl"].startswith("pkg:maven/")})

    def test_the_lists_are_whole(self):
        for name, bom in self.boms.items():
            self.assertEqual((bom["bomFormat"], bom["specVersion"]), ("CycloneDX", "1.5"), name)
            known = [part["bom-ref"] for part in bom["components"]] + [bom["metadata"]["component"]["bom-ref"]]
            self.assertEqual(len(known), len(set(known)), name)
            for dependency in bom["dependencies"]:
                self.assertLessEqual({dependency["ref"], *dependency["dependsOn"]}, set(known), name)
            for part in bom["components"]:
                self.assertTrue(part["licenses"][0].get("expression") or part["licenses"][0]["license"], part)
                if part["purl"].startswith(("pkg:cargo/", "pkg:maven/", "pkg:pypi/")):
                    self.assertRegex(part["hashes"][0]["content"], "^[0-9a-f]{64}$", part["purl"])

    def test_the_same_sources_give_the_same_list(self):
        self.assertEqual(json.dumps(self.boms), json.dumps(script("sbom").boms()))


class Fetching(unittest.TestCase):
    """scripts/fetch-maven with a small list of its own; it asks no repository, unless a file is missing."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.fetch = script("fetch-maven")
        self.fetch.CACHE = self.folder / "cache"
        (self.folder / "there/org").mkdir(parents=True)
        (self.folder / "there/org/one.jar").write_bytes(b"one")
        self.fetch.REPOSITORIES = [(self.folder / "there").as_uri()]
        self.fetch.SETTINGS = self.folder / "settings.xml"
        self.jar = self.folder / "local/org/one.jar"

    def run_it(self, sum_=sha256(b"one").hexdigest()):
        (self.folder / "list").write_text(f"# a list\n{sum_}  org/one.jar\n")
        told = StringIO()
        with redirect_stdout(told), redirect_stderr(told):
            code = self.fetch.main(self.folder / "local", self.folder / "list")
        return code, told.getvalue()

    def test_a_file_is_fetched_checked_and_known_again(self):
        self.assertEqual(self.run_it()[0], 0)
        self.assertEqual(self.jar.read_bytes(), b"one")
        self.fetch.REPOSITORIES, self.fetch.sum_of = ["file:///nowhere"], None
        self.assertEqual(self.run_it()[0], 0)

    def test_a_changed_file_is_refused_with_what_to_do(self):
        self.run_it()
        self.jar.write_bytes(b"two")
        code, told = self.run_it()
        self.assertEqual(code, 1)
        for word in (str(self.jar), "Error: 1 of the 1 files", "Fix:   delete what is named above", sha256(b"two").hexdigest()):
            self.assertIn(word, told)
        self.assertEqual(self.jar.read_bytes(), b"two")

    def test_other_bytes_of_a_repository_never_get_to_their_place(self):
        code, told = self.run_it(sha256(b"another").hexdigest())
        self.assertEqual(code, 1)
        self.assertIn("gives other bytes", told)
        self.assertEqual(list(self.jar.parent.iterdir()), [])

    def test_a_mirror_takes_the_place_of_central(self):
        self.fetch.SETTINGS.write_text('<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors><mirror><id>m</id>'
                                       "<mirrorOf>central</mirrorOf><url>https://mirror.example/maven/</url></mirror></mirrors></settings>")
        self.assertEqual(self.fetch.repositories(self.fetch.SETTINGS)[0], "https://mirror.example/maven")

    def test_nothing_else_gets_in(self):
        common = (ROOT / "scripts/common.sh").read_text()
        self.assertRegex(common, r"checked_maven\(\) \{\n  mvn -B -o ")
        online = {path.name for path in (ROOT / "scripts").iterdir()
                  if path.is_file() and re.search(r"(?m)^[^#\n]*(?<![\w-])mvn -", path.read_text())}
        self.assertEqual(online, {"common.sh", "maven-sums"}, "call checked_maven")

    def test_every_version_of_a_pom_was_checked(self):
        listed = "\n".join(software.maven_sums())
        for pom in (path for path in [*(ROOT / "android-app").rglob("pom.xml"), *(ROOT / "tests").rglob("pom.xml")] if "target" not in path.parts):
            for node in ElementTree.parse(pom).getroot().iter():
                name, version = node.findtext(software.POM + "artifactId"), node.findtext(software.POM + "version") or "$"
                if node.tag in (software.POM + "dependency", software.POM + "plugin") and not version.startswith("$"):
                    self.assertIn(f"/{name}/{version}/", listed, f"{pom}: scripts/maven-sums --keep")


class Advisories(unittest.TestCase):
    """scripts/advisories against an OSV of our own."""

    def asked(self, against):
        module = script("advisories")

        class Osv(BaseHTTPRequestHandler):
            def do_POST(self):
                queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
                results = [{"vulns": [{"id": "GHSA-1"}]} if against in query["package"]["purl"] else {} for query in queries]
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps({"results": results}).encode())

            def log_message(self, *words):
                pass

        server = HTTPServer(("127.0.0.1", 0), Osv)
        Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        module.ASK = f"http://127.0.0.1:{server.server_port}/"
        told = StringIO()
        with redirect_stdout(told):
            return module.main(), told.getvalue()

    def test_one_in_the_app_fails_one_in_a_tool_is_told(self):
        self.assertEqual(self.asked("nothing")[0], 0)
        code, told = self.asked("/jna@")
        self.assertEqual(code, 1)
        self.assertIn("(IN THE APP): GHSA-1", told)
        code, told = self.asked("/junit@")
        self.assertEqual(code, 0)
        self.assertIn("pkg:maven/junit/junit@4.13.2 (building and testing only): GHSA-1", told)

    def test_it_says_so_when_nobody_answers(self):
        module = script("advisories")
        module.ASK = "http://127.0.0.1:9/"
        told = StringIO()
        with redirect_stdout(told):
            self.assertEqual(module.main(), 3)
        self.assertIn("could not be asked", told.getvalue())
        self.assertIn("loud \"advisories about Maven", (ROOT / "scripts/test").read_text())


class Programs(unittest.TestCase):
    def test_python_packages_are_fetched_by_their_sum_alone(self):
        for path in (ROOT / "scripts").iterdir():
            if path.is_file() and "pip download" in (text := path.read_text()):
                self.assertIn("--require-hashes", text, path)
                self.assertRegex(text, r"=[0-9a-f]{64}\n", path)


if __name__ == "__main__":
    unittest.main()
