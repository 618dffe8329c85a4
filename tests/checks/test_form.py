"""The checks of form on real pairs: few false alarms, and most halves found."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from align.checks.catalogue import FLAGS
from align.checks.characters import characters
from align.checks.glossary import glossary
from align.checks.languages import languages
from align.checks.lengths import lengths
from align.checks.punctuation import punctuation
from align.checks.sides import sides
from align.checks.spaces import spaces
from align.checks.words import words
from align.evidence.length import lengths as counted
from align.evidence.pair import Context
from tests.bench.sets import texts
from tests.checks.made import made

GOLD = Path(os.environ.get("EVALUATION_DATA", "")) / "gold"
CHECKS = (sides, languages, characters, spaces, punctuation, words, lengths, glossary)
# Software guides are left out: one in a hundred of their pairs is not translated, and so found.
SETS = ("tico19", "pud", "law")
MOST = {"error": 0.005, "warning": 0.025}
HOSTILE = ["a", "ا", " ", "( ", "(", ")", '"', "« ", "Ã© ", "éé ", "ط§", ". ", ",a", "'a", "?? "]
HOSTILE += ["aA", "a.b", "\u202b", "\u200f", "ی ", "\ufedf ", "\u064b", "a-", "1) ", "@", "‘a", "`"]

needs_gold = pytest.mark.skipif(
    not (GOLD / "tico19").is_dir(), reason="evaluation data not found: set EVALUATION_DATA"
)


def right_pairs(name: str) -> list[tuple[str, str]]:
    return [
        (text.source[source[0]], text.target[target[0]])
        for text in texts(GOLD, name)
        for source, target in text.gold
        if len(source) == len(target) == 1
    ]


def of(pairs: list[tuple[str, str]]) -> Context:
    """Return the context of pairs, with their ratio of lengths."""
    source, target = (counted(list(side)).sum() for side in zip(*pairs, strict=True))
    return Context(ratio=float(target / source))


@needs_gold
@pytest.mark.parametrize("name", SETS)
def test_right_pairs_are_seldom_faulted(name: str) -> None:
    pairs = right_pairs(name)
    context = of(pairs)
    found: Counter[str] = Counter()
    for pair in pairs:
        ids = {flag.id for check in CHECKS for flag in check(made(*pair, context))}
        found.update(ids)
        found["error"] += any(FLAGS[name].severity == "error" for name in ids)
    shares = {name: count / len(pairs) for name, count in found.items()}
    assert shares["error"] <= MOST["error"]
    warned = {name: share for name, share in shares.items() if name in FLAGS}
    warned = {name: share for name, share in warned.items() if FLAGS[name].severity == "warning"}
    assert max(warned.values()) <= MOST["warning"], warned


@needs_gold
def test_a_half_that_is_missing_or_doubled_shows_in_the_length() -> None:
    found = total = 0
    for name in ("tico19", "pud", "law"):
        pairs = right_pairs(name)
        context = of(pairs)
        for arabic, english in pairs[::5]:
            half = english.split()[: len(english.split()) // 2]
            for pair in ((arabic, " ".join(half)), (arabic, f"{english} {english}")):
                found += any(flag.id == "length" for flag in lengths(made(*pair, context)))
                total += 1
    assert found >= 0.8 * total


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    text = unit * 20_000
    start = time.process_time()
    for pair in (made(text, "a b"), made("ا ب", text)):
        for check in CHECKS:
            list(check(pair))
    assert time.process_time() - start < 10
