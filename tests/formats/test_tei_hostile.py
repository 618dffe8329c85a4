"""TEI files made to do harm: refused with a reason, or read in little memory."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import AlignError, LimitError, MalformedError
from align.formats.reading import Reading
from align.formats.tei.reader import read_tei

from .test_tei_reader import group, lost, read, tei, texts

if TYPE_CHECKING:
    from pathlib import Path

LINK = '<link target="#a1 #e1"/>'
MUCH = 30_000_000  # bytes
LITTLE = 20_000_000


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY e "aaaa">',
        '<!ENTITY e SYSTEM "file:///etc/passwd">',
        '<!ENTITY % e SYSTEM "http://localhost/e.dtd"> %e;',
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">',
    ],
)
def test_entities_are_refused(tmp_path: Path, declared: str) -> None:
    content = f"<!DOCTYPE TEI [{declared}]>" + tei(group(LINK), texts())
    with pytest.raises(MalformedError, match="line 1: an entity that is not one of XML's own"):
        read(tmp_path, content)


def test_an_entity_of_a_dtd_that_is_not_read_is_refused(tmp_path: Path) -> None:
    body = texts(english='<s xml:id="e1">caf&eacute;</s>')
    content = '<!DOCTYPE TEI SYSTEM "tei.dtd">' + tei(group(LINK), body)
    with pytest.raises(MalformedError, match="entity"):
        read(tmp_path, content)


def test_a_doctype_by_itself_does_no_harm(tmp_path: Path) -> None:
    units, _ = read(tmp_path, '<!DOCTYPE TEI SYSTEM "tei.dtd">' + tei(group(LINK), texts()))
    assert len(units) == 1


@pytest.mark.parametrize(
    "target",
    [
        "../secret.xml#e1",
        "/etc/passwd#e1",
        "file:///etc/passwd#e1",
        "http://localhost/a.xml#e1",
        "//localhost/a.xml#e1",
        "%2e%2e/secret.xml#e1",
        "inside.xml#e1",
        "loop.xml#e1",
        "a%00b.xml#e1",
    ],
)
def test_nothing_outside_of_the_folder_is_opened(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.xml").write_text(tei(texts()), encoding="utf-8")
    (folder / "inside.xml").symlink_to(tmp_path / "secret.xml")
    (folder / "loop.xml").symlink_to(folder / "loop.xml")
    content = tei(group(f'<link target="#a1 {target}"/>', LINK), texts())
    units, reading = read(folder, content, strict=False)
    assert [unit.target for unit in units] == ["Yes."]
    assert reading.losses.count("unit") == 1


def test_pointers_in_a_circle_end(tmp_path: Path) -> None:
    pointers = '<ptr xml:id="p" target="#q #q"/><ptr xml:id="q" target="#p #p"/>'
    with pytest.raises(MalformedError, match="points at pointers at pointers"):
        read(tmp_path, tei(group(pointers, '<link target="#p #e1"/>'), texts()))


def test_pointers_that_double_at_every_step_are_refused(tmp_path: Path) -> None:
    many = " ".join(["#a1"] * 200)
    pointers = f'<ptr xml:id="p" target="{" ".join(["#q"] * 200)}"/>'
    pointers += f'<ptr xml:id="q" target="{many}"/>'
    with pytest.raises(MalformedError, match="10,000 segments in one link"):
        read(tmp_path, tei(group(pointers, '<link target="#p #e1"/>'), texts()))


def test_a_text_that_is_too_long_is_no_segment(tmp_path: Path) -> None:
    body = texts(english=f'<s xml:id="e1">{"long " * 50}</s><s xml:id="e2">Yes.</s>')
    content = tei(group(LINK, '<link target="#a2 #e2"/>'), body)
    limits = ReadSettings(max_block=100)
    units, reading = read(tmp_path, content, strict=False, limits=limits)
    assert [unit.target for unit in units] == ["Yes."]
    assert lost(reading) == {"unaligned": 1, "unit": 1}
    with pytest.raises(MalformedError, match="'e1' is longer than 100 characters"):
        read(tmp_path, content, limits=limits)


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="nested deeper than 200"):
        read(tmp_path, tei("<div>" * 10_000))


def test_many_files_are_refused(tmp_path: Path) -> None:
    links = "".join(f'<link target="#a1 f{n}.xml#e"/>' for n in range(10_100))
    with pytest.raises(LimitError, match="points at more than 10,000 files"):
        read(tmp_path, tei(group(links), texts()))


@pytest.mark.parametrize(
    ("opening", "filling"),
    [
        ("<TEI><text><body><p>", b"a " * 500),  # text without end
        ("<TEI><text><body>", b"<p>" + b"a " * 5_000 + b"</p>"),  # elements without end
        ("<TEI><!--", b"a " * 500),  # a comment without end
        ('<TEI n="', b"a " * 500),  # an attribute without end
        ("<TEI><text><![CDATA[", b"a " * 500),
        ('<TEI><standOff><spanGrp type="flags"><span>', b"a " * 500),
        ('<TEI><text><body><p corresp="#e" xml:id="a">', b"a " * 500),
    ],
)
def test_a_large_file_on_one_line_takes_little_memory(
    tmp_path: Path, opening: str, filling: bytes
) -> None:
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.write(opening.encode())
        for _ in range(MUCH // len(filling)):
            file.write(filling)
    tracemalloc.start()
    with pytest.raises(AlignError):
        list(read_tei(path, Reading()))
    assert tracemalloc.get_traced_memory()[1] < LITTLE
    tracemalloc.stop()


@pytest.mark.parametrize(
    "content", ["", "no XML", "<TEI>", "<html/>", '<?xml encoding="x"?><TEI/>']
)
def test_what_is_no_tei_is_an_error_with_a_reason(tmp_path: Path, content: str) -> None:
    with pytest.raises(MalformedError):
        read(tmp_path, content)
