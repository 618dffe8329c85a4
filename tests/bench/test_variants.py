"""Variants of texts, and the beads they say they have."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests import own
from tests.aligners.made import story
from tests.bench.sets import Text
from tests.bench.variants import FORMULAE, MANNERS, MOST_PARTS, variant

MANNERS_ONCE = sorted(set(MANNERS))
SEEDS = range(6)


def text(beads: tuple[own.Bead, ...], name: str = "sample") -> Text:
    source, target = own.sides(beads)
    return Text(name=name, source=source, target=target, gold=own.indexes(beads))


SAMPLE = text(own.gold())


def parts(made: Text) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [
        (tuple(made.source[i] for i in source), tuple(made.target[j] for j in target))
        for source, target in made.gold
    ]


@pytest.mark.parametrize("manner", MANNERS_ONCE)
def test_the_same_seed_gives_the_same_variant_and_another_another(manner: str) -> None:
    made = variant(SAMPLE, manner, "one")
    assert made == variant(SAMPLE, manner, "one")
    assert parts(made) != parts(variant(SAMPLE, manner, "another"))
    assert made.name.startswith(SAMPLE.name)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("manner", MANNERS_ONCE)
def test_the_beads_of_a_variant_cover_both_sides_once_and_in_order(manner: str, seed: int) -> None:
    made = variant(SAMPLE, manner, str(seed))
    assert [i for source, _ in made.gold for i in source] == list(range(len(made.source)))
    assert [j for _, target in made.gold for j in target] == list(range(len(made.target)))
    assert all(source or target for source, target in made.gold)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("manner", MANNERS_ONCE)
def test_no_segment_is_empty_and_no_bead_longer_than_can_be_found(manner: str, seed: int) -> None:
    made = variant(SAMPLE, manner, str(seed))
    assert all(segment.strip() for segment in (*made.source, *made.target))
    longest = max(MOST_PARTS, *(len(side) for bead in SAMPLE.gold for side in bead))
    assert all(len(side) <= longest for bead in made.gold for side in bead)


@pytest.mark.parametrize("seed", SEEDS)
def test_beads_that_nothing_was_done_to_keep_their_segments(seed: int) -> None:
    given = set(parts(SAMPLE))
    made = parts(variant(SAMPLE, "plain", f"kept {seed}"))
    assert any(bead in given for bead in made)
    words = {
        word
        for side in (SAMPLE.source, SAMPLE.target)
        for segment in side
        for word in segment.split()
    }
    formulae = {word for side in FORMULAE for formula in side for word in formula.split()}
    for source, target in made:
        for segment in (*source, *target):
            strange = [word for word in segment.split() if word not in words | formulae]
            assert all(_changed(word, words) for word in strange)


def _changed(word: str, words: set[str]) -> bool:
    """Tell whether a word of the text has another mark at its end or another capital."""
    bare = word.rstrip("،,.")
    return any(one.rstrip("،,.!:;؛—–").lower() == bare.lower() for one in words)


def test_what_is_left_out_is_left_out_segment_by_segment() -> None:
    matches = text(tuple(bead for bead in story(300) if all(bead)))
    omitted = [
        bead
        for seed in SEEDS
        for bead in variant(matches, "plain", f"omissions {seed}").gold
        if not all(bead)
    ]
    assert omitted
    assert {len(source) + len(target) for source, target in omitted} == {1}
    assert {bool(source) for source, _ in omitted} == {True, False}


@pytest.mark.parametrize("manner", ["prose", "saga"])
def test_prose_has_many_segments_for_one_and_plain_text_hardly_any(manner: str) -> None:
    def shares(name: str) -> float:
        beads = [bead for seed in range(8) for bead in variant(SAMPLE, name, str(seed)).gold]
        return sum(max(map(len, bead)) > 2 for bead in beads if all(bead)) / len(beads)

    assert shares(manner) > 3 * shares("plain")


@pytest.mark.parametrize("manner", MANNERS_ONCE)
def test_sides_stay_apart(manner: str) -> None:
    beads = story(200)
    made = variant(text(beads), manner, "sides")
    formulae = {word for side in FORMULAE for formula in side for word in formula.split()}
    for side, letter in ((made.source, "ب"), (made.target, "b")):
        words = {word for segment in side for word in segment.split()} - formulae
        assert {word[0].lower() for word in words} == {letter}


def test_order_is_kept() -> None:
    beads = tuple(bead for bead in story(200) if all(bead))
    numbered = tuple(
        (tuple(f"ب{k}." for _ in source), tuple(f"b{k}." for _ in target))
        for k, (source, target) in enumerate(beads)
    )
    for manner in MANNERS_ONCE:
        made = variant(text(numbered), manner, "order")
        for side in (made.source, made.target):
            numbers = [
                int(word.strip("ب.b،,B"))
                for segment in side
                for word in segment.split()
                if word[-2:-1].isdigit()
            ]
            assert all(one <= other for one, other in pairwise(numbers))
