"""What is wrong with the texts of a unit: the characters, the edges, the length."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from align.exchange.checking.decoding import BAD_BYTE, FORBIDDEN, MARKS
from align.exchange.checking.hits import Hit
from align.text.arabic import INVISIBLE, presentation_forms
from align.text.tidy import illegal_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.exchange.checking.entries import Said
    from align.model import SideName

__all__ = ["Pair", "TextChecks", "unmarked"]

LOST = "\N{REPLACEMENT CHARACTER}"
NO_BREAK = "\N{NO-BREAK SPACE}"
_INVISIBLE_EDGE = re.compile(f"^[{INVISIBLE}]|[{INVISIBLE}]$")
_BREAK = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")


class Pair(NamedTuple):
    """The two texts of a unit that are looked at."""

    source: Said
    target: Said


class TextChecks:
    """Looks at both sides of units.

    ``longest`` is what the settings allow a side, ``limits`` what tools take, in characters.
    """

    def __init__(self, longest: int, limits: Mapping[str, int]) -> None:
        """Take the limits."""
        self._longest = longest
        self._limits = limits
        self._least = min((longest, *limits.values()))

    def hits(self, pair: Pair) -> Iterator[Hit]:
        """Yield what is wrong with both texts."""
        yield from self._side(pair.source, "source")
        yield from self._side(pair.target, "target")

    def _side(self, said: Said, side: SideName) -> Iterator[Hit]:
        if said.coded:
            yield Hit("inline-code", _times(said.coded, "inline code"), side)
        text = said.text
        stripped = text.strip()
        if not stripped or not unmarked(stripped).strip():
            yield Hit("empty", f"the {side} is empty", side)
            return
        if len(stripped) != len(text) and not said.coded:  # else it may stand beside a code
            yield Hit("edge-space", f"the {side} {_edges(text, stripped)}", side)
        if len(stripped) > self._least:
            yield from self._long(len(stripped), side)
        if not stripped.isascii() or not stripped.isprintable():
            yield from _characters(stripped, side)

    def _long(self, length: int, side: SideName) -> Iterator[Hit]:
        """Say that a text is too long, for tools or else for the settings."""
        message = f"the {side} has {length:,} characters"
        tools = frozenset(tool for tool, most in self._limits.items() if length > most)
        if tools:
            yield Hit("over-limit", message, side, tools)
        elif length > self._longest:
            yield Hit("too-long", message, side)


def unmarked(text: str) -> str:
    """Return a text without the marks of what XML forbids; a lost character is U+FFFD."""
    return text.replace(FORBIDDEN, "").replace(BAD_BYTE, LOST)


def _characters(text: str, side: SideName) -> Iterator[Hit]:
    forbidden = text.count(FORBIDDEN) + sum(1 for _ in illegal_spans(text))
    if forbidden:
        message = f"{_times(forbidden, 'character')} in the {side} that XML forbids"
        yield Hit("forbidden-character", message, side)
    if LOST in text:
        yield Hit("lost-character", f"U+FFFD in the {side}, {_quoted(text, LOST)}", side)
    if _BREAK.search(text):
        yield Hit("line-break", f"a line break or tab in the {side}", side)
    if _INVISIBLE_EDGE.search(text):
        yield Hit("edge-mark", f"the {side} begins or ends with {_names(text)}", side)
    if not unicodedata.is_normalized("NFC", text):
        yield Hit("not-nfc", f"the {side} is not in composed form (NFC)", side)
    forms = sum(end - start for start, end in presentation_forms(text))
    if forms:
        yield Hit("presentation-form", f"{_times(forms, 'presentation form')} in the {side}", side)


def _names(text: str) -> str:
    edges = dict.fromkeys(_INVISIBLE_EDGE.findall(text))
    return " and ".join(f"U+{ord(char):04X}" for char in edges)


def _edges(text: str, stripped: str) -> str:
    start = text.index(stripped)
    places = {"begins": bool(start), "ends": len(text) > start + len(stripped)}
    told = " and ".join(place for place, found in places.items() if found)
    spaces = text[:start] + text[start + len(stripped) :]
    return f"{told} with {'a no-break space' if NO_BREAK in spaces else 'white space'}"


def _quoted(text: str, character: str) -> str:
    place = text.index(character)
    return f"“{MARKS.sub('', text[max(place - 15, 0) : place + 16])}”"


def _times(times: int, name: str) -> str:
    return f"1 {name}" if times == 1 else f"{times:,} {name}s"
