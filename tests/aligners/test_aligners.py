"""What every aligner promises, asked of every aligner in the registry."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.config import Settings
from align.evaluate import compare
from align.registry import names, resolve
from tests import own
from tests.aligners.samples import Cut, cut

if TYPE_CHECKING:
    from align.evaluate import Result
    from align.model import Alignment
    from align.stages import Aligner

LEAST_TOGETHER = {"Hybrid": 0.9, "GaleChurch": 0.7}  # of the places in a story
MISSING = 12  # sentences in a row without counterpart


@pytest.fixture(params=names("aligners"))
def aligner(request: pytest.FixtureRequest) -> Aligner:
    found: Aligner = resolve("aligners", request.param)(Settings(aligner=request.param))
    return found


def assert_whole(alignment: Alignment, sample: Cut) -> None:
    beads = alignment.beads
    assert (alignment.bitext, alignment.source, alignment.target) == sample
    assert [i for bead in beads for i in bead.source] == list(range(len(sample.source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(sample.target)))
    assert all(bead.source or bead.target for bead in beads)
    assert all(0 <= bead.posterior <= 1 for bead in beads)
    assert alignment.stretches == ((range(len(beads)),) if beads else ())


def against_gold(aligner: Aligner, beads: tuple[own.Bead, ...]) -> Result:
    sample = cut(*own.sides(beads))
    found = [(tuple(bead.source), tuple(bead.target)) for bead in aligner(*sample).beads]
    return compare(own.indexes(beads), found, len(sample.source) + len(sample.target))


def without_marks(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) != "Mn")


def test_beads_cover_each_side_once_and_in_order(aligner: Aligner) -> None:
    sample = cut(*own.sides(own.gold("story-well")))
    assert_whole(aligner(*sample), sample)


@given(
    source=st.lists(
        st.text(st.sampled_from("ابتث سصض\u064e.؟"), min_size=1, max_size=90), max_size=9
    ),
    target=st.lists(st.text(st.sampled_from("abcd efgh.?"), min_size=1, max_size=90), max_size=9),
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_texts_are_covered(aligner: Aligner, source: list[str], target: list[str]) -> None:
    sample = cut(source, target)
    assert_whole(aligner(*sample), sample)


@pytest.mark.parametrize("side", [0, 1], ids=["arabic", "english"])
def test_a_text_aligned_with_itself_is_all_one_to_one(aligner: Aligner, side: int) -> None:
    texts = own.sides(own.gold())[side]
    alignment = aligner(*cut(texts, texts))
    assert [bead.kind for bead in alignment.beads] == ["1-1"] * len(texts)


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        ([], [], []),
        ([], ["One.", "Two."], ["0-1", "0-1"]),
        (["واحد.", "اثنان."], [], ["1-0", "1-0"]),
        (["مرحبا."], ["Hello."], ["1-1"]),
    ],
)
def test_empty_sides_leave_the_other_out(
    aligner: Aligner, source: list[str], target: list[str], kinds: list[str]
) -> None:
    assert [bead.kind for bead in aligner(*cut(source, target)).beads] == kinds


@pytest.mark.parametrize("size", [(0, 2000), (2000, 0), (1, 700), (700, 1)])
def test_sides_of_very_unequal_size_are_covered(aligner: Aligner, size: tuple[int, int]) -> None:
    sample = cut(["سطر قصير."] * size[0], ["A short line."] * size[1])
    assert_whole(aligner(*sample), sample)


def test_one_huge_segment_does_not_pull_its_neighbours_away(aligner: Aligner) -> None:
    beads = own.gold("news-dam")
    other = own.sides(own.gold("guide-solar"))
    huge = (" ".join(other[0]) * 20, " ".join(other[1]) * 20)
    middle = len(beads) // 2
    longer = (*beads[:middle], ((huge[0],), (huge[1],)), *beads[middle:])
    sample = cut(*own.sides(longer))
    alignment = aligner(*sample)
    assert_whole(alignment, sample)
    number = next(i for i, text in enumerate(own.sides(longer)[0]) if text == huge[0])
    bead = next(bead for bead in alignment.beads if number in bead.source)
    assert sample.target[bead.target.start].text == huge[1]


def test_the_same_text_gives_the_same_beads(aligner: Aligner) -> None:
    sample = cut(*own.sides(own.gold("contract-lease")))
    assert aligner(*sample).beads == aligner(*sample).beads


@pytest.mark.parametrize("side", [0, 1], ids=["source missing", "target missing"])
def test_a_run_of_missing_sentences_does_no_harm_behind_it(aligner: Aligner, side: int) -> None:
    beads = [bead for bead in own.gold() if all(bead)]
    start = len(beads) // 2
    for number in range(start, start + MISSING):
        kept = beads[number]
        beads[number] = ((), kept[1]) if side == 0 else (kept[0], ())
    gold = tuple(beads)
    sample = cut(*own.sides(gold))
    found = {(tuple(bead.source), tuple(bead.target)) for bead in aligner(*sample).beads}
    behind = own.indexes(gold)[start + MISSING + 20 :]
    assert sum(bead in found for bead in behind) >= 0.8 * len(behind)


def test_vocalised_arabic_is_aligned_as_well_as_plain(aligner: Aligner) -> None:
    beads = own.gold("fable-crow")
    plain = tuple((tuple(map(without_marks, source)), target) for source, target in beads)
    assert plain != beads
    figures = [against_gold(aligner, text).measures["strict"].figures() for text in (beads, plain)]
    assert figures[0] == figures[1]
    assert figures[0]["f1"] >= 0.94


def test_a_sentence_and_its_two_halves_stay_together(aligner: Aligner) -> None:
    beads = [bead for bead in own.gold("story-well") if (len(bead[0]), len(bead[1])) == (1, 1)]
    right = 0
    for at in range(len(beads) - 1):
        one, other = beads[at : at + 2]
        joined = ((f"{one[0][0]} {other[0][0]}",), one[1] + other[1])
        found = against_gold(aligner, (*beads[:at], joined, *beads[at + 2 :]))
        right += found.by_kind["1-2"].right
    assert right >= LEAST_TOGETHER[type(aligner).__name__] * (len(beads) - 1)
