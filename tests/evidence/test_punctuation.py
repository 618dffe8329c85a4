"""Punctuation in classes of both scripts."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.evidence.punctuation import AT_ONCE, BEGINNING, COLUMNS, COUNTS, END, punctuation


def held(text: str) -> dict[str, int]:
    """Return the columns that are not zero."""
    row = punctuation([text])[0].tolist()
    return {name: int(value) for name, value in zip(COLUMNS, row, strict=True) if value}


def ending(text: str) -> set[str]:
    return set(held(text)) & set(END)


def beginning(text: str) -> set[str]:
    return set(held(text)) & set(BEGINNING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ذهب.", {"end_stop"}),
        ("He went. ", {"end_stop"}),
        ("لماذا؟", {"end_question"}),
        ("Why?\u200f", {"end_question"}),
        ("what!", {"end_exclamation"}),
        ("قال:", {"end_colon"}),
        ("أولا؛", {"end_semicolon"}),
        ("ثم،", {"end_comma"}),
        ("then...", {"end_ellipsis"}),
        ("ثم…", {"end_ellipsis"}),
        ("but —", {"end_dash"}),
        ("but -", {"end_dash"}),
        ("«لماذا؟»", {"end_question", "close_quote"}),
        ('"Why?"', {"end_question", "close_quote"}),
        ("(نعم.)", {"end_stop", "close_bracket"}),
        ("نعم (جدا)", {"end_none", "close_bracket"}),
        ("عنوان", {"end_none"}),
        ("", {"end_none"}),
        ("»", {"end_none", "close_quote"}),
    ],
)
def test_ends_are_classed_behind_closing_quotes_and_brackets(text: str, expected: set[str]) -> None:
    assert ending(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and then", {"begin_small"}),
        ("“and then”", {"begin_small", "begin_quote"}),
        ("And then", set()),
        ("ثم", set()),
        ("(ثم", {"begin_bracket"}),
        ("- ثم", {"begin_dash"}),
        ("— ثم", {"begin_dash"}),
        ("1. One", {"begin_list"}),
        ("١- أولا", {"begin_list"}),
        ("أ) أولا", {"begin_list"}),
        ("(2) Two", {"begin_list", "begin_bracket"}),
        ("• One", {"begin_list"}),
        ("1.5 litres", set()),
        ("10-12 رجلا", set()),
        ("\u064b", set()),
    ],
)
def test_beginnings_are_classed(text: str, expected: set[str]) -> None:
    assert beginning(text) == expected


def test_marks_of_both_scripts_are_counted_alike() -> None:
    arabic = held("قال: «أين؟ هنا، أم هناك؛ أم (لا)!» نعم…")
    english = held("He said: “Where? Here, or there; or (not)!” Yes...")
    assert {n: c for n, c in arabic.items() if n in COUNTS} == {
        n: c for n, c in english.items() if n in COUNTS
    }
    assert arabic["count_quote"] == 2


def test_a_point_inside_a_word_or_number_is_no_full_stop() -> None:
    assert held("v1.5 of a.b.c runs. It does.")["count_stop"] == 2


def test_an_apostrophe_inside_a_word_is_no_quote() -> None:
    assert "count_quote" not in held("don't, it’s")
    assert held("'so' he said")["count_quote"] == 2


def test_counts_of_a_bead_are_the_sums_of_its_segments() -> None:
    parts = ["قال: «نعم.", "ثم ذهب!» هكذا...", "أين؟ (هنا)"]
    together = punctuation([" ".join(parts)])[0][: len(COUNTS)]
    assert np.array_equal(punctuation(parts)[:, : len(COUNTS)].sum(axis=0), together)


def test_no_texts_make_no_rows() -> None:
    assert punctuation([]).shape == (0, len(COLUMNS))


def test_columns_have_distinct_names_in_the_order_of_their_groups() -> None:
    assert (*COUNTS, *BEGINNING, *END) == COLUMNS
    assert len(set(COLUMNS)) == len(COLUMNS)


MARKS = st.sampled_from(list(".?؟!:;؛,،…-—«»\"'()a ب1\n\u064e\u200f\ud800"))


@given(st.lists(st.one_of(st.text(max_size=20), st.lists(MARKS).map("".join)), max_size=12))
@settings(deadline=None, max_examples=200)
def test_a_row_does_not_depend_on_the_texts_around_it(texts: list[str]) -> None:
    table = punctuation(texts)
    assert table.dtype == np.float32
    assert all(
        np.array_equal(row, punctuation([t])[0]) for row, t in zip(table, texts, strict=True)
    )
    ends = [COLUMNS.index(name) for name in END if name.startswith("end_")]
    assert (table[:, ends].sum(axis=1) == 1).all()


def test_many_texts_are_the_same_as_few() -> None:
    texts = ["أين؟", "Here.", "«ثم»"] * AT_ONCE
    table = punctuation(texts)
    assert np.array_equal(table, np.tile(punctuation(texts[:3]), (AT_ONCE, 1)))


def test_fifty_thousand_segments_take_a_few_seconds_at_most() -> None:
    texts = ["قال الرجل: «أين الطريق إلى المدينة؟» ثم مضى في سبيله، ولم يعد."] * 50_000
    start = time.process_time()
    punctuation(texts)
    assert time.process_time() - start < 4.0
