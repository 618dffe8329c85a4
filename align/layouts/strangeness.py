"""How strange a text would be as part of a side, in nats: 0 is what one expects.

The figures were set by hand on real bilingual texts: Latin names, titles and addresses are at
home in a text of another script, letters of another script are rare in a Latin text.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import regex

from align.layouts.parts import Part, Row, Tongues

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NO_MATCH", "agreement", "by_side", "loose_row", "mismatch", "strangeness"]

NO_MATCH = 3.0  # a mismatch from which two texts no longer look like a translation
GUEST_ONLY = (2.0, 0.1)  # a text wholly in the guest script: at all, and per letter
RUNNING_WORD = 1.0  # per word of such a text that is no name or address: none of it is a quotation
STRANGER_ONLY = (12.0, 0.5)  # a block wholly in a script that is no guest
WHOLLY_CAP = 60.0
GUEST_SURPLUS = 0.05  # per guest letter beyond the block's own letters
GUEST_SURPLUS_CAP = 8.0
STRANGER_PRESENT = 1.0  # a Latin block that holds some letters of the other script
STRANGER_SHARE = 10.0  # times their share
STRANGER_LETTER = 0.02

_RUNNING_WORD = regex.compile(r"(?<![\p{L}\p{N}@/.:_#-])\p{Ll}+(?![\p{L}\p{N}@/_-]|\.\p{L})")

RATIO_VARIANCE = 0.2  # of log(target letters / source letters), paragraphs of any length
RATIO_VARIANCE_LETTER = 6.0  # and this, divided by the letters: short texts vary more
MISMATCH_CAP = 40.0


def strangeness(letters: tuple[int, int], side: int, tongues: Tongues) -> float:
    """Return the cost of a text with ``letters`` of both scripts standing on ``side``."""
    own, foreign = letters[side], letters[1 - side]
    if not foreign:
        return 0.0
    if not own:
        price, per_letter = GUEST_ONLY if tongues.guest(side) else STRANGER_ONLY
        return min(WHOLLY_CAP, price + per_letter * foreign)
    if tongues.guest(side):
        return min(GUEST_SURPLUS_CAP, GUEST_SURPLUS * max(0, foreign - own))
    share = foreign / (own + foreign)
    return STRANGER_PRESENT + STRANGER_SHARE * share + STRANGER_LETTER * foreign


def mismatch(source: int, target: int, tongues: Tongues) -> float:
    """Return how unlikely it is that texts of these many letters translate one another."""
    if not source and not target:
        return 0.0
    gap = math.log((target + 1) / (source + 1)) - tongues.lean
    variance = RATIO_VARIANCE + RATIO_VARIANCE_LETTER / (source + target)
    return min(MISMATCH_CAP, gap * gap / (2 * variance))


def agreement(source: int, target: int, tongues: Tongues) -> float:
    """Return how much texts of these many letters look like translations, from 0 to 1."""
    return max(0.0, 1 - mismatch(source, target, tongues) / NO_MATCH)


def by_side(part: Part, tongues: Tongues) -> tuple[float, float]:
    """Return the strangeness of ``part`` as source and as target."""
    costs = [strangeness(part.letters, side, tongues) for side in (0, 1)]
    for side in (0, 1):
        if part.letters[1 - side] and not part.letters[side] and tongues.guest(side):
            costs[side] += RUNNING_WORD * _running_words(part.text)
    return costs[0], costs[1]


def _running_words(text: str) -> int:
    """Count words in lower case: prose has many, a name, title or address has few."""
    return len(_RUNNING_WORD.findall(text))


def loose_row(parts: Iterable[Part], tongues: Tongues) -> Row:
    """Return neighbouring parts that no rule could cut as one row, each on its likelier side."""
    sides: tuple[list[Part], list[Part]] = ([], [])
    for part in parts:
        source, target = by_side(part, tongues)
        sides[target < source].append(part)
    return Row(source=tuple(sides[0]), target=tuple(sides[1]))
