"""What is known of right and wrong pairs, and of an aligner's beads: what scores are fitted on."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import threadpool_limits

from align.config import Settings
from align.encoders.use import encoder
from align.evidence.pair import Pair
from align.evidence.pair import Text as PairText
from align.evidence.pairs.table import Comparing, surface_table
from align.judging import BeadPart, bead_parts
from align.lines import aligned_texts
from align.units import UnitMaker
from tests.bench.pair_cases import BASES, Memory, memories, right_pairs
from tests.bench.sets import FAMILIES, SETS, Text, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["ALIGNERS", "LANGS", "Beads", "Figures", "bead_figures", "pair_figures", "remembered"]

Array = np.ndarray[Any, np.dtype[Any]]
ALIGNERS = ("hybrid", "gale-church")
AT_ONCE = 400  # pairs, as in `align.judging`
LANGS = ("ar", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is known of the pairs of one memory."""

    base: str
    memory: Memory
    plain: Array  # bool: made of a bead of one segment against one
    pairs: Array
    surface: Array
    coverage: tuple[Array, Array]

    @property
    def kinds(self) -> Array:
        """The kind of each case."""
        return np.array([case.kind for case in self.memory.cases])


@dataclass(frozen=True, slots=True, kw_only=True)
class Beads:
    """What is known of the beads of an aligner in one document, those with two sides."""

    family: str
    set: str
    aligner: str
    posterior: Array
    table: Array  # the columns of pairs for hybrid, those of the surface for gale-church
    right: Array  # bool
    gold: int  # beads of the gold with two sides


def pair_figures(gold: Path, jobs: int = 2) -> list[Figures]:
    """Return the figures of all memories of all sets."""
    tasks = []
    for base in BASES:
        found = right_pairs(gold, base)
        plain = np.array([pair.plain for pair in found])
        tasks += [(base, memory, plain) for memory in memories(found, base)]
    return _spread(_figures, tasks, jobs)


def bead_figures(gold: Path, jobs: int = 2) -> list[Beads]:
    """Return the figures of the beads of both aligners in all documents."""
    tasks = [
        (family, name, text, aligner)
        for family, names in FAMILIES.items()
        for name in names
        if name in SETS
        for text in texts(gold, name)
        for aligner in ALIGNERS
    ]
    return _spread(_beads, tasks, jobs)


def remembered(cache: Path | None, make: Callable[[], Any]) -> Any:
    """Return what ``make`` makes, or what it made when ``cache`` was written."""
    if cache is not None and cache.exists():
        return pickle.loads(cache.read_bytes())  # our own file
    made = make()
    if cache is not None:
        cache.write_bytes(pickle.dumps(made))
    return made


def _spread(work: Callable[..., Any], tasks: Iterable[tuple[Any, ...]], jobs: int) -> list[Any]:
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        return list(pool.map(work, *zip(*tasks, strict=True), chunksize=4))


def _figures(base: str, memory: Memory, plain: Array) -> Figures:
    comparing = Comparing(encoder(), LANGS)
    pairs, surfaces, sources, targets = [], [], [], []
    with threadpool_limits(limits=1):
        for first in range(0, len(memory.cases), AT_ONCE):
            some = [
                Pair(source=PairText(case.source, "ar"), target=PairText(case.target, "en"))
                for case in memory.cases[first : first + AT_ONCE]
            ]
            compared = comparing.read(some)
            pairs.append(compared.pair_table())
            surfaces.append(surface_table(some))
            sources.append(compared.coverage_table(0))
            targets.append(compared.coverage_table(1))
    return Figures(
        base=base,
        memory=memory,
        plain=plain[[case.number for case in memory.cases]],
        pairs=np.concatenate(pairs),
        surface=np.concatenate(surfaces),
        coverage=(np.concatenate(sources), np.concatenate(targets)),
    )


def _beads(family: str, name: str, text: Text, aligner: str) -> Beads:
    with threadpool_limits(limits=1):
        alignment = aligned_texts(text.source, text.target, Settings(aligner=aligner))
        aligned = UnitMaker(text.name, LANGS, ()).units(alignment)
        parts = list(bead_parts(aligned))
        tables = list(_tables(parts, aligner))
    beads = [bead for part in parts for bead in part.beads]
    right = {(tuple(a), tuple(b)) for a, b in text.gold}
    return Beads(
        family=family,
        set=name,
        aligner=aligner,
        posterior=np.array([bead.posterior for bead in beads]),
        table=np.concatenate(tables),
        right=np.array([(tuple(bead.source), tuple(bead.target)) in right for bead in beads]),
        gold=sum(bool(a and b) for a, b in text.gold),
    )


def _tables(parts: list[BeadPart], aligner: str) -> Iterator[Array]:
    """Yield what is known of the pairs of beads: for gale-church, only the surface."""
    comparing = Comparing(encoder(), LANGS)
    for part in parts:
        pairs = [
            Pair(source=PairText(u.source, "ar"), target=PairText(u.target, "en"))
            for u in part.units
        ]
        if aligner == "hybrid":
            yield comparing.compared(part.texts(encoder()), pairs).pair_table()
        else:
            yield surface_table(pairs)
