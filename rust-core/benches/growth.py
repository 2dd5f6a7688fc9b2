#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws how the work grows with an imported list: growth.py COMMIT < ROWS > SVG

A row has, with tabs between them: how many numbers the list has, ms to import it, us of the first look-up of a process,
ns of a later one, ns from the text of a number to the verdict, peak memory in KiB. Both axes are logarithmic. Nothing but
lines and text: no font, script or file from elsewhere.
"""

import math
import sys
from html import escape

WIDTH, HEIGHT = 800, 460
LEFT, RIGHT, TOP, BOTTOM = 80, 250, 70, 60
INK, GRID = "#222", "#ddd"
# What is drawn: where it stands in a row, what makes it microseconds, its colour and its dashes.
SERIES = [
    ("import of the whole file", 1, 1e3, "#b2182b", ""),
    ("first look-up of a process", 2, 1, "#2166ac", "8 4"),
    ("a call: text, list, verdict", 4, 1e-3, "#1b7837", "2 3"),
    ("a later look-up", 3, 1e-3, "#2166ac", ""),
]
UNITS = [(1, "us"), (1e3, "ms"), (1e6, "s")]


def told(microseconds):
    size, unit = next(one for one in reversed(UNITS) if microseconds >= one[0] or one[0] == 1)
    return f"{microseconds / size:.3g} {unit}"


def main():
    commit = sys.argv[1]
    rows = [[float(cell) for cell in line.split("\t")] for line in sys.stdin if line.strip()]
    if len(rows) < 2 or any(len(row) != 6 for row in rows):
        sys.exit("growth.py: two rows of six figures at least")
    counts = [row[0] for row in rows]
    values = [row[at] * scale for row in rows for _, at, scale, _, _ in SERIES]
    low, high = (edge(math.log10(of(values))) for edge, of in ((math.floor, min), (math.ceil, max)))
    first, last = math.log10(counts[0]), math.log10(counts[-1])

    def x(count):
        return LEFT + (math.log10(count) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(value):
        return HEIGHT - BOTTOM - (math.log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12" fill="{INK}">',
        "<title>How the work grows with an imported list</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]

    def text(at_x, at_y, anchor, words, more=""):
        out.append(f'<text x="{at_x:.1f}" y="{at_y:.1f}" text-anchor="{anchor}"{more}>{escape(words)}</text>')

    text(LEFT, 26, "start", "How the work grows with an imported list", ' font-size="17"')
    text(LEFT, 46, "start", f"scripts/bench at commit {commit}; both axes are logarithmic", ' font-size="11"')
    for power in range(low, high + 1):
        out.append(f'<path d="M{LEFT} {y(10**power):.1f}H{WIDTH - RIGHT}" stroke="{GRID}"/>')
        text(LEFT - 8, y(10**power) + 4, "end", told(10**power))
    for count in counts:
        out.append(f'<path d="M{x(count):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="{GRID}"/>')
        text(x(count), HEIGHT - BOTTOM + 18, "middle", f"{count:,.0f}")
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 16, "middle", "numbers in the list")
    # Ends that lie close are told one below the other.
    below = 0.0
    for name, at, scale, colour, dashes in sorted(SERIES, key=lambda one: -rows[-1][one[1]] * one[2]):
        points = [(x(row[0]), y(row[at] * scale)) for row in rows]
        path = "L".join(f"{one:.1f} {other:.1f}" for one, other in points)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>')
        out.extend(f'<circle cx="{one:.1f}" cy="{other:.1f}" r="3" fill="{colour}"/>' for one, other in points)
        line = max(points[-1][1] + 4, below)
        below = line + 16
        text(points[-1][0] + 10, line, "start", f"{name}: {told(rows[-1][at] * scale)}", f' fill="{colour}"')
    memory = ", ".join(f"{row[5] / 1024:.1f}" for row in rows)
    text(WIDTH - RIGHT + 10, HEIGHT - 16, "start", f"peak memory, MB: {memory}", ' font-size="11"')
    print("\n".join(out), "</svg>", sep="\n")


if __name__ == "__main__":
    main()
