# SPDX-License-Identifier: Apache-2.0
"""The finished APKs in dist/, and how to look into them. Shared by the checks."""

import atexit
import os
import re
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from dex import Dex

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "target"
TOOLS = TARGET / "tools"
ABIS = ("arm64-v8a", "armeabi-v7a", "x86_64")
APKS = ("universal", *ABIS)


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True)


def out(*command):
    done = run(*command)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


def aapt2(*words):
    return out(TOOLS / "prebuilt/linux/aapt2_64", *words)


def version():
    return re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]


def mark():
    """What the files' names end in, by the key that signs (scripts/build-apk)."""
    return "-unsigned" if os.environ.get("TOMERU_UNSIGNED") else "" if os.environ.get("TOMERU_KEYSTORE") else "-debug"


def apk(name):
    return ROOT / f"dist/tomeru-{version()}-{name}{mark()}.apk"


def abis(name):
    return ABIS if name == "universal" else (name,)


@cache
def dex(name):
    with zipfile.ZipFile(apk(name)) as archive:
        return _dex(archive.read("classes.dex"))


@cache
def _dex(data):
    """One for all APKs that hold the same, so that what is found out about it is found out once."""
    return Dex(data)


@cache
def library(name, abi, so):
    """A library as it lies in an APK, in a file of its own."""
    with zipfile.ZipFile(apk(name)) as archive:
        return Path(archive.extract(f"lib/{abi}/{so}", folder() / name))


@cache
def folder():
    """For files that last as long as the checks run."""
    made = tempfile.TemporaryDirectory(prefix="tomeru-apk-")
    atexit.register(made.cleanup)
    return Path(made.name)


@cache
def samples():
    made = folder() / "samples"
    out("java", "-XX:TieredStopAtLevel=1", "-cp", TOOLS / "r8.jar", ROOT / "tests/apk/Samples.java", ROOT / "tests/apk/samples",
        TOOLS / "android-all.jar", TOOLS / "jna/classes.jar", made)
    return made


def sample(name):
    """The dex file of samples/NAME.java, or of all that is in the folder samples/NAME; see Samples.java."""
    return samples() / name / "classes.dex"


def sample_dex(name):
    return _dex(sample(name).read_bytes())
