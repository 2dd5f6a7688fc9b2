# SPDX-License-Identifier: Apache-2.0
"""Reads a dex file: its classes with members and annotations, and the instructions of each method.

Source of the format: source.android.com, "Dalvik executable format" and "Dalvik bytecode format". Names of classes are
written as JNI does, java/lang/String; types of members are descriptors.
"""

import struct
from dataclasses import dataclass, field
from functools import cached_property

PUBLIC, STATIC, NATIVE, INTERFACE, ABSTRACT, ANNOTATION = 0x1, 0x8, 0x100, 0x200, 0x400, 0x2000
RUNTIME = 1  # the visibility of an annotation that reflection finds

# Code units of an instruction, by ranges of opcodes; 1 where nothing is said.
_WIDTHS = {
    5: [(0x18, 0x18)],
    4: [(0xFA, 0xFB)],
    3: [(0x03, 0x03), (0x06, 0x06), (0x09, 0x09), (0x14, 0x14), (0x17, 0x17), (0x1B, 0x1B), (0x24, 0x26), (0x2A, 0x2C),
        (0x6E, 0x72), (0x74, 0x78), (0xFC, 0xFD)],
    2: [(0x02, 0x02), (0x05, 0x05), (0x08, 0x08), (0x13, 0x13), (0x15, 0x16), (0x19, 0x1A), (0x1C, 0x1C), (0x1F, 0x20),
        (0x22, 0x23), (0x29, 0x29), (0x2D, 0x3D), (0x44, 0x6D), (0x90, 0xAF), (0xD0, 0xE2), (0xFE, 0xFF)],
}
_WIDTH = [next((width for width, ranges in _WIDTHS.items() if any(low <= code <= high for low, high in ranges)), 1)
          for code in range(256)]


@dataclass(frozen=True)
class Member:
    """A field (its signature is a type) or a method (its signature is a prototype)."""
    owner: str
    name: str
    signature: str
    flags: int = 0
    code: int = 0

    def __str__(self):
        return f"{self.owner} {self.name}{'' if self.signature.startswith('(') else ' '}{self.signature}"


@dataclass
class Class:
    name: str
    flags: int
    parent: str | None
    interfaces: list
    fields: list = field(default_factory=list)
    methods: list = field(default_factory=list)
    annotations: dict = field(default_factory=dict)
    """The annotations that reflection finds: name of the class -> {element: value}."""

    def member(self, name, signature):
        every = self.fields + self.methods
        return next((each for each in every if (each.name, each.signature) == (name, signature)), None)


def _name(descriptor):
    return descriptor[1:-1] if descriptor.startswith("L") else descriptor


class Dex:
    def __init__(self, data):
        if data[:4] != b"dex\n":
            raise ValueError("not a dex file")
        self.data = data
        sizes = struct.unpack_from("<12I", data, 56)
        self.tables = dict(zip(("strings", "types", "protos", "fields", "methods", "classes"), zip(sizes[::2], sizes[1::2])))

    def _u(self, at, layout="<I"):
        return struct.unpack_from(layout, self.data, at)[0]

    def _row(self, table, index, size):
        count, at = self.tables[table]
        if not 0 <= index < count:
            raise IndexError(f"{table} {index} of {count}")
        return at + size * index

    def _leb(self, at):
        value = shift = 0
        while True:
            byte = self.data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value, at

    def string(self, index):
        _, at = self._leb(self._u(self._row("strings", index, 4)))
        text = self.data[at:self.data.index(0, at)].replace(b"\xc0\x80", b"\0")
        return text.decode("utf-8", "surrogatepass")

    def type(self, index):
        return self.string(self._u(self._row("types", index, 4)))

    def _types(self, at):
        return [self.type(self._u(at + 4 + 2 * i, "<H")) for i in range(self._u(at))] if at else []

    def field(self, index):
        owner, kind, name = struct.unpack_from("<HHI", self.data, self._row("fields", index, 8))
        return Member(_name(self.type(owner)), self.string(name), self.type(kind))

    def method(self, index):
        owner, proto, name = struct.unpack_from("<HHI", self.data, self._row("methods", index, 8))
        _, returned, arguments = struct.unpack_from("<III", self.data, self._row("protos", proto, 12))
        signature = f"({''.join(self._types(arguments))}){self.type(returned)}"
        return Member(_name(self.type(owner)), self.string(name), signature)

    @cached_property
    def classes(self):
        found = (self._class(i) for i in range(self.tables["classes"][0]))
        return {each.name: each for each in found}

    def _class(self, index):
        row = struct.unpack_from("<8I", self.data, self._row("classes", index, 32))
        kind, flags, parent, interfaces, _, annotations, data, _ = row
        parent = None if parent == 0xFFFFFFFF else _name(self.type(parent))
        made = Class(_name(self.type(kind)), flags, parent, [_name(each) for each in self._types(interfaces)])
        if data:
            self._members(made, data)
        if annotations and self._u(annotations):
            self._annotations(made, self._u(annotations))
        return made

    def _members(self, made, at):
        sizes = []
        for _ in range(4):
            size, at = self._leb(at)
            sizes.append(size)
        for kind, size in enumerate(sizes):
            index = 0
            for _ in range(size):
                step, at = self._leb(at)
                flags, at = self._leb(at)
                index += step
                code = 0
                if kind >= 2:
                    code, at = self._leb(at)
                known = self.method(index) if kind >= 2 else self.field(index)
                member = Member(known.owner, known.name, known.signature, flags, code)
                (made.methods if kind >= 2 else made.fields).append(member)

    def _annotations(self, made, at):
        for i in range(self._u(at)):
            item = self._u(at + 4 + 4 * i)
            if self.data[item] == RUNTIME:
                (kind, values), _ = self._annotation(item + 1)
                made.annotations[kind] = values

    def _annotation(self, at):
        kind, at = self._leb(at)
        size, at = self._leb(at)
        values = {}
        for _ in range(size):
            name, at = self._leb(at)
            values[self.string(name)], at = self._value(at)
        return (_name(self.type(kind)), values), at

    def _value(self, at):
        """An encoded value; of numbers and the like only the bits, which nobody asks for here."""
        kind, more = self.data[at] & 0x1F, self.data[at] >> 5
        at += 1
        if kind == 0x1C:
            size, at = self._leb(at)
            values = []
            for _ in range(size):
                value, at = self._value(at)
                values.append(value)
            return values, at
        if kind == 0x1D:
            return self._annotation(at)
        if kind in (0x1E, 0x1F):
            return (None, bool(more))[kind - 0x1E], at
        bits = int.from_bytes(self.data[at:at + more + 1], "little")
        return {0x17: self.string, 0x18: self.type}.get(kind, int)(bits), at + more + 1

    def instructions(self, method):
        """Each instruction of a method as (place, code units); the data of switches and arrays is left out."""
        units = self._units(method)
        at = 0
        while at < len(units):
            if units[at] in (0x100, 0x200, 0x300):
                at += self._payload(units[at:at + 4])
                continue
            width = _WIDTH[units[at] & 0xFF]
            yield at, units[at:at + width]
            at += width

    def joins(self, method):
        """The places of a method that code arrives at from elsewhere than the instruction before: branches, handlers."""
        units = self._units(method)
        found = set(self._handlers(method, len(units)))
        for at, instruction in self.instructions(method):
            code = instruction[0] & 0xFF
            if code == 0x28:
                found.add(at + _signed(instruction[0] >> 8, 8))
            elif code == 0x29 or 0x32 <= code <= 0x3D:
                found.add(at + _signed(instruction[1], 16))
            elif code in (0x2A, 0x2B, 0x2C):
                to = at + _signed(instruction[1] | instruction[2] << 16, 32)
                found.update([to] if code == 0x2A else (at + step for step in self._steps(units, to)))
        return found

    def classes_named(self, method):
        """The classes that the code of a method has as constants."""
        return {_name(self.type(units[1])) for _, units in self.instructions(method) if units[0] & 0xFF == 0x1C}

    def ancestors(self, name):
        """All that a class extends or implements; of classes outside of the file only the name is known."""
        found, ahead = set(), [name]
        while ahead:
            class_ = self.classes.get(ahead.pop())
            for parent in [class_.parent, *class_.interfaces] if class_ else []:
                if parent and parent not in found:
                    found.add(parent)
                    ahead.append(parent)
        return found

    def _units(self, method):
        return struct.unpack_from(f"<{self._u(method.code + 12)}H", self.data, method.code + 16) if method.code else ()

    @staticmethod
    def _payload(head):
        """Code units of the data of a switch or of an array."""
        kind, second = head[:2]
        if kind == 0x100:
            return 4 + 2 * second
        if kind == 0x200:
            return 2 + 4 * second
        return 4 + (second * (head[2] | head[3] << 16) + 1) // 2

    @staticmethod
    def _steps(units, at):
        """How far each branch of a switch jumps."""
        kind, size = units[at:at + 2]
        first = at + 4 if kind == 0x100 else at + 2 + 2 * size
        return [_signed(units[i] | units[i + 1] << 16, 32) for i in range(first, first + 2 * size, 2)]

    def _handlers(self, method, size):
        tries = self._u(method.code + 6, "<H") if method.code else 0
        if not tries:
            return
        at = method.code + 16 + 2 * (size + size % 2) + 8 * tries
        lists, at = self._leb(at)
        for _ in range(lists):
            first = self.data[at]
            # A negative number of typed handlers, as LEB128 of one byte in practice, says that one for all follows.
            count, at = self._leb(at)
            if first > 0x7F:
                raise ValueError("more than 63 handlers in one place")
            typed = abs(_signed(count, 7))
            for _ in range(typed):
                _, at = self._leb(at)
                place, at = self._leb(at)
                yield place
            if _signed(count, 7) <= 0:
                place, at = self._leb(at)
                yield place


def _signed(value, bits):
    return value - (1 << bits) if value >> (bits - 1) & 1 else value
