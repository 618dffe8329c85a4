"""Documents with gold: found by name, compared by the characters beads cover."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.errors import MalformedError, NothingToReadError, ReadError
from align.gold import Cells, LineDocument, WholeDocument, _Numbering, find_gold
from tests import own

if TYPE_CHECKING:
    from pathlib import Path

LANGS = ("ar", "en")
LENGTH = Settings(aligner="gale-church")
GOLD: list[Cells] = [(["اب", "ت ث"], ["ab cd."]), (["جح"], ["ef", "gh"]), ([], ["ij"])]


def numbered(cells: list[Cells]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return list(_Numbering(GOLD, cells).beads(cells))


def write_lines(folder: Path, name: str, langs: tuple[str, str] = LANGS) -> None:
    (folder / f"{name}.{langs[0]}.txt").write_text("جملة أولى هنا.\nوثانية.\n", "utf-8")
    (folder / f"{name}.{langs[1]}.txt").write_text("A first sentence.\nA second.\n", "utf-8")
    (folder / f"{name}.gold").write_text("[0]:[0]\n[1]:[1]\n")


def write_whole(folder: Path, name: str) -> None:
    (folder / f"{name}.txt").write_text(
        "ذهب الولد إلى السوق.\nعاد مساءً.\n\nThe boy went to the market.\nHe came back at night.\n",
        "utf-8",
    )
    (folder / f"{name}.gold.tsv").write_text(
        "1-1\tذهب الولد إلى السوق.\tThe boy went to the market.\n"
        "1-1\tعاد مساءً.\tHe came back at night.\n",
        "utf-8",
    )


def test_gold_beads_are_numbered_in_order() -> None:
    assert numbered(GOLD) == [((0, 1), (0,)), ((2,), (1, 2)), ((), (3,))]


def test_another_segmentation_of_the_same_beads_is_the_same() -> None:
    cut_elsewhere: list[Cells] = [
        (["ا", "بت", "ث"], ["ab", "cd."]),
        (["جح"], ["efgh"]),
        ([], ["ij"]),
    ]
    assert numbered(cut_elsewhere) == numbered(GOLD)


def test_white_space_does_not_count() -> None:
    spaced: list[Cells] = [(["ا ب\n", "تث"], ["abcd ."]), (["جح"], ["ef", " gh"]), ([], ["ij"])]
    assert numbered(spaced) == numbered(GOLD)


def test_a_bead_that_ends_elsewhere_is_another() -> None:
    moved: list[Cells] = [(["اب"], ["ab cd."]), (["ت ث", "جح"], ["ef", "gh"]), ([], ["ij"])]
    assert numbered(moved)[:2] == [((0,), (0,)), ((1, 2), (1, 2))]


def test_a_bead_that_cuts_a_gold_segment_in_two_equals_none() -> None:
    halves: list[Cells] = [(["اب", "ت"], ["ab"]), (["ث", "جح"], ["cd.", "ef", "gh"])]
    for source, target in numbered(halves):
        assert min(source) < 0  # the mark of a cut
        assert min(target) < 0


def test_a_letter_that_was_lost_costs_nothing_behind_it() -> None:
    sides = ["First come the words.", "Then some more of them.", "And the end."]
    gold: list[Cells] = [([text], [text.upper()]) for text in sides]
    read = [(["First com the words."], [sides[0].upper()]), *gold[1:]]
    assert list(_Numbering(gold, read).beads(read)) == list(_Numbering(gold, gold).beads(gold))


def test_two_cuts_in_one_segment_are_told_apart() -> None:
    first, second = numbered([(["اب"], ["a"]), (["تث"], ["b"])])
    assert first[1] != second[1]


def test_text_behind_the_gold_equals_none() -> None:
    longer = numbered([*GOLD, (["خ"], ["kl"])])
    assert longer[:3] == numbered(GOLD)
    assert longer[3] not in numbered(GOLD)


def test_line_and_whole_documents_are_found_in_order(tmp_path: Path) -> None:
    write_lines(tmp_path, "b")
    write_whole(tmp_path, "a")
    found = list(find_gold(tmp_path, "*", LANGS))
    assert [(type(one), one.name) for one in found] == [(LineDocument, "b"), (WholeDocument, "a")]


def test_only_documents_of_the_names_asked_for_are_found(tmp_path: Path) -> None:
    for name in ("law1", "law2", "news"):
        write_lines(tmp_path, name)
    assert [one.name for one in find_gold(tmp_path, "law*", LANGS)] == ["law1", "law2"]


def test_a_folder_of_documents_may_lie_inside(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    write_lines(tmp_path / "docs", "a")
    assert [one.name for one in find_gold(tmp_path, "*", LANGS)] == ["a"]


def test_other_languages_are_taken_from_the_names(tmp_path: Path) -> None:
    write_lines(tmp_path, "a", ("de", "fr"))
    (one,) = find_gold(tmp_path, "*", LANGS)
    assert isinstance(one, LineDocument)
    assert [path.name for path in one.sides] == ["a.de.txt", "a.fr.txt"]


def test_the_languages_named_decide_which_side_is_the_source(tmp_path: Path) -> None:
    write_lines(tmp_path, "a")
    (one,) = find_gold(tmp_path, "*", ("en", "ar"))
    assert isinstance(one, LineDocument)
    assert [path.name for path in one.sides] == ["a.en.txt", "a.ar.txt"]


def test_gold_without_its_texts_says_which_are_missing(tmp_path: Path) -> None:
    (tmp_path / "a.gold").write_text("[0]:[0]\n")
    with pytest.raises(NothingToReadError, match=r"a\.ar\.txt and a\.en\.txt are not beside it"):
        list(find_gold(tmp_path, "*", LANGS))


def test_whole_gold_without_its_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.gold.tsv").write_text("1-1\tا\ta\n", "utf-8")
    (one,) = find_gold(tmp_path, "*", LANGS)
    with pytest.raises(NothingToReadError, match="is not beside it"):
        one.evaluate(LENGTH)


def test_what_is_no_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError, match="is not a folder"):
        list(find_gold(tmp_path / "nowhere", "*", LANGS))


@pytest.mark.parametrize("name", ["a", "with space", "[odd] name", "مقال"])
def test_documents_are_evaluated(tmp_path: Path, name: str) -> None:
    write_lines(tmp_path, name)
    write_whole(tmp_path, f"{name}-whole")
    for document in find_gold(tmp_path, "*", LANGS):
        result = document.evaluate(LENGTH)
        assert result.measures["strict"].figures()["f1"] == 1.0
        assert (result.beads_gold, result.sentences) == (2, 4)


def test_a_line_without_three_cells_is_named(tmp_path: Path) -> None:
    write_whole(tmp_path, "a")
    (tmp_path / "a.gold.tsv").write_text("1-1\tا\ta\n1-1\tب\n", "utf-8")
    (one,) = find_gold(tmp_path, "*", LANGS)
    with pytest.raises(MalformedError, match="line 2 has 2 cells"):
        one.evaluate(LENGTH)


def test_gold_that_names_lines_that_are_not_there_is_refused(tmp_path: Path) -> None:
    write_lines(tmp_path, "a")
    (tmp_path / "a.gold").write_text("[0]:[0]\n[1]:[2]\n")
    (one,) = find_gold(tmp_path, "*", LANGS)
    with pytest.raises(MalformedError, match=r"names line 2, but a\.en\.txt has 2 lines"):
        one.evaluate(LENGTH)


@pytest.mark.parametrize("name", ["a.gold", "b.gold.tsv"])
def test_gold_that_is_no_text_is_refused(tmp_path: Path, name: str) -> None:
    write_lines(tmp_path, "a")
    write_whole(tmp_path, "b")
    (tmp_path / name).write_bytes(b"\xff\xfe\xd8")
    for one in find_gold(tmp_path, "*", LANGS):
        if name.startswith(one.name):
            with pytest.raises(MalformedError, match="UTF-8"):
                one.evaluate(LENGTH)


def test_gold_with_the_target_first_is_turned(tmp_path: Path) -> None:
    write_whole(tmp_path, "a")
    (one,) = find_gold(tmp_path, "*", LANGS)
    turned = one.evaluate(Settings(aligner="gale-church", langs=("en", "ar")))
    assert turned.measures["strict"].figures()["f1"] == 1.0


def test_a_line_separator_inside_a_text_is_no_end_of_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "ذهب الولد إلى\u2028السوق.\n\nThe boy went to the market.\n", "utf-8"
    )
    gold = "1-1\tذهب الولد إلى\u2028السوق.\tThe boy went to the market.\n"
    (tmp_path / "a.gold.tsv").write_text(gold, "utf-8")
    (one,) = find_gold(tmp_path, "*", LANGS)
    assert one.evaluate(LENGTH).measures["strict"].figures()["f1"] == 1.0


def test_a_document_that_cannot_be_read_is_a_read_error(tmp_path: Path) -> None:
    write_whole(tmp_path, "a")
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 50)
    (one,) = find_gold(tmp_path, "*", LANGS)
    with pytest.raises(ReadError, match=r"a\.txt"):
        one.evaluate(LENGTH)


def test_our_corpora_come_out_right() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "align", "eval", str(own.CORPORA), "--json", "--quiet"],
        capture_output=True,
        check=True,
    )
    overall = json.loads(done.stdout)["overall"]
    assert overall["beads_gold"] == len(own.gold())
    assert overall["strict"]["f1"] >= 0.97
