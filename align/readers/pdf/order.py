"""From what is seen from left to right to what is read: the bidirectional algorithm backwards.

More than one logical order may be shown alike, and not every guess is shown as what is seen; so
guesses are tried from the likeliest on, and the first that is shown so is taken.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from align.readers.pdf.bidi import OPENERS, bidi_class, shown
from align.readers.pdf.brackets import balanced, matched
from align.readers.pdf.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["logical_order"]

_LEFT = frozenset({"L", "EN", "AN"})  # written from left to right among Arabic
_RIGHT = frozenset({"R", "AL"})
_EDGE = frozenset({"ET", "ES"})  # may belong to the number they touch: percent, currency, signs
_MOST_GAPS = 8  # between words and numbers, of which every division is tried
FEWEST = 2  # Latin letters to an Arabic one make a line that is not Arabic any more
_CLOSING = frozenset(".,:;!?،؛؟")
_POWERS = frozenset("²³")
_PLUS = "+"
_RANGE = re.compile(r"(\d{1,9})\s?[-–/]\s?(\d{1,9})")

Span = tuple[int, int]


def logical_order(chars: Sequence[str], *, rtl: bool) -> list[int]:
    """Return the places of ``chars``, seen from left to right, in the order of reading.

    Each is the character that decides for a glyph and its marks.
    """
    classes = [bidi_class(char) for char in chars]
    return _rightward(chars, classes) if rtl else _leftward(chars, classes)


def _leftward(chars: Sequence[str], classes: Sequence[str]) -> list[int]:
    """Return the order of a line from left to right, in which Arabic runs are turned."""
    order: list[int] = []
    done = 0
    for start, end in _spans(classes, _RIGHT | {"AN"}, frozenset({"L"})):
        start = _led(chars, classes, (start, end), done)  # noqa: PLW2901
        inside = _rightward(chars[start:end], classes[start:end])
        order += [*range(done, start), *(start + place for place in inside)]
        done = end
    return [*order, *range(done, len(chars))]


def _led(chars: Sequence[str], classes: Sequence[str], span: Span, limit: int) -> int:
    """Return where an Arabic run begins to be seen that ends with numbers, seen on its left.

    It may be so in a line that is much Arabic; in others such numbers belong to what is before.
    """
    start, end = span
    if end == len(chars) and start > limit and _leads(chars[:start]):
        return start - 1
    letters = sum(kind in _RIGHT for kind in classes)
    if letters * FEWEST < classes.count("L") or not _RIGHT & set(classes[start:end]):
        return start
    first = start
    while first > limit and classes[first - 1] != "L":
        first -= 1
    numbers = [place for place in range(first, start) if classes[place] == "EN"]
    if not numbers:
        return start
    inside = _rightward(chars[numbers[0] : end], classes[numbers[0] : end])
    texts = balanced([chars[numbers[0] + place] for place in inside])
    seen = [inside[place] for place in shown(texts, rtl=False, before="L")]
    return numbers[0] if seen == list(range(end - numbers[0])) else start


def _leads(before: Sequence[str]) -> bool:
    """Say whether a mark is seen to lead Arabic that ends a line: the Arabic goes on in the next.

    In a paragraph from left to right, it stands on that side only if Arabic follows it.
    """
    return before[-1] in _CLOSING and len(before) > 1 and before[-2].isspace()


def _rightward(chars: Sequence[str], classes: Sequence[str]) -> list[int]:
    """Return the order of a line from right to left, in which numbers and Latin are turned."""
    order: list[int] = []
    done = len(chars)
    for start, end in reversed(list(_spans(classes, _LEFT, _RIGHT))):
        first, last = _widened(chars, classes, (start, end), done)
        order += [
            *reversed(range(last, done)),
            *_turned(chars, classes, (start, end), (first, last)),
        ]
        done = first
    return [*order, *reversed(range(done))]


def _spans(classes: Sequence[str], ends: frozenset[str], never: frozenset[str]) -> Iterator[Span]:
    """Yield the longest spans from one of ``ends`` to another that hold none of ``never``."""
    start = end = -1
    for place, kind in enumerate(classes):
        if kind in ends:
            start = place if start < 0 else start
            end = place + 1
        elif kind in never and start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _widened(chars: Sequence[str], classes: Sequence[str], span: Span, limit: int) -> Span:
    """Return the span with the signs that touch it, and the other half of a bracket in it."""
    start, end = span
    single = _single_brackets(chars[start:end])
    while start and (classes[start - 1] in _EDGE or chars[start - 1] in single):
        start -= 1
        single = single - {chars[start]}
    while end < limit and (classes[end] in _EDGE or chars[end] in single):
        end += 1
        single = single - {chars[end - 1]}
    return start, end


def _single_brackets(chars: Sequence[str]) -> set[str]:
    """Return the brackets, either way round, of which half a pair is among ``chars``."""
    return {
        half
        for opener, closer in OPENERS.items()
        for half in (opener, closer)
        if sum(char in {opener, closer} for char in chars) % 2
    }


def _turned(chars: Sequence[str], classes: Sequence[str], span: Span, wide: Span) -> list[int]:
    """Return the places of ``wide`` in logical order, of which ``span`` is without its edges."""
    start, end = span
    first, last = wide
    if chars[start - 1] == _PLUS and first < start and chars[start].isdigit():
        # A telephone number that was kept from being turned.
        return [*reversed(range(end, last)), *range(first, end)]
    before = next((kind for kind in classes[last:] if kind in _RIGHT), None)
    if before:
        return _tried(chars, classes, (span, wide), before)
    # Begins the line, which may go on from another: its numbers are turned if letters lead to them.
    led, alone = (_tried(chars, classes, (span, wide), kind) for kind in ("AL", "R"))
    return alone if _ascends(chars, alone) and not _ascends(chars, led) else led


def _tried(
    chars: Sequence[str], classes: Sequence[str], spans: tuple[Span, Span], before: str
) -> list[int]:
    """Return the first order that is shown as what is seen; those whose brackets match go first."""
    (start, end), (first, last) = spans
    wanted = list(range(first, last))
    spare: list[int] | None = None
    for guess in _guesses(chars, classes, *spans):
        texts = balanced([chars[place] for place in guess])
        if not any(
            [guess[place] for place in shown(texts, rtl=True, before=before, paired=paired)]
            == wanted
            for paired in (True, False)
        ):
            continue
        if matched(texts):
            return guess
        spare = spare or guess
    return spare or [
        *reversed(range(end, last)),
        *range(start, end),
        *reversed(range(first, start)),
    ]


def _ascends(chars: Sequence[str], order: Sequence[int]) -> bool:
    """Say whether an order reads as a range of numbers, such as of years."""
    text = "".join(chars[place] for place in order)
    parts = _RANGE.fullmatch(text)
    return parts is not None and int(parts[1]) < int(parts[2])


def _guesses(
    chars: Sequence[str], classes: Sequence[str], span: Span, wide: Span
) -> Iterator[list[int]]:
    first, last = wide
    for start, end in dict.fromkeys(((span[0], last), span, (first, span[1]), wide)):
        outer = [*reversed(range(end, last))]
        rest = [*reversed(range(first, start))]
        for inner in _divisions(chars, classes, (start, end)):
            yield [*outer, *inner, *rest]


def _divisions(chars: Sequence[str], classes: Sequence[str], span: Span) -> Iterator[list[int]]:
    """Yield the orders of a span cut at some of its gaps, with the parts from right to left."""
    start, end = span
    gaps = _gaps(classes, start, end)
    measured = [gap for gap in gaps if _is_measured(chars, classes, start, gap)]
    if measured:
        yield _divided(start, end, measured)
    counts = range(len(gaps) + 1) if len(gaps) <= _MOST_GAPS else (0, 1, len(gaps))
    for count in sorted(counts, key=lambda number: (number != 0, number != len(gaps), number)):
        for cut in combinations(gaps, count):
            yield _divided(start, end, cut)


def _gaps(classes: Sequence[str], start: int, end: int) -> list[Span]:
    gaps: list[Span] = []
    place = start
    while place < end:
        stop = place
        while stop < end and classes[stop] not in _LEFT:
            stop += 1
        if stop > place:
            gaps.append((place, stop))
        place = stop + 1
    return gaps


def _is_measured(chars: Sequence[str], classes: Sequence[str], start: int, gap: Span) -> bool:
    """Say whether a number is on the right of a gap, and on the left its unit and no more of it."""
    first = gap[0]
    while first > start and (classes[first - 1] == "L" or chars[first - 1] in _POWERS):
        first -= 1
    alone = first == start or not any(
        char.isalpha() for char in chars[max(start, first - 2) : first]
    )
    return alone and "".join(chars[first : gap[0]]) in UNITS and classes[gap[1]] in {"EN", "AN"}


def _divided(start: int, end: int, cut: Sequence[Span]) -> list[int]:
    order: list[int] = []
    for gap_start, gap_end in reversed(cut):
        order += [*range(gap_end, end), *reversed(range(gap_start, gap_end))]
        end = gap_start
    return [*order, *range(start, end)]
