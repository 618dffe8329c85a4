"""The Unicode bidirectional algorithm (UAX #9) for one line without embeddings.

It says how a line in logical order is shown, so that a guess at the logical order can be tried.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MIRRORS", "OPENERS", "bidi_class", "shown"]

OPENERS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "⟨": "⟩", "﴿": "﴾"}
MIRRORS = OPENERS | {closer: opener for opener, closer in OPENERS.items()} | {"<": ">", ">": "<"}
_PAIRED = {"(": ")", "[": "]", "{": "}", "⟨": "⟩"}  # Bidi_Paired_Bracket; quotation marks are not
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN"})
_SEPARATORS = {"ES": ("EN",), "CS": ("EN", "AN")}
_RIGHT = {"R": "R", "AL": "R", "EN": "R", "AN": "R", "L": "L"}


@lru_cache(4096)
def bidi_class(char: str) -> str:
    """Return the bidirectional class of a character, ON for what has none."""
    return unicodedata.bidirectional(char) or "ON"


def shown(chars: Sequence[str], *, rtl: bool, before: str, paired: bool = True) -> list[int]:
    """Return the places of ``chars``, in logical order, from left to right as they are shown.

    ``before`` is the class of the last strong character before them: ``AL``, ``L`` or ``R``.
    Without ``paired``, brackets are neutral, as they were until Unicode 6.3.
    """
    base = "R" if rtl else "L"
    types = _weak([bidi_class(char) for char in chars], before)
    if paired:
        _brackets(types, chars, base, before)
    _neutrals(types, base, "L" if before == "L" else "R")
    return _reorder([_level(kind, rtl) for kind in types])


def _weak(types: list[str], before: str) -> list[str]:
    """Resolve numbers and what stands beside them (W1-W7)."""
    strong, last = before, before
    for place, kind in enumerate(types):
        if kind == "NSM":
            types[place] = last
        elif kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[place] = "AN"
        last = types[place]
    types = ["R" if kind == "AL" else kind for kind in types]
    _separators(types)
    _terminators(types)
    strong = before
    for place, kind in enumerate(types):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            types[place] = "L"
    return types


def _separators(types: list[str]) -> None:
    """Join numbers over a single separator between two of one kind (W4)."""
    for place in range(1, len(types) - 1):
        left, right = types[place - 1], types[place + 1]
        if left == right and left in _SEPARATORS.get(types[place], ()):
            types[place] = left


def _terminators(types: list[str]) -> None:
    """Join percent and currency signs to the European number beside them (W5, W6)."""
    for places in (range(len(types)), reversed(range(len(types)))):
        last = ""
        for place in places:
            if types[place] == "ET" and last == "EN":
                types[place] = "EN"
            last = types[place]
    for place, kind in enumerate(types):
        if kind in {"ES", "ET", "CS"}:
            types[place] = "ON"


def _brackets(types: list[str], chars: Sequence[str], base: str, before: str) -> None:
    """Give paired brackets the direction of what they hold, or of what leads to them (N0)."""
    for start, end in _pairs(types, chars):
        inside = {_RIGHT[kind] for kind in types[start + 1 : end] if kind in _RIGHT}
        if base in inside:
            types[start] = types[end] = base
        elif inside:
            leading = [_RIGHT[kind] for kind in types[:start] if kind in _RIGHT]
            context = leading[-1] if leading else ("L" if before == "L" else "R")
            types[start] = types[end] = context if context != base else base


def _pairs(types: list[str], chars: Sequence[str]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, char in enumerate(chars):
        if types[place] != "ON":
            continue
        if char in _PAIRED:
            opened.append((_PAIRED[char], place))
        match = next((n for n in reversed(range(len(opened))) if opened[n][0] == char), None)
        if match is not None:
            pairs.append((opened[match][1], place))
            del opened[match:]
    return sorted(pairs)


def _neutrals(types: list[str], base: str, before: str) -> None:
    """Give neutrals the direction that both sides of them share, else that of the line (N1, N2)."""
    place = 0
    last = before
    while place < len(types):
        if types[place] not in _NEUTRAL:
            last = _RIGHT[types[place]]
            place += 1
            continue
        end = place
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        following = _RIGHT[types[end]] if end < len(types) else base
        types[place:end] = [last if last == following else base] * (end - place)
        place = end


def _level(kind: str, rtl: bool) -> int:
    if rtl:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _reorder(levels: list[int]) -> list[int]:
    """Reverse what stands at each level or higher, from the highest down (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[place:end] = reversed(order[place:end])
            place = end + 1
    return order
