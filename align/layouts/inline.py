"""Both languages on one line: ``English – العربية``, in either order, with any separator."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby, islice, pairwise
from typing import NamedTuple

import regex

from align.layouts.parts import Laid, Part, Row, Tongues, cut
from align.layouts.strangeness import loose_row, mismatch
from align.text.scripts import tally

__all__ = ["lay", "misfit"]

# A dash or another mark, with or without space; two spaces; or, as a last resort, one space.
SEPARATOR = regex.compile(r"([–—―‒−|/\\:=•·~→←↔⇔])\1*|-+>?|<-+|\t|\s+")
_LATIN_WORD = regex.compile(r"\p{Script=Latin}{2,}")
_ADDRESS = regex.compile(r"(?<!\w)\w+://\S*[\w/]")
_BRACKETED = regex.compile(r"[(\[{].*[)\]}]\p{P}*", regex.DOTALL)
TAB, PIPE, WIDE, BARE = "\t", "|", "  ", " "
BASE = 0.4  # price of a line cut as well as can be, when the layout is guessed
NO_SEPARATOR = 2.5  # price of a line that cannot be cut, when the layout is guessed
UNCUT = 10.0  # price of the same among lines that were cut
SURE = 3.0  # cost up to which a cut teaches the usual order and separator
TIGHT = 1.0  # price of a mark without space around it
BARE_SPACE = 1.5  # price of a cut at a mere space, between words of different scripts
COLUMN_MARK = 1.0  # price of a tab or a pipe: a table, rather
COMMON = 0.25  # what each letter of a Latin word that stands in both halves is worth
COMMON_CAP = 6.0
STRANGER = 1.0  # per letter of a foreign script in a half
GUEST = 0.15  # the same where foreign letters are at home
EMPTY_HALF = 6.0  # price of a half without a letter of its own script
UNUSUAL_ORDER = 6.0  # price of the sides the other way round than in most lines
UNUSUAL_SEPARATOR = 4.0
GAP_CAP = 4.0
BRACKETED = 3.0  # price of a half in brackets
REPEATED = 6.0  # what two equal halves are worth
MOST_LIKENESS = COMMON_CAP + REPEATED
SMALLER_HALF = 0.1  # share of the letters that the shorter half must have to be looked at
WIDEST_SEPARATOR = 5  # characters
LONGEST = 4000  # characters; a longer paragraph is not one line
MOST_CUTS = 400

Letters = tuple[int, int]
Price = Callable[[int, str], float]  # of a side standing first, and a separator


class Cut(NamedTuple):
    """A place to cut: which side comes first, the separator, its span, the cost."""

    cost: float
    first: int
    separator: str
    start: int
    end: int


def misfit(part: Part, tongues: Tongues) -> float:
    """Return what it costs to read ``part`` as one line in two languages."""
    if min(part.letters) < SMALLER_HALF * part.total:
        return BASE if _doubled(part.text) else NO_SEPARATOR
    best = _best(part, tongues, _anything)
    return max(BASE, min(best.cost, NO_SEPARATOR)) if best else NO_SEPARATOR


def _doubled(text: str) -> bool:
    """Say whether a line is one text twice, as with names that are left as they are."""
    for width in range(1, WIDEST_SEPARATOR + 1):
        half = (len(text) - width) // 2
        left, between, right = text[:half], text[half : half + width], text[half + width :]
        if not any(map(str.isalnum, between)) and left.casefold() == right.casefold() != "":
            return any(map(str.isalpha, left))
    return False


def lay(parts: Sequence[Part], tongues: Tongues) -> Laid:
    """Cut every line in two; the usual order and separator decide where scripts cannot."""
    price = _habit(parts, tongues)
    cuts = [(part, _worthwhile(part, tongues, price)) for part in parts]
    rows: list[Row] = []
    for whole, group in groupby(cuts, key=lambda pair: pair[1] is None):
        if whole:
            rows.append(loose_row((part for part, _ in group), tongues))
        else:
            rows.extend(_row(part, place, tongues) for part, place in group if place)
    return Laid(layout="inline", rows=tuple(rows))


def _worthwhile(part: Part, tongues: Tongues, price: Price) -> Cut | None:
    """Return the best cut, None if the line is better left whole in one language."""
    best = _best(part, tongues, price)
    whole = min(_strangers(part.letters, side, tongues) for side in (0, 1))
    return best if best and best.cost <= UNCUT + whole else None


def _anything(first: int, separator: str) -> float:  # noqa: ARG001
    return 0.0


def _habit(parts: Sequence[Part], tongues: Tongues) -> Price:
    """Learn the usual order and separator from the lines that can be cut with certainty."""
    best = [place for part in parts if (place := _best(part, tongues, _anything))]
    sure = [place for place in best if place.cost < SURE] or best
    orders = Counter(place.first for place in sure)
    separators = Counter(place.separator for place in sure)
    first = max(orders, key=lambda side: (orders[side], side), default=0)
    usual = max(separators, key=lambda mark: (separators[mark], mark), default="")

    def price(side: int, separator: str) -> float:
        return UNUSUAL_ORDER * (side != first) + UNUSUAL_SEPARATOR * (separator != usual)

    return price


def _best(part: Part, tongues: Tongues, price: Price) -> Cut | None:
    if not part.total or len(part.text) > LONGEST:
        return None
    return min(_cuts(part, tongues, price), key=lambda place: place.cost, default=None)


def _cuts(part: Part, tongues: Tongues, price: Price) -> Iterator[Cut]:
    text = part.text
    matches = list(islice(_separators(text), MOST_CUTS))
    edges = [0, *(match.start() for match in matches), len(text)]
    counts = [tally(text[left:right], tongues.scripts)[:2] for left, right in pairwise(edges)]
    heads = list(accumulate(counts, _sum))
    best = math.inf
    for match, head, (left, right) in zip(matches, heads, pairwise(counts), strict=False):
        tail = (heads[-1][0] - head[0], heads[-1][1] - head[1])
        mark = _mark(text, match)
        if not sum(head) or not sum(tail) or (mark == BARE and not _changes(left, right)):
            continue
        ways = ((head, tail), (tail, head))
        costs = [
            _halves(*letters, tongues) + price(first, mark) + _effort(mark)
            for first, letters in enumerate(ways)
        ]
        if min(costs) - MOST_LIKENESS >= best:  # it cannot be the best: spare looking for words
            continue
        likeness = _likeness(text[: match.start()].strip(), text[match.end() :].strip())
        best = min(best, min(costs) - likeness)
        start, end = part.start + match.start(), part.start + match.end()
        yield from (Cut(cost - likeness, at, mark, start, end) for at, cost in enumerate(costs))


def _separators(text: str) -> Iterator[regex.Match[str]]:
    """Yield what could part two halves; the marks inside an address could not."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in SEPARATOR.finditer(text):
        if not any(start < match.start() < end for start, end in addresses):
            yield match


def _likeness(head: str, tail: str) -> float:
    """Return what Latin words that stand in both halves are worth; a bracketed half is a gloss."""
    left, right = head.casefold(), tail.casefold()
    words = set(_LATIN_WORD.findall(left)) & set(_LATIN_WORD.findall(right))
    common = min(COMMON_CAP, COMMON * sum(map(len, words)))
    return common + REPEATED * (left == right) - BRACKETED * bool(_BRACKETED.fullmatch(tail))


def _sum(left: Letters, right: Letters) -> Letters:
    return left[0] + right[0], left[1] + right[1]


def _changes(left: Letters, right: Letters) -> bool:
    """Say whether the words on both sides of a space are of different scripts."""
    return (left[0] > left[1]) != (right[0] > right[1]) and sum(left) > 0 < sum(right)


def _mark(text: str, separator: regex.Match[str]) -> str:
    """Return what two separators of one kind have in common."""
    mark = separator.group()
    if not mark.strip():
        return TAB if TAB in mark else WIDE if len(mark) > 1 else BARE
    left, right = text[separator.start() - 1 : separator.start()], text[separator.end() :][:1]
    return PIPE if mark == PIPE else " " * left.isspace() + mark + " " * right.isspace()


def _effort(mark: str) -> float:
    """Return how unusual a separator is whatever the text."""
    if mark == BARE:
        return BARE_SPACE
    if mark in (TAB, PIPE):
        return COLUMN_MARK
    return 0.0 if mark == WIDE or mark[0] == mark[-1] == " " else TIGHT


def _halves(source: Letters, target: Letters, tongues: Tongues) -> float:
    """Return how strange two halves are as source and target."""
    cost = min(GAP_CAP, mismatch(sum(source), sum(target), tongues))
    for side, letters in enumerate((source, target)):
        cost += _strangers(letters, side, tongues) + EMPTY_HALF * (not letters[side])
    return cost


def _strangers(letters: Letters, side: int, tongues: Tongues) -> float:
    return letters[1 - side] * (GUEST if tongues.guest(side) else STRANGER)


def _row(part: Part, place: Cut, tongues: Tongues) -> Row:
    head = cut(part.block, part.start, place.start, tongues.scripts)
    tail = cut(part.block, place.end, part.end, tongues.scripts)
    return (
        Row(source=(tail,), target=(head,)) if place.first else Row(source=(head,), target=(tail,))
    )
