"""Units that wait until all are there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from align.errors import OutputError
from align.model import Flag
from align.store.spool import Spool, flagged, repetitions
from tests.bench.memory import peak_megabytes

from .repeating import BRIDGE, CROSSED, RIVALS, unit, units

FLAT = 10  # megabytes


def fill(spool: Spool, number: int) -> None:
    for n in range(number):
        spool.add(unit(f"{n} {BRIDGE}", f"{n} {CROSSED}"), 0.0)


def test_units_come_back_with_their_log_odds_in_their_order() -> None:
    rows = [(one, number / 3) for number, one in enumerate(units([("ب", "b"), ("ا", "a")]))]
    with Spool() as spool:
        for row in rows:
            spool.add(*row)
        assert list(spool.units()) == rows
        assert list(spool.units()) == rows


def test_units_added_after_a_look_are_counted_in() -> None:
    with Spool() as spool:
        spool.add(unit(BRIDGE, CROSSED), 0.0)
        assert [one.flags for one, _ in spool.units()] == [()]
        spool.add(unit(BRIDGE, "He went home"), 0.0)
        assert [{f.id for f in one.flags} for one, _ in spool.units()] == [
            {"inconsistent-target"}
        ] * 2


def test_flags_stand_beside_those_of_the_unit_the_worst_first() -> None:
    info = Flag(id="spacing", severity="info", message="m")
    error = Flag(id="number", severity="error", message="m")
    warning = Flag(id="name", severity="warning", message="m")
    one = flagged(unit("ا", "a"), [info])
    assert flagged(one, [error, warning]).flags == (error, warning, info)


def test_a_document_and_a_spool_are_told_the_same() -> None:
    every = units([(BRIDGE, CROSSED), (BRIDGE, CROSSED), *RIVALS])
    with Spool() as spool:
        for one in every:
            spool.add(one, 0.0)
        assert [one.flags for one, _ in spool.units()] == repetitions(every)


def test_a_full_disk_is_an_output_error() -> None:
    with Spool() as spool:
        spool._connection.execute("PRAGMA max_page_count=40")
        with pytest.raises(OutputError, match="cannot be written"):
            fill(spool, 10_000)


def test_a_disk_that_is_full_only_at_the_end_is_an_output_error_too() -> None:
    with Spool() as spool:
        fill(spool, 500)
        (pages,) = spool._connection.execute("PRAGMA page_count").fetchone()
        spool._connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(OutputError, match="cannot be written"):
            next(spool.units())


def grow(number: int) -> None:
    """Spool so many units, read them back and print the most memory that took."""
    before = peak_megabytes()
    with Spool() as spool:
        for n in range(number):
            spool.add(unit(f"{n % 9000} {BRIDGE}" * 5, f"{n % 7000} {CROSSED}" * 5, f"u{n}"), 1.0)
        assert sum(1 for _ in spool.units()) == number
    print(peak_megabytes() - before)


def test_memory_stays_flat_over_twenty_thousand_units() -> None:
    code = "from tests.store.test_spool import grow; grow(20_000)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
    )
    assert int(done.stdout) < FLAT
