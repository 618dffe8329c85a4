from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import EncodingError, LimitError, MalformedError
from align.formats import lines
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading
from align.model import Flag

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


@pytest.mark.parametrize(
    "heading",
    ["العربية\tالإنجليزية", "sentence_ar\ttext_en", "المصدر\tالهدف", "src_text\ttrg_text"],
)
def test_a_heading_may_be_arabic_or_of_two_words(tmp_path: Path, heading: str) -> None:
    (unit,) = reading(tmp_path, f"{heading}\nنعم\tYes\n")
    assert sides(unit) == ("ar", "نعم", "en", "Yes")


def test_titles_above_a_heading_are_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_text("A glossary\n\tof yes\nar\ten\nنعم\tYes\n", encoding="utf-8")
    told = Reading()
    assert [unit.id for unit in units_of(tmp_path / "in.tsv", told)] == ["tu1"]
    assert list(told.losses) == [("text", 2, 1, "a row above the heading")]


def test_no_two_columns_are_taken_for_one(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, "ar\ten\tnote\t\tnote\nنعم\tYes\ta\tb\tc\n")
    assert unit.props == (("note", "a"), ("column-4", "b"), ("note-column-5", "c"))


def test_beside_languages_a_column_source_says_where_a_text_is_from(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, "source\tar\ten\nUN\tنعم\tYes\n")
    assert sides(unit) == ("ar", "نعم", "en", "Yes")
    assert unit.props == (("source-column", "UN"),)


def test_the_columns_of_bitextor_are_known(tmp_path: Path) -> None:
    row = "http://a.example/ar\thttp://a.example/en\tنعم\tYes\t-0.3\tp1:1\n"
    (unit,) = reading(tmp_path, row)
    assert sides(unit) == ("ar", "نعم", "en", "Yes")
    assert unit.score == 1.0  # that of another aligner is on a scale of its own
    assert unit.props == (
        ("src_url", "http://a.example/ar"),
        ("trg_url", "http://a.example/en"),
        ("aligner_score", "-0.3"),
        ("column-6", "p1:1"),
    )


def test_the_texts_may_stand_anywhere_in_a_table_without_heading(tmp_path: Path) -> None:
    units = reading(tmp_path, "7\tHe said yes.\tقال نعم.\tNB\n8\tHe said no.\tقال لا.\t\n")
    assert [unit.target for unit in units] == ["قال نعم.", "قال لا."]
    assert units[0].source_lang == "en"
    assert units[0].props == (("column-1", "7"), ("column-4", "NB"))


def test_the_columns_of_a_table_of_ours_are_read_in_any_order(tmp_path: Path) -> None:
    heading = "places\ttarget\tflags\tsource\tprops\ttarget_lang"
    row = "source b1 3 0-4 a.txt\tYes\twarning number: gone\tنعم\ta%3Db=c=d\ten-GB"
    (unit,) = reading(tmp_path, f"{heading}\n{row}\n")
    assert unit.flags == (Flag(id="number", severity="warning", message="gone"),)
    assert unit.props == (("a=b", "c=d"),)
    assert (unit.source_lang, unit.target_lang) == ("ar", "en-GB")
    assert unit.origin is not None
    assert unit.origin.source[0].line == 3


def test_flags_and_props_of_another_making_are_props(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, "ar\ten\tflags\tprops\nنعم\tYes\tgood\tlaw\n")
    assert unit.props == (("flag", "good"), ("props", "law"))


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
        ("نعم", "only one column"),
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
    assert (tmp_path / "in.tsv").stat().st_size > 100 * lines.LONGEST
    with pytest.raises(LimitError, match="line 2 is longer than 10,000,000 characters"):
        list(read_memory(tmp_path / "in.tsv", LANGS))


def test_of_long_rows_few_are_looked_at_before_the_first_unit(tmp_path: Path) -> None:
    row = f"{'نعم ' * 50_000}\t{'yes ' * 50_000}\n"
    (tmp_path / "in.tsv").write_text(row * 3 + "broken\n", encoding="utf-8")
    units = read_memory(tmp_path / "in.tsv", LANGS)
    assert next(units).source_lang == "ar"
    with pytest.raises(MalformedError, match="line 4"):
        list(units)
