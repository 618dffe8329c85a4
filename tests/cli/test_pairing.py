"""`align run` on folders of files that belong together, whatever they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench.pairing_sets import own_twins
from tests.cli.command import FAST, called
from tests.cli.texts import report

if TYPE_CHECKING:
    from pathlib import Path

TWINS = {twin.name: twin for twin in own_twins()}
DAM, WELL, CROW = (TWINS[f"own/{name}"] for name in ("news-dam", "story-well", "fable-crow"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pair by name, one by folder, one by content, and a file without a partner."""
    written = {
        "dam.ar.txt": DAM.text(0),
        "dam.en.txt": DAM.text(1),
        "Arabic/crow.txt": CROW.text(0),
        "English/crow.txt": CROW.text(1),
        "17.txt": WELL.text(0),
        "4.txt": WELL.text(1),
        "other.txt": CROW.part(0, 6).text(0),
    }
    for name, text in written.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "in"


def test_the_report_says_how_each_pair_was_made(folder: Path, tmp_path: Path) -> None:
    ran = called("run", folder, "-o", tmp_path / "out")
    assert ran.code == 0
    assert "1 pair by name, 1 pair by folder, 1 pair by content\n" in ran.err
    jobs = {job["id"]: job for job in report(tmp_path / "out")["jobs"]}
    assert jobs["dam"]["paired"] == {"by": "name", "score": None}
    assert jobs["crow"]["paired"] == {"by": "folder", "score": None}
    assert jobs["17"]["paths"] == ["17.txt", "4.txt"]
    assert jobs["17"]["paired"]["by"] == "content"
    assert 0.5 < jobs["17"]["paired"]["score"] <= 1
    assert jobs["other"]["paired"] is None
    assert jobs["other"]["status"] == "monolingual"
    assert "no partner found among 1 file in English" in jobs["other"]["notes"][0]
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "paired by content with score" in page


def test_pairing_by_name_alone_leaves_the_others(folder: Path, tmp_path: Path) -> None:
    ran = called("run", folder, "-o", tmp_path / "out", "--pairing", "name", "--quiet", *FAST)
    assert ran.code == 0
    jobs = report(tmp_path / "out")["jobs"]
    assert sorted(job["id"] for job in jobs if job["paired"]) == ["crow", "dam"]
    assert {note for job in jobs for note in job["notes"] if "partner" in note} == set()


def test_pairs_named_by_hand_say_so(folder: Path, tmp_path: Path) -> None:
    pair = ("--pair", folder / "17.txt", folder / "4.txt")
    assert called("run", *pair, "-o", tmp_path / "out", "--quiet", *FAST).code == 0
    (job,) = report(tmp_path / "out")["jobs"]
    assert job["paired"] == {"by": "user", "score": None}


def test_an_unknown_way_to_pair_is_refused(folder: Path, tmp_path: Path) -> None:
    ran = called("run", folder, "-o", tmp_path / "out", "--set", "pairing=luck")
    assert ran.code == 2
    assert "'luck' is no way to pair files; choose one of content, name" in ran.err
