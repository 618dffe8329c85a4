"""The pairs worth looking at: kept while jobs stream by, never more than a fixed number."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from align.report.counts import points
from align.report.excerpts import Mark, Piece, clip, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import AlignedBitext, Flag, Origin, Severity, SideName, TranslationUnit

__all__ = ["MOST_REASONS", "MOST_SUSPECTS", "SURE", "Reason", "Suspect", "Suspects"]

MOST_SUSPECTS = 100
MOST_REASONS = 12  # told of one pair
SURE = 0.9  # a score from which on nearly every pair is right
LONGEST_MESSAGE = 300
# How far a finding moves a pair up the list, in points of its score: an error on a sure pair comes
# among the doubtful ones, a warning among those that are merely not sure.
URGENCY: dict[Severity, int] = {"error": 5_000, "warning": 1_000, "info": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a pair is worth a look: a finding in words."""

    severity: Severity
    id: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A unit worth a look, and where to find it: ``document`` names its files.

    ``unsaid`` is how many more findings there were than ``reasons``.
    """

    document: tuple[str, ...]
    place: str
    kind: str
    score: float
    langs: tuple[str, str]
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    reasons: tuple[Reason, ...]
    unsaid: int


class Suspects:
    """The units that are worth a look most: low scores and grave findings first, then in order."""

    def __init__(self, min_score: float) -> None:
        """Start with none; units of ``min_score`` and of `SURE` need a finding to come in."""
        self.total = 0
        self._sure = max(min_score, SURE)
        self._order = count()
        # The root is the first to go: ranks and orders are negated, and no two orders are equal.
        self._heap: list[tuple[int, int, Suspect]] = []

    def add(self, aligned: AlignedBitext, document: tuple[str, ...]) -> None:
        """Look at every unit of a bitext."""
        for unit in aligned.units:
            if unit is not None and self._is_suspect(unit):
                self.total += 1
                self._offer(unit, document)

    def _is_suspect(self, unit: TranslationUnit) -> bool:
        return unit.score < self._sure or any(URGENCY[flag.severity] for flag in unit.flags)

    def _offer(self, unit: TranslationUnit, document: tuple[str, ...]) -> None:
        urgency = max((URGENCY[flag.severity] for flag in unit.flags), default=0)
        rank = (urgency - points(unit.score), -next(self._order))
        if len(self._heap) < MOST_SUSPECTS:
            heapq.heappush(self._heap, (*rank, _suspect(unit, document)))
        elif rank > self._heap[0][:2]:
            heapq.heapreplace(self._heap, (*rank, _suspect(unit, document)))

    def __len__(self) -> int:
        """Return how many units are kept."""
        return len(self._heap)

    def __iter__(self) -> Iterator[Suspect]:
        """Yield the units, the one to look at first first."""
        return (suspect for *_, suspect in sorted(self._heap, reverse=True))


def _suspect(unit: TranslationUnit, document: tuple[str, ...]) -> Suspect:
    told = sorted(unit.flags, key=lambda flag: -URGENCY[flag.severity])[:MOST_REASONS]
    return Suspect(
        document=document,
        place=_place(unit.origin),
        kind=unit.kind,
        score=unit.score,
        langs=(unit.source_lang, unit.target_lang),
        source=excerpt(unit.source, _marks(told, "source")),
        target=excerpt(unit.target, _marks(told, "target")),
        reasons=tuple(map(_reason, told)),
        unsaid=len(unit.flags) - len(told),
    )


def _marks(flags: list[Flag], side: SideName) -> list[Mark]:
    return [
        Mark(start=flag.start, end=flag.end, severity=flag.severity, reason=place)
        for place, flag in enumerate(flags)
        if flag.side == side
    ]


def _reason(flag: Flag) -> Reason:
    return Reason(
        severity=flag.severity, id=flag.id, message=clip(flag.message, longest=LONGEST_MESSAGE)
    )


def _place(origin: Origin | None) -> str:
    sides = () if origin is None else (origin.source, origin.target)
    return " and ".join(f"line {side[0].line}" for side in sides if side)
