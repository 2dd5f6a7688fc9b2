#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks of the finished APKs in dist/: what they ask for, what they show to others, what is inside. Run by scripts/test."""

import hashlib
import re
import struct
import tempfile
import unittest
import zipfile
from pathlib import Path

from apks import ABIS, APKS, ROOT, TOOLS, aapt2, apk, mark, out, run, sample, version

PAGE = 16384


class Manifest(unittest.TestCase):
    def setUp(self):
        self.badging = aapt2("dump", "badging", apk("universal"))
        self.tree = aapt2("dump", "xmltree", "--file", "AndroidManifest.xml", apk("universal"))

    def test_permissions_are_exactly_these(self):
        asked = set(re.findall(r"^uses-permission[^:]*: name='([^']*)'", self.badging, re.M))
        self.assertEqual(asked, {"android.permission." + name for name in ("READ_CONTACTS", "POST_NOTIFICATIONS", "SYSTEM_ALERT_WINDOW", "RECEIVE_BOOT_COMPLETED")})

    def test_android_versions(self):
        self.assertIn("minSdkVersion:'29'", self.badging)
        self.assertIn("targetSdkVersion:'36'", self.badging)

    def test_exported_components_are_exactly_these(self):
        exported = {}
        for part in re.split(r"\n\s*E: ", self.tree):
            kind = part.split(" ", 1)[0]
            if kind in ("activity", "activity-alias", "service", "receiver", "provider"):
                name = re.search(r':name\([^)]*\)="([^"]*)"', part)[1]
                permission = re.search(r':permission\([^)]*\)="([^"]*)"', part)
                if re.search(r":exported\([^)]*\)=true", part):
                    exported[name] = permission and permission[1]
                self.assertRegex(part, r":exported\(", f"{name} says whether it is exported")
        self.assertEqual(
            exported,
            {
                ".ui.home.HomeActivity": None,
                # What other apps hand over is shown; nothing changes before the person says so.
                ".ui.check.CheckActivity": None,
                ".ui.family.OfferActivity": None,
                ".ui.settings.OpenList": None,
                # Telecom opens it, by the same right by which it binds the screening service. Whether it closes at once tells
                # whether a number called: no other app may see that.
                ".ui.aftercall.AfterCallActivity": "android.permission.BIND_SCREENING_SERVICE",
                # The system alone may send what these listen for (protected broadcasts).
                ".health.HealthReceiver": None,
                ".widget.StateWidget": None,
                ".pass.PassTile": "android.permission.BIND_QUICK_SETTINGS_TILE",
                ".screening.ScreeningService": "android.permission.BIND_SCREENING_SERVICE",
                ".outgoing.RedirectionService": "android.permission.BIND_CALL_REDIRECTION_SERVICE",
            },
        )

    def test_screening_and_the_buttons_of_notices_work_before_the_first_unlock(self):
        parts = re.split(r"\n\s*E: ", self.tree)
        for name in (".screening.ScreeningService", ".outgoing.RedirectionService", ".notice.NoticeActions"):
            part = next(part for part in parts if f'="{name}"' in part)
            self.assertRegex(part, r":directBootAware\([^)]*\)=true", name)

    def test_nothing_is_backed_up_or_debuggable(self):
        self.assertRegex(self.tree, r":allowBackup\([^)]*\)=false")
        self.assertNotRegex(self.tree, r":debuggable\([^)]*\)=true")

    def test_nothing_is_copied_to_another_phone(self):
        # From Android 12 on these rules alone say so (AOSP, BackupEligibilityRules.isAppBackupAllowed).
        number = re.search(r":dataExtractionRules\([^)]*\)=@(0x[0-9a-f]+)", self.tree)[1]
        file = re.search(rf"resource {number} .*\n\s*\(\) \(file\) (\S+)", aapt2("dump", "resources", apk("universal")))[1]
        sections = {}
        for line in aapt2("dump", "xmltree", "--file", file, apk("universal")).splitlines():
            kind, told = re.match(r"\s*([EA]): (.*?)( \(line=.*| \(Raw: .*)?$", line).groups()[:2]
            if kind == "E" and line.startswith(" " * 4 + "E"):
                sections[told] = rules = []
            elif kind == "E" and sections:
                rules.append(told)
            elif kind == "A":
                rules[-1] += " " + told
        # No path narrows one of them, and nothing is included again.
        places = ("root", "file", "database", "sharedpref", "external", "device_root", "device_file", "device_database", "device_sharedpref")
        nothing = sorted(f'exclude domain="{place}"' for place in places)
        self.assertEqual({name: sorted(rules) for name, rules in sections.items()}, {"cloud-backup": nothing, "device-transfer": nothing})

    def test_android_shows_where_going_back_leads(self):
        self.assertRegex(self.tree, r":enableOnBackInvokedCallback\([^)]*\)=true")

    def test_both_languages(self):
        self.assertIn("application-label-ja:'とめる'", self.badging)
        self.assertIn("application-label:'Tomeru'", self.badging)


class Archive(unittest.TestCase):
    def test_each_apk_has_its_libraries_stored_and_aligned(self):
        for name in APKS:
            with self.subTest(name), zipfile.ZipFile(apk(name)) as archive:
                wanted = ABIS if name == "universal" else (name,)
                libraries = {f"lib/{abi}/{so}" for abi in wanted for so in ("libtomeru.so", "libjnidispatch.so")}
                found = {info.filename for info in archive.infolist() if info.filename.endswith(".so")}
                self.assertEqual(found, libraries)
                data = apk(name).read_bytes()
                for library in libraries:
                    info = archive.getinfo(library)
                    self.assertEqual(info.compress_type, zipfile.ZIP_STORED, library)
                    names, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
                    self.assertEqual((info.header_offset + 30 + names + extra) % PAGE, 0, library)

    def test_it_holds_exactly_what_was_built(self):
        with zipfile.ZipFile(apk("universal")) as archive:
            for abi in ABIS:
                built = (ROOT / f"target/lib/{abi}/libtomeru.so").read_bytes()
                self.assertEqual(archive.read(f"lib/{abi}/libtomeru.so"), built, abi)

    def test_the_spoken_warning_is_stored_as_it_was_made(self):
        # Android plays a resource from its place in the archive; it refuses one that is compressed.
        with zipfile.ZipFile(apk("universal")) as archive:
            for line in (ROOT / "android-app/app/voice/SHA256SUMS").read_text().splitlines():
                sum_, name = line.split()
                self.assertEqual(archive.getinfo("res/" + name).compress_type, zipfile.ZIP_STORED, name)
                self.assertEqual(hashlib.sha256(archive.read("res/" + name)).hexdigest(), sum_, name)

    def test_signature_v3_verifies(self):
        for name in APKS:
            with self.subTest(name):
                told = out("apksigner", "verify", "--verbose", "--min-sdk-version", "29", apk(name))
                self.assertIn("Verified using v3 scheme (APK Signature Scheme v3): true", told)

    def test_what_is_signed_with_a_debug_key_says_so(self):
        told = out("apksigner", "verify", "--print-certs", "--min-sdk-version", "29", apk("universal"))
        debug = "CN=Tomeru debug" in told
        self.assertEqual(apk("universal").stem.endswith("-debug"), debug, told)
        named = re.search(r"versionName='([^']*)'", aapt2("dump", "badging", apk("universal")))[1]
        self.assertEqual(named, version() + ("-debug" if debug else ""))

    def test_a_changed_byte_breaks_the_signature(self):
        data = bytearray(apk("arm64-v8a").read_bytes())
        data[len(data) // 3] ^= 1
        with tempfile.NamedTemporaryFile(suffix=".apk") as changed:
            changed.write(data)
            changed.flush()
            self.assertNotEqual(run("apksigner", "verify", "--min-sdk-version", "29", changed.name).returncode, 0)

    def test_sums(self):
        lines = (ROOT / f"dist/tomeru-{version()}{mark()}.sha256").read_text().splitlines()
        self.assertEqual(len(lines), len(APKS))
        for line in lines:
            sum_, name = line.split()
            self.assertEqual(hashlib.sha256((ROOT / "dist" / name).read_bytes()).hexdigest(), sum_, name)

    def test_sizes(self):
        # Bytes; a growth beyond these wants a reason. The spoken warning takes four of zipalign's pages of 16 KiB; the fault
        # barrier and the warning over a call made the dex 42 KB larger; the rehearsal, the report, the makers' page and the
        # order of set-up 29 KB more, the family's number, help and what cannot be done 16 KB. Two readers of numbers took
        # 32 KB of each library, the reader of tables 93 KB. The look at a file before its import took 37 KB of the arm64
        # library and half of 47 KB of dex, what a family code changes the rest and 52 KB of the library. A library takes
        # whole pages of 16 KiB, so a few bytes more in each can make the universal APK 48 KiB larger: room for one such step,
        # and for one page in each of the others. The areas of Japanese numbers are 24 KB of each library; what stands around
        # a number in a table (a code apart, a time, an address, a bracket) made two of them a page larger.
        limits = {"universal": 4_250_000, "arm64-v8a": 1_962_000, "armeabi-v7a": 1_500_000, "x86_64": 1_957_000}
        for name, limit in limits.items():
            self.assertLess(apk(name).stat().st_size, limit, name)


class Library(unittest.TestCase):
    def elf(self, option, library):
        return out("llvm-readelf-19", option, "-W", library)

    def libraries(self):
        ours = ROOT / "scripts/native/symbols.txt"
        jna = ROOT / "tests/apk/jna-symbols.txt"
        for abi in ABIS:
            yield ROOT / f"target/lib/{abi}/libtomeru.so", ours
            yield TOOLS / f"jna/jni/{abi}/libjnidispatch.so", jna

    def test_pages_of_16_kib(self):
        for library, _ in self.libraries():
            loads = [line.split() for line in self.elf("-l", library).splitlines() if line.strip().startswith("LOAD")]
            self.assertTrue(loads)
            for load in loads:
                self.assertEqual(int(load[-1], 16) % PAGE, 0, library)

    def test_nothing_but_androids_own_libraries_is_needed(self):
        for library, _ in self.libraries():
            dynamic = self.elf("-d", library)
            self.assertNotIn("TEXTREL", dynamic)
            needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))
            self.assertLessEqual(needed, {"libc.so", "libm.so", "libdl.so", "liblog.so"}, library)

    def test_every_undefined_symbol_is_on_the_kept_list(self):
        for library, kept in self.libraries():
            names = {line.split()[-1] for line in kept.read_text().splitlines() if line and not line.startswith("#")}
            undefined = set()
            for line in self.elf("--dyn-syms", library).splitlines():
                fields = line.split()
                if len(fields) == 8 and fields[6] == "UND" and fields[4] != "WEAK":
                    undefined.add(fields[7].split("@")[0])
            self.assertTrue(undefined)
            self.assertLessEqual(undefined, names, library)

    def test_no_path_of_the_building_machine_is_inside(self):
        for library, _ in self.libraries():
            if library.name == "libtomeru.so":
                data = library.read_bytes()
                for path in (str(ROOT), str(Path.home()) + "/.cargo"):
                    self.assertNotIn(path.encode(), data)

    def test_the_metadata_parser_and_regex_stay_at_home(self):
        data = (ROOT / "target/lib/arm64-v8a/libtomeru.so").read_bytes()
        for name in (b"regex-automata", b"regex-syntax", b"phonenumber-0"):
            self.assertNotIn(name, data)

    def test_the_ring_path_and_nothing_else_of_ours_is_exported_to_java(self):
        symbols = self.elf("--dyn-syms", ROOT / "target/lib/arm64-v8a/libtomeru.so")
        java = set(re.findall(r"\s(J(?:ava_|NI_)\w+)$", symbols, re.M))
        ours = {f"Java_app_tomeru_core_RingCore_{name}" for name in ("locate", "isSameLine", "decide")}
        self.assertEqual(java, {"JNI_OnLoad"} | ours)


class PublicApi(unittest.TestCase):
    def guard(self, dex, kept=ROOT / "tests/apk/newer-api.tsv"):
        return run("java", "-XX:TieredStopAtLevel=1", "-cp", TOOLS / "animal-sniffer.jar", ROOT / "tests/apk/ApiGuard.java",
                   TOOLS / "gummy-bears-api-24.signature", kept, dex)

    def test_only_public_methods_that_android_10_has_are_called(self):
        done = self.guard(ROOT / "target/apk/dex/classes.dex")
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_the_dex_is_the_one_in_the_apk(self):
        with zipfile.ZipFile(apk("universal")) as archive:
            self.assertEqual(archive.read("classes.dex"), (ROOT / "target/apk/dex/classes.dex").read_bytes())

    def test_the_guard_finds_hidden_methods(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "none.tsv"
            kept.write_text("# empty\n")
            done = self.guard(sample("Hidden"), kept)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertEqual(done.stdout.splitlines(), [
                "android/app/Activity isResumed()Z",
                "android/os/SystemProperties get(Ljava/lang/String;)Ljava/lang/String;",
            ])

    def test_the_guard_finds_methods_that_are_too_new(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "none.tsv"
            kept.write_text("# empty\n")
            done = self.guard(sample("TooNew"), kept)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("getOnBackInvokedDispatcher", done.stdout)

    def test_a_newer_method_needs_a_guard_to_be_listed(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "list.tsv"
            kept.write_text("android/app/Activity x()V\t33\t-\tsomewhere\n")
            done = self.guard(ROOT / "target/apk/dex/classes.dex", kept)
            self.assertIn("without a guard", done.stderr)


if __name__ == "__main__":
    unittest.main()
