"""What is particular to PPTX: the order of slides and shapes, and what stands on every slide."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from align.errors import MalformedError
from tests.readers.outcome import blocks, left_out, read_bytes
from tests.readers.samples import packed
from tests.readers.word_samples import slides

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

BLANK, TITLE_AND_LIST = 6, 1  # layouts of the template of python-pptx
CM = 360_000  # EMU


@pytest.fixture
def show() -> Any:
    pptx = pytest.importorskip("pptx")
    return pptx.Presentation()


def new_slide(show: Any, layout: int = BLANK) -> Any:
    return show.slides.add_slide(show.slide_layouts[layout])


def write(shapes: Any, text: str, left: int, top: int) -> None:
    shapes.add_textbox(left * CM, top * CM, 5 * CM, CM).text_frame.text = text


def saved(show: Any) -> bytes:
    made = io.BytesIO()
    show.save(made)
    return made.getvalue()


def document(folder: Path, show: Any) -> Document:
    return read_bytes(folder, "a.pptx", saved(show))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_title_comes_first_and_its_list_after_it(tmp_path: Path, show: Any) -> None:
    slide = new_slide(show, TITLE_AND_LIST)
    slide.placeholders[1].text = "الأولى\nالثانية"
    slide.shapes.title.text = "عنوان"
    found = blocks(document(tmp_path, show))
    assert found == [("heading", "عنوان"), ("item", "الأولى"), ("item", "الثانية")]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("top left", "top right", "below"), ["top left", "top right", "below"]),
        (("أعلى اليسار", "أعلى اليمين", "أسفل"), ["أعلى اليمين", "أعلى اليسار", "أسفل"]),
    ],
    ids=["left to right", "right to left"],
)
def test_shapes_are_read_as_the_slide_is_written(
    tmp_path: Path, show: Any, texts: tuple[str, str, str], expected: list[str]
) -> None:
    shapes = new_slide(show).shapes
    write(shapes, texts[2], 1, 9)
    write(shapes, texts[1], 12, 2)
    write(shapes, texts[0], 1, 2)
    assert [text for _, text in blocks(document(tmp_path, show))] == expected


def test_a_group_stays_together(tmp_path: Path, show: Any) -> None:
    shapes = new_slide(show).shapes
    write(shapes, "second", 1, 6)
    group = shapes.add_group_shape()
    write(group.shapes, "later in the group", 1, 8)
    write(group.shapes, "first in the group", 1, 2)
    texts = [text for _, text in blocks(document(tmp_path, show))]
    assert texts == ["first in the group", "later in the group", "second"]


def test_a_table_is_rows_and_a_merged_cell_keeps_the_columns(tmp_path: Path, show: Any) -> None:
    table = new_slide(show).shapes.add_table(2, 2, CM, CM, CM, CM).table
    table.cell(0, 0).text, table.cell(0, 1).text = "نهر", "river\nstream"
    table.cell(1, 0).text = "across"
    table.cell(1, 0).merge(table.cell(1, 1))
    found = document(tmp_path, show)
    assert blocks(found) == [("cell", "نهر\triver\nstream"), ("cell", "across\t")]
    assert [block.table for block in found.blocks] == [1, 1]


def test_notes_come_after_their_slide(tmp_path: Path, show: Any) -> None:
    for number in (1, 2):
        slide = new_slide(show)
        write(slide.shapes, f"slide {number}", 1, 1)
        slide.notes_slide.notes_text_frame.text = f"note {number}"
    assert blocks(document(tmp_path, show)) == [
        ("paragraph", "slide 1"),
        ("footnote", "note 1"),
        ("paragraph", "slide 2"),
        ("footnote", "note 2"),
    ]


def test_slides_are_in_the_order_of_the_show(tmp_path: Path, show: Any) -> None:
    for number in range(1, 12):
        write(new_slide(show).shapes, f"slide {number}", 1, 1)
    order = show.slides._sldIdLst
    order.insert(0, order[10])
    first, second, *_ = (text for _, text in blocks(document(tmp_path, show)))
    assert (first, second) == ("slide 11", "slide 1")


def test_the_words_of_the_master_are_listed_once(tmp_path: Path, show: Any) -> None:
    slide = new_slide(show)
    write(slide.shapes, "Our firm", 1, 1)
    show.slide_master.shapes._spTree.append(slide.shapes[0]._element)
    for number in (1, 2):
        write(new_slide(show).shapes, f"slide {number}", 1, 1)
    assert left_out(document(tmp_path, show)) == {"slide master": ["Our firm"]}


def test_a_hidden_slide_and_a_chart_are_noted(tmp_path: Path, show: Any) -> None:
    from pptx.enum.chart import XL_CHART_TYPE

    values: Any = pytest.importorskip("pptx.chart.data").CategoryChartData()
    values.categories = ["a"]
    values.add_series("s", (1,))
    slide = new_slide(show)
    slide._element.set("show", "0")
    write(slide.shapes, "said", 1, 1)
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, CM, CM, values)
    assert document(tmp_path, show).notes == (
        "slide 1 has a chart, whose words are not read",
        "slide 1 is hidden: read like the others",
    )


def test_an_external_entity_is_refused(tmp_path: Path) -> None:
    made = parts(slides(["one"]))
    doctype = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    path = "ppt/slides/slide1.xml"
    text = made[path]
    made[path] = text.replace(b"?>", b"?>" + doctype, 1).replace(b"one", b"&x;")
    with pytest.raises(MalformedError, match=r"^a\.pptx: its part ppt/slides/slide1\.xml"):
        read_bytes(tmp_path, "a.pptx", packed({**made}))


def test_a_slide_that_is_not_there_is_named(tmp_path: Path) -> None:
    made = parts(slides(["one"]))
    del made["ppt/slides/slide1.xml"]
    with pytest.raises(MalformedError, match=r"^a\.pptx: its slide 1 is not there"):
        read_bytes(tmp_path, "a.pptx", packed({**made}))


def test_old_presentations_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match=r"^a\.pptx: is a file of PowerPoint 97"):
        read_bytes(tmp_path, "a.pptx", b"\xd0\xcf\x11\xe0" + bytes(100))


def test_a_slide_listed_a_thousand_times_is_told_once(tmp_path: Path) -> None:
    made = parts(slides(["one"]))
    path = "ppt/presentation.xml"
    start, end = made[path].index(b"<p:sldId "), made[path].index(b"</p:sldIdLst>")
    made[path] = made[path][:end] + made[path][start:end] * 1_000 + made[path][end:]
    found = read_bytes(tmp_path, "a.pptx", packed({**made}))
    assert blocks(found) == [("paragraph", "one")]


def test_groups_in_each_other_without_end_are_refused(tmp_path: Path) -> None:
    made = parts(slides(["one"]))
    path = "ppt/slides/slide1.xml"
    tags = b"<p:grpSp>" * 100_000, b"</p:grpSp></p:spTree>"
    made[path] = made[path].replace(b"</p:spTree>", tags[0] + b"</p:grpSp>" * 99_999 + tags[1])
    with pytest.raises(
        MalformedError, match=r"^a\.pptx: its part ppt/slides/slide1\.xml is broken"
    ):
        read_bytes(tmp_path, "a.pptx", packed({**made}))
