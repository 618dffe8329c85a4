"""Texts to fit the model on: the gold sets and variants of them, with their evidence."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import threadpool_limits

from align.aligners.choosing import Evidence
from align.aligners.field import Area, measured
from align.aligners.inventory import INVENTORY, LONGEST
from align.aligners.levels import Background
from align.aligners.measures import measures
from align.aligners.pruning import Candidates, likely_beads
from align.encoders.use import encoder
from align.evidence.reading import read
from tests.bench.sets import FAMILIES, Text, texts
from tests.bench.variants import MANNERS, variant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.aligners.semimarkov import Lattice

__all__ = ["Example", "examples"]

Array = np.ndarray[Any, np.dtype[Any]]
VARIED = ("tico19", "pud", "osguide", "udhr")  # sets of mostly one-to-one beads
UNUSED = ("tico19", "pud")  # plain: their noisy twins say all they say
LEAST_BEADS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with its candidates and the right path among them."""

    family: str
    set: str | None  # None for a variant
    text: Text
    evidence: Evidence
    graph: Lattice
    path: list[int] | None  # the candidates that are right; None where no path is


def examples(gold: Path, cache: Path | None = None, jobs: int = 2) -> list[Example]:
    """Return all examples, from ``cache`` if it is there."""
    if cache is not None and cache.exists():
        return pickle.loads(cache.read_bytes())  # type: ignore[no-any-return]  # our own file
    sources = list(_sources(gold))
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        found = list(pool.map(_example, *zip(*sources, strict=True), chunksize=4))
    if cache is not None:
        cache.write_bytes(pickle.dumps(found))
    return found


def _sources(gold: Path) -> Iterator[tuple[str, str | None, Text]]:
    for family, names in FAMILIES.items():
        for name in names:
            for text in texts(gold, name):
                if name not in UNUSED:
                    yield family, name, text
                if name in VARIED:
                    yield from ((family, None, made) for made in _variants(name, text))


def _variants(name: str, text: Text) -> Iterator[Text]:
    for number, manner in enumerate(MANNERS):
        made = variant(text, manner, f"{name}/{text.name}/{number}")
        if len(made.gold) >= LEAST_BEADS:
            yield made


def _example(family: str, name: str | None, text: Text) -> Example:
    with threadpool_limits(limits=1):
        evidence = _evidence(text)
    graph = evidence.graph()
    path = _path(evidence, text)
    return Example(family=family, set=name, text=text, evidence=evidence, graph=graph, path=path)


def _evidence(text: Text) -> Evidence:
    sides = read(encoder(), text.source), read(encoder(), text.target)
    last = len(text.source), len(text.target)
    field = measured(encoder(), sides, Area(0, last[0], 0, last[1]))
    found, background = _with_gold(likely_beads(field)[0], text), Background()
    background.add(field)
    return Evidence(
        candidates=found,
        measures=measures(field, found),
        chance=background.means(),
        first=(0, 0),
        last=last,
    )


def _with_gold(found: Candidates, text: Text) -> Candidates:
    """Return the candidates and those of the right beads that are not among them."""
    known = set(zip(found.rows.tolist(), found.columns.tolist(), found.kinds.tolist(), strict=True))
    more = [bead for bead in _steps(text) if bead not in known and bead[2] >= 0]
    rows, columns, kinds = np.array(more, np.int64).reshape(-1, 3).T
    return Candidates(
        np.concatenate([found.rows, rows]),
        np.concatenate([found.columns, columns]),
        np.concatenate([found.kinds, kinds]),
        np.concatenate([found.posteriors, np.zeros(len(more), np.float32)]),
    )


def _steps(text: Text) -> list[tuple[int, int, int]]:
    """Return the right beads as candidates, omissions of source first where both are left out."""
    steps, row, column = [], 0, 0
    matches = sorted(bead for bead in text.gold if all(bead))
    for source, target in [*matches, ((len(text.source),), (len(text.target),))]:
        while row < source[0]:
            steps.append((row, column, int(INVENTORY[1, 0])))
            row += 1
        while column < target[0]:
            steps.append((row, column, int(INVENTORY[0, 1])))
            column += 1
        a, b = len(source), len(target)
        kind = int(INVENTORY[a, b]) if max(a, b) <= LONGEST else -1
        steps.append((row, column, kind))
        row, column = row + a, column + b
    return steps[:-1]


def _path(evidence: Evidence, text: Text) -> list[int] | None:
    found = evidence.candidates
    places = zip(found.rows.tolist(), found.columns.tolist(), found.kinds.tolist(), strict=True)
    numbers = {place: number for number, place in enumerate(places)}
    path = [numbers.get(step, -1) for step in _steps(text)]
    return path if min(path, default=-1) >= 0 else None
