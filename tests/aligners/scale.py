"""A long made-up text, aligned in a process of its own so that its memory can be measured.

``python -m tests.aligners.scale SEGMENTS length|meaning [rows] [missing=K]`` prints seconds, peak
memory in megabytes and strict F1 as JSON. With ``rows`` every bead stands in an anchor of its own;
with ``missing=K`` the target side of K beads in the middle is missing. The loops are compiled
before the clock starts.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.length_only import align_by_length
from align.evaluate import Indexes, compare
from align.model import Alignment, Anchor
from align.stages import Features, Sums
from tests.aligners.samples import Cut, bitext, cut
from tests.bench.memory import peak_megabytes

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = np.ndarray[Any, np.dtype[Any]]
SHAPES = {(1, 1): 84, (1, 2): 6, (2, 1): 6, (1, 0): 2, (0, 1): 2}  # in a hundred beads
LETTERS = "\u0628b"  # a word of each side is its letter, and the number of what it is about
DIMENSIONS = 512
NOISE = 0.8  # of what is said around what it is about


@dataclass
class Text:
    """The segments of both sides, and the beads."""

    texts: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    beads: list[Indexes] = field(default_factory=list)
    matters: int = 0  # that the text has come to so far

    def grow(self, shape: tuple[int, int], lengths: random.Random) -> None:
        """Add a bead of ``shape`` whose sides are about as long as one another."""
        length = lengths.lognormvariate(4.4, 0.6) + 5
        matters = range(self.matters, self.matters + max(shape))
        self.matters = matters.stop
        bead = []
        for side, letter in enumerate(LETTERS):
            before = len(self.texts[side])
            for number in range(shape[side]):
                size = max(3, int(length * lengths.gauss(1, 0.1) / shape[side]))
                said = matters if shape[side] < len(matters) else matters[number : number + 1]
                self.texts[side].append(_told(letter, said, size))
            bead.append(tuple(range(before, before + shape[side])))
        self.beads.append((bead[0], bead[1]))


def _told(letter: str, matters: range, size: int) -> str:
    """Return a text of about ``size`` characters, a clause about each matter."""
    clauses = []
    for matter in matters:
        word = f"{letter}{matter}"
        clauses.append(" ".join([word] * max(1, size // len(matters) // len(word))))
    return ", ".join(clauses)


class MadeUp:
    """An encoder that reads in a text what it is about, and says it in its own way each time."""

    signature = "made-up/1"

    def __init__(self) -> None:
        """Begin with no matter known."""
        self._random = np.random.default_rng(1)
        self._known: dict[int, Array] = {}

    def features(self, texts: Sequence[Sequence[str]]) -> Features:
        """Return the sums of what the pieces are about."""
        pieces = [self._said(piece) for text in texts for piece in text]
        total = np.array(pieces) + NOISE * self._noise(len(pieces))
        starts = np.cumsum([0, *(len(text) for text in texts)])[:-1]
        types = sorted({word for text in texts for piece in text for word in piece.split()})
        types = sorted({word.strip(",") for word in types})
        words = np.array([self._said(word) for word in types]) + NOISE * self._noise(len(types))
        lengths = np.ones(len(pieces), np.float32)
        return Features(
            texts=Sums(np.add.reduceat(total, starts), np.add.reduceat(lengths, starts)),
            pieces=Sums(total, lengths),
            words=Sums(words, np.ones(len(types), np.float32)),
            types={word: row for row, word in enumerate(types)},
        )

    def vectors(self, sums: Sums) -> Array:
        """Return sums of vectors at length 1."""
        norm = np.linalg.norm(sums.total, axis=1, keepdims=True)
        unit: Array = (sums.total / np.maximum(norm, 1e-9)).astype(np.float32)
        return unit

    def _said(self, text: str) -> Array:
        matters = sorted({int(number) for number in re.findall(r"\d+", text)})
        for matter in matters:
            if matter not in self._known:
                self._known[matter] = self._noise(1)[0]
        total: Array = np.sum([self._known[matter] for matter in matters], axis=0)
        return total

    def _noise(self, count: int) -> Array:
        return self._random.standard_normal((count, DIMENSIONS), np.float32)


def made_up(segments: int, missing: int = 0) -> Text:
    """Return a text of at least so many source segments, always the same."""
    text, lengths = Text(), random.Random(1)
    shapes, weights = list(SHAPES), list(SHAPES.values())
    while len(text.texts[0]) < segments:
        shape = lengths.choices(shapes, weights)[0]
        chapter = range(segments // 2, segments // 2 + missing)
        text.grow((1, 0) if len(text.texts[0]) in chapter else shape, lengths)
    return text


def figures(segments: int, options: list[str]) -> dict[str, float]:
    """Return what the alignment of a made-up text took, and how right it is."""
    text = made_up(segments, missing=_missing(options))
    rows = [Anchor(source=_range(bead[0]), target=_range(bead[1])) for bead in text.beads]
    anchors = tuple(_placed(rows)) if "rows" in options else ()
    source, target = ([[part] for part in side] for side in text.texts)
    sample = bitext(source, target, anchors)
    align_by_length(*cut(["a", "bc"], ["d", "ef"]))
    started = time.perf_counter()
    alignment = aligned(sample, MadeUp() if "meaning" in options else None)
    seconds = time.perf_counter() - started
    found = [(tuple(bead.source), tuple(bead.target)) for bead in alignment.beads]
    return {
        "source": len(sample.source),
        "target": len(sample.target),
        "seconds": round(seconds, 1),
        "megabytes": peak_megabytes(),
        **compare(text.beads, found, 0).measures["strict"].figures(),
    }


def aligned(sample: Cut, encoder: MadeUp | None) -> Alignment:
    """Return the alignment of a sample by length alone, or with an encoder."""
    if encoder is None:
        return align_by_length(*sample)
    from align.aligners.hybrid import align_with  # else its memory would be measured too

    return align_with(encoder, *sample)


def _missing(options: list[str]) -> int:
    return sum(int(option.removeprefix("missing=")) for option in options if "=" in option)


def _range(numbers: tuple[int, ...]) -> range:
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


def _placed(rows: list[Anchor]) -> list[Anchor]:
    """Return the anchors with their empty sides at their places."""
    placed: list[Anchor] = []
    source = target = 0
    for row in rows:
        source, target = source + len(row.source), target + len(row.target)
        placed.append(
            Anchor(
                source=range(source - len(row.source), source),
                target=range(target - len(row.target), target),
            )
        )
    return placed


if __name__ == "__main__":
    print(json.dumps(figures(int(sys.argv[1]), sys.argv[2:])))
