from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from align.config import Settings
from align.formats.json.writer import JsonlWriter
from align.formats.memories import read_memory

from . import samples

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import AlignedBitext


def objects(path: Path, *bitexts: AlignedBitext) -> list[dict[str, Any]]:
    with JsonlWriter(path, Settings()) as writer:
        for aligned in bitexts:
            writer.write_bitext(aligned)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_bead_is_there_in_order(tmp_path: Path) -> None:
    kinds = [bead["type"] for bead in objects(tmp_path / "out", samples.bitext())]
    assert kinds == ["1-1", "1-1", "2-1", "0-1", "1-1", "1-1", "1-0", "2-2"]


def test_a_bead_has_its_texts_places_score_flags_and_props(tmp_path: Path) -> None:
    bead = objects(tmp_path / "out", samples.bitext())[1]
    assert bead == {
        "id": "ubridge00000001",
        "type": "1-1",
        "src": {
            "lang": "ar",
            "ids": ["b2:0-42"],
            "lines": [2],
            "files": ["tales/bridge.txt"],
            "text": "وُلِدَ البنّاء عام ١٩٨٥ في قرية على النهر.",
        },
        "tgt": {
            "lang": "en",
            "ids": ["b6:0-53"],
            "lines": [6],
            "files": ["tales/bridge.txt"],
            "text": "The mason was born in 1985 in a village by the river.",
        },
        "score": 0.5,
        "flags": [
            {
                "id": "number",
                "severity": "warning",
                "message": samples.FLAG.message,
                "side": None,
                "start": 0,
                "end": 0,
            },
            {
                "id": "name",
                "severity": "info",
                "message": samples.PLACED.message,
                "side": "target",
                "start": 4,
                "end": 9,
            },
        ],
        "doc": "bridge",
        "props": [["client", "Museum & Söhne"], ["subject", "حكايات"]],
    }
    assert list(bead) == ["id", "type", "src", "tgt", "score", "flags", "doc", "props"]


def test_a_bead_with_an_empty_side_has_no_id_and_no_score(tmp_path: Path) -> None:
    bead = objects(tmp_path / "out", samples.bitext())[6]
    assert (bead["id"], bead["score"], bead["doc"]) == (None, None, "bridge")
    assert bead["src"] == {
        "lang": "ar",
        "ids": ["b3:23-34"],
        "lines": [3],
        "files": ["tales/bridge.txt"],
        "text": "وباع بقرته.",
    }
    assert bead["tgt"] == {"lang": "en", "ids": [], "lines": [], "files": [], "text": ""}


def test_places_lead_back_to_the_text_of_the_block(tmp_path: Path) -> None:
    aligned = samples.bitext()
    texts = {block.id: block.text for block in aligned.alignment.bitext.source.blocks}
    for bead in objects(tmp_path / "out", aligned):
        for name in bead["src"]["ids"]:
            block, _, span = name.partition(":")
            start, end = map(int, span.split("-"))
            assert texts[block][start:end].replace("\n", " ").strip() in bead["src"]["text"]


def test_the_name_of_a_file_ends_no_line_and_may_be_no_text_at_all(tmp_path: Path) -> None:
    (unit, *_) = samples.bitext().units
    assert unit is not None
    assert unit.origin is not None
    path = "a\u2028b\x85c\udcff.txt"
    source = tuple(replace(place, path=path) for place in unit.origin.source)
    named = replace(unit, origin=replace(unit.origin, source=source))
    with JsonlWriter(tmp_path / "out.jsonl", Settings()) as writer:
        writer.write(named)
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert list(read_memory(tmp_path / "out.jsonl", ("ar", "en"))) == [named]


def test_arabic_is_not_escaped(tmp_path: Path) -> None:
    objects(tmp_path / "out", samples.bitext())
    assert "الجسر" in (tmp_path / "out").read_text(encoding="utf-8")


def test_a_unit_without_origin_is_written_too(tmp_path: Path) -> None:
    with JsonlWriter(tmp_path / "out", Settings()) as writer:
        writer.write(samples.unit("نعم", "Yes"))
    unit = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    assert (unit["src"]["ids"], unit["doc"]) == ([], None)
