"""Which way a paragraph runs, as its edges tell: lines begin flush and end ragged."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.clusters import Cluster

__all__ = ["paragraphs", "told_by_edges"]

FURTHEST = 2.6  # of the size: how far apart the lines of one paragraph stand
WIDER = 1.12  # times the distance of other lines: the white between paragraphs
SAME_SIZE = 1.15  # times
FLUSH, RAGGED = 0.35, 1.0  # of the size: by how much the edges of lines differ
INDENTED = 3  # lines of a paragraph, of which the first may be indented
MOST_AROUND = 60  # lines further down among which the next is looked for

Piece = list["Cluster"]


def paragraphs(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Yield the places of lines that stand below one another at one distance, from the top."""
    below = dict(_below(pieces))
    steps = {place: pieces[place][0].v - pieces[lower][0].v for place, lower in below.items()}
    above = {lower: place for place, lower in below.items()}
    grown: dict[int, list[int]] = {}
    for place in sorted(range(len(pieces)), key=lambda place: -pieces[place][0].v):
        upper = above.get(place)
        group = grown.get(upper) if upper is not None else None
        if group and group[-1] == upper and _goes_on(upper, below, steps, above):
            group.append(place)
        else:
            group = [place]
        grown[place] = group
    yield from {id(group): group for group in grown.values()}.values()


def _below(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield the places of lines and of what stands next below each, if it is near and as large."""
    order = sorted(range(len(pieces)), key=lambda place: -pieces[place][0].v)
    for at, place in enumerate(order):
        piece = pieces[place]
        for other in islice(order, at + 1, at + 1 + MOST_AROUND):
            line, step = pieces[other], piece[0].v - pieces[other][0].v
            if step > FURTHEST * piece[0].size:
                break
            if step > 0 and line[0].left < piece[-1].right and line[-1].right > piece[0].left:
                if max(line[0].size, piece[0].size) < SAME_SIZE * min(line[0].size, piece[0].size):
                    yield place, other
                break


def _goes_on(
    place: int, below: dict[int, int], steps: dict[int, float], above: dict[int, int]
) -> bool:
    """Say whether the line below belongs to the same paragraph: no other stands nearer."""
    around = [steps.get(above.get(place, -1)), steps.get(below[place])]
    return steps[place] <= WIDER * min(step for step in (*around, steps[place]) if step)


def told_by_edges(lines: Sequence[Piece]) -> bool | None:
    """Say whether a paragraph runs from right to left, None if its edges do not tell."""
    if len(lines) <= 1:
        return None
    size = lines[0][0].size
    body = lines[1:] if len(lines) >= INDENTED else lines
    lefts = [line[0].left for line in body]
    rights = [line[-1].right for line in body]
    left, right = max(lefts) - min(lefts), max(rights) - min(rights)
    if left < FLUSH * size and right > RAGGED * size:
        return False
    return True if right < FLUSH * size and left > RAGGED * size else None
