from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import MalformedError, ReadError
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import write_tmx

from .units import UNITS

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit


def plain(body: str, header: str = 'srclang="ar"') -> str:
    return f'<tmx version="1.4"><header {header}/><body>\n{body}\n</body></tmx>'


def tu(*sides: tuple[str, str]) -> str:
    tuvs = (f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in sides)
    return f"<tu>{''.join(tuvs)}</tu>"


def reading(tmp_path: Path, text: str) -> list[TranslationUnit]:
    (tmp_path / "in.tmx").write_text(text, encoding="utf-8")
    return list(read_tmx(tmp_path / "in.tmx"))


@given(units=st.lists(UNITS, max_size=4))
def test_reading_gives_back_what_was_written(
    units: list[TranslationUnit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tmx") / "out.tmx"
    write_tmx(units, path)
    assert list(read_tmx(path)) == units


def test_an_old_lang_attribute_and_regions_are_read(tmp_path: Path) -> None:
    english, arabic = "<seg>Yes</seg>", "<seg>نعم</seg>"
    body = f'<tu tuid="7"><tuv lang="EN-us">{english}</tuv><tuv lang="ar-EG">{arabic}</tuv></tu>'
    (unit,) = reading(tmp_path, plain(body, 'srclang="AR"'))
    assert (unit.id, unit.source, unit.source_lang) == ("7", "نعم", "ar-EG")
    assert (unit.target, unit.target_lang) == ("Yes", "EN-us")


def test_a_unit_without_id_score_or_kind_gets_the_plain_ones(tmp_path: Path) -> None:
    body = tu(("ar", "نعم"), ("en", "Yes")) + tu(("ar", "لا"), ("en", "No"))
    units = reading(tmp_path, plain(body))
    assert [(unit.id, unit.score, unit.kind) for unit in units] == [
        ("tu1", 1.0, "1-1"),
        ("tu2", 1.0, "1-1"),
    ]


def test_with_any_source_language_the_first_text_is_the_source(tmp_path: Path) -> None:
    body = tu(("en", "Yes"), ("ar", "نعم"))
    (unit,) = reading(tmp_path, plain(body, 'srclang="*all*"'))
    assert unit.source == "Yes"


def test_the_text_of_inline_codes_is_left_out_and_highlighted_text_kept(tmp_path: Path) -> None:
    seg = '<bpt i="1">&lt;b></bpt>كتاب<ept i="1">&lt;/b></ept> <hi>جديد</hi><ph x="1">{0}</ph>.'
    (unit,) = reading(tmp_path, plain(tu(("ar", seg), ("en", "A <!-- no --> new book."))))
    assert unit.source == "كتاب جديد."
    assert unit.target == "A new book."


@pytest.mark.parametrize(
    "body",
    [
        "<tu/>",
        tu(("ar", "نعم")),
        tu(("ar", "نعم"), ("en", "Yes"), ("fr", "Oui")),
        "<tu><tuv><seg>نعم</seg></tuv><tuv><seg>Yes</seg></tuv></tu>",
    ],
)
def test_a_unit_without_two_languages_is_refused_with_its_line(tmp_path: Path, body: str) -> None:
    with pytest.raises(MalformedError, match="line 3: a unit must have two languages"):
        reading(tmp_path, plain("\n" + body))


@pytest.mark.parametrize("score", ["87", "high", "nan", "-0.1"])
def test_a_score_that_is_none_is_refused(tmp_path: Path, score: str) -> None:
    sides = tu(("ar", "نعم"), ("en", "Yes")).removeprefix("<tu>")
    with pytest.raises(MalformedError, match="line 2"):
        reading(tmp_path, plain(f'<tu><prop type="x-score">{score}</prop>{sides}'))


@pytest.mark.parametrize(
    "text", ["no markup", "<tmx", '<tmx version="1.4"><body><tu>', "<TEI/>", "<tmx>&</tmx>"]
)
def test_a_file_that_is_not_tmx_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(MalformedError, match=r"in\.tmx"):
        reading(tmp_path, text)


def test_a_file_that_is_not_there_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_tmx(tmp_path / "nowhere.tmx"))


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    for value in ('"expanded"', f'SYSTEM "{(tmp_path / "secret").as_uri()}"'):
        doctype = f"<!DOCTYPE tmx [<!ENTITY e {value}>]>"
        with pytest.raises(MalformedError, match="entity"):
            reading(tmp_path, doctype + plain(tu(("ar", "نعم &e;"), ("en", "Yes"))))


def test_a_broken_file_is_refused_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match="line 3"):
        reading(tmp_path, plain("<tu>\n</tv>"))


def test_units_before_a_broken_one_are_read(tmp_path: Path) -> None:
    (tmp_path / "in.tmx").write_text(plain(tu(("ar", "نعم"), ("en", "Yes")) + "<tu/>"), "utf-8")
    units = read_tmx(tmp_path / "in.tmx")
    assert next(units).target == "Yes"
    with pytest.raises(MalformedError):
        next(units)


def test_utf_16_is_read(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + plain(tu(("ar", "نعم"), ("en", "Yes")))
    (tmp_path / "in.tmx").write_bytes(text.encode("utf-16"))
    assert [unit.source for unit in read_tmx(tmp_path / "in.tmx")] == ["نعم"]
