"""Words as the aligner compares them: lower case, without the punctuation around them."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["bare"]

_CACHED = 1 << 14  # tokens that are remembered
_EDGES = re.compile(r"^\W+|\W+$")


@lru_cache(_CACHED)
def bare(token: str) -> str:
    """Return a token between spaces as a word; empty when it holds no letter or digit.

    >>> bare("«Cairo,»")
    'cairo'
    """
    return _EDGES.sub("", token).lower()
