"""XLIFF that is damaged or means harm: refused with line and reason, or read as far as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from align.errors import LimitError, MalformedError, ReadError
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading

from . import samples
from .keeps import LANGS, written
from .xliff_samples import file12

if TYPE_CHECKING:
    from pathlib import Path

UNIT = '<trans-unit id="a"><source>{0}</source><target>Yes</target></trans-unit>'


def read(path: Path, content: str | bytes) -> list[str]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [unit.source for unit in read_memory(path, LANGS)]


def with_doctype(doctype: str, content: str) -> str:
    return content.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{doctype}')


def test_a_damaged_end_is_an_error_with_its_line_or_counted(tmp_path: Path) -> None:
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(300)]
    path = written(tmp_path, "xliff", units)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    stream = read_memory(path, LANGS)
    assert next(stream) == units[0]
    with pytest.raises(MalformedError, match=r"line \d{4}: is no whole XML file .* align convert"):
        list(stream)
    reading = Reading(strict=False)
    whole = list(units_of(path, reading))
    assert whole == units[: len(whole)]
    assert len(whole) in range(190, 210)
    assert [loss.kind for loss in reading.losses] == ["tail"]


@pytest.mark.parametrize("content", [b"", b"Yes\n", b"\x00\x01", b"PK\x03\x04", b"<xliff"])
def test_what_is_no_xml_at_all_is_refused_even_when_told_to_save_what_can_be_saved(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "memory.xlf"
    path.write_bytes(content)
    with pytest.raises(MalformedError, match="is it XLIFF at all"):
        list(units_of(path, Reading(strict=False)))


@pytest.mark.parametrize("root", ["<tmx/>", "<trans-unit/>", "<html><xliff/></html>"])
def test_xml_of_another_kind_is_refused(tmp_path: Path, root: str) -> None:
    with pytest.raises(MalformedError, match="is XML, but not XLIFF"):
        read(tmp_path / "memory.xlf", root)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE xliff [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd">%a;]>',
        '<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path, doctype: str) -> None:
    content = with_doctype(doctype, file12(UNIT.format("&a;")))
    with pytest.raises(MalformedError, match=r"line \d: entity 'a' is not one of XML's own"):
        read(tmp_path / "memory.xlf", content)


def test_a_doctype_that_declares_nothing_does_no_harm(tmp_path: Path) -> None:
    content = with_doctype('<!DOCTYPE xliff SYSTEM "xliff.dtd">', file12(UNIT.format("نعم")))
    assert read(tmp_path / "memory.xlf", content) == ["نعم"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_a_file_may_be_in_any_encoding_that_it_declares(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    content = file12(UNIT.format("نعم")).replace("?>", f' encoding="{declared}"?>', 1)
    assert read(tmp_path / "memory.xlf", content.encode(encoding)) == ["نعم"]


@pytest.mark.parametrize("encoding", ["klingon", "big5"])
def test_an_encoding_that_is_not_known_is_an_error(tmp_path: Path, encoding: str) -> None:
    content = file12(UNIT.format("a")).replace("?>", f' encoding="{encoding}"?>', 1)
    with pytest.raises(ReadError, match=r"line 1: (cannot be decoded|is no whole XML)"):
        read(tmp_path / "memory.xlf", content)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("<group>" * 300, "nested deeper than 200"),
        ('<trans-unit id="a"><source>' + "<g>" * 300, "nested deeper than 200"),
        (UNIT.format("x" * 5_000_000), "larger than 4,000,000 bytes"),
        (UNIT.format("<x/>" * 1_500_000), "larger than 4,000,000 bytes"),
        (f"<!-- {'x' * 5_000_000} -->", "larger than 4,000,000 bytes"),
        (f'<group id="{"x" * 5_000_000}"/>', "larger than 4,000,000 bytes"),
        ("".join(f"<x{n}/>" for n in range(11_000)), "more than 10,000 names"),
        ("<group " + "".join(f'x{n}="" ' for n in range(11_000)) + "/>", "more than 10,000 names"),
    ],
)
def test_what_would_fill_the_memory_is_refused(tmp_path: Path, body: str, fact: str) -> None:
    with pytest.raises(LimitError, match=rf"line \d+: .*{fact}"):
        read(tmp_path / "memory.xlf", file12(body))


def test_text_outside_of_units_takes_no_memory_whatever_its_size(tmp_path: Path) -> None:
    resource: Any = pytest.importorskip("resource", reason="its figures are known only on Unix")
    path = tmp_path / "memory.xlf"
    before, after = file12("@" + UNIT.format("نعم")).split("@")
    with path.open("w", encoding="utf-8") as file:
        file.write(before)
        for _ in range(100):
            file.write("x" * 1_000_000)
        file.write(after)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert [unit.source for unit in read_memory(path, LANGS)] == ["نعم"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 30_000  # kB
