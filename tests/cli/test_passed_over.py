"""What a folder holds beside texts: it is passed over, and said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command import FAST, called, refused
from tests.cli.texts import job_ids, report, write

if TYPE_CHECKING:
    from pathlib import Path


def test_what_no_reader_reads_but_people_have_is_told_with_the_way_out(tmp_path: Path) -> None:
    write(tmp_path / "in" / "story.txt")
    write(tmp_path / "in" / "old.doc")
    called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    (left_out,) = report(tmp_path / "out")["skipped"]
    assert left_out == {"path": "old.doc", "reason": "no reader for .doc: save it as .docx"}
    refused(called("run", tmp_path / "in" / "old.doc"), 2, "old.doc", "save it as .docx")


@pytest.mark.parametrize("earlier", ["in", "in/first"])
def test_what_an_earlier_run_left_beside_the_texts_is_never_read(
    tmp_path: Path, earlier: str
) -> None:
    write(tmp_path / "in" / "story.txt")
    formats = ("--formats", "tmx,csv,tsv,xlsx")
    called("run", tmp_path / "in", "-o", tmp_path / earlier, *FAST, *formats)
    called("run", tmp_path / "in", "-o", tmp_path / "in" / "second", *FAST, *formats)
    assert job_ids(tmp_path / "in" / "second") == ["story"]
    (left_out,) = report(tmp_path / "in" / "second")["skipped"]
    assert left_out["path"].endswith("run.json")
    assert "earlier run" in left_out["reason"]
