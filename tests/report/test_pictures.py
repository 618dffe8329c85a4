"""What is drawn of a document: points on a grid that never outgrow the page."""

from __future__ import annotations

from align.checks.catalogue import flag
from align.config import Settings
from align.report import Report
from align.report.dots import GRID, MOST_DOTS, Dot, thinned
from align.report.pictures import MOST_PICTURES, BitextPicture
from tests.report.outcomes import Pair, aligned, pair, swapped


def picture_of(*pairs: Pair) -> BitextPicture:
    report = Report(Settings())
    report.add(aligned("a.txt", pairs))
    return report.pictures.kept[0].bitexts[0]


def test_a_bead_is_drawn_from_its_first_segments_to_its_last() -> None:
    picture = picture_of(
        pair("أ", "a", 0.95), Pair(source=("ب", "ج"), target=("b",), score=0.3), pair("د", "d", 0.6)
    )
    step = GRID / 4, GRID / 3
    assert picture.segments == (4, 3)
    assert picture.dots == (
        Dot("sure", round(step[0] * 0.5), round(step[1] * 0.5), 80, 107),
        Dot("doubtful", round(step[0] * 1.5), round(step[1] * 1.5), round(step[0] * 2.5), 320),
        Dot("fair", round(step[0] * 3.5), round(step[1] * 2.5), 560, 533),
    )
    assert picture.levels == (("sure", 1), ("fair", 1), ("doubtful", 1))
    assert picture.kinds == (("1-1", 2), ("2-1", 1))


def test_segments_without_a_unit_are_marked_on_their_own_edge() -> None:
    picture = picture_of(
        pair("أ", "a"), pair("ب", ""), pair("ج", ""), pair("", "d"), pair("ه", "e")
    )
    assert picture.alone == ((240, 400), (320,))


def test_blocks_that_have_moved_are_boxed_and_others_are_not() -> None:
    outcome = aligned("a.txt", [pair(letter, letter) for letter in "abcd"])
    report = Report(Settings())
    report.add(outcome)
    report.add(swapped(outcome, 2))
    straight, moved = (one.bitexts[0] for one in report.pictures.kept)
    assert straight.stretches == ()
    assert moved.stretches == ((80, 400, 240, 560), (400, 80, 560, 240))
    assert [(dot.x, dot.y) for dot in moved.dots] == [(80, 400), (240, 560), (400, 80), (560, 240)]


def test_a_pair_of_the_usual_ratio_stands_on_its_line() -> None:
    picture = picture_of(*(pair("س" * n, "s" * 2 * n) for n in (10, 20, 40, 80)))
    lengths = picture.lengths
    assert lengths is not None
    assert lengths.ratio == 2.0
    for spot, n in zip(lengths.spots, (10, 20, 40, 80), strict=True):
        assert (spot.x, spot.y) == (round(lengths.place(n)), round(lengths.place(n * 2)))
        assert 0 < spot.x < spot.y < GRID


def test_only_a_pair_flagged_for_its_length_is_an_outlier() -> None:
    stray = pair("س" * 5, "s" * 300, 0.9, flag("length", "too long"))
    lengths = picture_of(pair("س" * 50, "s" * 50), stray).lengths
    assert lengths is not None
    assert [spot.outlier for spot in lengths.spots] == [False, True]


def test_a_bitext_without_a_unit_has_no_lengths() -> None:
    assert picture_of(pair("وحدها", "")).lengths is None


def test_what_falls_together_on_the_grid_is_drawn_once() -> None:
    picture = picture_of(*(pair("س", "s") for _ in range(9_000)))
    assert picture.segments == (9_000, 9_000)
    assert len(picture.dots) <= GRID + 1
    assert picture.dots[0][1:3] == (0, 0)
    assert picture.dots[-1][1:3] == (GRID, GRID)


def test_dots_all_over_the_place_are_thinned_evenly() -> None:
    dots = [Dot("sure", n, n * n, n, n * n) for n in range(3 * MOST_DOTS - 1)]
    assert thinned(dots) == tuple(dots[::3])
    assert thinned(dots[:MOST_DOTS] * 2) == tuple(dots[:MOST_DOTS])


def test_only_the_first_documents_are_drawn() -> None:
    report = Report(Settings())
    for number in range(MOST_PICTURES + 10):
        report.add(aligned(f"{number}.txt", [pair("نعم.", "Yes.")]))
    assert [picture.row for picture in report.pictures.kept] == list(range(MOST_PICTURES))


def test_many_dots_in_few_documents_leave_no_room_for_more() -> None:
    report = Report(Settings())
    for number in range(MOST_PICTURES):
        rows = [pair("س", "s", n % 3 / 2) for n in range(3_000)]
        report.add(aligned(f"{number}.txt", rows))
    assert 10 <= len(report.pictures.kept) < MOST_PICTURES
