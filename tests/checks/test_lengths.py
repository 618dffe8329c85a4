from __future__ import annotations

import pytest

from align.checks.lengths import lengths
from align.evidence.length import lengths as counted
from align.evidence.pair import Context
from tests.checks.made import made, marked
from tests.own import gold


def test_a_side_beyond_what_cat_tools_accept_is_marked_there() -> None:
    context = Context(longest=20)
    pair = made("ب" * 20, "a" * 23, context)
    assert marked(pair, lengths(pair)) == [("too-long", "target", "aaa")]


@pytest.mark.parametrize(("ratio", "count"), [(1.0, 0), (2.5, 1), (0.4, 1)])
def test_the_usual_ratio_decides_what_is_too_long(ratio: float, count: int) -> None:
    pair = made("ب" * 100, "a" * 110, Context(ratio=ratio))
    assert len([flag for flag in lengths(pair) if flag.id == "length"]) == count


def test_the_message_says_which_way() -> None:
    [long] = lengths(made("ب" * 50, "a" * 120))
    [short] = lengths(made("ب" * 120, "a" * 50))
    assert "too long" in long.message
    assert "too short" in short.message


def test_short_texts_may_differ_more() -> None:
    assert list(lengths(made("نعم", "Yes, sir"))) == []
    assert list(lengths(made("شكرا", "Thanks a lot"))) == []


def test_marks_and_spaces_do_not_count() -> None:
    pair = made("بَ   " * 40, "a" * 40)
    assert list(lengths(pair)) == []


def test_an_empty_side_is_none_of_our_business() -> None:
    assert list(lengths(made("", "a" * 500))) == []


def test_most_halves_of_our_own_texts_are_found_and_few_whole_ones() -> None:
    pairs = [(" ".join(source), " ".join(target)) for source, target in gold() if source and target]
    source, target = (counted(list(side)).sum() for side in zip(*pairs, strict=True))
    context = Context(ratio=target / source)

    def share(halved: bool) -> float:
        found = 0
        for arabic, english in pairs:
            words = english.split()
            kept = words[: len(words) // 2] if halved else words
            found += any(f.id == "length" for f in lengths(made(arabic, " ".join(kept), context)))
        return found / len(pairs)

    assert share(halved=True) > 0.8
    assert share(halved=False) < 0.03
