"""Rows of letters, cut where a wide gap stands."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from align.readers.pdf.baselines import baselines
from align.readers.pdf.clusters import clusters, put_marks, without_strokes
from align.readers.pdf.ligatures import is_mark, joined
from align.readers.pdf.raised import with_raised
from align.readers.pdf.recognised_words import in_words
from align.readers.pdf.strips import strips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.clusters import Cluster
    from align.readers.pdf.glyphs import Glyph
    from align.readers.pdf.strips import Strip

__all__ = ["rows"]

WIDE = 0.85  # of the size: no gap between words is wider, unless the line is justified
VERY_WIDE = 1.8  # of the size: not even then
NEAR = 2.2  # of the size: how far apart the lines of one text stand
WORD_GAPS = 2.5  # of the usual gap between words in its row: the same
USUAL = 0.33  # of the size: the gap between words where there are too few to tell
ENOUGH = 3  # gaps between words that tell what is usual
APART = 0.6  # of the size: a gap between parts of a row with other writing drawn in between
OTHERS = 8  # glyphs that make it so


def rows(glyphs: Iterable[Glyph]) -> list[list[Cluster]]:
    """Return what stands on each baseline up to the next wide gap, from left to right."""
    whole = joined(in_words(glyphs))
    marks = [glyph for glyph in whole if is_mark(glyph.text)]
    letters = [glyph for glyph in whole if not is_mark(glyph.text)]
    gathered = [clusters(row) for row in baselines(letters)]
    alone = put_marks(marks, (letter for row in gathered for letter in row))
    found = strips(gathered)
    pieces = [
        piece
        for place, row in enumerate(gathered)
        for piece in _cut(row, _near(gathered, place), _through(found, place))
        if any(not letter.is_space for letter in piece)
    ]
    pieces += [clusters([mark]) for mark in alone]
    return [without_strokes(piece) for piece in with_raised(pieces)]


def _near(whole: Sequence[list[Cluster]], place: int) -> list[list[Cluster]]:
    """Return the rows above and below one, if they are no further away than lines of a text."""
    row = whole[place]
    beside = [*whole[max(0, place - 1) : place], *whole[place + 1 : place + 2]]
    return [other for other in beside if abs(other[0].v - row[0].v) < NEAR * row[0].size]


def _through(found: Iterable[Strip], place: int) -> list[Strip]:
    """Return the strips that run through a row."""
    return [strip for strip in found if strip.first <= place <= strip.last]


def _cut(
    row: Sequence[Cluster], near: Sequence[Sequence[Cluster]], white: Sequence[Strip]
) -> Iterator[list[Cluster]]:
    """Yield the parts of a row between wide gaps and at ``white`` strips between columns.

    ``near`` are the rows above and below.
    """
    gaps = _gaps(row)
    words = [row[place].left - reach for reach, place, spaced in gaps if spaced]
    start = 0
    for reach, place, _ in gaps:
        right = row[place]
        if any(strip.opens(reach, right.left) for strip in white) or (
            _is_wide((reach, right.left), words, right.size)
            and (_is_open((reach, right.left), right.size, near) or _drawn_apart(row, place))
        ):
            yield list(row[start:place])
            start = place
    yield list(row[start:])


def _gaps(row: Sequence[Cluster]) -> list[tuple[float, int, bool]]:
    """Return how far all before each letter reaches, its place, and if a space stands between."""
    letters = [(place, letter) for place, letter in enumerate(row) if not letter.is_space]
    gaps = []
    reach = letters[0][1].right if letters else 0.0
    for (place, left), (following, right) in pairwise(letters):
        reach = max(reach, left.right)
        spaced = following - place > 1 or (left.hinted and right.hinted)
        gaps.append((reach, following, spaced))
    return gaps


def _is_wide(gap: tuple[float, float], words: Sequence[float], size: float) -> bool:
    width = gap[1] - gap[0]
    if width <= APART * size:
        return False
    usual = median(words) if len(words) >= ENOUGH else USUAL * size
    return width > max(APART * size, WORD_GAPS * usual)


def _is_open(gap: tuple[float, float], size: float, near: Sequence[Sequence[Cluster]]) -> bool:
    """Say whether rows that reach across a gap leave it open too, as between columns.

    Where a gap is very wide, they need not be asked.
    """
    left, right = gap
    if right - left > VERY_WIDE * size:
        return True
    middle = (left + right) / 2
    across = [row for row in near if row[0].left < left and row[-1].right > right]
    crossed = (letter.left < middle < letter.right for row in across for letter in row)
    return bool(across) and right - left > WIDE * size and not any(crossed)


def _drawn_apart(row: Sequence[Cluster], place: int) -> bool:
    """Say whether other writing was drawn between the parts of a row, as in columns."""
    left, right = row[:place], row[place:]
    spans = sorted(
        (min(letter.place for letter in part), max(letter.place for letter in part))
        for part in (left, right)
    )
    return spans[1][0] - spans[0][1] > OTHERS
