"""The texts that an alignment file of XML names: where they lie, and their sentences."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from align.formats.corpora.xml_reading import elements, text_of
from align.formats.markup import XML_ID, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["Folder", "sentences_of"]

# What is aligned: sentences, and in texts that have none, what stands for them.
SENTENCES = (("s",), ("seg",), ("p", "head", "l"))
# Where the texts of OPUS lie, from the folder of the alignment file: beside it, in its own folder
# ``xml`` or ``raw``, or in that of the corpus as it comes out of its archive.
PLACES = ("xml", "raw", "*/xml", "*/raw")
GZIP = ".gz"


class Folder:
    """The folder of an alignment file: nothing outside of it is opened."""

    def __init__(self, alignment: Path) -> None:
        """Take the folder that an alignment file lies in."""
        self._folder = alignment.parent

    @cached_property
    def _places(self) -> list[Path]:
        inner = (place for pattern in PLACES for place in sorted(self._folder.glob(pattern)))
        return [self._folder, *inner]

    def find(self, name: str) -> Path:
        """Return the text of a name, packed or not; raises `ValueError` when there is none."""
        if not name:
            raise ValueError("the links name no text")
        names = (name, name.removesuffix(GZIP), name + GZIP)
        for path in (place / each for place in self._places for each in names):
            if self._is_inside(path):
                return path
        raise ValueError(f"the text {name!r} is not in the folder of the file")

    def _is_inside(self, path: Path) -> bool:
        try:
            inside = path.resolve().is_relative_to(self._folder.resolve())
            return inside and path.is_file()
        except (OSError, RuntimeError):  # a name too long, links that lead to themselves
            return False


def sentences_of(path: Path, reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield ids and texts of the sentences of a text, tokens joined with a space."""
    broken = reading.losses.count("tail")
    for tags in SENTENCES:
        found = False
        for element in elements(path, reading, tags):
            found = True
            yield from _sentence(element, path, reading)
        if found or reading.losses.count("tail") > broken:
            return


def _sentence(element: etree._Element, path: Path, reading: Reading) -> Iterator[tuple[str, str]]:
    line = line_of(element)
    name = element.get("id") or element.get(XML_ID)
    if next(element.iter(etree.Entity), None) is not None:
        reading.unfit(path, line, "an entity that is not one of XML's own five")
    elif not name:
        reading.losses.add("unaligned", line, "a sentence without an id")
    else:
        yield name, _text(element, line, reading)


def _text(element: etree._Element, line: int, reading: Reading) -> str:
    if len(element):
        reading.losses.add("markup", line, times=len(element))
    words = [text_of(word).strip() for word in element.iter("{*}w")]
    return " ".join(words) if words else text_of(element)
