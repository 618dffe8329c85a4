"""Links by equal keys."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from align.evidence.key_links import MOST_PAIRS, key_links
from align.evidence.latin import latin_keys
from align.evidence.numbers import number_keys


def linked(source: list[list[str]], target: list[list[str]]) -> dict[tuple[int, int], float]:
    links = key_links(source, target)
    pairs = zip(links.source.tolist(), links.target.tolist(), strict=True)
    return dict(zip(pairs, links.weight.tolist(), strict=True))


def test_a_key_that_stands_once_on_each_side_weighs_one() -> None:
    assert linked([[], ["n:7"]], [["n:7"], []]) == {(1, 0): 1.0}


def test_keys_of_the_same_two_segments_add_up() -> None:
    assert linked([["n:7", "m:3"]], [["m:3", "n:7"]]) == {(0, 0): 2.0}


def test_a_key_twice_in_a_segment_counts_once() -> None:
    assert linked([["n:7", "n:7"]], [["n:7"]]) == {(0, 0): 1.0}


def test_a_key_that_is_everywhere_links_nothing() -> None:
    assert linked([["n:1"]] * MOST_PAIRS, [["n:1"]] * 2) == {}
    assert len(linked([["n:1"]] * MOST_PAIRS, [["n:1"]])) == MOST_PAIRS


def test_nothing_links_nothing() -> None:
    assert linked([], []) == {}
    assert linked([[]], [["n:1"]]) == {}


def test_translations_are_linked_by_numbers_and_latin_terms() -> None:
    source = ["في ٥ آذار بدأ العمل.", "ثم نشر الفريق Node.js كله.", "انتهى بعد ٣٠ يوما."]
    target = ["Work began on 5 March.", "Then the team released Node.js.", "It took 30 days."]
    keys = [
        [[*number_keys(text).certain, *latin_keys(text)] for text in texts]
        for texts in (source, target)
    ]
    assert set(linked(*keys)) == {(0, 0), (1, 1), (2, 2)}


KEYS = st.lists(st.lists(st.sampled_from(["a", "b", "c", "d"])), max_size=8)


@given(KEYS, KEYS)
@settings(deadline=None)
def test_links_are_exactly_the_pairs_with_a_key_in_common(
    source: list[list[str]], target: list[list[str]]
) -> None:
    expected = {
        (i, j)
        for i, ours in enumerate(source)
        for j, theirs in enumerate(target)
        if set(ours) & set(theirs)
    }
    found = linked(source, target)
    assert set(found) == expected
    assert list(found) == sorted(found)
