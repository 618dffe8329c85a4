"""Spaces too many and too few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES, other, quoted
from align.text.arabic import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag, SideName

__all__ = ["spaces"]

_SPACE = "[\t\u0020\u00a0]"
# Each of these begins with what is rare, not with what stands before it: so they pass over the rest
# of a text several times as fast.
_DOUBLE = re.compile(rf"{_SPACE}(?<=\S{_SPACE}){_SPACE}+(?=\S)")
# A ratio such as 3 : 4, an ellipsis, a smiley or a number such as .5 may have a space before it.
_BEFORE = re.compile(
    rf"{_SPACE}(?<=[\w{MARKS})\]»”\"%]{_SPACE}){_SPACE}*(?P<mark>[.,،؛؟?!;:])"
    r"(?=[\s'\"»”)\]]|\Z)(?!\s*[)(\d])"
)
# With two characters before a comma, three before a full stop: less is code or an abbreviation.
_BEHIND = re.compile(
    rf"[.,،؛؟](?:(?<=[\w{MARKS}]{{2}}[,،؛؟])(?=[^\W\d_])"
    r"|(?<=[\u0621-\u064a]{3}[.])(?=[\u0621-\u064a]{2}))"
)
_CODE = re.compile(r"://|www\.|[@_/\\=<>`{}]")


def spaces(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each place with too many or too few spaces."""
    yield from _edges(pair)
    for side in SIDES:
        text = pair.side(side).text
        for match in _DOUBLE.finditer(text):
            message = f"{len(match.group())} spaces in a row"
            yield flag("double-space", message, side, *match.span())
        yield from _beside_marks(text, side)


def _edges(pair: Pair) -> Iterator[Flag]:
    texts = {side: pair.side(side).text for side in SIDES}
    starts = {side: len(text) - len(text.lstrip()) for side, text in texts.items()}
    ends = {side: len(text.rstrip()) for side, text in texts.items()}
    for side in SIDES:
        facing = other(side)
        if starts[side] and not starts[facing]:
            message = f"the {side} begins with a space, the {facing} does not"
            yield flag("edge-space", message, side, 0, starts[side])
        if ends[side] < len(texts[side]) and ends[facing] == len(texts[facing]):
            message = f"the {side} ends with a space, the {facing} does not"
            yield flag("edge-space", message, side, ends[side], len(texts[side]))


def _beside_marks(text: str, side: SideName) -> Iterator[Flag]:
    for match in _BEFORE.finditer(text):
        message = f"a space before {quoted(match['mark'])}"
        yield flag("spacing", message, side, *match.span())
    for match in _BEHIND.finditer(text):
        if not _CODE.search(_word_around(text, match.start())):
            yield flag("spacing", f"no space behind {quoted(match.group())}", side, *match.span())


def _word_around(text: str, place: int) -> str:
    """Return what stands between the spaces around a place."""
    end = text.find(" ", place)
    return text[text.rfind(" ", 0, place) + 1 : end if end >= 0 else None]
