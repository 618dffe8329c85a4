"""Whether the lines of a plain text are paragraphs or were broken at a width, by evidence.

A program that fills lines puts each word on the line where it still fits. So in wrapped text of
width W a line, a space and the first word of the next line together exceed W, unless a paragraph
ends there; where each line is a paragraph that is a matter of chance.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from align.readers.lines import Line, ends_sentence, same_script
from align.text.arabic import INVISIBLE, MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Width", "find_widths"]

MIN_WIDTH, MAX_WIDTH = 30, 122  # columns; a width of 120 with a little tolerance
CANDIDATES = 12  # longest lines tried as the width: a few may stick out, such as addresses
SAMPLE = 4000  # line breaks looked at
ENOUGH = 4.75  # nats; as much as two full lines at 60 columns that end no sentence

# Log odds, wrapped against one paragraph a line, set by hand, tried on 2,000 texts of each sort.
_FULL_BY_CHANCE = 5.5  # columns; a line of a list is full with a chance of this by the width
_FULL_AT_SENTENCE_END = 0.5
_SHORT_AT_SENTENCE_END = -1.5
_SHORT = -2.5
_TOO_LONG = -3.0  # a line of several words that is longer than the width
_LOWER_CASE = 1.5  # the next line goes on with a small letter
_LAST_ENDS_SENTENCE = 0.5
_LAST_DOES_NOT = -1.5
# Some programs even out the lines, so that a line may stop this early inside a paragraph.
_NEARLY_FULL = 0.8

# Vowel marks and invisible controls, which take no room on a screen.
_NO_ROOM = re.compile(f"[{MARKS}{INVISIBLE}]")

Break = tuple[Line, Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """The width lines were broken at, and whether vowel marks count."""

    columns: int
    marks: bool

    def length(self, line: Line) -> int:
        """Return how many columns ``line`` takes, its indent included."""
        return line.indent + self._room(line.text)

    def is_full(self, line: Line, following: Line) -> bool:
        """Return whether the first word of ``following`` did not fit on ``line``."""
        word = following.text.split(maxsplit=1)[0]
        return self.length(line) + 1 + self._room(word) > self.columns

    def joins(self, line: Line, following: Line) -> bool:
        """Return whether ``following`` goes on with the paragraph of ``line``."""
        indented = following.indent > line.indent and line.form != "item"
        if indented or not same_script(line, following):
            return False
        if self.is_full(line, following):
            return True
        return not ends_sentence(line.text) and self.length(line) >= _NEARLY_FULL * self.columns

    def _room(self, text: str) -> int:
        return len(text) if self.marks else len(_NO_ROOM.sub("", text))


def find_widths(lines: Iterable[Line]) -> dict[str | None, Width]:
    """Return the width of the wrapped lines of each script; one that is not wrapped is absent."""
    breaks = list(islice(_breaks(lines), SAMPLE))
    found: dict[str | None, Width] = {}
    unsure: dict[str | None, list[Break]] = {}
    for script in dict.fromkeys(line.script for line, _ in breaks):
        own = [pair for pair in breaks if pair[0].script == script]
        best = max(_candidates(own), key=lambda width: _evidence(own, width), default=None)
        if best is not None and _evidence(own, best) >= ENOUGH:
            found[script] = best
        else:
            unsure[script] = own
    return found | _confirmed(unsure, list(found.values()))


def _confirmed(
    unsure: dict[str | None, list[Break]], known: list[Width]
) -> dict[str | None, Width]:
    """Return a known width for each script that has too few lines alone but agrees with it."""
    return {
        script: width
        for script, own in unsure.items()
        for width in known
        if _evidence(own, width) > 0
    }


def _breaks(lines: Iterable[Line]) -> Iterator[Break]:
    """Yield each line with the next where the two could be one paragraph."""
    for line, following in pairwise(lines):
        prose = line.form in {"prose", "item"} and following.form == "prose"
        if prose and same_script(line, following):
            yield line, following


def _candidates(breaks: list[Break]) -> list[Width]:
    lines = [line for pair in breaks for line in pair]
    found = []
    for marks in (True, False):
        lengths = {Width(columns=0, marks=marks).length(line) for line in lines}
        usual = (length for length in lengths if MIN_WIDTH <= length <= MAX_WIDTH)
        longest = sorted(usual, reverse=True)[:CANDIDATES]
        found += [Width(columns=length, marks=marks) for length in longest]
    return found


def _evidence(breaks: list[Break], width: Width) -> float:
    """Return the log odds that the lines were broken at ``width``."""
    broken = {line.start for line, _ in breaks}
    last = (line for _, line in breaks if line.start not in broken)
    return sum(_break_evidence(line, following, width) for line, following in breaks) + sum(
        _LAST_ENDS_SENTENCE if ends_sentence(line.text) else _LAST_DOES_NOT for line in last
    )


def _break_evidence(line: Line, following: Line, width: Width) -> float:
    if width.length(line) > width.columns and " " in line.text:
        return _TOO_LONG
    odds = _fill_evidence(ends_sentence(line.text), width.is_full(line, following), width.columns)
    return odds + (_LOWER_CASE if following.text[0].islower() else 0.0)


def _fill_evidence(at_sentence_end: bool, full: bool, columns: int) -> float:
    if at_sentence_end:
        return _FULL_AT_SENTENCE_END if full else _SHORT_AT_SENTENCE_END
    return math.log(columns / _FULL_BY_CHANCE) if full else _SHORT
