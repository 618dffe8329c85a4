"""Characters that should not be in a text, though many of them cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES, character, more, quoted
from align.text.arabic import presentation_forms, repair
from align.text.look_alikes import look_alikes
from align.text.mojibake import garbled
from align.text.writing_direction import CONTROLS, unpaired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair, Text
    from align.model import Flag, SideName

__all__ = ["characters"]

# Not in the production Char of XML 1.0, or in it but no character: U+FFFD stands for a lost one,
# private ones show as boxes elsewhere, of every plane the last two are reserved for ever.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000))
    + "\U000f0000-\U0010ffff]+"
)
_MAYBE_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff]")  # far sooner searched for
# Without a shape, and neither a space nor of use in Arabic or English. Joiners are within Arabic
# words and pictures; a line separator breaks the lines of the files that units are written to.
_INVISIBLE = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff"
    "\ufff9-\ufffb]+"
    "|(?<![\u0600-\u08ff])[\u200c\u200d]+(?![\u0600-\u08ff\u2600-\u27bf\U0001f000-\U0001faff])"
)
# Two words or more of nothing else: what an encoding without Arabic leaves of it.
_LOST = re.compile(r"\?{2,}(?:[ .,]+\?{2,})+")
_TYPED = re.compile("[\ufdf0-\ufdfd]+")  # ligatures of whole words
# All of these checks are about characters that plain English does not have.
_UNUSUAL = re.compile("[^\t\n\r\x20-\x7e\u00a1-\u00ac\u00ae-\u00bf]")


def characters(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each kind of wrong, garbled or invisible character on each side."""
    for side in SIDES:
        text = pair.side(side)
        if lost := _LOST.search(text.text):
            message = "the letters were lost: question marks stand in their place"
            yield flag("mojibake", message, side, *lost.span())
        if _UNUSUAL.search(text.text):
            yield from _forbidden(text.text, side)
            yield from _garbled_or_invisible(text.text, side)
            yield from _forms(text.text, side)
            yield from _mixed(text, side)


def _forbidden(text: str, side: SideName) -> Iterator[Flag]:
    if not _MAYBE_FORBIDDEN.search(text):
        return
    for match in _FORBIDDEN.finditer(text):
        char = match.group()[0]
        yield flag("forbidden-character", f"{character(char)} {_why(char)}", side, *match.span())


def _why(char: str) -> str:
    if char == "\ufffd":
        return "stands for a character that was lost"
    if unicodedata.category(char) == "Co":
        return "means something in one font only"
    return "is not allowed in XML"


def _garbled_or_invisible(text: str, side: SideName) -> Iterator[Flag]:
    """Yield flags for mojibake, or else for invisible characters: mojibake is full of them."""
    if not (found := garbled(text)):
        yield from _controls(text, side)
        yield from _directions(text, side)
        return
    cited, meant = quoted(text[found.start : found.end]), quoted(found.meant)
    message = f"{cited} was decoded with the wrong encoding, it should read {meant}"
    yield flag("mojibake", message, side, found.start, found.end)


def _controls(text: str, side: SideName) -> Iterator[Flag]:
    for match in _INVISIBLE.finditer(text):
        message = f"{character(match.group()[0])} cannot be seen, but is in the text"
        yield flag("control-character", message, side, *match.span())


def _directions(text: str, side: SideName) -> Iterator[Flag]:
    marks = list(CONTROLS.finditer(text))
    if not marks:
        return
    if (place := unpaired(text)) is not None:
        message = f"{character(text[place])} is not paired: all text behind it may be turned round"
        yield flag("bidi-control", message, side, place, place + 1)
    else:
        message = f"invisible mark of writing direction {character(marks[0].group())}"
        yield flag("bidi-control", message + more(len(marks)), side, *marks[0].span())


def _forms(text: str, side: SideName) -> Iterator[Flag]:
    runs = [run for run in presentation_forms(text) if not _TYPED.fullmatch(text[slice(*run)])]
    if runs:
        shown = text[slice(*runs[0])]
        message = (
            f"{quoted(shown)} is in the shapes of old fonts, not in the letters {repair(shown)}"
        )
        yield flag("presentation-form", message + more(len(runs)), side, *runs[0])


def _mixed(text: Text, side: SideName) -> Iterator[Flag]:
    found = list(look_alikes(text.text, text.family))
    if found:
        word = text.text[found[0].start : found[0].end]
        message = f"{quoted(word)} has {character(found[0].char)}, which only looks like"
        message += f" {character(found[0].meant)}{more(len(found))}"
        yield flag("mixed-script", message, side, found[0].start, found[0].end)
