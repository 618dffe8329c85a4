"""Sides too long for CAT tools, or too long or short for one another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES
from align.evidence.length import lengths as counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag

__all__ = ["lengths"]

# The difference of lengths spreads as in Gale & Church 1993, whose variance grows with the length,
# and by a share of the length, as texts are translated more freely or less. On four gold sets, law
# and classics, news, medicine and software, 1.5 % of right pairs lie beyond the limit, as many of
# short as of long ones, and 86 % of those in which half of a side is missing or stands twice.
_VARIANCE = 2.0  # per character
_FREEDOM = 0.2  # per character of either side
_LIMIT = 1.8  # standard deviations


def lengths(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each side too long for CAT tools, and for lengths that do not fit."""
    longest = pair.context.longest
    for side in SIDES:
        length = len(pair.side(side).text)
        if length > longest:
            message = f"the {side} has {length:,} characters, CAT tools accept {longest:,}"
            yield flag("too-long", message, side, longest, length)
    yield from _difference(pair)


def _difference(pair: Pair) -> Iterator[Flag]:
    source, target = counted([pair.source.text, pair.target.text]).tolist()
    usual = source * pair.context.ratio
    mean = (usual + target) / 2
    if min(usual, target) <= 0:
        return
    if abs(target - usual) > _LIMIT * math.sqrt(_VARIANCE * mean + (_FREEDOM * mean) ** 2):
        far = "long" if target > usual else "short"
        message = f"the target is too {far} for the source: it has {target:.0f} characters,"
        yield flag("length", f"{message} about {usual:.0f} would be usual")
