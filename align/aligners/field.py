"""A field: a rectangle of the text small enough to look at whole, with all the evidence in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.aligners.inventory import LONGEST, SHAPES
from align.evidence.clauses import clauses_found
from align.evidence.spans import cosines, runs
from align.evidence.words import words_found
from align.stages import Sums

if TYPE_CHECKING:
    from align.evidence.coverage import Found
    from align.evidence.reading import Reading
    from align.stages import Encoder

__all__ = ["MARGIN", "Area", "Field", "measured"]

Array = np.ndarray[Any, np.dtype[Any]]
MARGIN = 6  # segments around an area that are looked at but not aligned
LEAST_USUAL = 0.05  # where everything is alike, distances stay finite


class Area(NamedTuple):
    """Source segments ``top`` … ``bottom`` - 1 against target segments ``left`` … ``right`` - 1."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The evidence of an area and of the margin around it; all places count from ``origin``.

    ``inner`` is the area in these numbers; beads stand inside it.
    """

    origin: tuple[int, int]
    inner: Area
    lengths: tuple[Array, Array]  # characters of each segment, (n,) and (m,)
    tokens: tuple[Array, Array]  # of the encoder, of each segment
    marks: tuple[Array, Array]  # punctuation, see `align.evidence.punctuation`
    cosines: Array  # of spans by kind of bead and first segments, (kinds, n, m)
    usual: tuple[list[Array], list[Array]]  # mean distance of each span, by number of segments
    clauses: tuple[Found, Found]  # of the source in the target, and the reverse
    words: tuple[Found, Found]
    fences: Array | None  # cells (i, j) that every way passes, (cells, 2)

    def forbidden(self, fences: Array, shape: tuple[int, int]) -> Array:
        """Return where beads of ``shape`` may not begin, as they would reach over a fence."""
        rows, columns = (np.arange(len(side) + 1) for side in self.lengths)
        boxes = np.minimum(
            np.searchsorted(fences[:, 0], rows, side="right")[:, None],
            np.searchsorted(fences[:, 1], columns, side="right")[None, :],
        )  # the fence behind each cell; there is one in the last
        stops = np.append(fences, [[len(rows), len(columns)]], axis=0)
        over: Array = rows[:, None] + shape[0] > stops[boxes, 0]
        over |= columns[None, :] + shape[1] > stops[boxes, 1]
        return over


def measured(
    encoder: Encoder, sides: tuple[Reading, Reading], area: Area, fences: Array | None = None
) -> Field:
    """Return the field of an area, with as much margin as the text has."""
    source, target = sides
    top, left = max(0, area.top - MARGIN), max(0, area.left - MARGIN)
    parts = (
        slice(top, min(len(source), area.bottom + MARGIN)),
        slice(left, min(len(target), area.right + MARGIN)),
    )
    held = (source, parts[0]), (target, parts[1])
    own, other = (
        runs(encoder, _part(reading.features.texts, part), LONGEST) for reading, part in held
    )
    return Field(
        origin=(top, left),
        inner=Area(area.top - top, area.bottom - top, area.left - left, area.right - left),
        lengths=(source.lengths[parts[0]], target.lengths[parts[1]]),
        tokens=(source.features.texts.length[parts[0]], target.features.texts.length[parts[1]]),
        marks=(source.marks[parts[0]], target.marks[parts[1]]),
        cosines=cosines(own, other, SHAPES.tolist()),
        usual=(_usual(own, other[0]), _usual(other, own[0])),
        clauses=clauses_found(encoder, *held),
        words=words_found(encoder, *held),
        fences=None if fences is None else _near(fences, parts),
    )


def _near(fences: Array, parts: tuple[slice, slice]) -> Array:
    """Return the fences among the cells of a field, in its numbers."""
    starts, stops = (np.array([getattr(part, end) for part in parts]) for end in ("start", "stop"))
    inside = ((fences >= starts) & (fences <= stops)).all(axis=1)
    near: Array = fences[inside] - starts
    return near


def _part(sums: Sums, part: slice) -> Sums:
    return Sums(sums.total[part], sums.length[part])


def _usual(spans: list[Array], others: Array) -> list[Array]:
    """Return the mean cosine distance of every span to single segments of the other side."""
    centre = others.sum(axis=0) / max(len(others), 1)
    return [np.maximum(1 - vectors @ centre, LEAST_USUAL) for vectors in spans]
