"""The small records of this room: parts of blocks, rows of parts, a region laid out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.text.scripts import LATIN, script_of, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.model import Block, Layout

__all__ = ["Laid", "Part", "Row", "Tongues", "cut", "tongues"]

WIDEST_LEAN = 0.7  # one language needs at most about twice the letters of another


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongues:
    """The two languages looked for: their codes, scripts, and how their lengths compare.

    ``lean`` is the natural logarithm of the target letters that one source letter answers to.
    """

    langs: tuple[str, str]
    scripts: tuple[str, str]
    lean: float = 0.0

    def guest(self, side: int) -> bool:
        """Say whether the other side's letters are at home in this side's text, as Latin is."""
        return self.scripts[1 - side] == LATIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The span ``[start, end)`` of a block's text, and its letters by script.

    ``letters`` counts the source's script and the target's; ``other`` every further script.
    """

    block: Block
    start: int
    end: int
    letters: tuple[int, int]
    other: int = 0

    @property
    def text(self) -> str:
        """The text of the span."""
        return self.block.text[self.start : self.end]

    @property
    def total(self) -> int:
        """The letters of both sides' scripts."""
        return sum(self.letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Parts of the source and parts of the target that the layout sets side by side."""

    source: tuple[Part, ...] = ()
    target: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A region told apart: its rows in order; in ``stacked`` there is one, and no anchor."""

    layout: Layout
    rows: tuple[Row, ...]
    furniture: tuple[Part, ...] = ()

    @property
    def source(self) -> tuple[Part, ...]:
        """The parts of the source, row after row."""
        return tuple(part for row in self.rows for part in row.source)

    @property
    def target(self) -> tuple[Part, ...]:
        """The parts of the target, row after row."""
        return tuple(part for row in self.rows for part in row.target)


def tongues(langs: tuple[str, str], parts: Iterable[Part] = ()) -> Tongues:
    """Return the languages with their scripts, and the lean that ``parts`` show."""
    sums = [1, 1]
    for part in parts:
        sums = [total + letters for total, letters in zip(sums, part.letters, strict=True)]
    lean = math.log(sums[1] / sums[0])
    scripts = (script_of(langs[0]), script_of(langs[1]))
    return Tongues(langs=langs, scripts=scripts, lean=max(-WIDEST_LEAN, min(WIDEST_LEAN, lean)))


def cut(block: Block, start: int, end: int, scripts: tuple[str, str]) -> Part:
    """Return the span of ``block`` without the white space at its ends."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    first, second, other = tally(text, scripts)
    return Part(
        block=block, start=start, end=start + len(text), letters=(first, second), other=other
    )
