"""Coverage: whether each side says all that the other says, or what the neighbouring unit says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import other, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag

__all__ = ["coverage"]

# Probability that a side says more than the other, from which it is worth a look.
LIKELY = 0.8


def coverage(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for the words of each side that are not said on the other.

    Only an encoder can tell; without one there is none.
    """
    for unsaid in pair.unsaid:
        if unsaid.probability < LIKELY:
            continue
        words = quoted(pair.side(unsaid.side).text[unsaid.start : unsaid.end])
        missing, name = f"{words} is not said in the {other(unsaid.side)}", "partial"
        if unsaid.elsewhere:
            missing, name = f"{missing}, but in that of the neighbouring unit", "merged"
        yield flag(name, missing, unsaid.side, unsaid.start, unsaid.end)
