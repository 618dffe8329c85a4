"""Which way each line of a page runs."""

from __future__ import annotations

from bisect import bisect, bisect_left
from itertools import islice
from typing import TYPE_CHECKING

import regex

from align.readers.pdf.bidi import bidi_class
from align.readers.pdf.margins import paragraphs, told_by_edges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.clusters import Cluster

__all__ = ["directions", "faults"]

CLEAR = 0.8  # of the letters: a line of one script, but for a word
NEAR = 1.8  # of the size: how far apart the lines of one paragraph stand
MOST = 50  # lines around one that are looked at
SURE = 1_000  # letters, which a line that tells by more than its letters counts for
# What never begins a word, but for what is typed on purpose (.NET), and what never ends one.
_FAULT = regex.compile(
    r"(?<!\S)(?:[.,:;!?،؛؟)\]}»]+(?=\p{Arabic})|[,:;!?،؛؟)\]}»]+(?=\p{L})|(?<!.)\.(?=\p{L}))"
    r"|(?<=\p{L})[(\[{«]+(?!\S)"
)


def faults(text: str) -> int:
    """Return how many marks stand on the wrong side of a word in logical order.

    >>> faults("قال نعم."), faults(".قال نعم")
    (0, 1)
    """
    return len(_FAULT.findall(text))


def directions(pieces: Sequence[list[Cluster]], told: Sequence[bool | None]) -> list[bool]:
    """Say of each line whether it runs from right to left.

    The marks in it may have ``told``; else, in a paragraph of two scripts, its edges tell; else its
    letters, else the lines around it, else all of the page.
    """
    told = [*told]
    for places, way in _mixed(pieces):
        for place in places:
            told[place] = way if told[place] is None else told[place]
    votes = [_vote(piece, known) for piece, known in zip(pieces, told, strict=True)]
    page = sum(votes)
    around = _Around(pieces)
    column = _column(pieces)
    found = []
    for place, piece in enumerate(pieces):
        own = told[place]
        if own is None:
            own = _clear(piece)
        if own is None:
            own = _aligned(piece, column)
        if own is None:
            own = (sum(votes[other] for other in around.near(place)) or page) > 0
        found.append(own)
    return found


def _mixed(pieces: Sequence[list[Cluster]]) -> Iterator[tuple[list[int], bool]]:
    """Yield the lines of each paragraph of two scripts whose edges tell which way it runs."""
    for places in paragraphs(pieces):
        lines = [pieces[place] for place in places]
        way, clear = told_by_edges(lines), {_clear(line) for line in lines}
        if way is not None and clear not in ({True}, {False}):
            yield places, way


def _vote(piece: Sequence[Cluster], told: bool | None) -> int:
    if told is not None:
        return SURE if told else -SURE
    arabic, latin = _letters(piece)
    return arabic - latin


def _letters(piece: Sequence[Cluster]) -> tuple[int, int]:
    """Count the letters that run from right to left, and from left to right."""
    classes = [bidi_class(char) for letter in piece for char in letter.text]
    return sum(kind in {"R", "AL"} for kind in classes), classes.count("L")


def _clear(piece: Sequence[Cluster]) -> bool | None:
    """Say whether a line runs from right to left, None if its letters do not tell."""
    arabic, latin = _letters(piece)
    if arabic > CLEAR * (arabic + latin):
        return True
    return False if latin > CLEAR * (arabic + latin) else None


def _column(pieces: Sequence[Sequence[Cluster]]) -> tuple[float, float]:
    """Return how far the text of a page reaches to the left and to the right."""
    left = min((piece[0].left for piece in pieces), default=0.0)
    return left, max((piece[-1].right for piece in pieces), default=0.0)


def _aligned(piece: Sequence[Cluster], column: tuple[float, float]) -> bool | None:
    """Say whether a line begins at the right margin of the page, None if it fills the line."""
    size = piece[0].size
    left, right = piece[0].left - column[0] < size, column[1] - piece[-1].right < size
    return None if left == right else right


class _Around:
    """The lines of a page by their height, to find those above and below one."""

    def __init__(self, pieces: Sequence[Sequence[Cluster]]) -> None:
        self.pieces = pieces
        self.order = sorted(range(len(pieces)), key=lambda place: pieces[place][0].v)
        self.heights = [pieces[place][0].v for place in self.order]

    def near(self, place: int) -> Iterator[int]:
        """Yield the places of the lines of the same paragraph, if it is one."""
        piece = self.pieces[place]
        reach = NEAR * piece[0].size
        start = bisect_left(self.heights, piece[0].v - reach)
        end = bisect(self.heights, piece[0].v + reach)
        for other in islice(self.order, start, min(end, start + MOST)):
            line = self.pieces[other]
            if line[0].left < piece[-1].right and line[-1].right > piece[0].left:
                yield other
