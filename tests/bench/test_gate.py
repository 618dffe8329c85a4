"""The gate as it is called: what it prints, and how it ends."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.bench import table
from tests.bench.gate import main
from tests.bench.measuring import Row
from tests.bench.sets import digest, texts
from tests.bench.table import differences, kinds, line, markdown

if TYPE_CHECKING:
    from pathlib import Path

TEXT = [("البيت كبير جدا وجميل.", "The house is very big and fine."), ("الباب.", "The door.")]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    docs = tmp_path / "udhr" / "docs"
    docs.mkdir(parents=True)
    for name in ("one", "two", "three", "four", "five"):
        (docs / f"{name}.ar.txt").write_text("".join(f"{ar}\n" for ar, _ in TEXT), "utf-8")
        (docs / f"{name}.en.txt").write_text("".join(f"{en}\n" for _, en in TEXT), "utf-8")
        (docs / f"{name}.gold").write_text("[0]:[0]\n[1]:[1]\n")
    return tmp_path


def write_baseline(gold: Path, strict: float, found: str | None = None) -> Path:
    path = gold / "baseline.json"
    content = {
        "margin": 0.004,
        "digests": {"udhr": found or digest(gold, "udhr")},
        "strict_f1": {"gale-church": {"udhr": strict}},
    }
    path.write_text(json.dumps(content))
    return path


def gated(gold: Path, baseline: Path, *flags: str) -> int:
    where = ["--gold", str(gold), "--baseline", str(baseline)]
    return main([*where, "--aligner", "gale-church", *flags])


def row(gold: Path, aligner: str, wrong: int) -> Row:
    """Return a row with the first ``wrong`` documents all wrong."""
    compared = [
        text.compared([((0,), (1,)), ((1,), (0,))] if number < wrong else text.gold)
        for number, text in enumerate(texts(gold, "udhr"))
    ]
    return Row(aligner=aligner, name="udhr", results=tuple(compared), seconds=2.0, megabytes=77)


def test_good_figures_pass(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gated(gold, write_baseline(gold, 1.0)) == 0
    header, printed = capsys.readouterr().out.splitlines()
    assert header == table.HEADER
    name, set_name, *figures = printed.split()
    assert (name, set_name) == ("gale-church", "udhr")
    assert figures[:6] == ["1.0000", "1.0000", "to", "1.0000", "1.0000", "0.0000"]


def test_a_regression_fails_and_is_named(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (gold / "udhr" / "docs" / "one.gold").write_text("[0]:[1]\n[1]:[0]\n")
    assert gated(gold, write_baseline(gold, 1.0)) == 1
    assert "FAIL gale-church udhr: strict F1 0.8000 is under 1.0000" in capsys.readouterr().out


def test_other_gold_fails(gold: Path) -> None:
    assert gated(gold, write_baseline(gold, 0.1, "another")) == 1


def test_floors_are_not_taken_from_a_part(gold: Path) -> None:
    with pytest.raises(SystemExit):
        gated(gold, write_baseline(gold, 1.0), "--update")


def test_the_readme_gets_a_row_an_aligner(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gated(gold, write_baseline(gold, 1.0), "--markdown", "--jobs", "2")
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "| strict F1 | udhr |",
        "| --- | --- |",
        "| `gale-church` | 1.000 (1.000-1.000) |",
    ]


def test_kinds_are_told_with_their_counts(gold: Path) -> None:
    assert list(kinds(row(gold, "hybrid", 1))) == [
        "    1-1    precision 0.8000  recall 0.8000  f1 0.8000  gold 10  system 10"
    ]


def test_speeds_are_told_only_of_who_ran_alone(gold: Path) -> None:
    alone = row(gold, "hybrid", 0)
    beside = replace(alone, alone=False)
    assert line(alone, None).split()[-2:] == ["10", "77"]
    assert line(beside, 0.5).split()[-3:] == ["0.5000", "-", "77"]


def test_a_difference_that_may_be_chance_is_marked(gold: Path) -> None:
    best, middle, worst = (row(gold, name, n) for name, n in (("a", 0), ("b", 1), ("c", 5)))
    sure, unsure = differences([best, worst, middle], "a")
    assert sure.split() == ["a", "over", "c", "udhr", "+1.0000", "+1.0000", "to", "+1.0000"]
    assert unsure.split()[4:] == ["+0.2000", "+0.0000", "to", "+0.6000", "~"]


def test_of_a_few_documents_only_the_figure_is_told(gold: Path) -> None:
    best, worst = (
        replace(row(gold, name, wrong), results=row(gold, name, wrong).results[:2])
        for name, wrong in (("a", 0), ("b", 1))
    )
    assert "2 documents " in line(best, None)
    assert "1 document " in line(replace(best, results=best.results[:1]), None)
    assert [line.split()[4:] for line in differences([best, worst], "a")] == [["+0.5000"]]
    assert list(markdown([best, worst]))[2:] == ["| `a` | 1.000 |", "| `b` | 0.500 |"]


def test_a_missing_figure_leaves_its_cell_empty(gold: Path) -> None:
    other = row(gold, "b", 0)
    law = Row(aligner="a", name="law", results=other.results, seconds=1.0, megabytes=1)
    *_, first, second = markdown([law, other])
    assert first == "| `a` | 1.000 (1.000-1.000) |  |"
    assert second == "| `b` |  | 1.000 (1.000-1.000) |"
