"""A long made-up text, aligned in a process of its own so that its memory can be measured.

``python -m tests.aligners.scale SEGMENTS length|meaning [rows]`` prints seconds, peak memory in
megabytes and strict F1 as JSON; with ``rows`` every bead stands in an anchor of its own.
"""

from __future__ import annotations

import json
import random
import re
import resource
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from align.aligners.rounds import align_in_rounds
from align.aligners.shapes import LONGEST
from align.evaluate import Indexes, compare
from align.evidence.meaning import Meaning
from align.model import Anchor
from tests.aligners.samples import bitext

Array = np.ndarray[Any, np.dtype[Any]]
SHAPES = {(1, 1): 84, (1, 2): 6, (2, 1): 6, (1, 0): 2, (0, 1): 2}  # in a hundred beads
DIMENSIONS = 512
NOISE = 0.8  # of a segment's vector around that of its bead


@dataclass
class Text:
    """The segments of both sides, a vector for each, and the beads."""

    texts: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    vectors: tuple[list[Array], list[Array]] = field(default_factory=lambda: ([], []))
    beads: list[Indexes] = field(default_factory=list)

    def grow(self, shape: tuple[int, int], lengths: random.Random, noise: Any) -> None:
        """Add a bead of ``shape`` whose sides are about as long as one another."""
        length = lengths.lognormvariate(4.4, 0.6) + 5
        centre = noise.standard_normal(DIMENSIONS).astype("f4")
        bead = []
        for side, letter in enumerate("بb"):
            before = len(self.texts[side])
            for _ in range(shape[side]):
                size = max(3, int(length * lengths.gauss(1, 0.1) / shape[side]))
                self.texts[side].append(letter * size)
                around = NOISE * noise.standard_normal(DIMENSIONS).astype("f4")
                self.vectors[side].append(centre + around)
            bead.append(tuple(range(before, before + shape[side])))
        self.beads.append((bead[0], bead[1]))


class MadeUp:
    """An encoder that knows the vectors beforehand, source side first."""

    signature = "made-up/1"

    def __init__(self, text: Text) -> None:
        """Keep the vectors of both sides."""
        self._sides = [np.array(side) for side in text.vectors]

    def spans(self, texts: list[str], longest: int) -> list[Array]:
        """Return the sums of neighbouring vectors, of length 1."""
        side = self._sides.pop(0)
        total, spans = side, []
        for k in range(1, longest + 1):
            runs = len(texts) - k + 1
            total = side if k == 1 else total[:runs] + side[k - 1 :]
            spans.append(total / np.linalg.norm(total, axis=1, keepdims=True))
        return spans


def made_up(segments: int) -> Text:
    """Return a text of at least so many source segments, always the same."""
    text, lengths, noise = Text(), random.Random(1), np.random.default_rng(1)
    shapes, weights = list(SHAPES), list(SHAPES.values())
    while len(text.texts[0]) < segments:
        text.grow(lengths.choices(shapes, weights)[0], lengths, noise)
    return text


def figures(segments: int, options: list[str]) -> dict[str, float]:
    """Return what the alignment of a made-up text took, and how right it is."""
    text = made_up(segments)
    rows = [Anchor(source=_range(bead[0]), target=_range(bead[1])) for bead in text.beads]
    anchors = tuple(_placed(rows)) if "rows" in options else ()
    source, target = ([[part] for part in side] for side in text.texts)
    sample = bitext(source, target, anchors)
    started = time.perf_counter()
    meaning = Meaning(MadeUp(text), *text.texts, LONGEST) if "meaning" in options else None
    alignment = align_in_rounds(*sample, meaning=meaning)
    seconds = time.perf_counter() - started
    found = [(tuple(bead.source), tuple(bead.target)) for bead in alignment.beads]
    return {
        "source": len(sample.source),
        "target": len(sample.target),
        "seconds": round(seconds, 1),
        "megabytes": peak_megabytes(),
        **compare(text.beads, found, 0).measures["strict"].figures(),
    }


def peak_megabytes() -> int:
    """Return the most memory this process has held; ru_maxrss would tell the parent's too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    assert found
    return int(found[1]) // 1024


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
