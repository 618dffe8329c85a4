"""A text whose every sentence is followed by its translation in brackets: ``glossed``."""

from __future__ import annotations

import math
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import regex

from align.layouts.glosses import Habit, glosses
from align.layouts.parts import Laid, Part, Row, Tongues, cut
from align.layouts.strangeness import loose_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.layouts.brackets import Gloss

__all__ = ["lay", "misfit"]

NO_GLOSS = 2.5  # price of a paragraph without a gloss, when the layout is guessed
BASE = 0.3
SMALLER_SIDE = 0.1  # share of the letters that the smaller side must have to be looked at
LONGEST = 50_000  # characters; a longer paragraph is not looked at, when the layout is guessed
FEWEST_ENDS = 0.05  # added to the share of glosses that do not follow a sentence end
CHEAPEST_INSIDE, DEAREST_INSIDE = 0.5, 1.0

_BRACKETED = regex.compile(r"[^(\[{（［]*+[(\[{（［].*[)\]}）］]", regex.DOTALL)
# What may stand between a gloss and the next sentence and belongs to neither.
_AFTER = regex.compile(r"[\s.,;:!?،؛؟…]*")


def misfit(part: Part, tongues: Tongues) -> float:
    """Return what it costs to read ``part`` as sentences with glosses, per gloss."""
    if len(part.text) > LONGEST or not _BRACKETED.match(part.text):
        return NO_GLOSS
    if SMALLER_SIDE * part.total > min(part.letters) > 0:
        return NO_GLOSS
    tried = [glosses(part, tongues, Habit(host)) for host in (0, 1)]
    costs = [BASE + cost / len(found) for cost, found in tried if found]
    return min([*costs, NO_GLOSS])


def lay(parts: Sequence[Part], tongues: Tongues) -> Laid:
    """Cut every paragraph into its sentences and their glosses."""
    habit = _habit(parts, tongues)
    rows: list[Row] = []
    furniture: list[Part] = []
    found = [(part, glosses(part, tongues, habit)[1]) for part in parts]
    for glossed, group in groupby(found, key=lambda pair: bool(pair[1])):
        if not glossed:
            rows.append(loose_row((part for part, _ in group), tongues))
            continue
        for part, chosen in group:
            rows.extend(_rows(part, chosen, habit.host, tongues))
            furniture.extend(_marks(part, chosen, tongues))
    return Laid(layout="glossed", rows=tuple(rows), furniture=tuple(furniture))


def _habit(parts: Sequence[Part], tongues: Tongues) -> Habit:
    """Learn which language has the glosses, and how often they follow the end of a sentence."""
    tried = [[(part, *glosses(part, tongues, Habit(host))) for part in parts] for host in (0, 1)]
    costs = [sum(cost for _, cost, _ in readings) for readings in tried]
    host = int(costs[1] < costs[0])
    found = [(part, gloss) for part, _, chosen in tried[host] for gloss in chosen]
    brackets = Counter(part.text[gloss.start] for part, gloss in found)
    bracket = max(brackets, key=lambda mark: (brackets[mark], mark), default="")
    inside = sum(not gloss.ends for _, gloss in found) / max(1, len(found))
    price = -math.log(inside + FEWEST_ENDS)
    return Habit(host, min(DEAREST_INSIDE, max(CHEAPEST_INSIDE, price)), bracket)


def _rows(part: Part, chosen: Sequence[Gloss], host: int, tongues: Tongues) -> list[Row]:
    rows, start = [], part.start
    for gloss in chosen:
        sides = [
            cut(part.block, start, part.start + gloss.start, tongues.scripts),
            cut(
                part.block,
                part.start + gloss.start + 1,
                part.start + gloss.end - 1,
                tongues.scripts,
            ),
        ]
        rows.append(_row(sides, host))
        start = _behind(part, gloss)
    rest = cut(part.block, start, part.end, tongues.scripts)
    return [*rows, _row([rest], host)] if rest.text else rows


def _behind(part: Part, gloss: Gloss) -> int:
    """Return where in the block the text behind a gloss and its marks begins."""
    after = _AFTER.match(part.block.text, part.start + gloss.end, part.end)
    return after.end() if after else part.start + gloss.end


def _marks(part: Part, chosen: Sequence[Gloss], tongues: Tongues) -> Iterator[Part]:
    """Yield the marks right behind the glosses, which belong to neither side."""
    for gloss in chosen:
        marks = cut(part.block, part.start + gloss.end, _behind(part, gloss), tongues.scripts)
        if marks.text:
            yield marks


def _row(sides: list[Part], host: int) -> Row:
    first, second = tuple(sides[:1]), tuple(sides[1:])
    return Row(source=second, target=first) if host else Row(source=first, target=second)
