"""Text that is in no unit: the first passages, each between its neighbours, and how many more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.report.excerpts import clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.model import Aligned, Monolingual, Passage, Reason, Segment

__all__ = ["FIRST_LEFT_OVERS", "Examples", "FirstLeftOvers", "LeftOver"]

FIRST_LEFT_OVERS = 200
LONGEST_NEIGHBOUR = 160  # characters shown of the text before and after
EXAMPLES = 3  # of what was removed for each reason, and each label of it
MOST_EXAMPLES = 150
LONGEST_EXAMPLE = 200

Key = tuple[str, str, int]  # language, block and start: the files of a pair may share block ids
Spot = tuple["Sequence[Segment]", int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOver:
    """A passage that is in no unit, and the segments beside it unless they are left over too.

    ``label`` says more of the reason, ``instead`` what a repair put in its place.
    """

    document: tuple[str, ...]
    place: str
    lang: str
    text: str
    reason: Reason
    before: str = ""
    after: str = ""
    label: str = ""
    instead: str = ""


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
            context = _Context(outcome)
            self.kept.extend(context.left_over(passage) for passage in passages)


class Examples:
    """A few of the passages that were removed for each reason, and of each kind."""

    def __init__(self) -> None:
        """Start with none; at most `EXAMPLES` of a reason and label will be kept."""
        self.kept: list[LeftOver] = []
        self._counts: Counter[tuple[Reason, str]] = Counter()

    def add(self, outcome: Aligned | Monolingual) -> None:
        """Look at every removed passage of a job."""
        for passage in outcome.removed:
            kind = passage.reason, passage.label
            if self._counts[kind] < EXAMPLES and len(self.kept) < MOST_EXAMPLES:
                self._counts[kind] += 1
                self.kept.append(_example(passage, outcome.job.names))


def _example(passage: Passage, document: tuple[str, ...]) -> LeftOver:
    return LeftOver(
        document=document,
        place=f"block {passage.block}" if passage.block else "between blocks",
        lang=passage.lang,
        # A line break or a control character is just what was removed: it is not tidied away.
        text=passage.text[:LONGEST_EXAMPLE],
        reason=passage.reason,
        label=passage.label,
        instead=passage.instead[:LONGEST_EXAMPLE],
    )


class _Context:
    """Where the passages of one job stand among its segments."""

    def __init__(self, outcome: Aligned) -> None:
        self._document = outcome.job.names
        self._alone = {_key(passage) for passage in outcome.unaligned}
        self._spots = _spots(outcome)
        self._lines = _first_lines(self._spots)

    def left_over(self, passage: Passage) -> LeftOver:
        """Return the passage between its neighbours."""
        spot = self._spots.get(_key(passage))
        line = _line(spot) if spot else self._lines.get((passage.lang, passage.block))
        return LeftOver(
            document=self._document,
            place=_line_or_block(line, passage.block),
            lang=passage.lang,
            text=clip(passage.text),
            reason=passage.reason,
            before=self._neighbour(passage.lang, spot, -1),
            after=self._neighbour(passage.lang, spot, +1),
        )

    def _neighbour(self, lang: str, spot: Spot | None, step: int) -> str:
        if spot is None:
            return ""
        segments, place = spot
        if not 0 <= place + step < len(segments):
            return ""
        segment = segments[place + step]
        if (lang, segment.block.id, segment.start) in self._alone:
            return ""
        return clip(segment.text, longest=LONGEST_NEIGHBOUR)


def _first_lines(spots: Mapping[Key, Spot]) -> dict[tuple[str, str], int]:
    """Return the line on which the first segment of each block stands."""
    lines: dict[tuple[str, str], int] = {}
    for (lang, block, _), spot in spots.items():
        lines.setdefault((lang, block), _line(spot))
    return lines


def _key(passage: Passage) -> Key:
    return passage.lang, passage.block, passage.start


def _spots(outcome: Aligned) -> Mapping[Key, Spot]:
    """Return every segment of a job by its key."""
    return {
        (side.lang, segment.block.id, segment.start): (segments, place)
        for aligned in outcome.bitexts
        for side, segments in (
            (aligned.alignment.bitext.source, aligned.alignment.source),
            (aligned.alignment.bitext.target, aligned.alignment.target),
        )
        for place, segment in enumerate(segments)
    }


def _line(spot: Spot) -> int:
    segments, place = spot
    segment = segments[place]
    return segment.block.place.line + segment.block.text.count("\n", 0, segment.start)


def _line_or_block(line: int | None, block: str) -> str:
    if line is not None:
        return f"line {line}"
    return f"block {block}" if block else "between blocks"
