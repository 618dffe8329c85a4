from __future__ import annotations

from typing import TYPE_CHECKING

from align.config import Settings
from align.formats.tables.tsv_writer import TsvWriter

from . import samples

if TYPE_CHECKING:
    from pathlib import Path


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_line_holds_texts_score_kind_id_and_document(tmp_path: Path) -> None:
    with TsvWriter(tmp_path / "out.tsv", Settings()) as writer:
        writer.write_bitext(samples.bitext())
    assert rows(tmp_path / "out.tsv")[2] == [
        "بنى الجسر وحده. لم يساعده أحد!",
        "He built the bridge alone and nobody helped him!",
        "0.3333",
        "2-1",
        "ubridge00000002",
        "bridge",
    ]


def test_beads_with_an_empty_side_are_left_out(tmp_path: Path) -> None:
    with TsvWriter(tmp_path / "out.tsv", Settings()) as writer:
        writer.write_bitext(samples.bitext())
    assert [row[3] for row in rows(tmp_path / "out.tsv")] == [
        "1-1",
        "1-1",
        "2-1",
        "1-1",
        "1-1",
        "2-2",
    ]


def test_no_text_breaks_a_line_or_a_column(tmp_path: Path) -> None:
    with TsvWriter(tmp_path / "out.tsv", Settings()) as writer:
        for text in samples.NASTY:
            writer.write(samples.unit(text, text))
    assert [len(row) for row in rows(tmp_path / "out.tsv")] == [6] * len(samples.NASTY)


def test_a_unit_without_origin_has_an_empty_document(tmp_path: Path) -> None:
    with TsvWriter(tmp_path / "out.tsv", Settings()) as writer:
        writer.write(samples.unit("نعم", "Yes"))
    assert rows(tmp_path / "out.tsv") == [["نعم", "Yes", "0.8731", "1-1", "u0000000000000001", ""]]


def test_a_unit_may_have_an_empty_side(tmp_path: Path) -> None:
    with TsvWriter(tmp_path / "out.tsv", Settings()) as writer:
        writer.write(samples.unit("\t", "Yes"))
    assert rows(tmp_path / "out.tsv")[0][:2] == ["", "Yes"]
