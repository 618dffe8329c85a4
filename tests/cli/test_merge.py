"""`align merge` on real files."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from align.formats.memories import read_memory
from align.formats.tmx.writer import write_tmx
from tests.cli.command import called, refused
from tests.cli.memories import tmx, tsv
from tests.cli.texts import PAIRS
from tests.formats import samples

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

LANGS = ("ar", "en")


def scored(*rows: tuple[str, str, float]) -> list[TranslationUnit]:
    return [
        replace(samples.unit(source, target, number), score=score)
        for number, (source, target, score) in enumerate(rows)
    ]


def merge(*arguments: object) -> Any:
    ran = called("merge", *arguments, "--json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_memories_of_several_formats_become_one(tmp_path: Path) -> None:
    first, second = tmx(tmp_path / "a.tmx"), tsv(tmp_path / "b.tsv", [("شكرًا", "Thanks"), PAIRS[0]])
    done = merge(first, second, "-o", tmp_path / "all.tmx")
    merged = [(unit.source, unit.target) for unit in read_memory(tmp_path / "all.tmx", LANGS)]
    assert merged == [*PAIRS, ("شكرًا", "Thanks")]
    assert (done["written"], done["duplicates"]) == (len(PAIRS) + 1, 1)


def test_of_near_duplicates_the_best_stays_and_the_others_are_listed(tmp_path: Path) -> None:
    units = scored(("كتب.", "He wrote.", 0.6), ("كَتَبَ", "he wrote", 0.8), ("كتب؟", "Did he?", 0.7))
    write_tmx(units, tmp_path / "in.tmx")
    removed = tmp_path / "removed.jsonl"
    merge(tmp_path / "in.tmx", "-o", tmp_path / "all.tmx", "--removed", removed)
    assert [unit.score for unit in read_memory(tmp_path / "all.tmx", LANGS)] == [0.8, 0.7]
    ((line),) = lines(removed)
    assert (line["gone"]["source"], line["stays"]["source"]) == ("كتب.", "كَتَبَ")
    merge(tmp_path / "in.tmx", "-o", tmp_path / "exact.tmx", "--duplicates", "exact")
    assert len(list(read_memory(tmp_path / "exact.tmx", LANGS))) == 3


def test_rival_targets_stand_together_with_the_best_first_and_are_listed(tmp_path: Path) -> None:
    units = scored(("نعم", "Aye", 0.6), ("لا", "No", 0.9), ("نعم", "Yes", 0.9))
    write_tmx(units, tmp_path / "in.tmx")
    conflicts = tmp_path / "conflicts.jsonl"
    ran = called("merge", tmp_path / "in.tmx", "-o", tmp_path / "o.tmx", "--conflicts", conflicts)
    assert f"sources with several targets: 1, {conflicts}" in ran.err
    merged = [unit.target for unit in read_memory(tmp_path / "o.tmx", LANGS)]
    assert merged == ["Yes", "No", "Aye"]
    (line,) = lines(conflicts)
    assert [unit["target"] for unit in line["units"]] == ["Yes", "Aye"]


def test_a_pair_and_the_same_pair_the_other_way_round_are_duplicates(tmp_path: Path) -> None:
    one, other = tmx(tmp_path / "a.tmx"), tmx(tmp_path / "b.tmx", srclang="en")
    done = merge(one, other, "-o", tmp_path / "all.tmx")
    assert done["duplicates"] == len(PAIRS)
    assert done["read"][1]["turned"] == len(PAIRS)


def test_one_duplicate_is_one_duplicate(tmp_path: Path) -> None:
    units = scored(("نعم", "Yes", 0.6), ("لا", "No", 0.9), ("نعم", "Yes", 0.9))
    write_tmx(units, tmp_path / "in.tmx")
    ran = called("merge", tmp_path / "in.tmx", "-o", tmp_path / "o.tmx")
    assert "3 units read, 1 duplicate removed\n" in ran.err


def test_no_input_and_no_list_is_written_over(tmp_path: Path) -> None:
    one = tmx(tmp_path / "a.tmx")
    refused(called("merge", one, "-o", one), 2, "would be read and written at once")
    out = tmp_path / "o.tmx"
    ran = called("merge", one, "-o", out, "--removed", out)
    refused(ran, 2, "would be read and written at once")
    assert not out.exists()
