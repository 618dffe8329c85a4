"""Beads against gold: strict and lax precision and recall, omissions apart.

The measures are those of Vecalign's scorer (Thompson & Koehn 2019): a bead is strictly right when
the gold holds the same bead, and right in the lax sense when it shares a segment with one gold
bead on both sides. Beads with an empty side are left out of both and reported as omissions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING

from align.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Counts", "Indexes", "Result", "compare", "gold_lines", "read_gold", "total"]

Indexes = tuple[tuple[int, ...], tuple[int, ...]]  # source and target segments of one bead
MEASURES = ("strict", "lax", "omissions")
GOLD_LINE = re.compile(r"\[([\d,\s]*)\]:\[([\d,\s]*)\](:.*)?")


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, system's and gold's beads of one measure; adds up over documents."""

    right: int = 0  # of the system's beads
    found: int = 0  # of the gold's beads
    system: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the sums."""
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.system + other.system,
            self.gold + other.gold,
        )

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1, rounded to 4 decimals; 0 where there is nothing."""
        precision = self.right / self.system if self.system else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        total = precision + recall
        f1 = 2 * precision * recall / total if total else 0.0
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one document, or of several added up."""

    measures: dict[str, Counts] = field(default_factory=lambda: dict.fromkeys(MEASURES, Counts()))
    by_kind: dict[str, Counts] = field(default_factory=dict)  # strict
    beads_gold: int = 0
    beads_system: int = 0
    sentences: int = 0

    def __add__(self, other: Result) -> Result:
        """Return the sums."""
        return Result(
            measures=_added(self.measures, other.measures),
            by_kind=_added(self.by_kind, other.by_kind),
            beads_gold=self.beads_gold + other.beads_gold,
            beads_system=self.beads_system + other.beads_system,
            sentences=self.sentences + other.sentences,
        )


def _added(one: dict[str, Counts], other: dict[str, Counts]) -> dict[str, Counts]:
    none = Counts()
    return {key: one.get(key, none) + other.get(key, none) for key in sorted({*one, *other})}


def gold_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines of a gold file that are not blank.

    Raises `MalformedError` when it is not a file of UTF-8 text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise MalformedError(str(path), f"is not a file of UTF-8 text ({error})") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.rstrip("\r")


def read_gold(path: Path) -> list[Indexes]:
    """Return the beads of a file of lines ``[0]:[0, 1]``; raises `MalformedError` with the line."""
    beads: list[Indexes] = []
    for number, line in gold_lines(path):
        match = GOLD_LINE.fullmatch(line.strip())
        if not match:
            raise MalformedError(str(path), f"line {number} is no bead", "write [0]:[0, 1]")
        beads.append((_indexes(match[1]), _indexes(match[2])))
    _check_beads(beads, path)
    return beads


def _check_beads(beads: list[Indexes], path: Path) -> None:
    """Raise `MalformedError` unless there are beads and no segment is in two of them."""
    if not beads:
        raise MalformedError(str(path), "holds no bead", "write one a line, as [0]:[0, 1]")
    for side in (0, 1):
        counts = Counter(number for bead in beads for number in bead[side])
        twice = [number for number, count in counts.items() if count > 1]
        if twice:
            name = ("source", "target")[side]
            raise MalformedError(str(path), f"names {name} line {min(twice)} twice")


def _indexes(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))


def compare(gold: Iterable[Indexes], system: Iterable[Indexes], sentences: int) -> Result:
    """Return what is right of the system's beads; ``sentences`` are those of both sides."""
    gold, system = set(gold), set(system)
    gold_matches, gold_omissions = _parted(gold)
    system_matches, system_omissions = _parted(system)
    sizes = len(system_matches), len(gold_matches)
    same = len(gold_matches & system_matches)
    lax = _touching(system_matches, gold_matches), _touching(gold_matches, system_matches)
    omitted = len(gold_omissions & system_omissions)
    return Result(
        measures={
            "strict": Counts(same, same, *sizes),
            "lax": Counts(*lax, *sizes),
            "omissions": Counts(omitted, omitted, len(system_omissions), len(gold_omissions)),
        },
        by_kind=_by_kind(gold, system),
        beads_gold=len(gold),
        beads_system=len(system),
        sentences=sentences,
    )


def total(results: Iterable[Result]) -> Result:
    """Return the results added up, which makes the figures micro-averages."""
    return reduce(Result.__add__, results, Result())


def _parted(beads: set[Indexes]) -> tuple[set[Indexes], set[Indexes]]:
    """Return the beads with two sides, and each omitted segment as a bead of its own."""
    matches = {bead for bead in beads if all(bead)}
    omissions: set[Indexes] = set()
    for source, target in beads - matches:
        omissions.update(((i,), ()) for i in source)
        omissions.update(((), (j,)) for j in target)
    return matches, omissions


def _touching(beads: set[Indexes], others: set[Indexes]) -> int:
    """Count the beads that share a segment with one of the others on both sides."""
    opposite: dict[int, set[int]] = defaultdict(set)
    for source, target in others:
        for i in source:
            opposite[i].update(target)
    return sum(
        not set(target).isdisjoint(set().union(*(opposite[i] for i in source)))
        for source, target in beads
    )


def _by_kind(gold: set[Indexes], system: set[Indexes]) -> dict[str, Counts]:
    """Return the strict counts of each bead kind of gold or system."""
    right, found, wanted = (Counter(map(_kind, beads)) for beads in (gold & system, system, gold))
    return {
        kind: Counts(right[kind], right[kind], found[kind], wanted[kind])
        for kind in sorted(found.keys() | wanted.keys())
    }


def _kind(bead: Indexes) -> str:
    return f"{len(bead[0])}-{len(bead[1])}"
