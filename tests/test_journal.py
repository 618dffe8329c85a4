"""Tidying up after one's own earlier runs, and after nobody else."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from align import journal
from align.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def manifest(folder: Path) -> Any:
    return json.loads((folder / "run.json").read_text(encoding="utf-8"))


def test_only_files_that_an_earlier_run_lists_are_removed(tmp_path: Path) -> None:
    journal.begin(tmp_path, ["a.tmx", "b.tmx"])
    for name in ("a.tmx", "b.tmx", "c.tmx"):
        (tmp_path / name).touch()
    journal.finish(tmp_path, ["a.tmx", "b.tmx"], time.time())
    journal.begin(tmp_path, ["d.tmx"])
    assert names(tmp_path) == {"c.tmx", "run.json"}


def test_a_finished_run_lists_what_is_there_and_drops_what_is_not_whole(tmp_path: Path) -> None:
    journal.begin(tmp_path, ["a.tmx", "b.tmx"])
    (tmp_path / "a.tmx").touch()
    (tmp_path / "b.tmx.partial").touch()
    (tmp_path / "c.tmx.partial").touch()  # another program's
    journal.finish(tmp_path, ["a.tmx", "b.tmx"], time.time() - 5)
    assert manifest(tmp_path)["files"] == ["a.tmx"]
    assert 5 <= manifest(tmp_path)["seconds"] < 60
    assert names(tmp_path) == {"a.tmx", "c.tmx.partial", "run.json"}


def test_a_file_of_somebody_else_is_neither_written_over_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text("precious")
    for _ in range(2):
        with pytest.raises(
            OutputError, match=r"memory\.tmx: cannot be written \(it is there already.*-o"
        ):
            journal.begin(tmp_path, ["a.tmx", "memory.tmx"])
    assert names(tmp_path) == {"memory.tmx"}
    assert (tmp_path / "memory.tmx").read_text() == "precious"


def test_a_run_that_never_finished_is_tidied_up_after(tmp_path: Path) -> None:
    journal.begin(tmp_path, ["a.tmx", "b.tmx"])
    for name in ("a.tmx", "b.tmx.partial", "run.json.partial"):
        (tmp_path / name).touch()
    journal.begin(tmp_path, [])
    assert names(tmp_path) == {"run.json"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "not JSON",
        "[" * 100_000,
        '{"files": ["precious.txt"]}',
        '{"program": "another", "files": ["precious.txt"]}',
        '{"program": "align", "files": "precious.txt"}',
        '{"program": "align", "files": ["precious.txt", "precious.md"]}',
        '{"program": "align", "files": ["precious.docx", "precious.html", "precious.pdf"]}',
        '{"program": "align", "files": ["../precious.txt", "", ".", "..", 5, "a\\\\b", "C:x"]}',
    ],
)
def test_a_manifest_that_is_not_ours_removes_nothing(tmp_path: Path, text: str) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "run.json").write_text(text)
    precious = [
        folder / f"precious.{suffix}"
        for folder in (tmp_path, output)
        for suffix in ("txt", "docx", "html", "pdf")
    ]
    for path in precious:
        path.touch()
    journal.begin(output, [])
    assert all(path.exists() for path in precious)


def test_own_files_are_those_listed_and_the_manifest(tmp_path: Path) -> None:
    assert journal.own_files(tmp_path / "none") == []
    journal.begin(tmp_path, ["b.tmx", "a.tmx"])
    assert journal.own_files(tmp_path) == [tmp_path / n for n in ("a.tmx", "b.tmx", "run.json")]


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    journal.begin(tmp_path / "deep" / "down", [])
    assert (tmp_path / "deep" / "down" / "run.json").exists()


def test_an_output_that_is_a_file_is_refused_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for output in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match=r"cannot be written.*choose another with -o"):
            journal.begin(output, [])
