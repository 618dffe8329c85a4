"""Which pairs are to be looked at first, and what is shown of them."""

from __future__ import annotations

import pytest

from align.checks.catalogue import flag
from align.config import Settings
from align.report import Report
from align.report.excerpts import LONGEST_TEXT, Mark, Piece, clip, excerpt
from align.report.suspects import MOST_REASONS, MOST_SUSPECTS
from tests.report.outcomes import Pair, aligned, marked, pair

ERROR = flag("number", "7 is missing")
WARNING = flag("name", "Salma is missing")
INFO = flag("quote", "unpaired")


def report_of(*pairs: Pair, min_score: float = 0.5) -> Report:
    report = Report(Settings(min_score=min_score))
    report.add(aligned("a.txt", pairs))
    return report


def order(report: Report) -> list[str]:
    return ["".join(piece.text for piece in one.target) for one in report.suspects]


def test_errors_come_among_the_doubtful_and_warnings_after_them() -> None:
    report = report_of(
        pair("س", "sure", 0.99),
        pair("س", "sure but noted", 0.99, INFO),
        pair("س", "sure but warned of", 0.95, WARNING),
        pair("س", "not sure", 0.88),
        pair("س", "sure but wrong", 0.95, INFO, ERROR),
        pair("س", "doubtful", 0.4),
    )
    found = ["doubtful", "sure but wrong", "sure but warned of", "not sure"]
    assert order(report) == found
    assert report.suspects.total == len(found)


def test_a_least_score_above_the_usual_one_widens_the_search() -> None:
    assert order(report_of(pair("س", "s", 0.95))) == []
    assert order(report_of(pair("س", "s", 0.95), min_score=0.97)) == ["s"]


def test_only_the_first_are_kept_equals_in_order() -> None:
    report = Report(Settings())
    for number in range(40):
        rows = [pair(f"س {number} {k}", f"s {number} {k}", k % 10 / 10) for k in range(10)]
        report.add(aligned(f"{number}.txt", rows))
    assert len(report.suspects) == MOST_SUSPECTS
    assert report.suspects.total == 360
    assert order(report) == [f"s {number} {k}" for k in range(3) for number in range(40)][:100]


def test_the_worst_findings_are_told_and_the_rest_is_counted() -> None:
    report = report_of(pair("س", "s", 0.9, *[INFO] * 20, ERROR, WARNING))
    (suspect,) = report.suspects
    told = [reason.severity for reason in suspect.reasons]
    assert told == ["error", "warning", *["info"] * (MOST_REASONS - 2)]
    assert suspect.unsaid == 22 - MOST_REASONS


def test_each_mark_is_on_the_side_and_the_characters_of_its_finding() -> None:
    source, target = "دفعت ٢٥ دينارًا.", "I paid 52 dinars."
    flags = marked("number", "source", source, "٢٥"), marked("number", "target", target, "52")
    (suspect,) = report_of(pair(source, target, 0.9, *flags)).suspects
    sides = suspect.source, suspect.target
    shown = [[(piece.text, piece.reasons) for piece in side if piece.severity] for side in sides]
    assert shown == [[("٢٥", (0,))], [("52", (1,))]]
    assert ["".join(piece.text for piece in side) for side in sides] == [source, target]


def mark(start: int, end: int, reason: int = 0) -> Mark:
    return Mark(start=start, end=end, severity="warning", reason=reason)


def test_overlapping_marks_are_cut_where_either_begins_or_ends() -> None:
    worse = Mark(start=2, end=6, severity="error", reason=1)
    assert excerpt("abcdefgh", [mark(1, 4), worse]) == (
        Piece(text="a"),
        Piece(text="b", severity="warning"),
        Piece(text="cd", severity="error", reasons=(0,)),
        Piece(text="ef", severity="error", reasons=(1,)),
        Piece(text="gh"),
    )


@pytest.mark.parametrize("span", [(3, 3), (-5, 0), (90, 99), (5, 2)])
def test_a_mark_on_nothing_marks_nothing(span: tuple[int, int]) -> None:
    assert excerpt("text", [mark(*span)]) == (Piece(text="text"),)


def test_a_mark_never_parts_a_letter_from_its_vowel_signs() -> None:
    word = "كَتَبَ"
    pieces = excerpt(word, [mark(1, 3)])
    assert [piece.text for piece in pieces] == ["كَتَ", "بَ"]


def test_a_very_long_text_keeps_its_beginning_and_every_mark() -> None:
    text = "".join(f"word{place} " for place in range(100_000))
    spans = [text.index(word) for word in ("word777 ", "word55555 ", "word99998 ")]
    marks = [mark(start, start + 7, place) for place, start in enumerate(spans)]
    pieces = excerpt(text, marks)
    assert pieces[0].text.startswith("word0 word1 ")
    assert [piece.text for piece in pieces if piece.severity] == ["word777", "word555", "word999"]
    assert sum(len(piece.text) for piece in pieces) < LONGEST_TEXT
    assert pieces[-1].text.strip() != "…"
    assert sum("…" in piece.text for piece in pieces) == 3


def test_a_mark_over_a_whole_book_is_shown_by_its_beginning() -> None:
    book = "كلمة " * 200_000
    pieces = excerpt(book, [mark(0, len(book))])
    assert (pieces[0].severity, pieces[0].reasons) == ("warning", (0,))
    assert sum(len(piece.text) for piece in pieces) < LONGEST_TEXT
    assert pieces[-1].text == " …"


def test_a_long_text_without_a_mark_is_cut_at_its_end() -> None:
    assert [len(piece.text) for piece in excerpt("a" * 5_000, [])] == [LONGEST_TEXT, 2]
    assert clip("word " * 100_000).endswith("word …")
    assert clip(" short\n text ") == "short text"
