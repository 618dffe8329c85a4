"""`align eval`: the figures of a gold worked out by hand, and what it does with bad gold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import FAST, called, refused
from tests.cli.texts import ARABIC, ENGLISH, write, write_pair

if TYPE_CHECKING:
    from pathlib import Path

# The system's beads are 0-0 1-1 2-2 3-3 4-4 5-5. Of them the gold has 0-0, 1-1, 5-5 (strict: 3 of 6
# found, 3 of 4 wanted); 2-2 shares a line with the gold's 2,3-2 on both sides, so that in the lax
# sense 4 of 6 are right and all of the gold's 4 are found. Its omissions are target 3 and the two
# lines 4; the system has none.
GOLD = "[0]:[0]\n[1]:[1]\n[2, 3]:[2]\n[]:[3]\n[4]:[]\n[]:[4]\n[5]:[5]\n"
STRICT = {"precision": 0.5, "recall": 0.75, "f1": 0.6}
LAX = {"precision": 0.6667, "recall": 1.0, "f1": 0.8}
NOTHING = {"precision": 0.0, "recall": 0.0, "f1": 0.0}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    write_pair(tmp_path / "gold" / "train.ar.txt", tmp_path / "gold" / "train.en.txt")
    write(tmp_path / "gold" / "train.gold", GOLD)
    return tmp_path / "gold"


def test_the_figures_are_those_worked_out_by_hand(gold: Path) -> None:
    ran = called("eval", gold, "--json", *FAST)
    assert ran.code == 0
    summary = json.loads(ran.out)
    overall = summary["overall"]
    assert overall["strict"] == STRICT
    assert overall["lax"] == LAX
    assert overall["omissions"] == NOTHING
    assert (overall["beads_gold"], overall["beads_system"]) == (7, 6)
    one_to_one = {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "gold": 3, "system": 6}
    assert summary["by_kind"] == {
        "0-1": NOTHING | {"gold": 2, "system": 0},
        "1-0": NOTHING | {"gold": 1, "system": 0},
        "1-1": one_to_one,
        "2-1": NOTHING | {"gold": 1, "system": 0},
    }


def test_json_has_the_promised_keys_and_nothing_else_is_on_stdout(gold: Path) -> None:
    ran = called("eval", gold, "--json", *FAST)
    assert ran.out.count("\n") == 1
    summary = json.loads(ran.out)
    assert summary.keys() == {"documents", "by_kind", "overall"}
    figures = {"strict", "lax", "omissions", "beads_gold", "beads_system"}
    speed = {"seconds", "sentences_per_second"}
    assert summary["overall"].keys() == figures | speed
    assert summary["documents"][0].keys() == figures | speed | {"document"}
    assert ran.err.startswith("train: ")


def test_figures_are_over_all_documents_together(gold: Path) -> None:
    write_pair(gold / "other.ar.txt", gold / "other.en.txt")
    write(gold / "other.gold", "".join(f"[{i}]:[{i}]\n" for i in range(6)))
    summary = json.loads(called("eval", gold, "--json", *FAST).out)
    assert [one["document"] for one in summary["documents"]] == ["other", "train"]
    # 6 + 3 of 6 + 6 right, of 6 + 4 in the gold
    assert summary["overall"]["strict"] == {"precision": 0.75, "recall": 0.9, "f1": 0.8182}


def test_documents_can_be_chosen_by_name(gold: Path) -> None:
    write_pair(gold / "other.ar.txt", gold / "other.en.txt")
    write(gold / "other.gold", "[0]:[0]\n")
    ran = called("eval", gold, "--docs", "o*", "--json", *FAST)
    assert [one["document"] for one in json.loads(ran.out)["documents"]] == ["other"]


def test_a_table_is_printed_for_people(gold: Path) -> None:
    ran = called("eval", gold, "-q", *FAST)
    assert ran.err == ""
    head, train, everything, speed = ran.out.splitlines()
    assert head.split()[:3] == ["document", "strict", "P"]
    cells = ["0.500", "0.750", "0.600", "0.800", "0.000", "7", "6"]
    assert train.split() == ["train", *cells]
    assert everything.split() == ["all", *cells]
    assert speed.endswith("sentences a second")


def test_any_two_languages_can_be_compared(gold: Path) -> None:
    for old, new in (("ar", "de"), ("en", "fr")):
        (gold / f"train.{old}.txt").rename(gold / f"train.{new}.txt")
    for flags in ([], ["--langs", "de,fr"]):
        ran = called("eval", gold, "--json", *flags, *FAST)
        assert json.loads(ran.out)["overall"]["strict"] == STRICT


def test_a_bilingual_file_is_read_and_cut_before_it_is_compared(tmp_path: Path) -> None:
    write(tmp_path / "story.txt", " ".join(ARABIC) + "\n\n" + " ".join(ENGLISH) + "\n")
    right = [f"1-1\t{a}\t{e}" for a, e in zip(ARABIC[:4], ENGLISH[:4], strict=True)]
    wrong = f"2-2\t{ARABIC[4]} ‖ {ARABIC[5]}\t{ENGLISH[4]} ‖ {ENGLISH[5]}"
    write(tmp_path / "story.gold.tsv", "\n".join((*right, wrong)) + "\n")
    summary = json.loads(called("eval", tmp_path, "--json", *FAST).out)
    assert summary["overall"]["strict"] == {"precision": 0.6667, "recall": 0.8, "f1": 0.7273}
    assert summary["overall"]["lax"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_bad_gold_is_named_with_its_line(gold: Path) -> None:
    write(gold / "train.gold", "[0]:[0]\n\n0-0\n")
    refused(called("eval", gold, "-q", *FAST), 4, "train.gold", "line 3")
    write(gold / "train.gold", GOLD)
    write(gold / "story.txt")
    write(gold / "story.gold.tsv", "1-1\tone\ttwo\n1-1\tthree\n")
    refused(called("eval", gold, "-q", *FAST), 4, "story.gold.tsv", "line 2")


def test_gold_without_its_texts_is_named(gold: Path) -> None:
    (gold / "train.en.txt").unlink()
    refused(called("eval", gold, "-q", *FAST), 4, "train.gold", "train.en.txt")
    (gold / "train.gold").rename(gold / "train.gold.tsv")
    (gold / "train.ar.txt").unlink()
    refused(called("eval", gold, "-q", *FAST), 4, "train.gold.tsv")


def test_folders_without_gold_end_with_4_and_missing_ones_with_2(gold: Path) -> None:
    empty = gold / "empty"
    empty.mkdir()
    refused(called("eval", empty), 4, str(empty), "no gold document")
    refused(called("eval", gold, "--docs", "x*"), 4, "x*")
    refused(called("eval", gold / "none"), 2, "none")
    refused(called("eval", gold / "train.gold"), 2, "train.gold")
    refused(called("eval"), 2, "DIR")
