from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import EmptyError, EncodingError, MalformedError, ReadError
from align.readers.glossary import read_glossary

if TYPE_CHECKING:
    from pathlib import Path

LEASE = (("عقد إيجار", ("lease",)),)


def written(folder: Path, text: str, name: str = "terms.tsv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_is_a_term_and_its_translation(tmp_path: Path, encoding: str, end: str) -> None:
    path = written(tmp_path, f"عقد إيجار\tlease{end}محكمة\tcourt{end}", encoding=encoding)
    assert read_glossary(path) == (*LEASE, ("محكمة", ("court",)))


def test_comments_blank_rows_and_notes_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, "# law\n\nعقد إيجار\tlease\tsee § 5\n  # end\n")
    assert read_glossary(path) == LEASE


@pytest.mark.parametrize("mark", ["|", ";", " | "])
def test_alternatives_are_told_apart_on_both_sides(tmp_path: Path, mark: str) -> None:
    path = written(tmp_path, f"عقد إيجار{mark}إيجار\tlease{mark}rental agreement\n")
    both = ("lease", "rental agreement")
    assert read_glossary(path) == (("عقد إيجار", both), ("إيجار", both))


def test_a_term_in_several_rows_has_all_translations(tmp_path: Path) -> None:
    path = written(tmp_path, "محكمة\tcourt\nمحكمة\ttribunal\nمحكمة\tcourt\n")
    assert read_glossary(path) == (("محكمة", ("court", "tribunal")),)


@pytest.mark.parametrize("header", ["en\tar", "EN-US\tar-SA"])
def test_a_header_says_which_column_is_which(tmp_path: Path, header: str) -> None:
    path = written(tmp_path, f"{header}\nlease\tعقد إيجار\n")
    assert read_glossary(path) == LEASE
    assert read_glossary(path, ("en", "ar")) == (("lease", ("عقد إيجار",)),)


def test_a_header_decides_where_the_scripts_cannot(tmp_path: Path) -> None:
    path = written(tmp_path, "fr\ten\nbail\tlease\n")
    assert read_glossary(path, ("en", "fr")) == (("lease", ("bail",)),)


def test_without_a_header_the_scripts_say_so(tmp_path: Path) -> None:
    assert read_glossary(written(tmp_path, "lease\tعقد إيجار\n")) == LEASE


def test_comma_separated_cells_may_be_quoted(tmp_path: Path) -> None:
    path = written(tmp_path, 'عقد إيجار,"lease, rent"\n', "terms.csv")
    assert read_glossary(path) == (("عقد إيجار", ("lease, rent",)),)


def test_semicolons_may_separate_the_cells(tmp_path: Path) -> None:
    path = written(tmp_path, "عقد إيجار;lease|rental agreement\n", "terms.csv")
    assert read_glossary(path) == (("عقد إيجار", ("lease", "rental agreement")),)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("عقد إيجار\tlease\nمحكمة\n", "line 2: has no translation"),
        ("عقد إيجار\tlease\n\tcourt\n", "line 2: has no term"),
        ("عقد إيجار\t|;\n", "line 1: has no term between its separators"),
        ("fr\ten\nbail\tlease\n", "line 1: is a glossary of French and English"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, text: str, fact: str) -> None:
    with pytest.raises(MalformedError, match=r"terms\.tsv") as caught:
        read_glossary(written(tmp_path, text))
    assert fact in str(caught.value)


def test_a_glossary_without_terms_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyError):
        read_glossary(written(tmp_path, "# nothing\nar\ten\n"))


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(EncodingError, match="line 2"):
        read_glossary(written(tmp_path, "a\tb\nعقد\tlease\n", encoding="windows-1256"))


def test_a_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.tsv"):
        read_glossary(tmp_path / "none.tsv")
