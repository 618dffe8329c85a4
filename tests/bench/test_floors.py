"""Floors: what fails, what warns, and how they move."""

from __future__ import annotations

from align.evaluate import Counts, Result
from tests.bench.floors import Baseline, check, updated, warnings
from tests.bench.measuring import Row

DIGESTS = {"law": "d1"}


def row(right: int, *, omitted: int = 0, megabytes: int = 100, seconds: float = 1.0) -> Row:
    counts = Counts(right, right, 1000, 1000)
    measures = {"strict": counts, "lax": counts, "omissions": Counts(omitted, omitted, 40, 40)}
    return Row(
        aligner="hybrid",
        name="law",
        results=(Result(measures=measures, sentences=2000),),
        seconds=seconds,
        megabytes=megabytes,
    )


def baseline(strict: float = 0.9) -> Baseline:
    return {"margin": 0.004, "digests": DIGESTS, "strict_f1": {"hybrid": {"law": strict}}}


def test_a_figure_within_the_margin_passes() -> None:
    assert check([row(897)], DIGESTS, baseline()) == []


def test_a_figure_under_its_floor_fails() -> None:
    assert check([row(895)], DIGESTS, baseline()) == [
        "hybrid law: strict F1 0.8950 is under 0.9000"
    ]


def test_omissions_have_floors_of_their_own() -> None:
    floors = baseline() | {"omissions_f1": {"hybrid": {"law": 0.9}}}
    assert check([row(900, omitted=30)], DIGESTS, floors) == [
        "hybrid law: omissions F1 0.7500 is under 0.9000"
    ]


def test_other_gold_files_fail() -> None:
    (fault,) = check([row(900)], {"law": "d2"}, baseline())
    assert "law: the gold files are not those" in fault


def test_a_set_that_is_gone_fails_if_it_has_floors() -> None:
    assert check([], {}, baseline(), gone=["law"]) == ["law: the set has floors but is not there"]
    assert check([], {}, baseline(), gone=["another"]) == []


def test_a_document_without_beads_fails() -> None:
    noted = Row(
        aligner="hybrid", name="law", results=(), seconds=1, megabytes=1, notes=("a: no beads",)
    )
    assert "hybrid law: a: no beads" in check([noted], DIGESTS, baseline())


def test_much_more_memory_fails() -> None:
    floors = baseline() | {"megabytes": {"hybrid": 100}}
    assert check([row(900, megabytes=149)], DIGESTS, floors) == []
    assert check([row(900, megabytes=151)], DIGESTS, floors) == [
        "hybrid: 151 MB is much more than 100"
    ]


def test_half_the_speed_warns_and_does_not_fail() -> None:
    floors = baseline() | {"sentences_per_second": {"hybrid": 1001}}
    slow = row(900, seconds=4.0)
    assert warnings([slow], floors) == ["hybrid: 500 sentences/s is much less than 1001"]
    assert check([slow], DIGESTS, floors) == []
    assert warnings([row(900, seconds=3.0)], floors) == []


def test_floors_rise_freely() -> None:
    new = updated([row(950)], DIGESTS, baseline(), lower=False)
    assert new["strict_f1"] == {"hybrid": {"law": 0.95}}


def test_floors_fall_only_when_told_so() -> None:
    kept = updated([row(850)], DIGESTS, baseline(), lower=False)
    lowered = updated([row(850)], DIGESTS, baseline(), lower=True)
    assert kept["strict_f1"]["hybrid"]["law"] == 0.9
    assert lowered["strict_f1"]["hybrid"]["law"] == 0.85


def test_the_ceiling_of_memory_rises_only_when_told_so() -> None:
    before = baseline() | {"megabytes": {"hybrid": 100}}
    kept = updated([row(900, megabytes=120)], DIGESTS, before, lower=False)
    raised = updated([row(900, megabytes=120)], DIGESTS, before, lower=True)
    assert (kept["megabytes"], raised["megabytes"]) == ({"hybrid": 100}, {"hybrid": 120})


def test_speeds_are_those_of_the_last_run_that_was_alone() -> None:
    before = baseline() | {"sentences_per_second": {"hybrid": 1}}
    alone = updated([row(900)], DIGESTS, before, lower=False)
    assert alone["sentences_per_second"] == {"hybrid": 2000}


def test_a_set_with_few_omissions_gets_no_floor_for_them() -> None:
    few = Row(
        aligner="hybrid",
        name="law",
        results=(Result(measures=row(900).result.measures | {"omissions": Counts(3, 3, 3, 3)}),),
        seconds=1.0,
        megabytes=1,
    )
    assert updated([few], DIGESTS, baseline(), lower=False)["omissions_f1"] == {}
    assert updated([row(900, omitted=30)], DIGESTS, baseline(), lower=False)["omissions_f1"] == {
        "hybrid": {"law": 0.75}
    }


def test_floors_just_taken_hold() -> None:
    rows = [row(900, omitted=30)]
    assert check(rows, DIGESTS, updated(rows, DIGESTS, baseline(0.0), lower=False)) == []
