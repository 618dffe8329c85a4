from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings, Settings, WriteSettings
from align.errors import EncodingError, LimitError, MalformedError
from align.formats.memories import memory_writer, read_memory, units_of
from align.formats.reading import Reading

from . import samples
from .office import ALL_TEXT, NASTY_CELLS, needs_office, through_office

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

LANGS = ("ar", "en")
TEXTS = [("نعم", "Yes"), ("لا", "No")]


def write(path: Path, units: list[TranslationUnit], *, excel_safe: bool = False) -> bytes:
    settings = Settings(write=WriteSettings(excel_safe=excel_safe))
    with memory_writer(path, settings) as writer:
        for unit in units:
            writer.write(unit)
    return path.read_bytes()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read(tmp_path: Path, content: bytes, reading: Reading | None = None) -> list[tuple[str, str]]:
    (tmp_path / "in.csv").write_bytes(content)
    units = units_of(tmp_path / "in.csv", reading or Reading(exact=True))
    return [(unit.source, unit.target) for unit in units]


def test_it_is_what_excel_wants(tmp_path: Path) -> None:
    content = write(tmp_path / "out.csv", [samples.unit("نعم، نعم", 'He said "yes", twice')])
    assert content.startswith(b"\xef\xbb\xbfsource,target,score,kind,flags,id,document,")
    assert content.count(b"\r\n") == 2
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b'"He said ""yes"", twice"' in content


def test_flags_props_and_places_are_lines_of_a_cell(tmp_path: Path) -> None:
    unit = samples.bitext().units[1]
    assert unit is not None
    (row,) = rows(write(tmp_path / "out.csv", [unit]))
    assert row["flags"].split("\n") == [
        "warning number: ١٩٨٥ has no counterpart: check it",
        "info name target 4-9: “mason” is a <name>",
    ]
    assert row["props"] == "client=Museum & Söhne\nsubject=حكايات"
    assert row["places"].startswith("source b2 2 0-42 tales/bridge.txt\ntarget b6 ")
    assert (row["score"], row["document"], row["target_lang"]) == ("0.5000", "bridge", "en")


def test_a_formula_gets_an_apostrophe_only_when_that_is_asked_for(tmp_path: Path) -> None:
    units = [samples.unit(text, "Yes") for text in NASTY_CELLS]
    exact = rows(write(tmp_path / "exact.csv", units))
    assert [row["source"] for row in exact] == NASTY_CELLS
    safe = rows(write(tmp_path / "safe.csv", units, excel_safe=True))
    for row, text in zip(safe, NASTY_CELLS, strict=True):
        assert row["source"] == (f"'{text}" if text[0] in "=+-@" else text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("heading", ["", "Arabic{0}English\r\n", "sep={0}\r\n"])
def test_what_excel_saves_is_read(
    tmp_path: Path, encoding: str, delimiter: str, heading: str
) -> None:
    lines = [heading.format(delimiter), *(f"{delimiter.join(pair)}\r\n" for pair in TEXTS)]
    assert read(tmp_path, "".join(lines).encode(encoding)) == TEXTS


def test_the_code_page_of_windows_is_taken_for_what_it_is_and_told(tmp_path: Path) -> None:
    told = Reading(exact=True, strict=False)
    content = "نعم، يا سيدي;Yes\r\nلا؟;No\r\n".encode("windows-1256")
    assert read(tmp_path, content, told) == [("نعم، يا سيدي", "Yes"), ("لا؟", "No")]
    assert [str(loss) for loss in told.losses] == [
        "encoding guessed, since the file names none (it is not UTF-8, read as windows-1256): 1"
    ]
    with pytest.raises(EncodingError, match=r"not UTF-8; try --set read.encoding=windows-1256"):
        read(tmp_path, content)


def test_the_encoding_of_the_settings_is_no_guess(tmp_path: Path) -> None:
    told = Reading(limits=ReadSettings(encoding="iso-8859-6"))
    assert read(tmp_path, "نعم,Yes\n".encode("iso-8859-6"), told) == [("نعم", "Yes")]
    assert not list(told.losses)


def test_a_byte_order_mark_or_a_stray_nul_is_no_other_encoding(tmp_path: Path) -> None:
    told = Reading(limits=ReadSettings(encoding="utf-8"))
    assert read(tmp_path, "\ufeffar,en\nنعم,Yes\n".encode(), told) == [("نعم", "Yes")]
    assert read(tmp_path, "نعم يا سيدي,Yes\0 sir\n".encode()) == [("نعم يا سيدي", "Yes\0 sir")]


def test_a_few_damaged_bytes_do_not_make_another_encoding(tmp_path: Path) -> None:
    told = Reading(exact=True)
    content = "نعم يا سيدي,Yes\nلا,No".encode() + b"\xff\xfe!\n"
    assert read(tmp_path, content, told) == [("نعم يا سيدي", "Yes"), ("لا", "No\ufffd!")]
    assert [(loss.kind, loss.times, loss.line) for loss in told.losses] == [("bytes", 1, 2)]


def test_utf_16_that_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    content = "نعم,Yes\r\nلا,No\r\n".encode("utf-16")[:-1]
    told = Reading(strict=False)
    assert read(tmp_path, content, told) == TEXTS[:1]
    assert told.losses.count("tail") == 1
    with pytest.raises(MalformedError, match="is not UTF-16"):
        read(tmp_path, content)


def test_commas_in_texts_are_no_columns(tmp_path: Path) -> None:
    content = "ar;en\nنعم, نعم, نعم;Yes, yes, yes\nلا, لا, لا;No, no, no\n".encode()
    assert read(tmp_path, content)[1] == ("لا, لا, لا", "No, no, no")


def test_a_row_is_found_by_its_line_though_cells_have_several(tmp_path: Path) -> None:
    content = '"نعم\r\nنعم","Yes\r\nyes"\r\n,,\r\n\r\nلا\r\n'.encode()
    with pytest.raises(MalformedError, match="line 6: only one column"):
        read(tmp_path, content)


@pytest.mark.parametrize(
    ("content", "fault", "kind"),
    [
        ('نعم,Yes\nلا,"No\nو,And\n', "line 2: .*unexpected end", "tail"),
        ('نعم,Yes\n"لا"x,No\n', "line 2: .*expected after", "unit"),
    ],
)
def test_broken_quotes_are_refused_or_counted(
    tmp_path: Path, content: str, fault: str, kind: str
) -> None:
    with pytest.raises(MalformedError, match=fault):
        read(tmp_path, content.encode())
    told = Reading(strict=False)
    assert read(tmp_path, content.encode(), told) == TEXTS[:1]
    assert [(loss.kind, loss.times) for loss in told.losses] == [(kind, 1)]


def test_a_line_without_end_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "in.csv").open("wb") as file:
        file.write(b"a,b\nx")
        file.truncate(50_000_000)  # takes no room on the disk
    with pytest.raises(LimitError, match="line is longer than 10,000,000"):
        list(read_memory(tmp_path / "in.csv", LANGS))


def test_a_kind_that_excel_took_for_a_date_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("ar;en;kind;score\nنعم;Yes;02. Jan;0,5\n".encode())
    told = Reading()
    (unit,) = units_of(tmp_path / "in.csv", told)
    assert (unit.kind, unit.score) == ("1-1", 0.5)
    assert told.losses.count("property") == 1


@needs_office
def test_libreoffice_reads_every_text_as_it_is_and_what_it_saves_is_read(tmp_path: Path) -> None:
    units = [samples.unit(text, f"Yes {text}", n) for n, text in enumerate(NASTY_CELLS)]
    write(tmp_path / "out.csv", units)
    saved = through_office(tmp_path / "out.csv", "xlsx", f"CSV:44,34,76,1,{ALL_TEXT},0,true,false")
    assert list(read_memory(saved, LANGS)) == units
