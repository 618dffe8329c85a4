"""Aligners measured in processes of their own, whatever becomes of them."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.bench import measuring
from tests.bench.candidates import OURS, Ours
from tests.bench.measuring import Task, measure, measured
from tests.bench.sets import digest, present

if TYPE_CHECKING:
    from pathlib import Path

    from align.evaluate import Indexes
    from tests.bench.candidates import Factory


class Diagonal:
    """Finds line i to be line i."""

    version = "1"

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        return [((i,), (i,)) for i in range(min(len(source), len(target)))]


class Greedy(Diagonal):
    """Takes memory."""

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        taken = bytearray(os.urandom(1) * 300_000_000)
        return super().align(source, target) if taken else []


class Raising(Diagonal):
    """Does not like the number 2."""

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        if "٢" in " ".join(source):
            raise ValueError("two")
        return super().align(source, target)


class Dying(Diagonal):
    """Takes its process with it."""

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        if source:
            os._exit(3)
        return super().align(source, target)


class Sleeping(Diagonal):
    """Never ends."""

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        while source:
            time.sleep(0.01)
        return super().align(source, target)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    docs = tmp_path / "udhr" / "docs"
    docs.mkdir(parents=True)
    for name, number in (("one", "١"), ("two", "٢")):
        (docs / f"{name}.ar.txt").write_text(f"البيت {number}\nالباب\n", "utf-8")
        (docs / f"{name}.en.txt").write_text("House\nDoor\n", "utf-8")
        (docs / f"{name}.gold").write_text("[0]:[0]\n[1]:[1]\n")
    return tmp_path


def task(gold: Path, make: Factory) -> Task:
    return Task(aligner="tried", name="udhr", gold=gold, make=make)


def test_each_document_has_a_result(gold: Path) -> None:
    (row,) = measured([task(gold, Diagonal)], 1)
    assert len(row.results) == 2
    assert (row.f1(), row.f1("lax"), row.result.sentences) == (1.0, 1.0, 8)
    assert (row.version, row.notes, row.alone) == ("1", (), True)
    assert row.seconds > 0


def test_rows_come_in_the_order_of_the_tasks_and_know_they_had_company(gold: Path) -> None:
    rows = list(measured([task(gold, Diagonal), task(gold, partial(Ours, "gale-church"))], 2))
    assert [row.version for row in rows] == ["1", "this tree"]
    assert not any(row.alone for row in rows)


def test_memory_is_that_of_one_aligner(gold: Path) -> None:
    greedy, modest = measured([task(gold, Greedy), task(gold, Diagonal)], 1)
    assert greedy.megabytes >= 286
    assert modest.megabytes < greedy.megabytes - 200


def test_an_error_costs_one_document_and_is_told(gold: Path) -> None:
    row = measure(task(gold, Raising))
    assert [result.beads_system for result in row.results] == [2, 0]
    assert row.f1() == pytest.approx(2 / 3, abs=1e-4)
    (note,) = row.notes
    assert note.startswith("two: no beads: ValueError: two")


def test_a_dead_process_costs_the_set_and_is_told(gold: Path) -> None:
    (row,) = measured([task(gold, Dying)], 1)
    assert (row.f1(), row.speed, row.notes) == (0.0, 0.0, ("its process died",))
    assert row.result.measures["strict"].gold == 4


def test_who_never_ends_is_stopped(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "SECONDS_A_DOCUMENT", 0.05)
    row = measure(task(gold, Sleeping))
    assert row.f1() == 0.0
    assert "two: no beads: TimeoutError: stopped after" in row.notes[1]


def test_a_set_is_known_by_its_files(gold: Path) -> None:
    assert present(gold) == ["udhr"]
    before = digest(gold, "udhr")
    (gold / "udhr" / "docs" / "one.gold").write_text("[0]:[1]\n")
    assert digest(gold, "udhr") != before


def test_both_aligners_are_candidates() -> None:
    assert list(OURS) == ["hybrid", "gale-church"]
