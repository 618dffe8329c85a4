"""Moses, ladders and Vecalign as other people's programs write them, whole and damaged."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from align.errors import MalformedError, ReadError, UsageError
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading

from .keeps import LANGS

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

ARABIC = "أولًا.\nثانيًا.\nوثالثًا.\nرابعًا.\n"
ENGLISH = "First.\nSecond and third.\n\nFifth.\n"
RUNGS = "0\t0\t0.9\n1\t1\t0.65\n3\t2\t-0.3\n4\t3\t1.2\n4\t4\t0\n"
BEADS = "[0]:[0]:0.15\n[1, 2]:[1]:0.31\n[3]:[]:0.5\n[]:[3]:0.5\n"


def files(folder: Path, **texts: str) -> None:
    """Write files, their names with two underscores for a dot and one for a hyphen."""
    for name, text in texts.items():
        path = folder / name.replace("__", ".").replace("_", "-")
        path.write_text(text, encoding="utf-8", newline="")


def read(path: Path, name: str, langs: tuple[str, str] = LANGS) -> tuple[list[str], dict[str, int]]:
    """Return the units of a file as texts, and the losses."""
    reading = Reading(langs=langs, strict=False)
    units = [as_text(unit) for unit in units_of(path, reading, name)]
    return units, {loss.kind: loss.times for loss in reading.losses}


def as_text(unit: TranslationUnit) -> str:
    return f"{unit.source} = {unit.target} {unit.kind} {unit.score}"


PAIRS = ["أولًا. = First. 1-1", "ثانيًا. وثالثًا. = Second and third. 2-1"]


def test_moses_is_read_by_either_of_its_files(tmp_path: Path) -> None:
    files(tmp_path, law__ar_en__ar="نعم\r\nلا\r\n", law__ar_en__en="Yes\nNo")
    for lang in LANGS:
        units, losses = read(tmp_path / f"law.ar-en.{lang}", "moses")
        assert (units, losses) == (["نعم = Yes 1-1 1.0", "لا = No 1-1 1.0"], {})


def test_the_name_of_a_file_says_what_the_source_is(tmp_path: Path) -> None:
    files(tmp_path, law__en_ar__en="Yes\n", law__en_ar__ar="نعم\n")
    for langs in (LANGS, ("en", "ar"), ("ar-SA", "en-US")):
        (unit,) = read_memory(tmp_path / "law.en-ar.ar", langs)
        assert (unit.source_lang, unit.source, unit.target_lang) == ("en", "Yes", "ar")


def test_other_languages_are_named_with_the_flag_that_reads_them(tmp_path: Path) -> None:
    files(tmp_path, law__de_fr__de="Ja\n", law__de_fr__fr="Oui\n")
    with pytest.raises(UsageError, match="de and fr; read it with --langs de,fr"):
        list(read_memory(tmp_path / "law.de-fr.de", LANGS))
    (unit,) = read_memory(tmp_path / "law.de-fr.de", ("de", "fr"))
    assert (unit.source, unit.target) == ("Ja", "Oui")


def test_one_of_two_files_may_be_packed(tmp_path: Path) -> None:
    files(tmp_path, law__ar_en__ar="نعم\n")
    (tmp_path / "law.ar-en.en.gz").write_bytes(gzip.compress(b"Yes\n"))
    for name in ("law.ar-en.ar", "law.ar-en.en.gz"):
        assert read(tmp_path / name, "moses")[0] == ["نعم = Yes 1-1 1.0"]


def test_a_line_that_is_empty_in_one_file_has_no_counterpart(tmp_path: Path) -> None:
    files(tmp_path, law__ar_en__ar="نعم\n\n\nلا\n", law__ar_en__en="Yes\nMore\n\nNo\n")
    units, losses = read(tmp_path / "law.ar-en.ar", "moses")
    assert (len(units), losses) == (2, {"unaligned": 1})
    exact = list(read_memory(tmp_path / "law.ar-en.ar", LANGS, exact=True))
    assert [(unit.source, unit.target) for unit in exact][1:3] == [("", "More"), ("", "")]


@pytest.mark.parametrize("short", LANGS)
def test_files_of_different_length_are_broken_where_the_shorter_ends(
    tmp_path: Path, short: str
) -> None:
    for lang in LANGS:
        (tmp_path / f"law.ar-en.{lang}").write_text("1\n" if lang == short else "1\n\n3\n")
    with pytest.raises(
        MalformedError, match=rf"law.ar-en.{short}: has fewer lines than law\.ar-en"
    ):
        list(read_memory(tmp_path / "law.ar-en.ar", LANGS))
    assert read(tmp_path / "law.ar-en.ar", "moses") == (["1 = 1 1-1 1.0"], {"tail": 1})


@pytest.mark.parametrize("name", ["law.ar-en.ar", "law.ar-en.ladder", "law.ar.vert"])
def test_a_file_without_its_partner_is_told_what_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("0\t0\t0\n")
    with pytest.raises(ReadError, match=r"(law.*|text in 'ar') is not there"):
        list(read_memory(tmp_path / name, LANGS))


def test_characters_that_xml_forbids_are_removed_and_counted(tmp_path: Path) -> None:
    files(tmp_path, law__ar_en__ar="ن\x00ع\x1fم\n\x07\n", law__ar_en__en="Yes\nNo\n")
    units, losses = read(tmp_path / "law.ar-en.ar", "moses")
    assert units == ["نعم = Yes 1-1 1.0"]
    assert losses == {"character": 3, "unit": 1}


@pytest.mark.parametrize(
    "names",
    [
        ("book.ladder", "book.ar.txt", "book.en.txt"),
        ("book.ar-en.ladder", "book.ar", "book.en"),
        ("book.ar-en.ladder", "book.ar-en.ladder.ar", "book.ar-en.ladder.en"),
        ("book.v2.ladder", "book.v2.snt.ar", "book.v2.snt.en"),
    ],
)
def test_the_texts_of_a_ladder_are_found_by_their_languages(
    tmp_path: Path, names: tuple[str, str, str]
) -> None:
    for name, text in zip(names, (RUNGS, ARABIC, ENGLISH), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    units, losses = read(tmp_path / names[0], "ladder")
    assert units == [f"{PAIRS[0]} 0.9", f"{PAIRS[1]} 0.65"]
    # رابعًا. stands against a blank line, Fifth. against nothing.
    assert losses == {"unaligned": 2}


def test_beads_of_other_programs_beside_it_are_no_texts(tmp_path: Path) -> None:
    files(tmp_path, b__ar_en__ladder=RUNGS, b__ar__txt=ARABIC, b__en__txt=ENGLISH)
    files(tmp_path, b__ar_en__vecalign=BEADS, b__ar_en__tsv="", b2__ar__txt="")
    for name in ("ladder", "vecalign"):
        assert len(read(tmp_path / f"b.ar-en.{name}", name)[0]) == 2


def test_two_texts_of_one_language_are_both_named(tmp_path: Path) -> None:
    files(tmp_path, b__ladder=RUNGS, b__ar__txt=ARABIC, b__ar__snt=ARABIC, b__en__txt=ENGLISH)
    with pytest.raises(ReadError, match=r"b\.ar\.snt, b\.ar\.txt may be its text in 'ar'"):
        read(tmp_path / "b.ladder", "ladder")


def test_a_ladder_made_by_hand_has_no_scores(tmp_path: Path) -> None:
    files(tmp_path, b__ladder="1 1\n3 2\n", b__ar__txt=ARABIC, b__en__txt=ENGLISH)
    units, losses = read(tmp_path / "b.ladder", "ladder")
    assert units == [f"{PAIRS[1]} 1.0"]
    assert losses == {"unaligned": 4}  # below the first rung and above the last


def test_scores_on_another_scale_are_dropped_and_counted(tmp_path: Path) -> None:
    rungs = RUNGS.replace("0.65", "1.85")
    files(tmp_path, b__ladder=rungs, b__ar__txt=ARABIC, b__en__txt=ENGLISH)
    units, losses = read(tmp_path / "b.ladder", "ladder")
    assert units == [f"{PAIRS[0]} 0.9", f"{PAIRS[1]} 1.0"]
    assert losses["property"] == 1


@pytest.mark.parametrize(
    ("rungs", "reason"),
    [
        ("0\t0\t0\n1\t1\t0\n0\t2\t0\n", "line 3: a rung below the one before it"),
        ("0\t0\t0\n1\t1\t0\n9\t2\t0\n", r"line 3: b\.ar\.txt has fewer lines than that"),
        ("0\t0\t0\n1\t1\t0\n999999999\t2\t0\n", "line 3: a bead of more than 1,000 lines"),
        ("0\t0\t0\n1\t1\t0\nnothing\n", "line 3: is no rung"),
    ],
)
def test_a_ladder_is_broken_where_it_makes_no_sense(
    tmp_path: Path, rungs: str, reason: str
) -> None:
    files(tmp_path, b__ladder=rungs, b__ar__txt=ARABIC, b__en__txt=ENGLISH)
    with pytest.raises(MalformedError, match=reason):
        list(units_of(tmp_path / "b.ladder", Reading(), "ladder"))
    units, losses = read(tmp_path / "b.ladder", "ladder")
    assert units == [f"{PAIRS[0]} 0.0"]
    assert losses["tail"] == 1


def test_vecalign_is_read_in_any_order_and_its_costs_are_dropped(tmp_path: Path) -> None:
    for beads in (BEADS, "".join(reversed(BEADS.splitlines(keepends=True)))):
        files(tmp_path, b__ar_en__vecalign=beads, b__ar__txt=ARABIC, b__en__txt=ENGLISH)
        units, losses = read(tmp_path / "b.ar-en.vecalign", "vecalign")
        assert sorted(units) == sorted(f"{pair} 1.0" for pair in PAIRS)
        assert losses == {"property": 2, "unaligned": 2}


def test_the_beads_of_gold_files_have_no_cost(tmp_path: Path) -> None:
    files(tmp_path, b__gold="[0]:[0]\n[1,2]:[1]\r\n", b__ar__txt=ARABIC, b__en__txt=ENGLISH)
    units, losses = read(tmp_path / "b.gold", "vecalign")
    assert (len(units), losses) == (2, {"unaligned": 2})


@pytest.mark.parametrize(
    ("bead", "reason"),
    [
        ("[7]:[0]", "line 2: there is no segment '7' in the source"),
        ("[0]:[99999999999999999999]", "in the target"),
        ("0:0", "line 2: no bead"),
        (f"[{','.join(map(str, range(1001)))}]:[0]", "more than 1,000 segments"),
    ],
)
def test_a_bead_of_vecalign_that_makes_no_sense_is_left_out(
    tmp_path: Path, bead: str, reason: str
) -> None:
    beads = f"[0]:[0]\n{bead}\n[1, 2]:[1]\n"
    files(tmp_path, b__ar_en__vecalign=beads, b__ar__txt=ARABIC, b__en__txt=ENGLISH)
    with pytest.raises(MalformedError, match=reason):
        list(read_memory(tmp_path / "b.ar-en.vecalign", LANGS))
    units, losses = read(tmp_path / "b.ar-en.vecalign", "vecalign")
    assert (len(units), losses["unit"]) == (2, 1)
