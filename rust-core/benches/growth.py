#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws how the work grows: growth.py COMMIT LISTS RECORDS CONTACTS LIBRARIES > SVG

Each is a file of rows with tabs between the figures, all from one run:
LISTS      numbers in an imported list, ms to import them, us of the first look-up of a process, ns of a later one, ns from
           the text of a number to the verdict, peak memory in KiB
RECORDS    calls in the history, us of its first page, of one from the middle, of a search through all of it, us that Telecom
           waits for an answer
CONTACTS   contacts of the phone, us that Telecom waits for an answer about a stranger, about a contact, us to read the numbers
           that a list is compared with
LIBRARIES  a library's name, ns a number when warm, us of the first answer of a fresh process

All axes are logarithmic. Nothing but lines and text: no font, script or file from elsewhere.
"""

import math
import sys
from html import escape

WIDTH, PANEL, TOP, BOTTOM = 800, 400, 60, 70
LEFT, RIGHT = 80, 270
INK, GRID = "#222", "#ddd"
UNITS = [(1e-3, "ns"), (1, "us"), (1e3, "ms"), (1e6, "s")]
# What is drawn: where it stands in a row, what makes it microseconds, its colour and its dashes.
LISTS = [
    ("import of the whole file", 1, 1e3, "#b2182b", ""),
    ("first look-up of a process", 2, 1, "#2166ac", "8 4"),
    ("a call: text, list, verdict", 4, 1e-3, "#1b7837", "2 3"),
    ("a later look-up", 3, 1e-3, "#2166ac", ""),
]
RECORDS = [
    ("a search through all of it", 3, 1, "#b2182b", ""),
    ("Telecom waits for an answer", 4, 1, "#1b7837", "2 3"),
    ("its first page", 1, 1, "#2166ac", ""),
    ("a page from the middle", 2, 1, "#2166ac", "8 4"),
]
CONTACTS = [
    ("numbers to compare a list with", 3, 1, "#b2182b", ""),
    ("Telecom waits: a stranger", 1, 1, "#1b7837", "2 3"),
    ("Telecom waits: a contact", 2, 1, "#2166ac", ""),
]
LIBRARIES = [("first answer of a fresh process", 2, 1, "#b2182b"), ("a number, warm", 1, 1e-3, "#2166ac")]


def told(microseconds):
    size, unit = next((one for one in reversed(UNITS) if microseconds >= one[0]), UNITS[0])
    return f"{microseconds / size:.3g} {unit}"


def rows(path, width, names=0):
    with open(path, encoding="utf-8") as file:
        read = [line.rstrip("\n").split("\t") for line in file if line.strip()]
    if len(read) < 2 or any(len(row) != width for row in read):
        sys.exit(f"growth.py: {path}: two rows of {width} at least")
    return [row[:names] + [float(cell) for cell in row[names:]] for row in read]


def decades(values):
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


class Page:
    """What is drawn, from the top down."""

    def __init__(self):
        self.out, self.top = [], 0

    def text(self, x, y, anchor, words, more=""):
        self.out.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{escape(words)}</text>')

    def growth(self, title, unit, table, series):
        """One panel of curves over the first figure of each row."""
        top, bottom = self.top + TOP, self.top + PANEL - BOTTOM
        counts = [row[0] for row in table]
        low, high = decades([row[at] * scale for row in table for _, at, scale, _, _ in series])
        first, last = math.log10(counts[0]), math.log10(counts[-1])

        def x(count):
            return LEFT + (math.log10(count) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

        def y(value):
            return bottom - (math.log10(value) - low) / (high - low) * (bottom - top)

        self.text(LEFT, self.top + 36, "start", title, ' font-size="16"')
        for power in range(low, high + 1):
            self.out.append(f'<path d="M{LEFT} {y(10**power):.1f}H{WIDTH - RIGHT}" stroke="{GRID}"/>')
            self.text(LEFT - 8, y(10**power) + 4, "end", told(10**power))
        for count in counts:
            self.out.append(f'<path d="M{x(count):.1f} {top}V{bottom}" stroke="{GRID}"/>')
            self.text(x(count), bottom + 18, "middle", f"{count:,.0f}")
        self.text((LEFT + WIDTH - RIGHT) / 2, bottom + 38, "middle", unit)
        # Ends that lie close are told one below the other.
        below = 0.0
        for name, at, scale, colour, dashes in sorted(series, key=lambda one: -table[-1][one[1]] * one[2]):
            points = [(x(row[0]), y(row[at] * scale)) for row in table]
            path = "L".join(f"{one:.1f} {other:.1f}" for one, other in points)
            self.out.append(
                f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
            )
            self.out.extend(f'<circle cx="{one:.1f}" cy="{other:.1f}" r="3" fill="{colour}"/>' for one, other in points)
            line = max(points[-1][1] + 4, below)
            below = line + 16
            self.text(points[-1][0] + 10, line, "start", f"{name}: {told(table[-1][at] * scale)}", f' fill="{colour}"')
        self.top += PANEL

    def beside(self, title, table, series):
        """One panel of bars: the libraries one below the other."""
        self.text(LEFT, self.top + 36, "start", title, ' font-size="16"')
        low, high = decades([row[at] * scale for row in table for _, at, scale, _ in series])
        left, height = LEFT + 110, 16
        line = self.top + TOP
        for row in table:
            self.text(left - 8, line + height + 4, "end", row[0])
            for name, at, scale, colour in series:
                value = row[at] * scale
                width = max((math.log10(value) - low) / (high - low) * (WIDTH - left - RIGHT), 1)
                self.out.append(
                    f'<rect x="{left}" y="{line}" width="{width:.1f}" height="{height - 2}" fill="{colour}"/>'
                )
                self.text(left + width + 8, line + 12, "start", f"{name}: {told(value)}", f' fill="{colour}"')
                line += height
            line += 12
        self.top = line + 20


def main():
    commit, lists, records, contacts, libraries = sys.argv[1:]
    lists = rows(lists, 6)
    page = Page()
    page.text(LEFT, 30, "start", "How the work grows", ' font-size="19"')
    page.text(LEFT, 50, "start", f"scripts/bench at commit {commit}; all axes are logarithmic", ' font-size="11"')
    page.top = 50
    page.growth("With an imported list", "numbers in the list", lists, LISTS)
    memory = ", ".join(f"{row[5] / 1024:.1f}" for row in lists)
    page.text(LEFT, page.top - 8, "start", f"peak memory of looking up, MB: {memory}", ' font-size="11"')
    page.growth("With the history (SQLite and Android's binder under Robolectric)", "calls in it", rows(records, 5), RECORDS)
    asked = "With contacts (tables and query of Android's provider)"
    page.growth(asked, "contacts", rows(contacts, 4), CONTACTS)
    page.beside("Beside libphonenumber, in Java and in Rust", rows(libraries, 3, names=1), LIBRARIES)
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{page.top}" viewBox="0 0 {WIDTH} {page.top}" '
        f'font-family="sans-serif" font-size="12" fill="{INK}">'
    )
    print("<title>How the work grows</title>", '<rect width="100%" height="100%" fill="#fff"/>', sep="\n")
    print("\n".join(page.out), "</svg>", sep="\n")


if __name__ == "__main__":
    main()
