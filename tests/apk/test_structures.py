# SPDX-License-Identifier: Apache-2.0
"""JNA reads structures and callbacks by reflection: in the finished dex they have their fields, in order, and methods."""

import re
import unittest

from apks import TARGET, dex, sample_dex
from dex import ABSTRACT, INTERFACE, PUBLIC, STATIC

JNA = "com/sun/jna/"
STRUCTURE, CALLBACK, FIELD_ORDER = JNA + "Structure", JNA + "Callback", JNA + "Structure$FieldOrder"
# Methods that every object has count as none.
OF_EVERY_OBJECT = ("hashCode", "equals", "toString")


def declared(kotlin):
    """Structure -> its fields in the order in which the generated Kotlin declares them."""
    found = {}
    for part in kotlin.split("@Structure.FieldOrder(")[1:]:
        name = re.search(r"\bclass (\w+)", part)[1]
        # The last one is followed by the rest of the file.
        found["app/tomeru/core/" + name] = re.findall(r"@JvmField (?:internal )?var `?(\w+)`?:", part)
    return found


def line(dex_, name):
    """A class and those it extends, up to JNA's own Structure, that one first."""
    found = []
    while name in dex_.classes and name != STRUCTURE:
        found.insert(0, dex_.classes[name])
        name = found[0].parent
    return found


def structures(dex_):
    return [each for each in dex_.classes.values() if STRUCTURE in dex_.ancestors(each.name) and not each.flags & INTERFACE]


def callbacks(dex_):
    return [each for each in dex_.classes.values() if each.flags & INTERFACE and CALLBACK in dex_.ancestors(each.name)
            and not each.name.startswith(JNA)]


def told_order(class_):
    return class_.annotations.get(FIELD_ORDER, {}).get("value", [])


def findings(dex_, wanted):
    told = []
    for class_ in structures(dex_):
        up = line(dex_, class_.name)
        # A structure of JNA itself may tell the order by a method.
        if not any(each.member("getFieldOrder", "()Ljava/util/List;") for each in up) and not class_.flags & ABSTRACT:
            told += _of_structure(class_, up, wanted)
    for name in sorted(wanted.keys() & dex_.classes.keys()):
        if not dex_.classes[name].parent == STRUCTURE:
            told.append(f"{name} is no structure any more")
    for class_ in callbacks(dex_):
        methods = [each.name for each in class_.methods if each.flags & ABSTRACT and each.name not in OF_EVERY_OBJECT]
        if len(methods) != 1 and methods.count("callback") != 1:
            told.append(f"{class_.name} has the methods {methods}, not one")
    return told


def _of_structure(class_, up, wanted):
    fields = {field.name for each in up for field in each.fields if field.flags & PUBLIC and not field.flags & STATIC}
    order = [name for each in up for name in told_order(each)]
    if sorted(order) != sorted(fields):
        yield f"{class_.name} has the public fields {sorted(fields)}, its FieldOrder names {order}"
    elif order != [name for each in up for name in wanted.get(each.name, told_order(each))]:
        yield f"{class_.name} has its fields in the order {order}"
    if class_.name.startswith(JNA):
        return  # JNA makes its own itself.
    if not class_.flags & PUBLIC:
        yield f"{class_.name} is not public"
    made = class_.member("<init>", "()V")
    if not made or not made.flags & PUBLIC:
        yield f"{class_.name} has no public constructor without arguments"


class Structures(unittest.TestCase):
    maxDiff = None

    def test_structures_and_callbacks_are_as_jna_needs_them(self):
        wanted = declared((TARGET / "bindings/app/tomeru/core/tomeru.kt").read_text())
        self.assertEqual(wanted["app/tomeru/core/RustBuffer"], ["capacity", "len", "data"])
        self.assertEqual(wanted["app/tomeru/core/UniffiRustCallStatus"], ["code", "error_buf"])
        self.assertEqual(findings(dex("universal"), wanted), [])

    def test_what_the_app_uses_is_there(self):
        names = {each.name for each in structures(dex("universal"))}
        self.assertLessEqual({"app/tomeru/core/RustBuffer$ByValue", "app/tomeru/core/UniffiRustCallStatus"}, names)
        by_value = dex("universal").ancestors("app/tomeru/core/RustBuffer$ByValue")
        self.assertIn(JNA + "Structure$ByValue", by_value)

    def test_what_jna_would_stumble_over_is_found(self):
        wanted = {"Swapped": ["first", "second"], "Good": ["first", "second"], "Merged": ["one"]}
        self.assertEqual(sorted(findings(sample_dex("structures"), wanted)), [
            "Bare has the public fields ['first'], its FieldOrder names []",
            "Closed has no public constructor without arguments",
            "Merged is no structure any more",
            "Renamed has the public fields ['a', 'second'], its FieldOrder names ['first', 'second']",
            "Swapped has its fields in the order ['second', 'first']",
            "Two has the methods ['one', 'two'], not one",
        ])


if __name__ == "__main__":
    unittest.main()
