"""Strict, lax and omission figures, worked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import MalformedError
from align.evaluate import Counts, Indexes, compare, read_gold, total

if TYPE_CHECKING:
    import random
    from pathlib import Path

GOLD: list[Indexes] = [
    ((0,), (0,)),
    ((1,), (1, 2)),
    ((2, 3), (3,)),
    ((4,), ()),
    ((), (4,)),
    ((5,), (5,)),
]
# right; half of a 1-2; touches nothing of it; a missed omission; a right one
SYSTEM: list[Indexes] = [
    ((0,), (0,)),
    ((1,), (1,)),
    ((2,), (2,)),
    ((3, 4), (3,)),
    ((), (4,)),
    ((5,), (5,)),
]


def figures(precision: float, recall: float, f1: float) -> dict[str, float]:
    return {"precision": precision, "recall": recall, "f1": f1}


@st.composite
def alignments(draw: st.DrawFn) -> list[Indexes]:
    """Return beads that cover two texts, at least one of them with two sides."""
    kinds = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
    beads: list[Indexes] = []
    i = j = 0
    for a, b in (*(kind for kind in kinds if any(kind)), (1, 1)):
        beads.append((tuple(range(i, i + a)), tuple(range(j, j + b))))
        i, j = i + a, j + b
    return beads


def test_strict_counts_the_same_beads_only() -> None:
    # of five two-sided beads two are in the gold, of whose four two are found
    measured = compare(GOLD, SYSTEM, 12).measures["strict"]
    assert measured == Counts(right=2, found=2, system=5, gold=4)
    assert measured.figures() == figures(0.4, 0.5, 0.4444)


def test_lax_counts_beads_that_share_a_segment_on_both_sides() -> None:
    # (1)-(1) shares with (1)-(1 2), (3 4)-(3) with (2 3)-(3); (2)-(2) shares with none on both
    measured = compare(GOLD, SYSTEM, 12).measures["lax"]
    assert measured == Counts(right=4, found=4, system=5, gold=4)
    assert measured.figures() == figures(0.8, 1.0, 0.8889)


def test_omissions_are_counted_apart() -> None:
    measured = compare(GOLD, SYSTEM, 12).measures["omissions"]
    assert measured == Counts(right=1, found=1, system=1, gold=2)


def test_a_run_left_out_in_one_bead_is_as_good_as_one_by_one() -> None:
    one, several = [((), (3, 4, 5))], [((), (3,)), ((), (4,)), ((), (5,))]
    assert compare(one, several, 3).measures["omissions"].figures() == figures(1.0, 1.0, 1.0)


def test_beads_with_an_empty_side_change_neither_strict_nor_lax() -> None:
    more = [*SYSTEM, ((9,), ()), ((), (9,))]
    for measure in ("strict", "lax"):
        assert (
            compare(GOLD, more, 12).measures[measure] == compare(GOLD, SYSTEM, 12).measures[measure]
        )


def test_figures_by_kind_are_strict() -> None:
    kinds = compare(GOLD, SYSTEM, 12).by_kind
    assert kinds["1-1"] == Counts(right=2, found=2, system=4, gold=2)
    assert kinds["1-2"] == Counts(right=0, found=0, system=0, gold=1)
    assert kinds["0-1"] == Counts(right=1, found=1, system=1, gold=1)
    assert list(kinds) == sorted(kinds)


def test_sizes_are_told() -> None:
    result = compare(GOLD, SYSTEM, 12)
    assert (result.beads_gold, result.beads_system, result.sentences) == (6, 6, 12)


@pytest.mark.parametrize(("gold", "system"), [([], []), (GOLD, []), ([], SYSTEM)])
def test_nothing_to_compare_is_nothing_right(gold: list[Indexes], system: list[Indexes]) -> None:
    for counts in compare(gold, system, 0).measures.values():
        assert counts.figures() == figures(0.0, 0.0, 0.0)


def test_documents_add_up_to_micro_averages() -> None:
    one, other = compare(GOLD, GOLD, 12), compare(GOLD, SYSTEM, 12)
    every = total([one, other])
    assert every.measures["strict"].figures()["precision"] == round(6 / 9, 4)
    assert every.by_kind["1-1"] == Counts(right=4, found=4, system=6, gold=4)
    assert (every.beads_gold, every.sentences) == (12, 24)


def test_no_documents_add_up_to_nothing() -> None:
    assert total([]).measures["strict"] == Counts()


@given(alignments())
@settings(deadline=None)
def test_gold_against_itself_is_perfect(beads: list[Indexes]) -> None:
    measures = compare(beads, beads, 0).measures
    assert measures["strict"].figures() == figures(1.0, 1.0, 1.0)
    assert measures["lax"].figures() == figures(1.0, 1.0, 1.0)


@given(alignments(), alignments(), st.randoms())
@settings(deadline=None)
def test_the_order_of_beads_does_not_matter(
    gold: list[Indexes], system: list[Indexes], order: random.Random
) -> None:
    measured = compare(gold, system, 0)
    mixed = order.sample(gold, len(gold)), order.sample(system, len(system))
    assert compare(*mixed, 0) == measured


@given(alignments(), alignments())
@settings(deadline=None)
def test_precision_one_way_is_recall_the_other(gold: list[Indexes], system: list[Indexes]) -> None:
    one, back = compare(gold, system, 0).measures, compare(system, gold, 0).measures
    for measure in one:
        assert one[measure].figures()["precision"] == back[measure].figures()["recall"]


@given(alignments(), alignments())
@settings(deadline=None)
def test_lax_is_never_below_strict(gold: list[Indexes], system: list[Indexes]) -> None:
    measures = compare(gold, system, 0).measures
    assert measures["lax"].right >= measures["strict"].right
    assert measures["lax"].found >= measures["strict"].found


def test_gold_is_read_with_or_without_spaces_scores_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.gold"
    path.write_bytes(b"\xef\xbb\xbf[0]:[0, 1]\r\n\r\n[1,2]:[]:0.73\n []:[2] \n")
    assert read_gold(path) == [((0,), (0, 1)), ((1, 2), ()), ((), (2,))]


def test_a_line_that_is_no_bead_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.gold"
    path.write_text("[0]:[0]\n1 - 1\n")
    with pytest.raises(MalformedError, match=r"a\.gold: line 2 is no bead"):
        read_gold(path)


@pytest.mark.parametrize(
    ("text", "fact"),
    [("", "holds no bead"), ("[0]:[0]\n[0]:[1]\n", "names source line 0 twice")],
)
def test_gold_that_is_unsound_is_refused(tmp_path: Path, text: str, fact: str) -> None:
    (tmp_path / "a.gold").write_text(text)
    with pytest.raises(MalformedError, match=fact):
        read_gold(tmp_path / "a.gold")
