"""Figures that add up: of a bitext, of a document, of a run."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import AlignedBitext, Segment, TranslationUnit

__all__ = ["Counts", "SideCounts", "count", "points", "share"]

DECIMALS = 4  # of a score, or a share
POINTS: int = 10**DECIMALS  # counted in whole points they add up alike in any order


def points(score: float) -> int:
    """Return a score as whole ten-thousandths."""
    return round(score * POINTS)


def share(part: int, whole: int) -> float | None:
    """Return what share ``part`` is of ``whole``, or None where there is nothing to share."""
    return round(part / whole, DECIMALS) if whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCounts:
    """How much of one side there is, and how much of it is in no unit.

    ``characters`` are those that are not white space.
    """

    segments: int = 0
    unaligned: int = 0
    characters: int = 0
    left_over: int = 0  # of the characters

    def __add__(self, other: SideCounts) -> SideCounts:
        """Return the counts of both together."""
        return SideCounts(
            segments=self.segments + other.segments,
            unaligned=self.unaligned + other.unaligned,
            characters=self.characters + other.characters,
            left_over=self.left_over + other.left_over,
        )

    @property
    def coverage(self) -> float | None:
        """The share of the characters that is in a unit, or None without any."""
        return share(self.characters - self.left_over, self.characters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Segments, units and what was left over, of a bitext or of many together."""

    source: SideCounts = SideCounts()
    target: SideCounts = SideCounts()
    units: int = 0
    doubtful: int = 0
    crossings: int = 0
    score_points: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both together."""
        names = [field.name for field in fields(self)]
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def unaligned(self) -> int:
        """The segments of both sides that have no counterpart."""
        return self.source.unaligned + self.target.unaligned

    @property
    def mean_score(self) -> float | None:
        """The mean score of the units, or None without a unit.

        Scores are probabilities: this is the share of right units that is to be expected.
        """
        return share(self.score_points, self.units * POINTS)

    def as_json(self) -> dict[str, Any]:
        """Return the counts under the names they have in ``report.json``."""
        source, target = self.source, self.target
        return {
            "segments": {"source": source.segments, "target": target.segments},
            "units": self.units,
            "unaligned": {"source": source.unaligned, "target": target.unaligned},
            "coverage": {"source": source.coverage, "target": target.coverage},
            "crossings": self.crossings,
            "doubtful": self.doubtful,
            "mean_score": self.mean_score,
            "expected_precision": self.mean_score,
        }


def count(aligned: AlignedBitext, min_score: float) -> Counts:
    """Return the counts of one bitext; units below ``min_score`` are doubtful."""
    alignment = aligned.alignment
    units = [unit for unit in aligned.units if unit is not None]
    alone = [
        bead for bead, unit in zip(alignment.beads, aligned.units, strict=True) if unit is None
    ]
    return Counts(
        source=_side(alignment.source, [bead.source for bead in alone]),
        target=_side(alignment.target, [bead.target for bead in alone]),
        units=len(units),
        doubtful=_doubtful(units, min_score),
        crossings=max(0, len(alignment.stretches) - 1),
        score_points=sum(points(unit.score) for unit in units),
    )


def _doubtful(units: Sequence[TranslationUnit], min_score: float) -> int:
    return sum(unit.score < min_score for unit in units)


def _side(segments: Sequence[Segment], left_over: Sequence[range]) -> SideCounts:
    alone = [segments[place] for places in left_over for place in places]
    return SideCounts(
        segments=len(segments),
        unaligned=len(alone),
        characters=_characters(segments),
        left_over=_characters(alone),
    )


def _characters(segments: Sequence[Segment]) -> int:
    return sum(len(word) for segment in segments for word in segment.text.split())
