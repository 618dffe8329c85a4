"""Texts cut to a length that does not swamp the page, without losing what is marked in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.model import Severity

__all__ = ["LONGEST_TEXT", "Mark", "Piece", "clip", "excerpt"]

LONGEST_TEXT = 1_000  # characters shown of one text; the whole of it is in the memory
CUT = "…"
HEAD = 240  # characters that a longer text begins with
AROUND = 30  # characters shown on either side of a mark in a longer text
LONGEST_MARK = 80  # characters shown of a mark there
RANKS: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The characters ``[start, end)`` of a text that a finding, the ``reason``-th, is about."""

    start: int
    end: int
    severity: Severity
    reason: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text that is marked alike: by the worst of the marks on it, or by none.

    ``reasons`` are the findings whose marks end with it.
    """

    text: str
    severity: Severity | None = None
    reasons: tuple[int, ...] = ()


def clip(text: str, longest: int = LONGEST_TEXT) -> str:
    """Return ``text`` as one line, cut where it would swamp the page."""
    line = tidy(text[: 2 * longest])  # a million line breaks need not all be looked at
    whole = len(line) <= longest and len(text) <= 2 * longest
    return line if whole else f"{line[:longest].rstrip()} {CUT}"


def excerpt(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return ``text`` in pieces; of a very long one its beginning and every mark in its context.

    >>> [piece.text for piece in excerpt("on 12 May", [Mark(start=3, end=5, severity="error",
    ...     reason=0)])]
    ['on ', '12', ' May']
    """
    whole = [_snapped(mark, text) for mark in marks]
    legal = [mark for mark in whole if mark.start < mark.end]
    if len(text) <= LONGEST_TEXT:
        return tuple(_pieces(text, legal, range(len(text))))
    short = [replace(mark, end=min(mark.end, mark.start + LONGEST_MARK)) for mark in legal]
    return tuple(_windowed(text, short))


def _snapped(mark: Mark, text: str) -> Mark:
    """Return the mark inside ``text``, without parting a letter from its vowel signs."""
    start, end = max(0, mark.start), min(mark.end, len(text))
    while 0 < start < end and unicodedata.combining(text[start]):
        start -= 1
    while start < end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return replace(mark, start=start, end=end)


def _windowed(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    end = 0
    for window in _windows(marks, len(text)):
        if window.start > end:
            yield Piece(text=f" {CUT} ")
        yield from _pieces(text, marks, window)
        end = window.stop
    if end < len(text):
        yield Piece(text=f" {CUT}")


def _windows(marks: Iterable[Mark], length: int) -> list[range]:
    """Return the parts of a long text that are shown, in order and apart."""
    head = HEAD if marks else LONGEST_TEXT
    windows = [range(min(head, length))]
    for mark in sorted(marks, key=lambda mark: mark.start):
        start, stop = max(0, mark.start - AROUND), min(length, mark.end + AROUND)
        if start <= windows[-1].stop:
            windows[-1] = range(windows[-1].start, max(windows[-1].stop, stop))
        else:
            windows.append(range(start, stop))
    return windows


def _pieces(text: str, marks: Sequence[Mark], window: range) -> Iterator[Piece]:
    """Yield the text of a window, cut wherever a mark begins or ends."""
    edges = {window.start, window.stop}
    edges.update(edge for mark in marks for edge in (mark.start, mark.end) if edge in window)
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        yield Piece(
            text=text[start:end],
            severity=_worst(over),
            reasons=tuple(sorted(mark.reason for mark in over if mark.end == end)),
        )


def _worst(marks: Sequence[Mark]) -> Severity | None:
    ranked = sorted((mark.severity for mark in marks), key=RANKS.__getitem__)
    return ranked[0] if ranked else None
