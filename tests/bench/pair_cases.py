"""Right and wrong pairs, made of gold texts by a seeded script, in memories as they are found.

The wrong ones: a ``random`` other target of the document, of similar length; the target of a
``neighbour``; a ``partial`` pair, of whose one side 30 to 50 % of the words are cut; a pair with
``extra`` text, whose one side also holds what the next pair says. Half wrong is a pair of whose
one side a ``clause`` is dropped: such pairs only teach to find what is missing.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.text.clauses import clauses
from tests.bench.sets import Text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["BASES", "HALF_WRONG", "KINDS", "Case", "GoldPair", "Memory", "memories", "right_pairs"]

# The sets whose pairs are right as they stand; the noisy ones are made of these.
BASES = ("law", "literature", "osguide", "tico19", "pud", "udhr")
KINDS = ("random", "neighbour", "partial", "extra")
HALF_WRONG = "clause"
WAYS = {"end": 4.0, "beginning": 2.5, "middle": 2.0, "anywhere": 1.5}  # to cut, and how often
LEAST_CUT, MOST_CUT = 0.3, 0.5  # of the words
LEAST_LEFT = 4  # words
SIMILAR = 0.25  # greatest difference of the logarithms of similar lengths
FEW = 6  # units of a small memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A pair: ``right``, wrong in one of the `KINDS`, or a ``clause`` short.

    ``number`` is that of the right pair; ``unsaid`` is the side, 0 or 1, that says something the
    other does not, if just one does.
    """

    kind: str
    number: int
    source: str
    target: str
    unsaid: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Cases in the order of a memory; ``name`` says how they are mixed."""

    name: str
    cases: list[Case]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPair:
    """A right pair: both sides of a bead of a document, the segments joined by a space."""

    document: str
    source: str
    target: str
    plain: bool  # one segment against one


def right_pairs(gold: Path, name: str, *, plain: bool = False) -> list[GoldPair]:
    """Return the right pairs of a set in order, the segments of a bead joined.

    ``plain`` leaves out beads of several segments.
    """
    return [
        pair
        for text in texts(gold, name)
        for pair in _pairs(text)
        if pair.source.strip() and pair.target.strip() and (pair.plain or not plain)
    ]


def _pairs(text: Text) -> Iterator[GoldPair]:
    for source, target in text.gold:
        if source and target:
            yield GoldPair(
                document=text.name,
                source=" ".join(text.source[i] for i in source),
                target=" ".join(text.target[j] for j in target),
                plain=len(source) == len(target) == 1,
            )


def memories(pairs: list[GoldPair], seed: str) -> Iterator[Memory]:
    """Yield memories of right and wrong pairs: mixed in several shares, side by side, apart."""
    chance = random.Random(seed)
    wrong = _Wrong(pairs, chance).all()
    right = [
        Case(kind="right", number=n, source=pair.source, target=pair.target)
        for n, pair in enumerate(pairs)
    ]
    for share in (0.1, 0.5):
        name = f"{share:.0%} wrong"
        yield Memory(name=name, cases=_mixed(right, wrong, share, chance))
    yield Memory(name="side by side", cases=_side_by_side(right, wrong, chance))
    yield Memory(name="right", cases=right)
    for kind in (*KINDS, HALF_WRONG):
        yield Memory(name=kind, cases=[cases[kind] for cases in wrong if kind in cases])
    small = _mixed(right, wrong, 0.5, chance)[: FEW * 50]
    for first in range(0, len(small), FEW):
        yield Memory(name="small", cases=small[first : first + FEW])


Wrong = dict[str, Case]


def _mixed(
    right: list[Case], wrong: list[Wrong], share: float, chance: random.Random
) -> list[Case]:
    return [
        chance.choice(list(others.values())) if others and chance.random() < share else case
        for case, others in zip(right, wrong, strict=True)
    ]


def _side_by_side(right: list[Case], wrong: list[Wrong], chance: random.Random) -> list[Case]:
    found = []
    for case, others in zip(right, wrong, strict=True):
        both = [case, *([chance.choice(list(others.values()))] if others else [])]
        chance.shuffle(both)
        found += both
    return found


class _Wrong:
    """Makes the wrong pairs of a set."""

    def __init__(self, pairs: list[GoldPair], chance: random.Random) -> None:
        self._pairs = pairs
        self._chance = chance
        self._places: dict[str, list[int]] = defaultdict(list)
        # Documents of single sentences have no other target: then the set is one document.
        single = len({pair.document for pair in pairs}) > len(pairs) / 2
        self._names = ["" if single else pair.document for pair in pairs]
        for number, name in enumerate(self._names):
            self._places[name].append(number)

    def all(self) -> list[Wrong]:
        """Return the wrong pairs of each right one by kind; not every one has all kinds."""
        return [
            {case.kind: case for case in self._of(number, pair)}
            for number, pair in enumerate(self._pairs)
        ]

    def _of(self, number: int, pair: GoldPair) -> Iterator[Case]:
        for kind, other in (("random", self._similar(number)), ("neighbour", self._next(number))):
            if other is not None:
                yield Case(kind=kind, number=number, source=pair.source, target=other.target)
        cut = self._cut(pair)
        if cut is not None:
            unsaid = int(cut[0] != pair.source)
            yield Case(kind="partial", number=number, source=cut[0], target=cut[1], unsaid=unsaid)
        yield from self._a_clause_short(number, pair)
        beside = self._next(number)
        if beside is not None:
            sides = [pair.source, pair.target]
            side = self._chance.randrange(2)
            sides[side] += " " + (beside.source, beside.target)[side]
            yield Case(kind="extra", number=number, source=sides[0], target=sides[1], unsaid=side)

    def _a_clause_short(self, number: int, pair: GoldPair) -> Iterator[Case]:
        sides = [pair.source, pair.target]
        unsaid = self._chance.randrange(2)
        parts = clauses(sides[1 - unsaid])
        places = [n for n, part in enumerate(parts) if len(part.split()) >= LEAST_LEFT]
        if len(parts) > 1 and places:
            del parts[self._chance.choice(places)]
            sides[1 - unsaid] = " ".join(parts)
            yield Case(
                kind=HALF_WRONG, number=number, source=sides[0], target=sides[1], unsaid=unsaid
            )

    def _similar(self, number: int) -> GoldPair | None:
        own = self._pairs[number].target
        others = [self._pairs[place] for place in self._places[self._names[number]]]
        others = [other for other in others if other.target != own]
        ratio = 1 + SIMILAR
        near = [o for o in others if len(own) / ratio <= len(o.target) <= len(own) * ratio]
        if near:
            return self._chance.choice(near)
        return min(others, key=lambda other: abs(len(other.target) - len(own)), default=None)

    def _next(self, number: int) -> GoldPair | None:
        beside = [
            self._pairs[place]
            for place in (number - 1, number + 1)
            if 0 <= place < len(self._pairs) and self._names[place] == self._names[number]
        ]
        beside = [other for other in beside if other.target != self._pairs[number].target]
        return self._chance.choice(beside) if beside else None

    def _cut(self, pair: GoldPair) -> tuple[str, str] | None:
        sides = [pair.source, pair.target]
        side = self._chance.randrange(2)
        for candidate in (side, 1 - side):
            words = sides[candidate].split()
            gone = max(1, round(len(words) * self._chance.uniform(LEAST_CUT, MOST_CUT)))
            if len(words) - gone >= LEAST_LEFT:
                sides[candidate] = " ".join(self._without(words, gone))
                return sides[0], sides[1]
        return None

    def _without(self, words: list[str], gone: int) -> list[str]:
        way = self._chance.choices([*WAYS], [*WAYS.values()])[0]
        if way == "anywhere":
            dropped = set(self._chance.sample(range(len(words)), gone))
            return [word for place, word in enumerate(words) if place not in dropped]
        last = len(words) - gone
        inner = self._chance.randint(1, max(1, last - 1))
        start = {"end": last, "beginning": 0, "middle": inner}[way]
        return words[:start] + words[start + gone :]
