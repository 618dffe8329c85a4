"""A run over archives."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from tests.cli.command import FAST, called
from tests.cli.texts import report, write, write_pair

if TYPE_CHECKING:
    from pathlib import Path


def test_pairs_in_an_archive_are_found_and_a_broken_one_costs_itself(tmp_path: Path) -> None:
    write_pair(tmp_path / "train.ar.txt", tmp_path / "train.en.txt")
    write(tmp_path / "in" / "story.txt")
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        for lang in ("ar", "en"):
            archive.write(tmp_path / f"train.{lang}.txt", f"b/train.{lang}.txt")
        archive.writestr("b/c.png", "")
    whole = (tmp_path / "in" / "a.zip").read_bytes()
    (tmp_path / "in" / "broken.zip").write_bytes(whole[:300])
    ran = called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert ran.code == 3, ran.err
    jobs = {job["id"]: job for job in report(tmp_path / "out")["jobs"]}
    assert {name: job["status"] for name, job in jobs.items()} == {
        "story": "aligned",
        "a.zip__b__train": "aligned",
        "broken": "failed",
    }
    assert jobs["a.zip__b__train"]["paths"] == ["a.zip/b/train.ar.txt", "a.zip/b/train.en.txt"]
    assert jobs["broken"]["error"].startswith("MalformedError: broken.zip: is a damaged archive")
    assert report(tmp_path / "out")["skipped"] == [
        {"path": "a.zip/b/c.png", "reason": "no reader for .png"}
    ]
