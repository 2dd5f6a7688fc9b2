# SPDX-License-Identifier: Apache-2.0
"""What the APK and the crate are made of: names, versions, licences, sums. Read from what the builds themselves read:
Cargo.lock by way of cargo, the poms and the sums of Maven's files, and the scripts that fetch the rest."""

import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The phone's targets, as scripts/build-native has them.
PHONE = ("aarch64-linux-android", "armv7-linux-androideabi", "x86_64-linux-android")
POM = "{http://maven.apache.org/POM/4.0.0}"


@dataclass
class Part:
    """Something that others made. `shipped`: in what people install; otherwise it only takes part in building it."""

    purl: str
    name: str
    version: str
    licence: str
    shipped: bool = True
    kind: str = "library"
    sha256: str = ""
    what: str = ""
    needs: set = field(default_factory=set)


def version():
    return re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]


def cargo(*words):
    return subprocess.run(["cargo", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


@cache
def packages():
    return {(package["name"], package["version"]): package
            for package in json.loads(cargo("metadata", "--locked", "--format-version", "1", "--all-features"))["packages"]}


@cache
def locked():
    """SHA-256 of each crate's file, as cargo checks it."""
    found = re.findall(r'name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"', (ROOT / "Cargo.lock").read_text())
    return {(name, version): sum_ for name, version, sum_ in found}


def tree(edges, features, targets):
    """The crates along `edges`, and what each needs, without the crate itself; cargo's own resolver says which they are."""
    words = ["tree", "--locked", "-p", "tomeru", *features, "-e", edges, "--prefix", "depth", "--no-dedupe", "--format", " {p}"]
    found, path = {}, []
    for line in cargo(*words, *(word for target in targets for word in ("--target", target))).splitlines():
        line = re.match(r"(\d+) (\S+) v(\S+)", line)
        if not line:
            continue
        depth, crate = int(line[1]), (line[2], line[3])
        path[depth:] = [crate]
        found.setdefault(crate, set())
        if depth:
            found[path[depth - 1]].add(crate)
    return found


def crate_purl(crate):
    return f"pkg:cargo/{crate[0]}@{crate[1]}"


def crates(features, targets):
    """The crates of others, those of ours left out; (parts, what `tomeru` needs)."""
    shipped, all_ = tree("normal,no-proc-macro", features, targets), tree("normal,build", features, targets)
    ours = {crate for crate in all_ if crate not in locked()}
    parts = []
    for crate in sorted(set(all_) - ours):
        package = packages()[crate]
        parts.append(Part(crate_purl(crate), *crate, (package["license"] or "").replace("/", " OR "), crate in shipped,
                          sha256=locked()[crate], what=package["description"] or "", needs=set(map(crate_purl, all_[crate] - ours))))
    return parts, {crate_purl(need) for crate in ours for need in all_[crate]} - {crate_purl(crate) for crate in ours}


def maven_sums():
    lines = (ROOT / "scripts/sums/maven.sha256").read_text().splitlines()
    return {path: sum_ for sum_, path in (line.split("  ", 1) for line in lines if not line.startswith("#"))}


def maven():
    """What the library and the app are compiled with and take along, and what that takes along in turn."""
    wanted = []
    properties = {}
    for pom in ("pom.xml", "library/pom.xml", "app/pom.xml"):
        tree = ElementTree.parse(ROOT / "android-app" / pom).getroot()
        for node in tree.find(f"{POM}properties") or ():
            properties[node.tag.removeprefix(POM)] = node.text
        for node in tree.find(f"{POM}dependencies") or ():
            group, name, version, scope = (node.findtext(POM + tag) for tag in ("groupId", "artifactId", "version", "scope"))
            if scope is None and group != "app.tomeru":
                wanted.append((group, name, re.sub(r"\$\{(.*?)\}", lambda match: properties[match[1]], version)))
    sums, parts = maven_sums(), []
    for group, name, version in wanted:
        folder = f"{group.replace('.', '/')}/{name}/{version}/{name}-{version}"
        # JNA comes to the phone as an Android archive.
        file = next(f"{folder}.{kind}" for kind in ("aar", "jar") if f"{folder}.{kind}" in sums)
        kind = "?type=aar" if file.endswith("aar") else ""
        parts.append(Part(f"pkg:maven/{group}/{name}@{version}{kind}", name, version, LICENCES[name], sha256=sums[file]))
    return parts


# What the poms say in words.
LICENCES = {"kotlin-stdlib": "Apache-2.0", "jna": "Apache-2.0 OR LGPL-2.1-or-later", "qrcodegen": "MIT"}


def built_in():
    """What comes into the APK by neither cargo nor Maven."""
    fetch = (ROOT / "scripts/fetch-unwinder").read_text()
    wheel, sum_ = re.search(r"^WHEEL=ziglang==(.*)$", fetch, re.M)[1], re.search(r"^WHEEL_SUM=(.*)$", fetch, re.M)[1]
    rust = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    numbers = next(crate[1] for crate in locked() if crate[0] == "phonenumber").partition("+")[2]
    return [
        Part(f"pkg:pypi/ziglang@{wheel}#lib/libunwind", "libunwind", wheel, "Apache-2.0 WITH LLVM-exception", sha256=sum_,
             what="LLVM's unwinder, from the sources in this package (the sum is the package's)"),
        Part(f"pkg:generic/rust-std@{rust}", "rust-std", rust, "MIT OR Apache-2.0", what="Rust's standard library"),
        Part(f"pkg:github/google/libphonenumber@v{numbers}", "libphonenumber", numbers, "Apache-2.0", kind="data",
             what="Its data of the numbering plans and areas, compiled into a table; none of its code"),
        Part("pkg:generic/libffi", "libffi", "", "MIT", what="Calls of functions by their description, inside of JNA's library"),
        Part("pkg:generic/hts-voice-nitech-jp-atr503-m001@1.05", "HTS Voice NIT ATR503 M001", "1.05", "CC-BY-3.0", kind="data",
             what="The Japanese spoken warning was made with this voice"),
        Part("pkg:generic/cmu_us_slt_arctic", "cmu_us_slt_arctic", "", "LicenseRef-cmu-arctic", kind="data",
             what="The English spoken warning was made with this voice; NOTICE has its terms"),
    ]


def apk():
    """(parts, what the app needs at first hand)."""
    parts, first = crates(("--no-default-features", "--features", "ffi"), PHONE)
    others = [*maven(), *built_in()]
    return parts + others, first | {part.purl for part in others}


def crate():
    """(parts, what the crate needs at first hand), with all of its features and on every machine."""
    return crates(("--all-features",), ("all",))
