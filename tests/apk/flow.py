# SPDX-License-Identifier: Apache-2.0
"""What a method calls and compares, with the constants that are among the arguments.

Enough to read the names that code looks up and the numbers that it compares. A value is forgotten where code may
arrive from elsewhere, so that what is told is so on every path; what is not told (None) may be anything.
"""

from dataclasses import dataclass

NUMBER, STRING, CLASS, RESULT = "number", "string", "class", "result"


@dataclass(frozen=True)
class Value:
    kind: str
    value: object
    """An int, a text, the name of a class, or the method whose result it is (its low 16 bits, if `low`)."""
    low: bool = False


@dataclass(frozen=True)
class Call:
    target: object
    """The method as the code names it."""
    arguments: tuple
    """A Value or None for each register; of an instance method the first is the object."""


@dataclass(frozen=True)
class Comparison:
    left: Value | None
    right: Value | None


_CONSTANTS = range(0x12, 0x1A)
_STRINGS = (0x1A, 0x1B)
_INVOKES = (*range(0x6E, 0x73), *range(0x74, 0x79))
_MOVES = {0x01: 1, 0x02: 2, 0x03: 3, 0x07: 1, 0x08: 2, 0x09: 3}
_AND_LIT16, _AND, _AND_2ADDR, _INT_TO_CHAR = 0xD5, 0x95, 0xB5, 0x8E
# Those that write a pair of registers.
_WIDE_RESULTS = {0x04, 0x05, 0x06, 0x0B, *range(0x16, 0x1A), 0x45, 0x53, 0x61, 0x7D, 0x7E, 0x80, 0x81, 0x83, 0x86, 0x88,
                 0x89, 0x8B, *range(0x9B, 0xA6), *range(0xAB, 0xB0), *range(0xBB, 0xC6), *range(0xCB, 0xD0)}
# Instructions that write no register.
_WRITES_NOTHING = {0x00, *range(0x0E, 0x12), 0x1D, 0x1E, 0x1F, *range(0x24, 0x2D), *range(0x32, 0x3E), *range(0x4B, 0x52),
                   *range(0x59, 0x60), *range(0x67, 0x79), *range(0xFA, 0xFE)}
# Those whose first register has four bits.
_SHORT = {0x01, 0x04, 0x07, 0x12, 0x20, 0x21, 0x23, *range(0x52, 0x60), *range(0x7B, 0x90), *range(0xB0, 0xD8)}


def flow(dex, method):
    """The calls and comparisons of a method, in the order of its code."""
    known, result = {}, None
    joins = dex.joins(method)
    for at, units in dex.instructions(method):
        if at in joins:
            known, result = {}, None
        code, high = units[0] & 0xFF, units[0] >> 8
        if code in _INVOKES:
            target = dex.method(units[1])
            yield Call(target, tuple(known.get(register) for register in _arguments(units)))
            result = Value(RESULT, target)
            continue
        if 0x32 <= code <= 0x37:
            yield Comparison(known.get(high & 15), known.get(high >> 4))
        value = _value(dex, code, units, known, result)
        result = None
        if code in _WRITES_NOTHING:
            continue
        register = units[1] if code in (0x03, 0x06, 0x09) else high & 15 if code in _SHORT else high
        known[register] = value
        if code in _WIDE_RESULTS:
            known.pop(register + 1, None)


def _arguments(units):
    if units[0] & 0xFF >= 0x74:
        return range(units[2], units[2] + (units[0] >> 8))
    count = units[0] >> 12
    return [units[2] >> shift & 15 for shift in (0, 4, 8, 12)][:count] + [units[0] >> 8 & 15] * (count == 5)


def _value(dex, code, units, known, result):
    """What an instruction writes, if that can be told."""
    high = units[0] >> 8
    if code in _CONSTANTS:
        return Value(NUMBER, _number(code, units))
    if code in _STRINGS:
        return Value(STRING, dex.string(units[1] if code == 0x1A else units[1] | units[2] << 16))
    if code == 0x1C:
        return Value(CLASS, dex.type(units[1]).removeprefix("L").removesuffix(";"))
    if code in (0x0A, 0x0C):
        return result
    if code in _MOVES:
        return known.get(high >> 4 if _MOVES[code] == 1 else units[_MOVES[code] - 1])
    if code == _INT_TO_CHAR:
        return _low(known.get(high >> 4), 0xFFFF)
    if code == _AND_2ADDR:
        return _masked(known.get(high & 15), known.get(high >> 4))
    if code == _AND:
        return _masked(known.get(units[1] & 0xFF), known.get(units[1] >> 8))
    return None


def _masked(one, other):
    for value, mask in ((one, other), (other, one)):
        if mask and mask.kind == NUMBER and value and value.kind == RESULT:
            return _low(value, mask.value)
    return None


def _low(value, mask):
    return Value(RESULT, value.value, True) if mask == 0xFFFF and value and value.kind == RESULT else None


def _number(code, units):
    if code == 0x12:
        return _signed(units[0] >> 12, 4)
    bits = 16 * (len(units) - 1)
    value = _signed(sum(unit << 16 * i for i, unit in enumerate(units[1:])), bits)
    return value << {0x15: 16, 0x19: 48}.get(code, 0)


def _signed(value, bits):
    return value - (1 << bits) if value >> (bits - 1) & 1 else value
