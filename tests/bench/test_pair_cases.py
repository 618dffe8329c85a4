"""Right and wrong pairs: seeded, and wrong in the way their kind says."""

from __future__ import annotations

import pytest

from align.text.clauses import clauses
from tests.bench.pair_cases import (
    HALF_WRONG,
    KINDS,
    LEAST_CUT,
    LEAST_LEFT,
    MOST_CUT,
    GoldPair,
    Memory,
    memories,
)
from tests.own import gold

PAIRS = [
    GoldPair(document=name, source=" ".join(a), target=" ".join(b), plain=len(a) == len(b) == 1)
    for name in ("news-dam", "story-well")
    for a, b in gold(name)
    if a and b
]


@pytest.fixture(scope="module")
def made() -> dict[str, Memory]:
    return {memory.name: memory for memory in memories(PAIRS, "seed")}


def test_the_same_seed_makes_the_same_memories(made: dict[str, Memory]) -> None:
    again = {memory.name: memory for memory in memories(PAIRS, "seed")}
    assert again == made
    other = {memory.name: memory for memory in memories(PAIRS, "another")}
    assert other != made


def test_right_pairs_are_the_gold(made: dict[str, Memory]) -> None:
    assert [(case.source, case.target) for case in made["right"].cases] == [
        (pair.source, pair.target) for pair in PAIRS
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_memory_of_one_kind_holds_only_that(made: dict[str, Memory], kind: str) -> None:
    cases = made[kind].cases
    assert len(cases) > len(PAIRS) / 2
    assert {case.kind for case in cases} == {kind}
    for case in cases:
        pair = PAIRS[case.number]
        assert (case.source, case.target) != (pair.source, pair.target)


def test_targets_of_others_come_from_the_same_document(made: dict[str, Memory]) -> None:
    for case in (*made["random"].cases, *made["neighbour"].cases):
        own = PAIRS[case.number]
        others = [pair for pair in PAIRS if pair.target == case.target]
        assert any(pair.document == own.document for pair in others)


def test_a_neighbour_stands_beside(made: dict[str, Memory]) -> None:
    for case in made["neighbour"].cases:
        places = {n for n, pair in enumerate(PAIRS) if pair.target == case.target}
        assert places & {case.number - 1, case.number + 1}


def test_a_cut_leaves_words_in_their_order_and_marks_the_side_that_says_more(
    made: dict[str, Memory],
) -> None:
    for case in made["partial"].cases:
        pair = PAIRS[case.number]
        whole, cut = (pair.target, case.target) if case.unsaid == 0 else (pair.source, case.source)
        left, words = cut.split(), iter(whole.split())
        assert all(word in words for word in left)
        assert len(left) >= LEAST_LEFT
        share = 1 - len(left) / len(whole.split())
        assert LEAST_CUT - 0.1 <= share <= MOST_CUT + 0.1


def test_a_clause_short_lacks_one_clause_and_no_more(made: dict[str, Memory]) -> None:
    assert made[HALF_WRONG].cases
    for case in made[HALF_WRONG].cases:
        pair = PAIRS[case.number]
        whole, cut = (pair.target, case.target) if case.unsaid == 0 else (pair.source, case.source)
        left, parts = clauses(cut), clauses(whole)
        assert any(" ".join(parts[:n] + parts[n + 1 :]) == cut for n in range(len(parts))), left


def test_extra_text_is_that_of_a_neighbour(made: dict[str, Memory]) -> None:
    for case in made["extra"].cases:
        pair = PAIRS[case.number]
        sides = ((case.source, pair.source), (case.target, pair.target))
        longer, own = sides[case.unsaid or 0]
        assert longer.startswith(f"{own} ")


def test_a_memory_of_a_tenth_wrong_is_mostly_right(made: dict[str, Memory]) -> None:
    kinds = [case.kind for case in made["10% wrong"].cases]
    assert 0.75 < kinds.count("right") / len(kinds) < 1
