"""Documents to be paired by content: gold texts and our own, whole and in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests import own
from tests.bench.sets import texts

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.evaluate import Indexes

__all__ = ["Twin", "drawn", "gold_twins", "halves", "own_twins", "parts", "write"]

LONG = 40  # beads from which on a text is cut in halves
PARAGRAPH = 3  # beads
SHORT, OPENING = 5, 12  # beads of short documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A document in both languages, its sentences bead by bead; ``span`` says which part it is."""

    name: str
    beads: tuple[own.Bead, ...]
    span: tuple[float, float] = (0.0, 1.0)

    def part(self, first: int, last: int) -> Twin:
        """Return some of the beads as a document."""
        span = first / len(self.beads), last / len(self.beads)
        return Twin(name=self.name, beads=self.beads[first:last], span=span)

    def text(self, side: int) -> str:
        """Return one language of it, in paragraphs."""
        runs = (self.beads[i : i + PARAGRAPH] for i in range(0, len(self.beads), PARAGRAPH))
        paragraphs = (" ".join(text for bead in run for text in bead[side]) for run in runs)
        return "\n\n".join(filter(None, paragraphs)) + "\n"


def gold_twins(gold: Path, name: str) -> Iterator[Twin]:
    """Yield the documents of a gold set."""
    for text in texts(gold, name):
        beads = tuple(_bead(text.source, text.target, indexes) for indexes in text.gold)
        yield Twin(name=f"{name}/{text.name}", beads=beads)


def _bead(source: Sequence[str], target: Sequence[str], indexes: Indexes) -> own.Bead:
    return tuple(source[i] for i in indexes[0]), tuple(target[j] for j in indexes[1])


def own_twins() -> Iterator[Twin]:
    """Yield the documents of our own corpora."""
    for path in sorted(own.CORPORA.glob("*.gold.tsv")):
        name = path.name.removesuffix(".gold.tsv")
        yield Twin(name=f"own/{name}", beads=own.gold(name))


def halves(twins: Iterable[Twin]) -> Iterator[Twin]:
    """Yield short documents as they are, and of long ones both halves."""
    for twin in twins:
        size = len(twin.beads)
        if size < LONG:
            yield twin
        else:
            yield from (twin.part(0, size // 2), twin.part(size // 2, size))


def parts(twin: Twin) -> Iterator[Twin]:
    """Yield a document, its halves, and two short ones that stand at its beginning and within."""
    size = len(twin.beads)
    yield twin
    if size >= LONG:
        yield from (twin.part(0, size // 2), twin.part(size // 2, size), twin.part(0, OPENING))
        yield twin.part(size // 4, size // 4 + SHORT)


def drawn(
    twins: Sequence[Twin], documents: int, alone: int, random: random.Random
) -> list[tuple[Twin, tuple[int, ...]]]:
    """Return so many documents and the sides that are there: of ``alone`` of them only one."""
    chosen = random.sample(twins, min(documents, len(twins)))
    sides = [(random.randrange(2),) if number < alone else (0, 1) for number in range(len(chosen))]
    return list(zip(chosen, sides, strict=True))


def write(
    documents: Iterable[tuple[Twin, tuple[int, ...]]], folder: Path, random: random.Random
) -> set[tuple[str, str]]:
    """Write files with meaningless names and return the names of those that belong together."""
    right = set()
    for twin, sides in documents:
        names = [f"{random.getrandbits(32):08x}.txt" for _ in (0, 1)]
        for side in sides:
            (folder / names[side]).write_text(twin.text(side), encoding="utf-8")
        if len(sides) > 1:
            right.add((names[0], names[1]))
    return right
