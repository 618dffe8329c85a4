"""Many documents' units to one memory."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import OutputError
from align.model import TranslationUnit
from align.store.merging import Merging
from tests.bench.memory import peak_megabytes

Row = tuple[str, str, float]  # source, target, score
FLAT = 15  # megabytes


def unit(source: str, target: str, score: float = 0.9, name: str = "u") -> TranslationUnit:
    return TranslationUnit(
        id=name,
        source=source,
        target=target,
        source_lang="ar",
        target_lang="en",
        kind="1-1",
        score=score,
    )


def merged(rows: list[Row], *, least: float = -1.0, below: float = 2.0) -> list[Row]:
    with Merging() as merging:
        for row in rows:
            merging.add(unit(*row))
        return [(u.source, u.target, u.score) for u in merging.units(least=least, below=below)]


def add_many(merging: Merging, units: int) -> None:
    for number in range(units):
        merging.add(unit(f"{number} " + "س" * 500, f"{number} " + "x" * 1000))


def test_units_come_back_as_they_were_in_their_order() -> None:
    units = [unit("ب", "b", 0.4, "u1"), unit("ا", "a", 0.8, "u2")]
    with Merging() as merging:
        for one in units:
            merging.add(one)
        assert list(merging.units(least=0, below=2)) == units


def test_an_exact_duplicate_is_kept_once_where_it_first_stood() -> None:
    assert merged([("ا", "a", 0.7), ("ب", "b", 0.7), ("ا", "a", 0.7)]) == [
        ("ا", "a", 0.7),
        ("ب", "b", 0.7),
    ]


def test_of_duplicates_the_best_score_is_kept_with_its_origin() -> None:
    with Merging() as merging:
        for score, name in ((0.7, "first"), (0.9, "best"), (0.9, "as good"), (0.2, "worst")):
            merging.add(unit("ا", "a", score, name))
        (kept,) = merging.units(least=0, below=2)
    assert (kept.id, kept.score) == ("best", 0.9)


def test_rival_targets_stand_by_falling_score_in_the_places_of_their_source() -> None:
    rows = [("ا", "low", 0.6), ("ب", "b", 0.7), ("ا", "high", 0.9), ("ت", "t", 0.5)]
    assert merged(rows) == [rows[2], rows[1], rows[0], rows[3]]


def test_rivals_of_one_score_keep_their_order() -> None:
    rows = [("ا", "one", 0.6), ("ا", "two", 0.6), ("ا", "three", 0.6)]
    assert merged(rows) == rows


def test_texts_that_differ_in_marks_or_case_are_no_duplicates() -> None:
    rows = [("كتب", "He wrote", 0.6), ("كَتَبَ", "He wrote", 0.6), ("كتب", "he wrote", 0.6)]
    assert len(merged(rows)) == 3


def test_a_score_on_the_limit_counts_as_enough() -> None:
    rows = [("ا", "a", 0.5), ("ب", "b", 0.4999), ("ت", "t", 1.0)]
    assert merged(rows, least=0.5, below=2.0) == [rows[0], rows[2]]
    assert merged(rows, least=-1.0, below=0.5) == [rows[1]]


def test_duplicates_are_counted() -> None:
    with Merging() as merging:
        for target in ("a", "b", "a"):
            merging.add(unit("ا", target))
        assert (merging.added, merging.duplicates) == (3, 1)


def test_nothing_in_gives_nothing_out() -> None:
    assert merged([]) == []


def test_a_full_disk_is_an_output_error() -> None:
    with Merging() as merging:
        merging._connection.execute("PRAGMA max_page_count=8")
        with pytest.raises(OutputError, match="cannot be written") as caught:
            add_many(merging, 100)
    assert caught.value.exit_code == 5


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ابتث"), st.sampled_from("abcd"), st.sampled_from([0.1, 0.5, 0.5001, 1])
        ),
        max_size=25,
    )
)
@settings(deadline=None)
def test_both_memories_together_hold_every_unit_once(rows: list[Row]) -> None:
    kept = merged(rows, least=0.5) + merged(rows, below=0.5)
    best: dict[tuple[str, str], float] = {}
    for source, target, score in rows:
        best[source, target] = max(score, best.get((source, target), 0.0))
    assert sorted(kept) == sorted((*texts, score) for texts, score in best.items())
    for source, memory in product("ابتث", (merged(rows, least=0.5), merged(rows, below=0.5))):
        scores = [row[2] for row in memory if row[0] == source]
        assert scores == sorted(scores, reverse=True)


def grow(units: int) -> None:
    """Merge so many long units and print the most memory that took."""
    before = peak_megabytes()
    with Merging() as merging:
        add_many(merging, units)
        assert sum(1 for _ in merging.units(least=0.5, below=2.0)) == units
    print(peak_megabytes() - before)


def test_memory_stays_flat_over_twenty_thousand_units() -> None:
    code = "from tests.store.test_merging import grow; grow(20_000)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
    )
    assert int(done.stdout) < FLAT


def test_near_duplicates_are_one_unit_when_asked_for() -> None:
    rows = [("كتب.", "He wrote.", 0.6), ("كَتَبَ", "he wrote", 0.8), ("كتب؟", "He wrote?", 0.5)]
    with Merging("near") as merging:
        for row in rows:
            merging.add(unit(*row))
        kept = [(one.source, one.target, one.score) for one in merging.units()]
        gone = [(lost.source, best.source) for lost, best in merging.gone()]
    assert kept == [rows[1], rows[2]]
    assert gone == [("كتب.", "كَتَبَ")]


def test_every_unit_stays_when_nothing_counts_as_a_duplicate() -> None:
    with Merging("none") as merging:
        for _ in range(3):
            merging.add(unit("ا", "a"))
        assert len(list(merging.units())) == 3
        assert merging.duplicates == 0


def test_rivals_are_listed_with_the_best_first() -> None:
    rows = [
        ("ا", "low", 0.6),
        ("ب", "b", 0.7),
        ("ت", "x", 0.1),
        ("ا", "high", 0.9),
        ("ت", "y", 0.2),
    ]
    with Merging() as merging:
        for row in rows:
            merging.add(unit(*row))
        assert [[one.target for one in rivals.units] for rivals in merging.rivals()] == [
            ["high", "low"],
            ["y", "x"],
        ]
