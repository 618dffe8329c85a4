from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from align.config import Settings
from align.errors import ConfigError, MalformedError, OutputError, ReadError
from align.formats.markup import XML_LANG
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import TmxWriter, write_tmx
from align.model import Origin, TranslationUnit

from . import samples
from .units import UNITS

if TYPE_CHECKING:
    from pathlib import Path

DATE = "20261121T210000Z"


def plain(body: str, header: str = 'srclang="ar"') -> str:
    return f'<tmx version="1.4"><header {header}/><body>\n{body}\n</body></tmx>'


def tu(*sides: tuple[str, str]) -> str:
    tuvs = (f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in sides)
    return f"<tu>{''.join(tuvs)}</tu>"


def reading(tmp_path: Path, text: str) -> list[TranslationUnit]:
    (tmp_path / "in.tmx").write_text(text, encoding="utf-8")
    return list(read_tmx(tmp_path / "in.tmx"))


def written(tmp_path: Path, settings: Settings | None = None) -> etree._Element:
    with TmxWriter(tmp_path / "out.tmx", settings or Settings()) as writer:
        writer.write_bitext(samples.bitext())
    return etree.parse(str(tmp_path / "out.tmx")).getroot()


@given(units=st.lists(UNITS, max_size=4))
def test_reading_gives_back_what_was_written(
    units: list[TranslationUnit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tmx") / "out.tmx"
    write_tmx(units, path)
    assert list(read_tmx(path)) == units


def test_of_the_origin_only_the_document_comes_back(tmp_path: Path) -> None:
    unit = next(filter(None, samples.bitext().units))
    write_tmx([unit], tmp_path / "out.tmx")
    (read,) = read_tmx(tmp_path / "out.tmx")
    assert read.origin == Origin(document="bridge", source=(), target=())


def test_the_file_begins_as_every_client_wants_it(tmp_path: Path) -> None:
    written(tmp_path)
    assert (
        (tmp_path / "out.tmx")
        .read_bytes()
        .startswith(
            b'<?xml version="1.0" encoding="UTF-8"?>\n'
            b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
            b'<tmx version="1.4">\n'
        )
    )


def test_the_header_says_everything_the_format_requires(tmp_path: Path) -> None:
    header = written(tmp_path).find("header")
    assert header is not None
    assert {name: header.get(name) for name in map(str, header.attrib)} == {
        "creationtool": "align",
        "creationtoolversion": header.get("creationtoolversion"),
        "segtype": "sentence",
        "o-tmf": "align",
        "adminlang": "en",
        "srclang": "ar",
        "datatype": "plaintext",
    }
    assert header.findtext("prop[@type='x-alignment-method']") == "hybrid"


@pytest.mark.parametrize(
    ("segment", "segtype"),
    [("sentence", "sentence"), ("line", "sentence"), ("srx:r.srx", "sentence"), ("paragraph",) * 2],
)
def test_only_paragraphs_may_be_cut_again(tmp_path: Path, segment: str, segtype: str) -> None:
    header = written(tmp_path, Settings(segment=segment)).find("header")
    assert header is not None
    assert header.get("segtype") == segtype


def test_beads_with_an_empty_side_are_left_out(tmp_path: Path) -> None:
    kinds = [
        prop.text for prop in written(tmp_path).iterfind("body/tu/prop[@type='x-alignment-type']")
    ]
    assert kinds == ["1-1", "1-1", "2-1", "1-1", "1-1", "2-2"]


def test_a_unit_has_two_texts_source_first(tmp_path: Path) -> None:
    for unit in written(tmp_path).iterfind("body/tu"):
        assert [tuv.get(XML_LANG) for tuv in unit.iterfind("tuv")] == ["ar", "en"]


def test_language_codes_are_those_the_client_wants(tmp_path: Path) -> None:
    root = written(tmp_path, Settings(tmx_lang=(("ar", "ar-SA"), ("en", "en-US"))))
    header = root.find("header")
    assert header is not None
    assert header.get("srclang") == "ar-SA"
    assert {tuv.get(XML_LANG) for tuv in root.iter("tuv")} == {"ar-SA", "en-US"}


def test_a_date_is_written_only_when_it_is_given(tmp_path: Path) -> None:
    assert not list(written(tmp_path).iterfind(".//*[@creationdate]"))
    dated = written(tmp_path, Settings(date=DATE))
    assert {line.get("creationdate") for line in dated.iter("header", "tu")} == {DATE}


def test_a_unit_in_another_source_language_says_so(tmp_path: Path) -> None:
    arabic = samples.unit("نعم", "Yes")
    english = TranslationUnit(
        id="u2", source="No", target="لا", source_lang="en", target_lang="ar", kind="1-1", score=1.0
    )
    write_tmx([arabic, english], tmp_path / "out.tmx")
    lines = etree.parse(str(tmp_path / "out.tmx")).findall("body/tu")
    assert [line.get("srclang") for line in lines] == [None, "en"]
    assert [unit.source for unit in read_tmx(tmp_path / "out.tmx")] == ["نعم", "No"]


@pytest.mark.parametrize("text", ["", " \n", "\u00a0", "\x1f", "\ufeff"])
def test_an_empty_side_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(OutputError, match="empty target"):
        write_tmx([samples.unit("نعم", text)], tmp_path / "out.tmx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["\u00a0نعم\u00a0", "\u202fنعم", "\n نعم\u2028", "\u3000نعم"])
def test_no_white_space_is_left_at_the_ends(tmp_path: Path, text: str) -> None:
    write_tmx([samples.unit(text, "Yes")], tmp_path / "out.tmx")
    assert [unit.source for unit in read_tmx(tmp_path / "out.tmx")] == ["نعم"]


def test_a_language_code_with_an_underscore_is_refused(tmp_path: Path) -> None:
    unit = TranslationUnit(
        id="u1",
        source="نعم",
        target="Yes",
        source_lang="ar",
        target_lang="en_US",
        kind="1-1",
        score=1.0,
    )
    with pytest.raises(OutputError, match="en_US"), TmxWriter(tmp_path / "o", Settings()) as writer:
        writer.write(unit)


@pytest.mark.parametrize("name", ["auto", "ice", "Origin", "score", "document"])
def test_a_prop_name_with_a_meaning_of_its_own_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=name):
        Settings(props=((name, "x"),))


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
        tu(("ar", "نعم"), ("en", "")),
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
    "text", ["", "no markup", "<tmx", '<tmx version="1.4"><body><tu>', "<TEI/>", "<tmx>\x01</tmx>"]
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
