"""What the readers of memories share: how the fields of a unit are understood."""

from __future__ import annotations

__all__ = ["DEFAULT_KIND", "DEFAULT_SCORE", "score_of"]

DEFAULT_KIND = "1-1"
DEFAULT_SCORE = 1.0  # a memory without scores is taken at its word


def score_of(text: str | None) -> float:
    """Return a score as it is written; raises `ValueError` for what is none.

    >>> score_of("0.8731"), score_of(None)
    (0.8731, 1.0)
    """
    if not text:
        return DEFAULT_SCORE
    score = float(text)
    if 0 <= score <= 1:
        return score
    raise ValueError(f"score {text} is not between 0 and 1")
