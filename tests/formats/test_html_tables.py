"""Tables of texts in web pages, as tidy or untidy as pages are."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import EncodingError, LimitError, MalformedError
from align.formats.reading import Reading

from .foreign import read
from .units import RAW

if TYPE_CHECKING:
    from pathlib import Path

PAIR = "<tr><td>نعم</td><td>Yes</td></tr>"
YES = [("نعم", "Yes")]


def written(folder: Path, body: str, head: str = "<meta charset=utf-8>") -> Path:
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}", encoding="utf-8")
    return path


def test_the_table_in_two_languages_is_read_and_the_rest_counted(tmp_path: Path) -> None:
    body = f"""<h1>A list of words</h1> <p>for <b>beginners</b></p>
    <table><tr><td><a href=/>Home</a></td><td>Contact</td></tr></table>
    <table><caption>Answers</caption>{PAIR}</table> the end
    <script>document.write("<table>")</script>"""
    found = read(written(tmp_path, body))
    assert found.pairs == YES
    assert (found.units[0].source_lang, found.units[0].id) == ("ar", "tu1")
    # four pieces of text outside, two cells of the menu; a link in one of them
    assert found.losses == {"text": 7, "markup": 1}


def test_tables_one_after_another_are_one_memory(tmp_path: Path) -> None:
    second = "<table><tr><th>English<th>Arabic<tr><td>No<td>لا</table>"
    found = read(written(tmp_path, f"<table>{PAIR}</table>{second}"))
    assert found.pairs == [("نعم", "Yes"), ("No", "لا")]
    assert [unit.source_lang for unit in found.units] == ["ar", "en"]
    assert [unit.id for unit in found.units] == ["tu1", "tu2"]


@pytest.mark.parametrize("numbers", [("1", "2"), ("١.", "٢."), ("(1)", "(2)")])
@pytest.mark.parametrize("heading", ["", "<tr><th>م<th>العربية<th>الإنجليزية<th>Note"])
def test_numbers_of_rows_are_no_texts(
    tmp_path: Path, numbers: tuple[str, str], heading: str
) -> None:
    rows = "".join(
        f"<tr><td>{number}<td>{arabic}<td>{english}<td>{english} remark"
        for number, (arabic, english) in zip(numbers, [*YES, ("لا", "No way")], strict=True)
    )
    if not heading:
        rows = rows.replace(" remark", "").replace("<td>Yes<td>Yes", "<td>Yes")
        rows = rows.replace("<td>No way<td>No way", "<td>No way")
    found = read(written(tmp_path, f"<table>{heading}{rows}</table>"))
    assert found.pairs == [("نعم", "Yes"), ("لا", "No way")]
    props = [(("Note", "Yes remark"),), (("Note", "No way remark"),)] if heading else [(), ()]
    assert [unit.props for unit in found.units] == props
    assert found.losses == {}


def test_text_is_what_a_browser_shows(tmp_path: Path) -> None:
    cell = "Yes,\n   that &amp; <b>this</b><br>is<!-- not -->\u00a0<i>it</i><p>One</p><p>Two</p>"
    found = read(written(tmp_path, f"<table><tr><td>نعم<style>b {{}}</style><td>{cell}</table>"))
    assert found.pairs == [("نعم", "Yes, that & this is\u00a0it One Two")]
    assert found.losses == {"markup": 2, "space": 1}


def test_merged_cells_stand_where_they_begin(tmp_path: Path) -> None:
    body = """<table><tr><th colspan=3>Chapter one<tr><td>أحمر<td>red<td rowspan=2>colours
    <tr><td>أزرق<td>blue<tr><td rowspan=2>كبير وطويل<td>big<td><tr><td>long<td>
    <tr><td colspan=x>صغير<td rowspan=0>small</table>"""
    found = read(written(tmp_path, body))
    assert found.pairs == [
        ("أحمر", "red"),
        ("أزرق", "blue"),
        ("كبير وطويل", "big"),
        ("صغير", "small"),
    ]
    assert [unit.props for unit in found.units] == [(("column-3", "colours"),), (), (), ()]
    assert found.losses == {"unaligned": 2}


def test_exact_reading_keeps_rows_with_one_text(tmp_path: Path) -> None:
    path = written(tmp_path, f"<table>{PAIR}<tr><td> لا </td><td></td></tr></table>")
    assert read(path, Reading(exact=True)).pairs == [("نعم", "Yes"), (" لا ", "")]


def test_a_table_in_a_cell_is_a_table(tmp_path: Path) -> None:
    layout = f"<table><tr><td>Menu<td>News<table>{PAIR}</table>more</table>"
    found = read(written(tmp_path, layout))
    assert found.pairs == YES
    assert found.losses == {"text": 2}


def test_tags_that_are_never_closed_are_closed(tmp_path: Path) -> None:
    body = "<table><tr><td>نعم<td>Yes<tr><td>لا</b></p><td>No<i>"
    assert read(written(tmp_path, body)).pairs == [("نعم", "Yes"), ("لا", "No")]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("windows-1256", "<meta charset='windows-1256'>"),
        ("iso-8859-6", '<meta http-equiv=x content="text/html; charset=ISO-8859-6">'),
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-8", "<meta charset=utf-16>"),
    ],
)
def test_the_encoding_is_the_one_a_browser_takes(tmp_path: Path, encoding: str, head: str) -> None:
    path = written(tmp_path, f"<table>{PAIR}</table>", head)
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    assert read(path).pairs == YES


def test_bytes_that_are_no_text_are_counted(tmp_path: Path) -> None:
    path = written(tmp_path, f"<table>{PAIR}</table>")
    path.write_bytes(path.read_bytes().replace(b"Yes", b"Y\xffe\0s"))
    found = read(path)
    assert found.pairs == [("نعم", "Y\ufffde\ufffds")]
    assert found.losses == {"bytes": 2}


@pytest.mark.parametrize(
    ("head", "reason"), [("", "read.encoding=NAME"), ("<meta charset=zip>", "'zip'")]
)
def test_an_encoding_nobody_knows_is_refused(tmp_path: Path, head: str, reason: str) -> None:
    path = written(tmp_path, f"<table>{PAIR}</table>", head)
    path.write_bytes(path.read_text("utf-8").encode("windows-1256"))
    with pytest.raises(EncodingError, match=reason):
        read(path)


@pytest.mark.parametrize(
    "body", ["", "<p>نعم Yes", "<table><tr><td>Home<td>Contact</table>", "<td>نعم"]
)
def test_a_page_without_such_a_table_is_refused_with_the_way_out(tmp_path: Path, body: str) -> None:
    with pytest.raises(
        MalformedError, match=r"no table with a column in ar beside one in en; .*align run"
    ):
        read(written(tmp_path, body))


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + f"<table>{PAIR}",
        "<table><tr><td>" + "<b>x</b>" * 100_001,
        "<table><tr>" + "<td>x" * 100_001,
        "<p>" + "x" * 10_200_000,
    ],
)
def test_what_has_no_end_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(LimitError, match=r"nested deeper|more than 10,000,000 characters"):
        read(written(tmp_path, body))


def test_nothing_is_fetched_and_no_entity_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    path = tmp_path / "page.htm.gz"
    page = """<!DOCTYPE html [<!ENTITY x SYSTEM "secret.txt"><!ENTITY lol "lolol">]>
    <link rel=stylesheet href=http://localhost:1/x.css>
    <table><tr><td>نعم<td>Yes &x; &lol;</table>"""
    path.write_bytes(gzip.compress(page.encode()))
    assert read(path).pairs == [("نعم", "Yes &x; &lol;")]


@settings(deadline=None, max_examples=60)
@given(
    cells=st.lists(RAW, max_size=8),
    tags=st.lists(
        st.sampled_from(
            [
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</tr>",
                "</table>",
                "<p>",
                "</b>",
                "<b>",
                "<td colspan=3>",
            ]
        ),
        max_size=30,
    ),
)
def test_no_page_breaks_the_reader(
    cells: list[str], tags: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = [cells[place % len(cells)] if cells else "نص" for place in range(len(tags))]
    body = "".join(tag + text for tag, text in zip(tags, texts, strict=True))
    path = written(tmp_path_factory.mktemp("page"), f"{body}</table></table><table>{PAIR}</table>")
    try:
        found = read(path)
    except MalformedError:  # the last table is inside a comment, say
        return
    assert ("", "") not in found.pairs
