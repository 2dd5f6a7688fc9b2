# SPDX-License-Identifier: Apache-2.0
"""What code looks up by name while the app runs is there under that name: classes, their members, libraries."""

import re
import unittest
import zipfile
from dataclasses import dataclass

from apks import APKS, ROOT, TARGET, TOOLS, abis, apk, dex, library, sample_dex
from dex import STATIC
from flow import CLASS, STRING, Call, flow

# Method -> which of its arguments is the name that is looked up, and what kind of thing it names.
LOOKUPS = {
    ("java/lang/Class", "forName"): (0, "class"),
    ("java/lang/ClassLoader", "loadClass"): (1, "class"),
    ("java/util/ServiceLoader", "load"): (0, "service"),
    ("java/lang/System", "loadLibrary"): (0, "library"),
    ("java/lang/System", "load"): (0, "file"),
    ("java/lang/Class", "getMethod"): (1, "member"),
    ("java/lang/Class", "getDeclaredMethod"): (1, "member"),
    ("java/lang/Class", "getField"): (1, "member"),
    ("java/lang/Class", "getDeclaredField"): (1, "member"),
    ("com/sun/jna/internal/ReflectionUtils", "lookupClass"): (0, "class"),
}
# The phone's own classes: not of the dex, and nothing renames them.
PLATFORM = ("java/", "javax/", "android/", "dalvik/", "libcore/")
OURS = re.compile(rb"(?:app/tomeru|com/sun/jna)/[\w/$]+")


@dataclass(frozen=True)
class Lookup:
    where: str
    """Class (as the sources name it) and method that look up."""
    kind: str
    owner: str | None
    """Of a member: its class, if that is a constant."""
    name: str | None
    """None if it is computed."""


def original_names(mapping):
    """Name in the dex -> name in the sources, of each class."""
    return {there.replace(".", "/"): name.replace(".", "/")
            for name, there in re.findall(r"^([\w.$-]+) -> ([\w.$-]+):$", mapping, re.M)}


def lookups(dex_, originals):
    for class_ in dex_.classes.values():
        for method in class_.methods:
            for call in flow(dex_, method):
                if isinstance(call, Call) and (call.target.owner, call.target.name) in LOOKUPS:
                    at, kind = LOOKUPS[call.target.owner, call.target.name]
                    name, owner = call.arguments[at], call.arguments[0]
                    yield Lookup(
                        f"{originals.get(class_.name, class_.name)} {method.name}",
                        kind,
                        owner.value if kind == "member" and owner and owner.kind == CLASS else None,
                        name.value if name and name.kind in (STRING, CLASS) else None,
                    )


def missing(dex_, lookup, libraries):
    """Why a lookup would find nothing; None if it is there, or is the platform's."""
    name = lookup.name
    if name is None or lookup.kind in ("service", "file"):
        return f"{lookup.kind} is computed" if name is None else f"{lookup.kind} {name}"
    if lookup.kind == "library":
        return None if f"lib{name}.so" in libraries else f"library {name}"
    if lookup.kind == "class":
        name = name.replace(".", "/")
        return None if name.startswith(PLATFORM) or name in dex_.classes else f"class {name}"
    if lookup.owner is None:
        return f"member {name} of a class that is computed"
    if lookup.owner.startswith(PLATFORM):
        return None
    members = dex_.classes[lookup.owner].fields + dex_.classes[lookup.owner].methods if lookup.owner in dex_.classes else []
    return None if name in {member.name for member in members} else f"member {lookup.owner} {name}"


def findings(dex_, originals, libraries, kept):
    """What is looked up and is not there, but for what stands in `kept`; and lines of it that nothing needs."""
    told = {f"{lookup.where}\t{why}" for lookup in lookups(dex_, originals) if (why := missing(dex_, lookup, libraries))}
    # A name in a text or a library that was the name of a class before R8 renamed it.
    renamed = {name for there, name in originals.items() if name != there and "/" in name}
    texts = {dex_.string(i) for i in range(dex_.tables["strings"][0])}
    for text in texts:
        if (text.replace(".", "/") in renamed) and "." in text:
            told.add(f"a text\tclass {text}")
    return sorted(told - kept) + [f"listed but not needed: {each}" for each in sorted(kept - told)]


def native_findings(dex_, data, members=()):
    """What a library names of the app's classes, and of their members, and is not in the dex."""
    told = [f"class {name}" for name in sorted({found.decode() for found in OURS.findall(data)}) if name not in dex_.classes]
    for kind, owner, name, signature in members:
        class_ = dex_.classes.get(owner)
        found = class_ and class_.member(name, signature)
        if not found or bool(found.flags & STATIC) != kind.startswith("static "):
            told.append(f"{kind} {owner} {name} {signature}")
    return told


def lines(name):
    return [line for line in (ROOT / "tests/apk" / name).read_text().splitlines() if line and not line.startswith("#")]


def jna_members():
    """Class, member and signature that libjnidispatch.so asks the virtual machine for; tests/phone sees it ask."""
    return [line.split("\t") for line in lines("jna-lookups.tsv") if not line.startswith("class\t")]


class Lookups(unittest.TestCase):
    maxDiff = None

    def test_what_the_code_looks_up_is_there(self):
        kept = {"\t".join(line.split("\t")[:2]) for line in lines("lookups.tsv")}
        originals = original_names((TARGET / "apk/mapping.txt").read_text())
        self.assertGreater(len(originals), 300)
        for name in APKS:
            for abi in abis(name):
                with zipfile.ZipFile(apk(name)) as files:
                    libraries = {each.rsplit("/")[-1] for each in files.namelist() if each.startswith(f"lib/{abi}/")}
                self.assertEqual(findings(dex(name), originals, libraries, kept), [], (name, abi))

    def test_every_line_of_the_list_says_why(self):
        for line in lines("lookups.tsv"):
            self.assertRegex(line, r"^[^\t]+\t[^\t]+\t.{10,}$")

    def test_no_service_is_looked_for_in_the_archive(self):
        for name in APKS:
            with zipfile.ZipFile(apk(name)) as files:
                self.assertEqual([each for each in files.namelist() if each.startswith("META-INF/services")], [], name)

    def test_what_the_libraries_look_up_is_there(self):
        for name in APKS:
            for abi in abis(name):
                jna, ours = (library(name, abi, so).read_bytes() for so in ("libjnidispatch.so", "libtomeru.so"))
                self.assertGreater(len(set(OURS.findall(jna))), 15)
                self.assertEqual(native_findings(dex(name), jna, jna_members()), [], (name, abi))
                self.assertEqual(native_findings(dex(name), ours), [], (name, abi))
                self.assertEqual(jna, (TOOLS / f"jna/jni/{abi}/libjnidispatch.so").read_bytes(), (name, abi))


class Planted(unittest.TestCase):
    def test_names_that_lead_nowhere_are_found(self):
        originals = {"Lookups": "Lookups", "a": "app/tomeru/Renamed"}
        told = findings(sample_dex("Lookups"), originals, {"libhere.so"}, {"Lookups <init>\tclass none"})
        self.assertEqual(told, [
            "Lookups classes\tclass app/tomeru/Renamed",
            "Lookups classes\tclass is computed",
            "Lookups members\tmember Lookups gone",
            "Lookups members\tmember callback of a class that is computed",
            "Lookups others\tlibrary gone",
            "Lookups others\tservice java/lang/Runnable",
            "a text\tclass app.tomeru.Renamed",
            "listed but not needed: Lookups <init>\tclass none",
        ])

    def test_what_native_code_asks_for_is_found(self):
        members = [("static method", "Lookups", "others", "()V"), ("method", "Lookups", "others", "()V"),
                   ("field", "Lookups", "peer", "J")]
        self.assertEqual(native_findings(sample_dex("Lookups"), b"\0com/sun/jna/Pointer\0()V\0", members),
                         ["class com/sun/jna/Pointer", "method Lookups others ()V", "field Lookups peer J"])


if __name__ == "__main__":
    unittest.main()
