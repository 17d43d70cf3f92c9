"""Learning the weights of the aligner from pairs whose alignment is known."""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from bisect import bisect_left

from ..documents import read_text
from .alignment import (
    ADDED,
    DROPPED,
    KEPT,
    REWRITTEN,
    SWAPPED,
    SURE,
    Aligner,
    Line,
    Step,
    phrases_of,
)
from .features import CONTENT, CLOSED, SHAPES, SIGN, SwapScorer
from .keys import number_tokens
from .units import find_units
from .words import equal_tokens

_MARK = re.compile(r"\[\[(.*?)\|(.*?)\]\]", re.S)


def parse(path):
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(l.split(": ", 1) for l in head.splitlines())
    o = c = ""
    marks = []
    at = 0
    for m in _MARK.finditer(body):
        same = body[at : m.start()]
        o += same
        c += same
        x, y = m.groups()
        marks.append((len(o), len(o) + len(x), len(c), len(c) + len(y)))
        o += x
        c += y
        at = m.end()
    o += body[at:]
    c += body[at:]
    return fields, o, c, marks


def from_json(row):
    subs = [(s["o"][0], s["o"][1], s["c"][0], s["c"][1]) for s in row["subs"]]
    return (
        {"style": row["style"], "set": "?", "hand": "0", "name": row["id"]},
        row["original"],
        row["copy"],
        subs,
    )


def line_of(side, scorer, near):
    d = side.document
    n = len(side.ids)
    breaks = [0] * (n + 1)
    for s in d.sentences:
        breaks[bisect_left(side.starts, s.start)] = 1
    for s in d.sections:
        breaks[bisect_left(side.starts, s.start)] = 2
    breaks[n] = 2
    kinds = [scorer.kinds[t] for t in side.ids]
    caps = []
    fresh = True
    for k, text in enumerate(side.texts):
        if breaks[k] or (k and side.texts[k - 1] in '"“‘:'):
            caps.append(2)
        else:
            caps.append(1 if text[:1].isupper() else 0)
    inner = [
        k
        and kinds[k] == SIGN
        and k + 1 < n
        and side.texts[k] in "-‐‑/&.'’"
        and side.starts[k] == side.ends[k - 1]
        and side.starts[k + 1] == side.ends[k]
        for k in range(n)
    ]
    return Line(side.ids, kinds, breaks, caps, phrases_of(side.ids, kinds, breaks, inner), near)


def kept_near(n, blocks, index, width=12):
    flags = [0] * n
    for blk in blocks:
        for k in range(blk[2]):
            flags[blk[index] + k] = 1
    sums = [0]
    for f in flags:
        sums.append(sums[-1] + f)
    return [
        (sums[min(n, k + width)] - sums[max(0, k - width)])
        / (min(n, k + width) - max(0, k - width))
        for k in range(n)
    ]


class Example:
    def __init__(self, fields, o, c, marks, related, table=None):
        self.fields = fields
        self.o, self.c = o, c
        self.sides = number_tokens(read_text(o), read_text(c))
        a, b = self.sides
        self.scorer = SwapScorer(a.names, a.classes, related, table)
        self.blocks = equal_tokens(a.ids, b.ids)
        self.lines = tuple(
            line_of(s, self.scorer, [kept_near(len(s.ids), self.blocks, k, w) for w in (12, 60)])
            for k, s in enumerate(self.sides)
        )
        self.gold_pairs = []  # gold swaps (i0,i1,j0,j1) incl. long
        self.gold = self._gold(marks)

    def _gold(self, marks):
        a, b = self.sides
        steps, i, j = [], 0, 0
        for x0, x1, y0, y1 in sorted(marks):
            i0, i1 = bisect_left(a.starts, x0), bisect_left(a.starts, x1)
            j0, j1 = bisect_left(b.starts, y0), bisect_left(b.starts, y1)
            if i0 < i or j0 < j:
                continue
            steps += self._rest(i, i0, j, j0)
            if i0 < i1 and j0 < j1:
                self.gold_pairs.append((i0, i1, j0, j1))
                ok = (
                    (i1 - i0, j1 - j0) in SHAPES
                    and self._phrase(0, i0, i1)
                    and self._phrase(1, j0, j1)
                    and a.ids[i0] != b.ids[j0]
                    and a.ids[i1 - 1] != b.ids[j1 - 1]
                )
                if ok:
                    steps.append(Step(SWAPPED, i0, i1, j0, j1))
                else:
                    steps.append(Step(REWRITTEN, i0, i1, j0, j1))
            else:
                steps += self._gaps(i0, i1, j0, j1)
            i, j = i1, j1
        steps += self._rest(i, len(a.ids), j, len(b.ids))
        return steps

    def _phrase(self, s, x0, x1):
        return any(p == x1 - x0 for p, _ in self.lines[s].phrases[x1])

    def _gaps(self, i0, i1, j0, j1):
        return [Step(DROPPED, k, k + 1, j0, j0) for k in range(i0, i1)] + [
            Step(ADDED, i1, i1, k, k + 1) for k in range(j0, j1)
        ]

    def _rest(self, i0, i1, j0, j1):
        a, b = self.sides
        out = []
        i, j = i0, j0
        for x, y, n in equal_tokens(a.ids[i0:i1], b.ids[j0:j1]):
            out += self._gaps(i, i0 + x, j, j0 + y)
            out += [
                Step(KEPT, i0 + x + k, i0 + x + k + 1, j0 + y + k, j0 + y + k + 1) for k in range(n)
            ]
            i, j = i0 + x + n, j0 + y + n
        return out + self._gaps(i, i1, j, j1)


STRONG = 5


def segments(ex):
    """stretches between strong blocks"""
    a, b = ex.sides
    kinds = ex.scorer.kinds
    out = []
    i = j = 0
    for x, y, n in ex.blocks:
        if n >= STRONG and sum(kinds[t] == CONTENT for t in a.ids[x : x + n]) >= 2:
            out.append((i, x + 1, j, y + 1))
            i, j = x + n - 1, y + n - 1
    out.append((i, len(a.ids), j, len(b.ids)))
    return out


def decode(ex, weights, seen=None):
    al = Aligner(ex.lines, ex.scorer, weights, seen)
    steps = []
    at = (0, 0)
    for i0, i1, j0, j1 in segments(ex):
        while at[0] < i0:
            steps.append(Step(KEPT, at[0], at[0] + 1, at[1], at[1] + 1))
            at = (at[0] + 1, at[1] + 1)
        steps += al.align(i0, i1, j0, j1)
        at = (i1, j1)
    return steps


def swaps_of(ex, steps):
    a, b = ex.sides
    return Counter(
        (tuple(a.ids[s.i0 : s.i1]), tuple(b.ids[s.j0 : s.j1])) for s in steps if s.kind == SWAPPED
    )
