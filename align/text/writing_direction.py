"""The invisible marks that turn the direction of writing (UAX #9), and which lack a pair."""

from __future__ import annotations

import re

__all__ = ["CONTROLS", "unpaired"]

# Arabic letter mark, left-to-right and right-to-left mark; embeddings, overrides and isolates.
CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OPENERS = {
    "\N{LEFT-TO-RIGHT EMBEDDING}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{RIGHT-TO-LEFT EMBEDDING}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{LEFT-TO-RIGHT OVERRIDE}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{LEFT-TO-RIGHT ISOLATE}": "\N{POP DIRECTIONAL ISOLATE}",
    "\N{RIGHT-TO-LEFT ISOLATE}": "\N{POP DIRECTIONAL ISOLATE}",
    "\N{FIRST STRONG ISOLATE}": "\N{POP DIRECTIONAL ISOLATE}",
}
_CLOSERS = frozenset(_OPENERS.values())


def unpaired(text: str) -> int | None:
    r"""Return the place of the first mark that opens or closes alone, None without one.

    >>> unpaired("a\u202bb"), unpaired("a\u202bb\u202c")
    (1, None)
    """
    opened: list[tuple[int, str]] = []
    for match in CONTROLS.finditer(text):
        if match.group() in _OPENERS:
            opened.append((match.start(), _OPENERS[match.group()]))
        elif match.group() in _CLOSERS and (not opened or opened.pop()[1] != match.group()):
            return match.start()
    return opened[0][0] if opened else None
