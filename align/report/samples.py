"""The few texts worth looking at: kept while jobs stream by, never more than a fixed number."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.model import Aligned, AlignedBitext, Origin, Passage, Reason, TranslationUnit

__all__ = ["FirstLeftOvers", "LeftOver", "LowUnit", "LowestUnits", "clip"]

LOWEST_UNITS = 50
FIRST_LEFT_OVERS = 200
LONGEST_TEXT = 1_000  # characters shown of one text; the whole of it is in the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class LowUnit:
    """A unit near the bottom of the scale, and where to find it: ``document`` names its files."""

    document: tuple[str, ...]
    place: str
    kind: str
    score: float
    langs: tuple[str, str]
    source: str
    target: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOver:
    """A passage of an aligned document that is in no unit."""

    document: tuple[str, ...]
    place: str
    lang: str
    text: str
    reason: Reason


def clip(text: str) -> str:
    """Return ``text`` as one line, cut where it would swamp the page."""
    line = tidy(text)
    return line if len(line) <= LONGEST_TEXT else line[:LONGEST_TEXT].rstrip() + " …"


class LowestUnits:
    """The units of lowest score, equals in the order they came."""

    def __init__(self) -> None:
        """Start with none; at most `LOWEST_UNITS` will be kept."""
        self._order = count()
        # The root is the first to go: scores and orders are negated, and no two orders are equal.
        self._heap: list[tuple[float, int, LowUnit]] = []

    def add(self, aligned: AlignedBitext, document: tuple[str, ...]) -> None:
        """Look at every unit of a bitext."""
        for unit in aligned.units:
            if unit is not None:
                self._offer(unit, document)

    def _offer(self, unit: TranslationUnit, document: tuple[str, ...]) -> None:
        rank = (-unit.score, -next(self._order))
        if len(self._heap) < LOWEST_UNITS:
            heapq.heappush(self._heap, (*rank, _low_unit(unit, document)))
        elif rank > self._heap[0][:2]:
            heapq.heapreplace(self._heap, (*rank, _low_unit(unit, document)))

    def __len__(self) -> int:
        """Return how many units are kept."""
        return len(self._heap)

    def __iter__(self) -> Iterator[LowUnit]:
        """Yield the units, lowest score first."""
        return (unit for *_, unit in sorted(self._heap, reverse=True))


class FirstLeftOvers:
    """The first passages of aligned documents that are in no unit, and how many there were."""

    def __init__(self) -> None:
        """Start with none; at most `FIRST_LEFT_OVERS` will be kept."""
        self.total = 0
        self.kept: list[LeftOver] = []

    def add(self, outcome: Aligned) -> None:
        """Look at every passage of a job."""
        self.total += len(outcome.unaligned)
        passages = outcome.unaligned[: FIRST_LEFT_OVERS - len(self.kept)]
        if passages:
            lines = _lines(outcome.bitexts)
            self.kept.extend(
                _left_over(passage, outcome.job.names, lines.get((passage.lang, passage.block)))
                for passage in passages
            )


def _lines(bitexts: Iterable[AlignedBitext]) -> dict[tuple[str, str], int]:
    """Return the first line of every block by language and id: a pair's files may share ids."""
    return {
        (side.lang, block.id): block.place.line
        for aligned in bitexts
        for side in (aligned.alignment.bitext.source, aligned.alignment.bitext.target)
        for block in side.blocks
    }


def _left_over(passage: Passage, document: tuple[str, ...], line: int | None) -> LeftOver:
    return LeftOver(
        document=document,
        place=_line_or_block(line, passage.block),
        lang=passage.lang,
        text=clip(passage.text),
        reason=passage.reason,
    )


def _line_or_block(line: int | None, block: str) -> str:
    if line is not None:
        return f"line {line}"
    return f"block {block}" if block else "between blocks"


def _low_unit(unit: TranslationUnit, document: tuple[str, ...]) -> LowUnit:
    return LowUnit(
        document=document,
        place=_place(unit.origin),
        kind=unit.kind,
        score=unit.score,
        langs=(unit.source_lang, unit.target_lang),
        source=clip(unit.source),
        target=clip(unit.target),
        findings=tuple(clip(flag.message) for flag in unit.flags),
    )


def _place(origin: Origin | None) -> str:
    sides = () if origin is None else (origin.source, origin.target)
    return " and ".join(f"line {side[0].line}" for side in sides if side)
