"""Where articles begin and end: before their first sentence and after their last one."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from align.readers.furniture.looks import Look

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

__all__ = ["Edges", "Looks", "edges"]

FEWEST_LOOKS = 4  # blocks of one script that make a half of a text, not a paragraph between


class Edges(NamedTuple):
    """The blocks before the first sentence of a half of the text, and those after the last."""

    head: range
    tail: range


class Looks(tuple[Look, ...]):
    """The blocks of a document; every step of the search asks for their halves."""

    @cached_property
    def halves(self) -> list[range]:
        """The runs of blocks in one script, if each is an article; else all blocks at once."""
        runs: list[range] = []
        for run in _runs(self):
            if not runs or (_is_whole(run, self) and _is_whole(runs[-1], self)):
                runs.append(run)
            else:
                runs[-1] = range(runs[-1].start, run.stop)
        return runs


def _runs(looks: Sequence[Look]) -> Iterator[range]:
    """Yield the runs of one script; a block without letters has that of the block before."""
    start = 0
    for _, group in groupby(_scripts(looks)):
        stop = start + sum(1 for _ in group)
        yield range(start, stop)
        start = stop


def _scripts(looks: Sequence[Look]) -> Iterator[str | None]:
    script: str | None = None
    for look in looks:
        script = look.script or script
        yield script


def _is_whole(run: range, looks: Sequence[Look]) -> bool:
    return len(run) >= FEWEST_LOOKS and any(looks[place].prose for place in run)


def edges(half: range, looks: Sequence[Look], found: Container[int]) -> Edges:
    """Return the edges of a half without counting the furniture found; an empty one may be.

    A last sentence that ends with a colon announces what follows: that is no edge.
    """
    first, last = _first_inside(half, looks, found), _first_inside(half[::-1], looks, found)
    if first is None or last is None:
        return Edges(range(0), range(0))
    after = half.stop if looks[last].text.endswith(":") else last + 1
    return Edges(range(half.start, first), range(after, half.stop))


def _first_inside(places: range, looks: Sequence[Look], found: Container[int]) -> int | None:
    """Return the first block that is part of the text itself: a sentence, or of a table."""
    for place in places:
        look = looks[place]
        if look.said is None and (look.prose or not look.open) and place not in found:
            return place
    return None
