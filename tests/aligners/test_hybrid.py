"""The hybrid aligner as a whole, with its own encoder and with a made-up one."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING

import pytest
from threadpoolctl import threadpool_limits

from align.aligners.hybrid import Hybrid, align_with
from align.config import Settings
from align.encoders.use import encoder
from align.evaluate import compare, total
from tests import own
from tests.aligners.judging import assert_covers, found, strict
from tests.aligners.made import MadeUpEncoder, moved, story, strangers, without_target
from tests.aligners.samples import Cut, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.evaluate import Indexes, Result
    from align.model import Alignment

TEXTS = [path.name.removesuffix(".gold.tsv") for path in sorted(own.CORPORA.glob("*.gold.tsv"))]


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    with threadpool_limits(limits=1, user_api="blas"):
        yield


def aligned(sample: Cut) -> Alignment:
    """Return the alignment by the encoder that is shipped."""
    return align_with(encoder(), *sample)


def made_up(sample: Cut) -> Alignment:
    return align_with(MadeUpEncoder(), *sample)


def against_gold(name: str) -> Result:
    beads = own.gold(name)
    return compare(own.indexes(beads), found(aligned(cut(*own.sides(beads)))), 0)


@pytest.mark.parametrize("name", TEXTS)
def test_every_segment_of_our_own_texts_is_in_one_bead(name: str) -> None:
    alignment = aligned(cut(*own.sides(own.gold(name))))
    assert_covers(alignment)
    assert len(alignment.stretches) == 1


def test_our_own_texts_are_aligned_almost_without_a_fault() -> None:
    result = total(against_gold(name) for name in TEXTS)
    assert result.measures["strict"].figures()["f1"] >= 0.95
    assert result.measures["lax"].figures()["f1"] >= 0.98


def test_the_same_text_gives_the_same_beads() -> None:
    sample = cut(*own.sides(own.gold("story-well")))
    assert aligned(sample).beads == aligned(sample).beads


def test_the_aligner_of_the_settings_is_this_one() -> None:
    sample = cut(*own.sides(own.gold("fable-crow")))
    hybrid = Hybrid(Settings())
    assert hybrid(*sample) == aligned(sample)
    assert hybrid.signature == encoder().signature
    assert Hybrid(Settings(encoder="none")).signature == ""


def test_with_the_sides_swapped_the_beads_are_mirrored_mostly() -> None:
    same = many = 0
    for name in TEXTS:
        source, target = own.sides(own.gold(name))
        forward = set(found(aligned(cut(source, target))))
        backward = {(one, other) for other, one in found(aligned(cut(target, source)))}
        same, many = same + len(forward & backward), many + len(forward)
    assert same >= 0.95 * many


def halves_swapped(beads: Sequence[own.Bead]) -> tuple[Cut, list[Indexes]]:
    half = len(beads) // 2
    return moved(beads, [*range(half, len(beads)), *range(half)])


def test_swapped_halves_of_our_own_texts_are_two_stretches() -> None:
    sample, gold = halves_swapped([bead for bead in own.gold() if all(bead)])
    alignment = aligned(sample)
    assert_covers(alignment)
    assert len(alignment.stretches) == 2
    assert strict(gold, alignment) >= 0.95


@pytest.mark.parametrize("segments", [60, 400, 1_500])
def test_swapped_halves_are_two_stretches_and_cost_nothing(segments: int) -> None:
    sample, gold = halves_swapped(story(segments))
    alignment = made_up(sample)
    assert_covers(alignment)
    assert len(alignment.stretches) == 2
    assert strict(gold, alignment) >= 0.95


def test_a_block_that_moved_is_a_stretch_of_its_own() -> None:
    beads = story(300)
    order = [*range(60), *range(140, 200), *range(60, 140), *range(200, len(beads))]
    sample, gold = moved(beads, order)
    alignment = made_up(sample)
    assert_covers(alignment)
    assert len(alignment.stretches) == 4
    assert strict(gold, alignment) >= 0.95


@cache
def long_story() -> tuple[tuple[own.Bead, ...], float]:
    """Return a text of 2,000 segments and how well it is aligned."""
    beads = story(2_000)
    sample, gold = moved(beads, range(len(beads)))
    return beads, strict(gold, made_up(sample))


@pytest.mark.parametrize("side", [0, 1], ids=["source missing", "target missing"])
def test_a_missing_chapter_of_300_segments_costs_the_rest_next_to_nothing(side: int) -> None:
    beads, whole = long_story()
    chapter = without_target(beads, 800, 1_088)
    if side == 0:
        chapter = without_target(tuple((target, source) for source, target in beads), 800, 1_088)
        chapter = tuple((source, target) for target, source in chapter)
    lost = sum(len(bead[1 - side]) for bead in chapter[800:1_088])
    assert lost >= 290
    sample, gold = moved(chapter, range(len(chapter)))
    alignment = made_up(sample)
    assert_covers(alignment)
    assert strict(gold, alignment) >= whole - 0.01
    omissions = compare(gold, found(alignment), 0).measures["omissions"].figures()
    assert omissions["recall"] >= 0.97


def test_a_long_text_finishes_fast_and_is_right() -> None:
    assert long_story()[1] >= 0.99


@pytest.mark.slow
def test_twenty_thousand_segments_of_which_two_thousand_have_no_anchor() -> None:
    beads = story(20_000)
    strange = (*beads[:9_000], *strangers(beads[9_000:11_000]), *beads[11_000:])
    sample, gold = moved(strange, range(len(strange)))
    began = time.perf_counter()
    alignment = made_up(sample)
    assert time.perf_counter() - began < 60
    assert_covers(alignment)
    apart = [bead for bead in gold if all(not bead[0] or abs(i - 10_000) > 1_300 for i in bead[0])]
    right = set(found(alignment)) & set(apart)
    assert len(right) >= 0.97 * len(apart)


def test_texts_that_have_nothing_to_do_with_each_other_are_covered() -> None:
    beads = strangers(story(150))
    assert_covers(made_up(cut(*own.sides(beads))))
