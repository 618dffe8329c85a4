"""The features of a bead: its measures relative to the text it stands in, and its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.inventory import LONGEST, ONE_TO_ONE, SHAPES
from align.aligners.measures import MEASURES
from align.evidence.length import RATIO_SPREAD, log_two_tails

if TYPE_CHECKING:
    from align.aligners.levels import Levels

__all__ = ["features", "prior_of"]

Array = np.ndarray[Any, np.dtype[Any]]
Named = Iterator[tuple[str, Array]]

WEIGHT_OF_START = 20.0  # beads that the kinds' starting prior counts for
COST_PER_EXTRA_SEGMENT = 0.7  # in the starting prior each further segment halves the chance
MOST_WORST = 1.5  # a segment said better than so is not said any more surely
MOST = 3.0  # differences in marks count no further


def features(
    table: Array, kinds: Array, levels: Levels, prior: Array | None = None
) -> tuple[list[str], Array]:
    """Return the names of the features and a row of them for each bead, float32.

    ``table`` has the `MEASURES` of each bead, ``kinds`` its number in `SHAPES`. ``prior``, the log
    share of each kind among the matches of this text, is a feature of its own once it is known.
    """
    beads = _Beads(table, kinds, levels)
    columns = dict(beads.all())
    if prior is not None:
        columns["prior"] = beads.match * prior[kinds]
    # What a faithful translation does not weigh as a free one does has a second weight there.
    for name in FREER:
        columns[f"{name}_if_free"] = columns[name] * np.float32(levels.freedom)
    return list(columns), np.stack(list(columns.values()), axis=1).astype(np.float32)


def prior_of(kinds: Array, posteriors: Array) -> Array:
    """Return the log share of each kind of match in a text, smoothed by a starting prior."""
    start = np.exp(-COST_PER_EXTRA_SEGMENT * (SHAPES.sum(axis=1) - 2.0))
    start[:ONE_TO_ONE] = 0.0
    seen = np.bincount(kinds, posteriors, minlength=len(SHAPES))
    seen[:ONE_TO_ONE] = 0.0
    shares = (seen + WEIGHT_OF_START * start / start.sum()) / (seen.sum() + WEIGHT_OF_START)
    shares[:ONE_TO_ONE] = 1.0
    prior: Array = np.log(shares)
    return prior


KINDS = {  # least and most segments
    "one_to_one": ((1, 1), (1, 1)),
    "one_to_two": ((1, 2), (1, 2)),
    "one_to_three": ((1, 3), (1, 3)),
    "one_to_many": ((1, 4), (1, LONGEST)),
    "two_to_one": ((2, 1), (2, 1)),
    "many_to_one": ((3, 1), (LONGEST, 1)),
    "two_to_two": ((2, 2), (2, 2)),
    "many_to_many": ((2, 2), (LONGEST, LONGEST)),
}

FREER = (
    "cosine", "cosine_by_extra", "cosine_by_pairs", "gain_by_source", "gain_by_target",
    "gain_without_source", "gain_without_target", "loss_by_source", "loss_by_target",
    "loss_without_source", "loss_without_target", "clauses_inside", "clauses_lost",
    "clauses_edges", "words_inside", "words_lost", "words_edges", "length_tail", "tokens_tail",
    "omission_best", "omission",
)  # fmt: skip


class _Beads:
    """The beads of a text by measure, and the features they make."""

    def __init__(self, table: Array, kinds: Array, levels: Levels) -> None:
        self.measure = {name: table[:, at] for at, name in enumerate(MEASURES)}
        self.kinds, self.levels = kinds, levels
        self.source, self.target = SHAPES[kinds].T
        self.match = (kinds >= ONE_TO_ONE).astype(np.float32)

    def all(self) -> Named:
        """Yield every feature."""
        yield from self._kind()
        yield from self._length()
        yield from self._spans()
        yield from self._coverage("clauses")
        yield from self._coverage("words")
        yield from self._punctuation()
        yield from self._omission()

    def _kind(self) -> Named:
        a, b = self.source, self.target
        for name, (least, most) in KINDS.items():
            kind = (a >= least[0]) & (b >= least[1]) & (a <= most[0]) & (b <= most[1])
            yield name, kind & ~((a == 2) & (b == 2) & (name == "many_to_many"))  # noqa: PLR2004
        yield "extra_source", self.match * (a - 1)
        yield "extra_target", self.match * (b - 1)
        yield "extra_pairs", self.match * (a - 1) * (b - 1)

    def _length(self) -> Named:
        for unit in ("length", "tokens"):
            ratio, variance = self.levels.sizes[unit]
            x, y = self.measure[f"source_{unit}"] * ratio, self.measure[f"target_{unit}"]
            mean = np.maximum((x + y) / 2, 1.0)
            deviation = (y - x) / np.sqrt(variance * mean + (RATIO_SPREAD * mean) ** 2)
            yield f"{unit}_tail", self.match * log_two_tails(deviation)
            yield f"{unit}_square", self.match * np.minimum(deviation**2, 9.0)
            yield f"{unit}_ratio", self.match * np.minimum(np.abs(np.log((y + 1) / (x + 1))), 2.0)
        x, y = self.measure["source_length"], self.measure["target_length"]
        yield "length", self.match * np.log((x + y + 1) / 100)

    def _spans(self) -> Named:
        extra, pairs = self.source + self.target - 2, self.source * self.target - 1
        cosine = self.match * self._relative("cosine", "cosine")
        yield "cosine", cosine
        yield "cosine_by_extra", cosine * extra
        yield "cosine_by_pairs", cosine * pairs
        step = self.levels.step("cosine")
        for side in ("source", "target"):
            grown = np.stack([self.measure[f"with_{side}_{end}"] for end in ("before", "behind")])
            less = np.stack([self.measure[f"without_{end}_{side}"] for end in ("first", "last")])
            yield f"gain_by_{side}", self.match * np.maximum(grown, 0).max(axis=0) / step
            yield f"loss_by_{side}", self.match * np.minimum(grown, 0).sum(axis=0) / step
            yield f"gain_without_{side}", self.match * np.maximum(less, 0).sum(axis=0) / step
            yield f"loss_without_{side}", self.match * np.minimum(less, 0).sum(axis=0) / step

    def _coverage(self, name: str) -> Named:
        step, chance = self.levels.step(name), self.levels.chance[name]
        weight = self.match * self.measure[name]
        for where in ("inside", "beside"):
            found = self.measure[f"{name}_{where}"]
            yield f"{name}_{where}", (self.match * found - chance * weight) / step
        yield f"{name}_lost", self.match * self.measure[f"{name}_lost"] / step
        several = self.match * (self.source + self.target > 2)  # noqa: PLR2004  not one to one
        worst = np.minimum(self._relative(f"{name}_worst", name), MOST_WORST)
        yield f"{name}_worst", several * worst * max(0.0, 1 - self.levels.freedom)
        yield f"{name}_edges", self.match * self.measure[f"{name}_edges"] / step
        yield name, weight

    def _punctuation(self) -> Named:
        for name in MEASURES[MEASURES.index("same_end") : MEASURES.index("near_cosine")]:
            value = self.measure[name]
            yield name, np.minimum(value, MOST) if name.startswith("uneven") else value

    def _omission(self) -> Named:
        omission = 1 - self.match
        near = [
            omission * self._relative(f"near_{name}", name)
            for name in ("cosine", "clauses", "words")
        ]
        yield "omission", omission
        yield "omission_of_source", omission * self.source
        yield "omission_cosine", near[0]
        yield "omission_clauses_near", near[1]
        yield "omission_words_near", near[2]
        yield "omission_best", np.max(near, axis=0)
        size = self.measure["source_length"] + self.measure["target_length"]
        yield "omission_length", omission * np.log((size + 1) / 50)
        yield "omission_clauses", omission * self.measure["clauses"]
        yield "omission_words", omission * self.measure["words"]

    def _relative(self, measure: str, name: str) -> Array:
        above = self.measure[measure] - self.levels.chance[name]
        relative: Array = above / self.levels.step(name)
        return relative
