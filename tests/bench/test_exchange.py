"""The measure of writing, reading and merging does what its figures are said to be of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.bench import exchange

if TYPE_CHECKING:
    from pathlib import Path

UNITS = 200
TWICE = UNITS // 2 // exchange.REPEATED  # units of the second half that stand in the first


@pytest.mark.parametrize(("name", "suffix"), [("tmx", ".tmx"), ("jsonl", ".jsonl")])
def test_every_step_takes_all_units(tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / f"memory{suffix}"
    counts = {step: do(path, UNITS, name) for step, do in exchange.STEPS.items()}
    assert counts.pop("merge") == UNITS - TWICE
    assert {*counts.values()} == {UNITS}


def test_the_figures_of_a_step_come_from_a_process_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "STEPS", {"write": exchange.write})
    exchange.bench(UNITS, ["tmx"])
    name, step, *figures = capsys.readouterr().out.split()
    assert (name, step, figures[::2]) == ("tmx", "write", ["units", "seconds", "megabytes"])
    exchange.main(["write", str(tmp_path / "memory.tmx"), str(UNITS), "tmx"])
    assert json.loads(capsys.readouterr().out)["units"] == int(figures[1])
