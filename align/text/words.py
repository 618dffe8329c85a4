"""Words as the aligner compares them: lower case, without the punctuation around them."""

from __future__ import annotations

import re

__all__ = ["bare"]

_EDGES = re.compile(r"^\W+|\W+$")


def bare(token: str) -> str:
    """Return a token between spaces as a word; empty when it holds no letter or digit.

    >>> bare("«Cairo,»")
    'cairo'
    """
    return _EDGES.sub("", token).lower()
