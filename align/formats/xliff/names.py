"""What our two writers of XLIFF and the reader of both versions have to agree on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from align.formats.props import quoted

if TYPE_CHECKING:
    from align.model import Severity

__all__ = ["CATEGORY", "DOUBTFUL", "OURS", "PRIORITIES", "STATES", "name_of", "token_of"]

# Every unit of ours, and none of anybody else's, has a prop of this name.
OURS = "x-score"
# The category of our notes in XLIFF 2 begins so, as the segments' subState does.
CATEGORY = "align:"
DOUBTFUL = f"{CATEGORY}doubtful"
# The states we write: they follow from score and flags, so reading them says nothing new.
STATES = frozenset({"translated", "needs-review-translation", "initial", DOUBTFUL})
PRIORITIES: dict[Severity, int] = {"error": 1, "warning": 3, "info": 5}  # 1 is the highest of 10


@lru_cache(maxsize=1_000)
def token_of(name: str) -> str:
    """Return the name of a prop as an attribute holds it that may not have white space in it.

    >>> token_of("x-my client")
    'x-my%20client'
    """
    return quoted(name)


def name_of(token: str) -> str:
    """Return the name of a prop that `token_of` made a token of."""
    return unquote(token) if "%" in token else token
