"""What the readers of memories share: how the fields of a unit are understood."""

from __future__ import annotations

from align.text.tidy import tidy

__all__ = ["DEFAULT_KIND", "DEFAULT_SCORE", "score_of", "texts_of"]

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


def texts_of(source: str, target: str, *, exact: bool) -> tuple[str, str]:
    """Return both texts as they stand, or tidied; raises `ValueError` for a tidied one left empty.

    >>> texts_of(" نعم", "", exact=True)
    (' نعم', '')
    """
    if exact:
        return source, target
    source, target = tidy(source), tidy(target)
    if source and target:
        return source, target
    raise ValueError(f"the {'target' if source else 'source'} of a unit is empty")
