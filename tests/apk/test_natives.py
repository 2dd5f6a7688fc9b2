# SPDX-License-Identifier: Apache-2.0
"""Every native method of the finished dex is found by its name in the libraries of each ABI."""

import re
import unittest
from collections import Counter
from functools import cache

from apks import APKS, abis, dex, library, sample_dex
from dex import INTERFACE, NATIVE
from elf import exports
from flow import Call, flow

JNA = "com/sun/jna/"


def mangled(name):
    """A part of a native method's name, as JNI writes it."""
    special = {"/": "_", "_": "_1", ";": "_2", "[": "_3"}
    return "".join(special.get(c) or (c if re.match(r"[A-Za-z0-9]", c) else f"_0{ord(c):04x}") for c in name)


def jni_names(method, overloaded):
    """The names that the virtual machine looks for; the short one does not tell overloaded methods apart."""
    short = f"Java_{mangled(method.owner)}_{mangled(method.name)}"
    arguments = method.signature[1:method.signature.index(")")]
    return {f"{short}__{mangled(arguments)}"} | (set() if overloaded else {short})


@cache
def registered(dex_):
    """The classes that hand themselves to JNA, which then looks for each native method as a C function of its name."""
    found = set()
    for class_ in dex_.classes.values():
        if class_.name.startswith(JNA):
            continue
        for method in class_.methods:
            calls = [each for each in flow(dex_, method) if isinstance(each, Call)]
            if any((call.target.owner, call.target.name) == (JNA + "Native", "register") for call in calls):
                found |= dex_.classes_named(method) | {class_.name}
    return found


def c_functions(dex_):
    """The methods that JNA looks for as C functions: native ones of registered classes, all of an interface of a library."""
    by_registering = registered(dex_)
    for class_ in dex_.classes.values():
        if not class_.name.startswith(JNA):
            mapped = class_.flags & INTERFACE and JNA + "Library" in dex_.ancestors(class_.name)
            for method in class_.methods:
                if class_.name in by_registering and method.flags & NATIVE or mapped:
                    yield method


def findings(dex_, ours, jna):
    """The methods that nothing answers to; `ours` and `jna` are what the two libraries export."""
    by_c_name = set(c_functions(dex_))
    missing = [str(method) for method in by_c_name if method.name not in ours]
    for class_ in dex_.classes.values():
        native = [method for method in class_.methods if method.flags & NATIVE and method not in by_c_name]
        times = Counter(method.name for method in native)
        exported = jna if class_.name.startswith(JNA) else ours
        missing += [str(method) for method in native if not jni_names(method, times[method.name] > 1) & set(exported)]
    return sorted(missing)


class Natives(unittest.TestCase):
    maxDiff = None

    def test_every_native_method_is_exported_for_every_abi(self):
        for name in APKS:
            for abi in abis(name):
                with self.subTest(apk=name, abi=abi):
                    ours, jna = (exports(library(name, abi, so)) for so in ("libtomeru.so", "libjnidispatch.so"))
                    self.assertEqual(findings(dex(name), ours, jna), [])

    def test_the_three_ways_into_native_code_are_seen(self):
        native = Counter(method.owner for class_ in dex("universal").classes.values()
                         for method in class_.methods if method.flags & NATIVE)
        self.assertEqual(native["app/tomeru/core/RingCore"], 3)
        self.assertGreater(native["com/sun/jna/Native"], 10)
        functions = {method.name for method in c_functions(dex("universal"))}
        self.assertGreater(len(functions), 10)
        self.assertLessEqual({"ffi_tomeru_rustbuffer_alloc", "ffi_tomeru_rustbuffer_free"}, functions)

    def test_names_that_lead_nowhere_are_found(self):
        told = findings(sample_dex("natives"), {"known_to_c": 1, "Java_app_tomeru_core_RingCore_decide": 1,
                                                "Java_app_tomeru_core_RingCore_twice": 1}, {})
        self.assertEqual(told, [
            "app/tomeru/core/Interface also_renamed()I",
            "app/tomeru/core/Registered a()I",
            "app/tomeru/core/RingCore b()J",
            "app/tomeru/core/RingCore twice()J",
            "app/tomeru/core/RingCore twice([Ljava/lang/String;)J",
            "com/sun/jna/Extra unknown_1()V",
        ])

    def test_names_are_mangled_as_jni_says(self):
        self.assertEqual(mangled("a_b/C$d[;"), "a_1b_C_00024d_3_2")


if __name__ == "__main__":
    unittest.main()
