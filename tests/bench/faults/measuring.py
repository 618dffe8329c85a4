"""How many of the faults of a kind are flagged, and how many right pairs are."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from align.judging import judged
from align.model import TranslationUnit
from tests.bench.faults.cases import Case, Pair, Site
from tests.bench.sets import PLAIN_SETS, SETS, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from align.config import Settings
    from tests.bench.faults.cases import Fault, Kind

    Flagger = Callable[[Sequence[Pair]], list[frozenset[str]]]

__all__ = ["Alarms", "Bench", "Found", "Made", "cases", "flagged", "right_pairs"]

FOLDERS = SETS | PLAIN_SETS
RIGHT = ("tico19", "pud", "osguide", "udhr", "law", "literature")  # not the noisy ones
BLOCK = 20  # neighbouring pairs that are taken or left together
CASES = 200
MEMORY = 500  # units among which the cases of a kind stand


class Found(NamedTuple):
    """What was found of a kind; ``faults`` has found and all cases by way of making them."""

    kind: str
    found: int
    cases: int
    faults: dict[str, tuple[int, int]]
    missed: tuple[Case, ...]

    @property
    def recall(self) -> float:
        """The share found; 1 of nothing."""
        return self.found / self.cases if self.cases else 1.0


class Made(NamedTuple):
    """A case, and the name of the way it was made."""

    way: str
    case: Case


class Alarms(NamedTuple):
    """The flags of right pairs: how many have each, and how many any of error level."""

    pairs: int
    flags: dict[str, int]
    errors: int


def right_pairs(gold: Path, count: int, seed: int = 1) -> list[Pair]:
    """Return about ``count`` pairs of the gold sets, 1-1 beads, in blocks of their documents."""
    blocks = [
        block
        for name in RIGHT
        if (gold / FOLDERS[name][0]).is_dir()
        for block in _blocks(gold, name)
    ]
    chosen: list[int] = []
    order = Random(seed).sample(range(len(blocks)), len(blocks))
    while order and sum(len(blocks[at]) for at in chosen) < count:
        chosen.append(order.pop())
    return [pair for at in sorted(chosen) for pair in blocks[at]][:count]


def _blocks(gold: Path, name: str) -> Iterable[list[Pair]]:
    for text in texts(gold, name):
        pairs = [
            Pair(_tidy(text.source[source[0]]), _tidy(text.target[target[0]]))
            for source, target in text.gold
            if len(source) == len(target) == 1
        ]
        for start in range(0, len(pairs), BLOCK):
            yield pairs[start : start + BLOCK]


def _tidy(text: str) -> str:
    return " ".join(text.split())


def flagged(pairs: Sequence[Pair], settings: Settings) -> list[frozenset[str]]:
    """Return the ids of the flags of each pair, judged as one memory."""
    units = (
        TranslationUnit(
            id=f"u{at}",
            source=pair.arabic,
            target=pair.english,
            source_lang="ar",
            target_lang="en",
            kind="1-1",
            score=0.0,
        )
        for at, pair in enumerate(pairs)
    )
    return [frozenset(flag.id for flag in one.unit.flags) for one in judged(units, settings)]


def cases(kind: Kind, pairs: Sequence[Pair], count: int, seed: int) -> dict[int, Made]:
    """Return ``count`` cases of a kind, or as many as there are, by the place of their pair.

    Each way of making the fault gets its share, as far as pairs have a place for it; the last
    ways, which need the least, fill up what the first leave.
    """
    rng = Random(seed)
    made: dict[int, Made] = {}
    for turn, fault in enumerate((*kind.faults, *reversed(kind.faults)), 1):
        wanted = count * min(turn, len(kind.faults)) // len(kind.faults) - len(made)
        left = [at for at in rng.sample(range(len(pairs)), len(pairs)) if at not in made]
        made.update(islice(_made(fault, pairs, left, rng), wanted))
    return made


def _made(
    fault: Fault, pairs: Sequence[Pair], places: Iterable[int], rng: Random
) -> Iterator[tuple[int, Made]]:
    for at in places:
        case = fault(Site(pairs[at], pairs[(at + 1) % len(pairs)], rng))
        if case is not None:
            yield at, Made(fault.__name__, case)


class Bench:
    """Right pairs, what flags them, and what is flagged of them and of their faults."""

    def __init__(self, pairs: Sequence[Pair], flag: Flagger, seed: int = 1) -> None:
        """Take the right pairs; ``flag`` returns the ids of the flags of each pair of a memory."""
        self._pairs = pairs
        self._flag = flag
        self._seed = seed

    def alarms(self, errors: Iterable[str]) -> Alarms:
        """Return which flags the right pairs have; ``errors`` are the ids of error level."""
        wrong = frozenset(errors)
        counts = Counter(name for flags in self._usual for name in flags)
        some = sum(not wrong.isdisjoint(flags) for flags in self._usual)
        return Alarms(len(self._pairs), dict(counts), some)

    def recall(self, name: str, kind: Kind) -> Found:
        """Put the faults of a kind into a memory of right pairs; count those that are flagged.

        A fault is found if the pair has a flag of the kind, and had none without the fault.
        """
        made = cases(kind, self._pairs, CASES, self._seed)
        # The neighbours whose text is added to a pair must be there, as in any memory.
        held = {*made, *((at + 1) % len(self._pairs) for at in made)}
        others = [at for at in range(len(self._pairs)) if at not in held]
        extra = max(0, min(len(others), MEMORY - len(held)))
        places = sorted([*held, *Random(self._seed).sample(others, extra)])
        after = self._flag(
            [made[at].case.faulty if at in made else self._pairs[at] for at in places]
        )
        before = self._before(made, places)
        seen = {
            at: not kind.flags.isdisjoint(now) and kind.flags.isdisjoint(then)
            for at, then, now in zip(places, before, after, strict=True)
            if at in made
        }
        return _found(name, kind, made, seen)

    def _before(self, made: dict[int, Made], places: Sequence[int]) -> list[frozenset[str]]:
        """Return the flags without the faults; where nothing was added, those of all pairs."""
        right = [made[at].case.right if at in made else self._pairs[at] for at in places]
        if all(pair is self._pairs[at] for pair, at in zip(right, places, strict=True)):
            return [self._usual[at] for at in places]
        return self._flag(right)

    @cached_property
    def _usual(self) -> list[frozenset[str]]:
        return self._flag(self._pairs)


def _found(name: str, kind: Kind, made: dict[int, Made], seen: dict[int, bool]) -> Found:
    faults = {
        fault.__name__: _counted(seen[at] for at in made if made[at].way == fault.__name__)
        for fault in kind.faults
    }
    missed = tuple(made[at].case for at in sorted(made) if not seen[at])
    return Found(name, sum(seen.values()), len(seen), faults, missed)


def _counted(seen: Iterable[bool]) -> tuple[int, int]:
    every = list(seen)
    return sum(every), len(every)
