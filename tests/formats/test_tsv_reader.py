from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import EncodingError, LimitError, MalformedError
from align.formats import line_reader
from align.formats.memories import read_memory

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

LANGS = ("ar", "en")


def reading(
    tmp_path: Path, text: str, langs: tuple[str, str] = LANGS, *, exact: bool = True
) -> list[TranslationUnit]:
    (tmp_path / "in.tsv").write_text(text, encoding="utf-8", newline="")
    return list(read_memory(tmp_path / "in.tsv", langs, exact=exact))


def sides(unit: TranslationUnit) -> tuple[str, str, str, str]:
    return unit.source_lang, unit.source, unit.target_lang, unit.target


def test_two_columns_are_enough(tmp_path: Path) -> None:
    units = reading(tmp_path, "نعم\tYes\r\nلا\tNo")
    assert [sides(unit) for unit in units] == [
        ("ar", "نعم", "en", "Yes"),
        ("ar", "لا", "en", "No"),
    ]
    assert [(unit.id, unit.score, unit.kind, unit.origin) for unit in units] == [
        ("tu1", 1.0, "1-1", None),
        ("tu2", 1.0, "1-1", None),
    ]


def test_the_script_of_most_units_tells_which_language_comes_first(tmp_path: Path) -> None:
    units = reading(tmp_path, "12\t12\nYes\tنعم يا سيدي\nno, he said\tلا\nWhatsApp\tWhatsApp\n")
    assert {(unit.source_lang, unit.target_lang) for unit in units} == {("en", "ar")}
    assert units[1].source == "Yes"


def test_languages_of_one_script_stand_as_they_are_named(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, "Ja\tYes\n", ("de", "en"))
    assert sides(unit) == ("de", "Ja", "en", "Yes")


@pytest.mark.parametrize(
    "heading",
    [
        "source\ttarget",
        "src\ttrg",
        "Source\tTarget",
        "ar\ten",
        "AR\tEN-us",
        "Arabic\tEnglish",
        " ar \tEnglish",
    ],
)
def test_a_heading_is_no_unit(tmp_path: Path, heading: str) -> None:
    langs = ("ar", "en-US") if "us" in heading else LANGS
    units = reading(tmp_path, f"{heading}\nنعم\tYes\n", langs)
    assert [sides(unit) for unit in units] == [("ar", "نعم", langs[1], "Yes")]
    assert units[0].id == "tu1"


def test_a_heading_names_columns_in_any_order(tmp_path: Path) -> None:
    text = "id\ten\tclient\tscore\tar\tdocument\n7\tYes\tACME\t0.5\tنعم\ttale\n8\tNo\t\t\tلا\t\n"
    first, second = reading(tmp_path, text)
    assert sides(first) == ("en", "Yes", "ar", "نعم")
    assert (first.id, first.score, first.props) == ("7", 0.5, (("client", "ACME"),))
    assert first.origin is not None
    assert first.origin.document == "tale"
    assert (second.id, second.score, second.props, second.origin) == ("8", 1.0, (), None)


def test_languages_in_a_heading_count_more_than_scripts(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, "en\tar\nنعم\tYes\n")
    assert sides(unit) == ("en", "نعم", "ar", "Yes")


def test_a_first_unit_is_not_taken_for_a_heading(tmp_path: Path) -> None:
    units = reading(tmp_path, "المصدر\tThe source\nالهدف\tThe target\n")
    assert [unit.target for unit in units] == ["The source", "The target"]


def test_our_six_columns_are_read(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, "نعم\tYes\t0.8731\t2-1\tu7\ttale\n")
    assert (unit.score, unit.kind, unit.id) == (0.8731, "2-1", "u7")
    assert unit.origin is not None
    assert unit.origin.document == "tale"


def test_texts_are_as_they_stand_or_tidied(tmp_path: Path) -> None:
    text = " نعم  يا\u2028سيدي\t“Yes,  sir\x0b”\x07 \n"
    (unit,) = reading(tmp_path, text)
    assert (unit.source, unit.target) == (" نعم  يا\u2028سيدي", "“Yes,  sir\x0b”\x07 ")
    (unit,) = reading(tmp_path, text, exact=False)
    assert (unit.source, unit.target) == ("نعم يا سيدي", "“Yes, sir ”")


def test_an_empty_side_is_read_or_refused_with_its_line(tmp_path: Path) -> None:
    text = "نعم\tYes\n\nلا\t\n\tNo\n"
    assert [unit.target for unit in reading(tmp_path, text)] == ["Yes", "", "No"]
    with pytest.raises(MalformedError, match="line 3: the target of a unit is empty"):
        reading(tmp_path, text, exact=False)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("نعم", "no tab"),
        ("نعم\tYes\thigh", "high"),
        ("نعم\tYes\t87", "not between 0 and 1"),
        ("نعم\tYes\tnan", "not between 0 and 1"),
        ("نعم\tYes\t1\t1-1\tu1\ttale\tmore", "7 columns where 6 are known"),
    ],
)
def test_a_broken_row_is_refused_with_its_line(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(MalformedError, match=f"line 2: .*{fault}"):
        reading(tmp_path, f"لا\tNo\n{line}\n")


def test_empty_columns_at_the_end_are_nothing(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, "نعم\tYes\t\t\t\t\t\t\t\n")
    assert (unit.target, unit.id) == ("Yes", "tu1")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_not_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "in.tsv").write_bytes("نعم\tYes\r\nلا\tNo\r\n".encode(encoding))
    units = list(read_memory(tmp_path / "in.tsv", LANGS, exact=True))
    assert [(unit.source, unit.target) for unit in units] == [("نعم", "Yes"), ("لا", "No")]


def test_another_encoding_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_bytes("نعم\tYes\n".encode("windows-1256"))
    with pytest.raises(EncodingError, match=r"not UTF-8 .*save it as UTF-8"):
        list(read_memory(tmp_path / "in.tsv", LANGS))


def test_a_line_without_end_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "in.tsv").open("wb") as file:
        file.write(b"a\tb\n" + b"x")
        file.truncate(1 << 30)  # takes no room on the disk
    assert (tmp_path / "in.tsv").stat().st_size > 100 * line_reader.LONGEST
    with pytest.raises(LimitError, match="line 2 is longer than 10,000,000 characters"):
        list(read_memory(tmp_path / "in.tsv", LANGS))


def test_of_long_rows_few_are_looked_at_before_the_first_unit(tmp_path: Path) -> None:
    row = f"{'نعم ' * 50_000}\t{'yes ' * 50_000}\n"
    (tmp_path / "in.tsv").write_text(row * 3 + "broken\n", encoding="utf-8")
    units = read_memory(tmp_path / "in.tsv", LANGS)
    assert next(units).source_lang == "ar"
    with pytest.raises(MalformedError, match="line 4"):
        list(units)
