"""Clauses: the pieces of a long segment that a translator may have made sentences of."""

from __future__ import annotations

import re

__all__ = ["clauses"]

SHORTEST = 20  # characters; what is shorter is no clause of its own
MOST = 60  # about so many clauses of a text, however long: work and memory grow with their square
# Arabic prose strings sentences together by these words where English would set a full stop.
_OPENERS = "وكان|وقال|ثم|فقال|فلما|ولما|حتى|إلا"
_CUT = re.compile(rf"(?<=[،؛:.,;!?؟—])\s+|\s+(?=(?:{_OPENERS})\s)")


def clauses(text: str) -> list[str]:
    """Return the clauses of ``text``: after punctuation, before words that open a new thought.

    Joined by one space they give ``text`` again, runs of white space apart. There is always one.

    >>> clauses("When the rain had ended, the children went out; their mother called them.")
    ['When the rain had ended,', 'the children went out;', 'their mother called them.']
    """
    found: list[str] = []
    shortest = max(SHORTEST, len(text) // MOST)
    for piece in _CUT.split(text.strip()):
        if found and min(len(found[-1]), len(piece)) < shortest:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found
