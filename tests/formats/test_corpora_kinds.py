"""Formats that are all XML, told apart by what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align import naming
from align.config import Settings
from align.errors import MalformedError
from align.formats.memories import memory_writer, units_of
from align.formats.reading import Reading

from . import samples

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "name", ["tmx", "tei", "tei-parts", "xces", "intertext", "xliff", "xliff2"]
)
def test_a_file_of_xml_is_read_whatever_it_is(tmp_path: Path, name: str) -> None:
    (path, *_) = naming.files_of(name, tmp_path / "law", ("ar", "en"))
    with memory_writer(path, Settings(), name) as writer:
        writer.write(samples.unit("نعم", "Yes"))
    (unit,) = units_of(path, Reading(), "xml")
    assert (unit.source, unit.target) == ("نعم", "Yes")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html/>", "XML of an unknown kind, <html>; the outermost element is to be one of TEI"),
        (b"<text><s id='1'>Yes</s></text>", r"is a text \(<text>\); name the alignment file"),
        (b"", "is no XML file"),
        (b"source\ttarget\n", "is no XML file"),
        (b"\x00\xff\xfe", "is no XML file"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]><a b="&x;"/>', "is no XML file"),
    ],
)
def test_anything_else_is_refused_with_what_it_is(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "law.xml").write_bytes(content)
    with pytest.raises(MalformedError, match=reason):
        list(units_of(tmp_path / "law.xml", Reading()))
