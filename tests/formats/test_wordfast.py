from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.errors import MalformedError, OutputError
from align.formats.memories import memory_writer, read_memory, units_of
from align.formats.reading import Reading

from . import samples

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

LANGS = ("ar", "en")
HEADING = (
    "%20051224~235959\t%User ID,YS,YS Yves\t%TU=00000002\t%EN-US\t%Wordfast TM v.5\t%AR-EG\t%---1"
)
MADE = "20051224~235959\tYS\t3\t"


def write(path: Path, *units: TranslationUnit, settings: Settings | None = None) -> list[str]:
    with memory_writer(path, settings or Settings(), "wordfast") as writer:
        for unit in units:
            writer.write(unit)
    return path.read_bytes().decode("utf-16").split("\r\n")


def read(
    tmp_path: Path, *lines: str, reading: Reading | None = None, encoding: str = "utf-16"
) -> list[TranslationUnit]:
    path = tmp_path / "in.txt"
    path.write_bytes("\r\n".join((HEADING, *lines, "")).encode(encoding))
    return list(units_of(path, reading or Reading()))


def test_it_is_utf_16_with_a_heading_and_regions(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    heading, line, end = write(path, samples.unit("نعم & “لا”", "Yes"))
    assert path.read_bytes().startswith(b"\xff\xfe%\0")
    assert heading.split("\t") == [
        *("%19700101~000000", "%User ID,ALIGN,ALIGN", "%TU=00000000", "%AR-SA"),
        *("%Wordfast TM v.5.0/00", "%EN-US", "%---00000000", ""),
    ]
    assert line.split("\t") == [
        *("19700101~000000", "ALIGN", "0", "AR-SA", "نعم & “لا”", "EN-US", "Yes", "")
    ]
    assert end == ""


def test_date_and_regions_are_those_of_the_settings(tmp_path: Path) -> None:
    settings = Settings(date="20261121T210000Z", tmx_lang=(("ar", "ar-EG"), ("en", "en-GB")))
    heading, line, _ = write(tmp_path / "out.txt", samples.unit("نعم", "Yes"), settings=settings)
    assert heading.startswith("%20261121~210000\t")
    assert line.split("\t")[3:6:2] == ["AR-EG", "EN-GB"]


def test_a_language_wordfast_has_no_room_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no room .*'ES-419'.* write --tmx-lang es-419=es"):
        write(tmp_path / "out.txt", settings=Settings(langs=("ar", "es-419")))


@pytest.mark.parametrize(
    "text", ["&tA;", "&'93; and &'26;", "AT&T; R&D", "&t=<b>;", "&'26;tA;", "&"]
)
def test_what_looks_like_a_code_is_a_text_again_when_it_is_read(tmp_path: Path, text: str) -> None:
    write(tmp_path / "out.wordfast.txt", samples.unit("نعم", text))
    (unit,) = read_memory(tmp_path / "out.wordfast.txt", LANGS)
    assert unit.target == text


def test_the_units_of_others_are_read_with_who_made_them(tmp_path: Path) -> None:
    (unit,) = read(tmp_path, f"{MADE}EN-US\tYes\tAR-EG\tنعم\tLG\t\tACME")
    assert (unit.source_lang, unit.source, unit.target_lang, unit.target) == (
        *("en", "Yes", "ar", "نعم"),
    )
    assert unit.props == (
        ("date", "20051224~235959"),
        ("user", "YS"),
        ("count", "3"),
        ("attribute-2", "LG"),
        ("attribute-4", "ACME"),
    )


def test_another_region_than_the_wanted_one_is_named(tmp_path: Path) -> None:
    reading = Reading(langs=("ar-SA", "en"))
    (unit,) = read(tmp_path, f"{MADE}en-us\tYes\tAR-EG\tنعم", reading=reading)
    assert (unit.source_lang, unit.target_lang) == ("en", "AR-EG")


def test_codes_are_read_as_what_they_stand_for_or_counted(tmp_path: Path) -> None:
    told = Reading(exact=True)
    (unit,) = read(
        tmp_path, f"{MADE}EN\t&tA;&'93;Yes&'94;&tB;&t#;sir\tAR\tنعم&t9;يا &t=<b>;سيدي", reading=told
    )
    assert (unit.source, unit.target) == ("“Yes”\nsir", "نعم\tيا سيدي")
    assert [(loss.kind, loss.times) for loss in told.losses] == [("code", 3)]


def test_units_in_other_languages_are_left_out_and_counted(tmp_path: Path) -> None:
    told = Reading()
    lines = f"{MADE}EN-US\tYes\tFR-FR\tOui", f"{MADE}EN-US\tYes\tAR-EG\tنعم"
    assert len(read(tmp_path, *lines, reading=told)) == 1
    assert list(told.losses) == [("language", 1, 2, "EN-US to FR-FR")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1256"])
def test_any_encoding_it_comes_in_is_read(tmp_path: Path, encoding: str) -> None:
    told = Reading(strict=False)
    (unit,) = read(tmp_path, f"{MADE}\tنعم، سيدي\t\tYes", encoding=encoding, reading=told)
    assert (unit.source_lang, unit.source) == ("ar", "نعم، سيدي")
    assert told.losses.count("encoding") == (encoding == "cp1256")


def test_a_line_that_is_no_unit_is_refused_with_its_number(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match="line 3: 5 fields where a unit has 7"):
        read(tmp_path, f"{MADE}EN\tYes\tAR\tنعم", f"{MADE}EN\tYes")


@pytest.mark.parametrize("text", ["", "نعم\n\nYes\n", "a\tb\tc\td\te\tf\tg\n", "%a\t%b\n"])
def test_a_text_file_is_no_memory(tmp_path: Path, text: str) -> None:
    (tmp_path / "in.txt").write_text(text, encoding="utf-8")
    with pytest.raises(MalformedError, match=r"no Wordfast memory.* align run"):
        list(read_memory(tmp_path / "in.txt", LANGS))
