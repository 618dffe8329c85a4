"""What the checks of names and negation find in seeded faults, and flag in right pairs.

``python -m tests.bench.names_and_negation --gold FOLDER`` prints false alarms by set, recall by
kind of fault and milliseconds a unit, on the one-to-one beads of the gold sets, without encoder.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from align.checks.names import names
from align.checks.negation import negation
from align.evidence.hearing import heard
from align.evidence.pair import Context, Pair, Text
from align.text.capitals import capitals
from align.text.tokens import tokens
from tests.bench.sets import texts

SETS = ("law", "literature", "osguide", "tico19", "pud")
SEED, CASES = 4, 500  # faults of each kind
Texts = tuple[str, str]  # Arabic, English
Check = Callable[[Pair], Iterable[Any]]

_NOT = regex.compile(r"\b(?:(?:do|does|did) )?not |\bnever |n[’']t\b|\bno (?=[a-z])|\bwithout ")
_LA = regex.compile(r"(?<!\w)(?:لا|لم|لن|ليس|ليست|بدون|عدم|دون) ")
_AUXILIARY = regex.compile(r"\b(?:is|are|was|were|can|will|should|must|may|would|has|have|had)\b")
_IMPERFECT = regex.compile(r"(?<=\s)(?=[يت]\w{3,})")
_NAME = regex.compile(r"(?<=[a-z,] )\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})*\b")
_ALIKE = 0.9  # likeness from which an Arabic word is taken to be the name
_KNOWN_BY = 4  # letters of a word by which another form of it is known


@dataclass(frozen=True)
class Gold:
    """The right pairs of a set."""

    name: str
    pairs: list[Texts]
    context: Context

    def flags(self, check: Check, pair: Texts) -> bool:
        """Return whether a check finds anything in a pair."""
        source, target = Text(pair[0], "ar"), Text(pair[1], "en")
        return any(True for _ in check(Pair(source=source, target=target, context=self.context)))


def read(gold: Path, name: str) -> Gold:
    """Return the one-to-one beads of a set."""
    pairs = [
        (text.source[source[0]], text.target[target[0]])
        for text in texts(gold, name)
        for source, target in text.gold
        if len(source) == len(target) == 1
    ]
    return Gold(name, pairs, Context(capitals=capitals(english for _, english in pairs)))


def without_denial(pair: Texts, chance: random.Random) -> Iterator[tuple[str, Texts]]:
    """Yield a pair that denies on both sides with the denial of one side taken out."""
    arabic, english = list(_LA.finditer(pair[0])), list(_NOT.finditer(pair[1]))
    if arabic and english:
        yield "not removed", (pair[0], _cut(pair[1], chance.choice(english).span()))
        yield "لا removed", (_cut(pair[0], chance.choice(arabic).span()), pair[1])


def with_denial(pair: Texts, chance: random.Random) -> Iterator[tuple[str, Texts]]:
    """Yield a pair that denies nothing with a denial put into one side."""
    if _LA.search(pair[0]) or _NOT.search(pair[1]):
        return
    if verb := _AUXILIARY.search(pair[1]):
        yield "not added", (pair[0], f"{pair[1][: verb.end()]} not{pair[1][verb.end() :]}")
    if verb := _IMPERFECT.search(pair[0]):
        word = chance.choice(("لا ", "لم ", "لن "))
        yield "لا added", (pair[0][: verb.start()] + word + pair[0][verb.start() :], pair[1])


def _cut(text: str, span: tuple[int, int], instead: str = "") -> str:
    return text[: span[0]] + instead + text[span[1] :]


@dataclass(frozen=True)
class Named:
    """A pair with a name on both sides, each said once, and where it stands."""

    pair: Texts
    arabic: tuple[int, int]
    english: tuple[int, int]

    def faults(self, other: Named) -> Iterator[tuple[str, Texts]]:
        """Yield the pair with the name of one side dropped, or replaced by another pair's."""
        arabic, english = self.pair
        if other.pair[1][slice(*other.english)] in english:
            return
        foreign = other.pair[0][slice(*other.arabic)], other.pair[1][slice(*other.english)]
        yield "English dropped", (arabic, _cut(english, self.english))
        yield "English replaced", (arabic, _cut(english, self.english, foreign[1]))
        yield "Arabic dropped", (_cut(arabic, self.arabic), english)
        yield "Arabic replaced", (_cut(arabic, self.arabic, foreign[0]), english)


def named(gold: Gold) -> Iterator[Named]:
    """Yield the names of a set that sound the same in one word or run of words of each side."""
    for arabic, english in gold.pairs:
        words = tokens(arabic, "ar")
        for match in _NAME.finditer(english):
            spans = [_place(arabic, words, part.casefold()) for part in match.group().split()]
            found = [span for span in spans if span]
            if len(found) != len(spans) or gold.context.capitals.is_ordinary(match.group().lower()):
                continue
            span = found[0][0], found[-1][1]
            if span[0] < span[1] and not _again(english, match.span()) and not _again(arabic, span):
                yield Named((arabic, english), span, match.span())


def _place(text: str, words: list[Any], key: str) -> tuple[int, int] | None:
    likest = max(words, key=lambda word: heard(key, text[word.start : word.end]), default=None)
    if likest is None or heard(key, text[likest.start : likest.end]) < _ALIKE:
        return None
    return likest.start, likest.end


def _again(text: str, span: tuple[int, int]) -> bool:
    """Return whether what stands at a span seems to be said again elsewhere."""
    said = text[slice(*span)]
    return any(part in _cut(text, span) for part in (said[:_KNOWN_BY], said[-_KNOWN_BY:]))


def negation_faults(sets: list[Gold], chance: random.Random) -> Iterator[tuple[Gold, str, Texts]]:
    """Yield pairs with a fault of negation, each with its set and kind."""
    for gold, pair in _shuffled(sets, chance):
        for make in (without_denial, with_denial):
            yield from ((gold, kind, fault) for kind, fault in make(pair, chance))


def name_faults(sets: list[Gold], chance: random.Random) -> Iterator[tuple[Gold, str, Texts]]:
    """Yield pairs with a name dropped or replaced, each with its set and kind."""
    every = [(gold, one) for gold in sets for one in named(gold)]
    chance.shuffle(every)
    for (gold, one), (_, other) in zip(every, every[1:] + every[:1], strict=True):
        yield from ((gold, kind, fault) for kind, fault in one.faults(other))


def _shuffled(sets: list[Gold], chance: random.Random) -> list[tuple[Gold, Texts]]:
    every = [(gold, pair) for gold in sets for pair in gold.pairs]
    chance.shuffle(every)
    return every


def report(title: str, sets: list[Gold], check: Check, faults: Callable[..., Any]) -> None:
    """Print what a check flags in right pairs and in seeded faults."""
    start = time.perf_counter()
    flagged = {gold.name: sum(gold.flags(check, pair) for pair in gold.pairs) for gold in sets}
    pairs = sum(len(gold.pairs) for gold in sets)
    milliseconds = (time.perf_counter() - start) / pairs * 1000
    print(f"{title}: {milliseconds:.2f} ms a unit, words included")
    print(f"  false alarms {sum(flagged.values()) / pairs:.2%}")
    for gold in sets:
        print(f"    {gold.name:16} {flagged[gold.name] / len(gold.pairs):.2%}")
    made, caught = Counter[str](), Counter[str]()
    for gold, kind, fault in faults(sets, random.Random(SEED)):
        if made[kind] < CASES:
            made[kind] += 1
            caught[kind] += gold.flags(check, fault)
    print(f"  recall {caught.total() / made.total():.2%}")
    for kind, count in made.items():
        print(f"    {kind:16} {caught[kind] / count:.2%} of {count}")


def main() -> None:
    """Read the sets and print both reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    sets = [read(parser.parse_args().gold, name) for name in SETS]
    report("negation", sets, negation, negation_faults)
    report("names", sets, names, name_faults)


if __name__ == "__main__":
    main()
