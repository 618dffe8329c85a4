"""What the sides end with; the marks of Arabic mean the same as those of English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag

__all__ = ["endings"]

# Spaces, closing quotes and brackets, emphasis, and marks that cannot be seen.
_LOOKED_THROUGH = (
    " \t\n\r\u00a0\"'”’“»«›)]}﴾﴿*_`\u00ad\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_NAMES = {
    mark: name
    for name, marks in {
        "a question mark": "?؟\u2e2e\uff1f",
        "an exclamation mark": "!\uff01",
        "a full stop": ".۔\u3002",
        "an ellipsis": "…",
        "a colon": ":\uff1a",
        "a semicolon": ";؛\uff1b",
        "a comma": ",،\uff0c",
    }.items()
    for mark in marks
}
_NOTHING = "no punctuation"
_CRIES = "!\uff01"


def endings(pair: Pair) -> Iterator[Flag]:
    """Yield a flag where the sides end with different marks, or one of them with none."""
    (source, _, _), (target, start, end) = (_ending(pair.side(side).text) for side in SIDES)
    if source != target and pair.source.text.strip() and pair.target.text.strip():
        message = f"the source ends with {source}, the target with {target}"
        yield flag("end-punctuation", message, "target", start, end)


def _ending(text: str) -> tuple[str, int, int]:
    """Return what a text ends with, in words, and the span of the mark."""
    bare = text.rstrip(_LOOKED_THROUGH)
    end = len(bare)
    asked = bare.rstrip(_CRIES)
    if asked != bare and _NAMES.get(asked[-1:]) == "a question mark":  # ?! is a question
        bare = asked
    if bare.endswith(".."):
        return "an ellipsis", len(bare.rstrip(".")), end
    name = _NAMES.get(bare[-1:])
    return (name, len(bare) - 1, end) if name else (_NOTHING, end, end)
