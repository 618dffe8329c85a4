"""Two languages out of other people's TMX, texts as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError, UsageError
from align.formats.memories import read_memory
from align.formats.reading import Reading
from align.formats.tmx.reader import read_pairs, read_tmx
from align.formats.tmx.writer import write_tmx

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

LANGS = ("ar", "en")


def tu(*sides: tuple[str, str], props: str = "") -> str:
    tuvs = (f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in sides)
    return f"<tu>{props}{''.join(tuvs)}</tu>"


def reading(
    tmp_path: Path, *units: str, srclang: str = "ar", exact: bool = True
) -> list[TranslationUnit]:
    header = f'<header srclang="{srclang}"/>'
    body = "\n".join(units)
    text = f'<tmx version="1.4">{header}<body>\n{body}\n</body></tmx>'
    (tmp_path / "in.tmx").write_text(text, encoding="utf-8", newline="")
    return list(read_memory(tmp_path / "in.tmx", LANGS, exact=exact))


def pairs(units: list[TranslationUnit]) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


def test_texts_are_as_they_stand(tmp_path: Path) -> None:
    sides = ("ar", " نعم  يا\tسيدي\u00a0"), ("en", "\ufeffYes,  \nsir ")
    assert pairs(reading(tmp_path, tu(*sides))) == [(" نعم  يا\tسيدي\u00a0", "\ufeffYes,  \nsir ")]
    assert pairs(reading(tmp_path, tu(*sides), exact=False)) == [("نعم يا سيدي", "Yes, sir")]


@pytest.mark.parametrize(
    "unit",
    [
        tu(("ar", "نعم"), ("en", "")),
        tu(("ar", "نعم")),
        '<tu><tuv xml:lang="ar"><seg>نعم</seg></tuv><tuv xml:lang="en"/></tu>',
    ],
)
def test_a_text_that_is_not_there_is_empty_or_refused(tmp_path: Path, unit: str) -> None:
    (read,) = reading(tmp_path, unit)
    assert (read.source, read.target, read.target_lang) == ("نعم", "", "en")
    with pytest.raises(MalformedError, match="line 2: the target of a unit is empty"):
        reading(tmp_path, unit, exact=False)


def test_a_unit_without_any_text_is_read_too(tmp_path: Path) -> None:
    assert pairs(reading(tmp_path, "<tu/>")) == [("", "")]


def test_of_many_languages_the_two_wanted_are_taken_with_their_regions(tmp_path: Path) -> None:
    (unit,) = reading(
        tmp_path, tu(("fr-FR", "Oui"), ("EN_us", "Yes"), ("de", "Ja"), ("ar-EG", "أيوه"))
    )
    assert (unit.source_lang, unit.source) == ("ar-EG", "أيوه")
    assert (unit.target_lang, unit.target) == ("EN_us", "Yes")


def test_of_two_regions_the_language_itself_is_taken_else_the_first(tmp_path: Path) -> None:
    exact = tu(("ar-EG", "أيوه"), ("ar", "نعم"), ("en-GB", "Yes"), ("en-US", "Yeah"))
    assert pairs(reading(tmp_path, exact)) == [("نعم", "Yes")]


def test_the_source_is_what_the_file_says(tmp_path: Path) -> None:
    sides = ("ar", "نعم"), ("en", "Yes")
    assert pairs(reading(tmp_path, tu(*sides), srclang="en-US")) == [("Yes", "نعم")]
    own = tu(*sides).replace("<tu>", '<tu srclang="en">')
    assert pairs(reading(tmp_path, own)) == [("Yes", "نعم")]


def test_where_any_text_may_be_the_source_it_is_the_first_wanted(tmp_path: Path) -> None:
    body = tu(("en", "Yes"), ("ar", "نعم")), tu(("en", "No"))
    units = reading(tmp_path, *body, srclang="*all*")
    assert pairs(units) == [("نعم", "Yes"), ("", "No")]
    assert {(unit.source_lang, unit.target_lang) for unit in units} == {LANGS}


def test_a_unit_in_other_languages_is_empty_among_good_ones(tmp_path: Path) -> None:
    good, other = tu(("ar", "نعم"), ("en", "Yes")), tu(("fr", "Oui"), ("de", "Ja"))
    assert pairs(reading(tmp_path, other, good)) == [("", ""), ("نعم", "Yes")]


@pytest.mark.parametrize(
    ("sides", "wanting"),
    [((("fr", "Oui"), ("de", "Ja")), "'ar'"), ((("ar", "نعم"), ("fr", "Oui")), "'en'")],
)
def test_a_memory_of_other_languages_is_refused_with_their_names(
    tmp_path: Path, sides: tuple[tuple[str, str], ...], wanting: str
) -> None:
    names = ", ".join(lang for lang, _ in sides)
    with pytest.raises(UsageError, match=f"in {wanting}; its languages are {names}; .*--langs"):
        reading(tmp_path, tu(*sides))


def test_a_text_without_language_is_refused_with_its_line(tmp_path: Path) -> None:
    unit = "<tu><tuv><seg>نعم</seg></tuv></tu>"
    with pytest.raises(MalformedError, match="line 3: a text without xml:lang"):
        reading(tmp_path, tu(("ar", "نعم"), ("en", "Yes")), unit)


@pytest.mark.parametrize(
    ("seg", "text"),
    [
        ('press <ph x="1">{0}</ph> twice', "press twice"),
        ('<bpt i="1">b</bpt>press<ept i="1">/b</ept> it', "press it"),
        ('<ph x="1">{0}</ph> twice', "twice"),
        ('press <ph x="1">{0}</ph>', "press"),
        ('press  <ph x="1">{0}</ph>twice', "press  twice"),
        ('press <ph x="1"/><ph x="2"/> twice', "press twice"),
        ("press <hi>it <ph/> hard</hi> ", "press it hard "),
    ],
)
def test_an_inline_code_leaves_no_space_behind(tmp_path: Path, seg: str, text: str) -> None:
    (unit,) = reading(tmp_path, tu(("ar", "اضغط"), ("en", seg)))
    assert unit.target == text


def test_units_without_id_are_numbered_and_scores_read(tmp_path: Path) -> None:
    score = '<prop type="x-score">0.25</prop>'
    sides = ("ar", "نعم"), ("en", "Yes")
    units = reading(tmp_path, tu(*sides), tu(*sides, props=score))
    assert [(unit.id, unit.score) for unit in units] == [("tu1", 1.0), ("tu2", 0.25)]


def test_who_made_a_unit_and_notes_are_its_first_props(tmp_path: Path) -> None:
    attributes = ' changeid="Z" creationdate="20261121T210000Z" usagecount="3" tuid="7"'
    inside = '<note>one</note><prop type="x-client">M</prop><note>two</note><prop>three</prop>'
    unit = tu(("ar", "نعم"), ("en", "Yes"), props=inside).replace("<tu", f"<tu{attributes}", 1)
    (read,) = reading(tmp_path, unit)
    assert (read.id, read.props) == (
        "7",
        (
            ("creationdate", "20261121T210000Z"),
            ("changeid", "Z"),
            ("usagecount", "3"),
            ("note", "one"),
            ("client", "M"),
            ("note", "two"),
            ("", "three"),
        ),
    )
    write_tmx([read], tmp_path / "out.tmx")
    assert list(read_tmx(tmp_path / "out.tmx")) == [read]


def test_lines_are_counted_beyond_any_number(tmp_path: Path) -> None:
    good, space = tu(("ar", "نعم"), ("en", "Yes")), "\n" * 100_000
    for bad in (tu(("ar", "ر & د"), ("en", "No")), tu(("ar", f"{space}ر & د"), ("en", "No"))):
        with pytest.raises(MalformedError, match=r"line [12]00004: "):
            reading(tmp_path, good, space, bad)
    with pytest.raises(MalformedError, match="line 100004: a text without xml:lang"):
        reading(tmp_path, good, space, "<tu><tuv><seg>نعم</seg></tuv></tu>")


def test_the_encoding_may_be_told(tmp_path: Path) -> None:
    content = f"<tmx><body>{tu(('ar', 'نعم'), ('en', 'Yes'))}</body></tmx>"
    (tmp_path / "in.tmx").write_bytes(content.encode("windows-1256"))
    told = Reading(limits=ReadSettings(encoding="windows-1256"))
    assert pairs(list(read_pairs(tmp_path / "in.tmx", told))) == [("نعم", "Yes")]
    assert not list(told.losses)


@pytest.mark.parametrize(
    "doctype",
    ['<!DOCTYPE tmx [<!ENTITY e "expanded">]>', '<!DOCTYPE tmx [<!ENTITY e SYSTEM "in.tmx">]>'],
)
def test_entities_are_refused(tmp_path: Path, doctype: str) -> None:
    text = f'<tmx><header srclang="ar"/><body>{tu(("ar", "&e;"), ("en", "Yes"))}</body></tmx>'
    (tmp_path / "in.tmx").write_text(doctype + text, encoding="utf-8")
    with pytest.raises(MalformedError, match="entity"):
        list(read_memory(tmp_path / "in.tmx", LANGS, exact=True))


def test_entities_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    references = (f"&e{n};" * 50 for n in range(8))
    levels = "".join(f'<!ENTITY e{n} "{text}">' for n, text in enumerate(references, start=1))
    doctype = f'<!DOCTYPE tmx [<!ENTITY e0 "{"x" * 50}">{levels}]>'
    text = f'{doctype}<tmx><body><tu tuid="&e8;"/></body></tmx>'
    (tmp_path / "in.tmx").write_text(text, encoding="utf-8")
    with pytest.raises(MalformedError):
        list(read_memory(tmp_path / "in.tmx", LANGS, exact=True))


def test_a_text_or_a_nesting_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="line 2: no unit ends within 4,000,000 bytes"):
        reading(tmp_path, tu(("ar", "س" * 3_000_000), ("en", "Yes")))
    with pytest.raises(MalformedError, match="line 2: Excessive depth"):
        reading(tmp_path, tu(("ar", "<hi>" * 300 + "</hi>" * 300), ("en", "Yes")))
