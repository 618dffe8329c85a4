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
LIKELY = 0.7


def coverage(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for the words of each side that are not said on the other.

    Another one tells where the neighbouring unit says them. Without an encoder there is none.
    """
    for unsaid in pair.unsaid:
        if unsaid.probability < LIKELY:
            continue
        side, span = unsaid.side, (unsaid.start, unsaid.end)
        words = quoted(pair.side(side).text[slice(*span)])
        yield flag("partial", f"{words} is not said in the {other(side)}", side, *span)
        if unsaid.elsewhere:
            yield flag("merged", f"{words} is said in the neighbouring unit", side, *span)
