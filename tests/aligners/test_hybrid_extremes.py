"""The hybrid aligner on texts as odd as users have them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from threadpoolctl import threadpool_limits

from align.aligners.hybrid import align_with
from align.encoders.use import encoder
from align.model import Anchor
from tests import own
from tests.aligners.judging import assert_covers, found, strict
from tests.aligners.samples import Cut, bitext, cut

if TYPE_CHECKING:
    from align.model import Alignment

TEXTS = [path.name.removesuffix(".gold.tsv") for path in sorted(own.CORPORA.glob("*.gold.tsv"))]
PAIRS = tuple(bead for bead in own.gold() if (len(bead[0]), len(bead[1])) == (1, 1))
ARABIC, ENGLISH = own.sides(PAIRS)
SECONDS = 10  # generous: a busy machine is no bug


def timely(sample: Cut) -> Alignment:
    """Return an alignment that came within seconds and is whole."""
    began = time.perf_counter()
    with threadpool_limits(limits=1, user_api="blas"):
        alignment = align_with(encoder(), *sample)
    assert time.perf_counter() - began < SECONDS
    assert_covers(alignment)
    return alignment


@pytest.mark.parametrize("number", [24, 128])
@pytest.mark.parametrize("side", [0, 1], ids=["one source", "one target"])
def test_one_segment_against_two_hundred_answers_its_translation(side: int, number: int) -> None:
    one, many = [PAIRS[number][side][0]], [pair[1 - side][0] for pair in PAIRS[:200]]
    sample = cut(one, many) if side == 0 else cut(many, one)
    matches = [bead for bead in found(timely(sample)) if all(bead)]
    assert matches == [((0,), (number,)) if side == 0 else ((number,), (0,))]


@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
def test_an_excerpt_of_ten_segments_is_found_in_a_text_of_two_hundred(side: int) -> None:
    inside = [80 <= number < 90 for number in range(200)]
    beads: list[own.Bead] = []
    for (source, target), kept in zip(PAIRS[:200], inside, strict=True):
        whole = (source, target) if kept else ((), target) if side == 0 else (source, ())
        beads.append(whole)
    gold = own.indexes(tuple(beads))
    assert strict(gold, timely(cut(*own.sides(tuple(beads))))) >= 0.9


@pytest.mark.parametrize("side", [0, 1], ids=["no source", "no target"])
def test_a_side_that_is_empty_leaves_the_other_out_one_by_one(side: int) -> None:
    alignment = timely(cut([], ENGLISH) if side == 0 else cut(ARABIC, []))
    assert {bead.kind for bead in alignment.beads} == {"0-1" if side == 0 else "1-0"}


def test_two_empty_sides_have_no_beads() -> None:
    assert timely(cut([], [])).beads == ()


def with_refrain(times: int) -> tuple[own.Bead, ...]:
    refrain = (("يا ليل طل ويا صبح لا تطلع.",), ("Be long, O night, and O morning, do not break.",))
    verses = [bead for bead in own.gold() if all(bead)][:times]
    return tuple(bead for verse in verses for bead in (verse, refrain))


def test_a_refrain_repeated_fifty_times_is_found_every_time() -> None:
    beads = with_refrain(50)
    alignment = timely(cut(*own.sides(beads)))
    assert strict(own.indexes(beads), alignment) >= 0.95
    assert len(alignment.stretches) == 1


def test_one_sentence_said_fifty_times_on_both_sides_is_aligned_one_to_one() -> None:
    alignment = timely(cut(ARABIC[:1] * 50, ENGLISH[:1] * 50))
    assert {bead.kind for bead in alignment.beads} == {"1-1"}


def test_segments_of_five_thousand_characters_are_aligned() -> None:
    texts = [own.sides(own.gold(name)) for name in TEXTS]
    source, target = ([" ".join(text[side] * 2) for text in texts] for side in (0, 1))
    assert max(map(len, target)) > 5_000
    alignment = timely(cut(source, target))
    assert [bead.kind for bead in alignment.beads] == ["1-1"] * len(TEXTS)


@pytest.mark.parametrize("nothing", ["\u064b\u064c", "\u0640\u0640", " ", "\u200f", "…", "\u0670"])
def test_segments_that_are_empty_once_marks_are_gone_do_no_harm(nothing: str) -> None:
    source = [*ARABIC[:4], nothing, *ARABIC[4:8]]
    alignment = timely(cut(source, ENGLISH[:8]))
    around = [bead for bead in found(alignment) if 4 not in bead[0]]
    assert sum(len(bead[0]) == len(bead[1]) == 1 for bead in around) >= 6
    timely(cut([nothing] * 3, [nothing] * 2))
    timely(cut([nothing], ENGLISH[:3]))


def test_the_beads_of_an_interleaved_text_stay_between_its_anchors() -> None:
    blocks = [[text] for text in ARABIC[:6]], [[text] for text in ENGLISH[:6]]
    pairs = [(range(2), range(1)), (range(2, 2), range(1, 3)), (range(2, 6), range(3, 6))]
    anchors = tuple(Anchor(source=source, target=target) for source, target in pairs)
    alignment = timely(bitext(*blocks, anchors))
    for bead in alignment.beads:
        assert any(
            set(bead.source) <= set(source) and set(bead.target) <= set(target)
            for source, target in pairs
        )
    assert {bead.kind for bead in alignment.beads if set(bead.target) & {1, 2}} == {"0-1"}
