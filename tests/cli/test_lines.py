"""`align lines`: every line is a segment, and every segment is in exactly one bead."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.command import FAST, called, refused
from tests.cli.texts import ARABIC, ENGLISH, PAIRS, write, write_pair

BEAD = re.compile(r"\[([\d, ]*)\]:\[([\d, ]*)\]")
Beads = list[tuple[list[int], list[int]]]


def beads(out: str) -> Beads:
    """Return the beads of vecalign lines."""
    found = []
    for line in out.splitlines():
        match = BEAD.fullmatch(line)
        assert match, line
        found.append(([*map(int, numbers(match[1]))], [*map(int, numbers(match[2]))]))
    return found


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    sides = tmp_path / "ar.txt", tmp_path / "en.txt"
    write_pair(*sides)
    return sides


@pytest.mark.parametrize("aligner", ["hybrid", "gale-church"])
def test_the_beads_are_printed_as_vecalign_does(sides: tuple[Path, Path], aligner: str) -> None:
    ran = called("lines", *sides, "--aligner", aligner)
    assert ran.code == 0
    assert ran.out == "".join(f"[{i}]:[{i}]\n" for i in range(6))
    assert ran.err == ""


def test_a_ladder_has_a_rung_for_every_bead_and_one_at_the_end(tmp_path: Path) -> None:
    write(tmp_path / "ar.txt", "\n".join(ARABIC))
    write(tmp_path / "en.txt", "\n".join([f"{ENGLISH[0]} {ENGLISH[1]}", *ENGLISH[2:]]))
    ran = called("lines", tmp_path / "ar.txt", tmp_path / "en.txt", "--format", "ladder", *FAST)
    rungs = [line.split("\t") for line in ran.out.splitlines()]
    steps = ["0 0", "2 1", "3 2", "4 3", "5 4", "6 5"]
    assert [f"{source} {target}" for source, target, _ in rungs] == steps
    assert all(0 <= float(quality) <= 1 for *_, quality in rungs)


def test_a_blank_line_inside_a_bead_stays_inside_it_on_a_ladder(tmp_path: Path) -> None:
    write(tmp_path / "ar.txt", "\n".join([ARABIC[0], "", *ARABIC[1:]]))
    write(tmp_path / "en.txt", "\n".join([f"{ENGLISH[0]} {ENGLISH[1]}", *ENGLISH[2:]]))
    ran = called("lines", tmp_path / "ar.txt", tmp_path / "en.txt", "--format", "ladder", *FAST)
    rungs = [line.split("\t")[:2] for line in ran.out.splitlines()]
    assert rungs[:3] == [["0", "0"], ["3", "1"], ["4", "2"]]
    assert rungs[-1] == ["7", "5"]


def test_a_table_has_the_texts_and_how_sure_the_bead_is(sides: tuple[Path, Path]) -> None:
    ran = called("lines", *sides, "--format", "tsv", *FAST)
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert [(source, target) for source, target, _ in rows] == list(PAIRS)
    assert all(0 <= float(posterior) <= 1 for *_, posterior in rows)


def test_json_is_one_list_of_beads(sides: tuple[Path, Path]) -> None:
    ran = called("lines", *sides, "--json", *FAST)
    assert ran.out.count("\n") == 1
    found = json.loads(ran.out)
    assert [(bead["source"], bead["target"]) for bead in found] == [([i], [i]) for i in range(6)]
    assert {tuple(bead) for bead in found} == {("source", "target", "cost", "posterior")}


def test_a_blank_line_comes_out_alone_at_its_place(tmp_path: Path) -> None:
    write(tmp_path / "ar.txt", f"{ARABIC[0]}\n\n{ARABIC[1]}\n \t\n")
    write(tmp_path / "en.txt", f"\n{ENGLISH[0]}\n{ENGLISH[1]}\n")
    ran = called("lines", tmp_path / "ar.txt", tmp_path / "en.txt", *FAST)
    assert ran.out == "[]:[0]\n[0]:[1]\n[1]:[]\n[2]:[2]\n[3]:[]\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("last", [True, False], ids=["ended", "open"])
def test_lines_may_end_in_any_way(tmp_path: Path, end: str, last: bool) -> None:
    for name, side in (("ar.txt", ARABIC), ("en.txt", ENGLISH)):
        write(tmp_path / name, end.join(side) + (end if last else ""))
    ran = called("lines", tmp_path / "ar.txt", tmp_path / "en.txt", *FAST)
    assert beads(ran.out) == [([i], [i]) for i in range(6)]


def test_other_separators_do_not_end_a_line(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, "One\u2028two\x0cthree\x85four.\nThe second line.\n")
    ran = called("lines", tmp_path / "a.txt", tmp_path / "b.txt", *FAST)
    assert beads(ran.out) == [([0], [0]), ([1], [1])]


def test_two_languages_of_one_script_are_no_trouble(tmp_path: Path) -> None:
    write(tmp_path / "de.txt", "Der Zug kam an.\nEs regnete die ganze Nacht in der Stadt.\nEnde.\n")
    write(tmp_path / "fr.txt", "Le train arriva.\nIl plut toute la nuit dans la ville.\nFin.\n")
    ran = called("lines", tmp_path / "de.txt", tmp_path / "fr.txt", "--langs", "de,fr", *FAST)
    assert beads(ran.out) == [([i], [i]) for i in range(3)]


WORDS = st.sampled_from(("", "  ", "no", "a few words", "one rather longer line of words.", "نعم"))
SIDE = st.lists(WORDS, min_size=1, max_size=9).filter(lambda side: any(map(str.strip, side)))


@settings(deadline=None, max_examples=80)
@given(SIDE, SIDE, st.sampled_from(("\n", "\r\n")))
def test_every_line_is_in_exactly_one_bead_and_in_order(
    source: list[str], target: list[str], end: str
) -> None:
    with TemporaryDirectory() as folder:
        paths = Path(folder) / "source.txt", Path(folder) / "target.txt"
        for path, side in zip(paths, (source, target), strict=True):
            write(path, "".join(line + end for line in side))
        found = beads(called("lines", *paths, *FAST).out)
    for number, side in enumerate((source, target)):
        met = [i for bead in found for i in bead[number]]
        assert sorted(met) == list(range(len(side)))
        text = [i for i in met if side[i].strip()]
        assert text == sorted(text)
        for i, line in enumerate(side):
            if not line.strip():
                alone: list[list[int]] = [[], []]
                alone[number] = [i]
                assert (alone[0], alone[1]) in found


def test_what_cannot_be_aligned_is_refused(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", "A line.\n")
    refused(called("lines", good, tmp_path / "none.txt"), 2, "none.txt")
    refused(called("lines", good, tmp_path), 2, str(tmp_path))
    refused(called("lines", good), 2, "EN.txt")
    refused(called("lines", good, good, "--format", "csv"), 2, "csv", "ladder")
    refused(called("lines", good, write(tmp_path / "empty.txt", "")), 4, "empty.txt", "is empty")
    refused(called("lines", good, write(tmp_path / "nul.txt", "a\0b")), 4, "nul.txt")
