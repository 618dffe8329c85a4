"""One text of a TEI file in the making: divisions, blocks, and segments with their places."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

from align.formats.tei.names import escaped, file_id, segment_id, tag
from align.formats.tei.places import written_place
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Block, Location

__all__ = ["Sentence", "Text"]


class Sentence(NamedTuple):
    """A segment as it is written: its text, tidied, its language, and where it comes from.

    ``apart`` says that white space stands before it, ``has_files`` that it is known what files its
    places are in.
    """

    text: str
    lang: str
    places: Sequence[Location] = ()
    apart: bool = False
    has_files: bool = True


class Text:
    """A stream of divisions in one language, its segments numbered from 1."""

    def __init__(self, stream: IO[bytes], lang: str) -> None:
        """Take what is written to, and the language unless a segment has another."""
        self.stream = stream
        self.segments = 0
        self.files: dict[str, int] = {}  # their numbers, from 1, by path
        self._lang = lang
        self._is_open = False
        self._division = self._blocks = 0

    def open_division(self, number: int, document: str | None) -> None:
        """Begin a division, after closing the last one."""
        self.close_division()
        name = None if document is None else tidy(document)
        line = tag("div", "", xml_id=f"{self._lang}.d{number}", n=name).removesuffix("</div>")
        self.stream.write(f"{line}\n".encode())
        self._is_open = True
        self._division, self._blocks = number, 0

    def close_division(self) -> None:
        """End the division that is open, if there is one."""
        if self._is_open:
            self.stream.write(b"</div>\n")
        self._is_open = False

    def add_block(self, sentences: Sequence[Sentence], block: Block | None = None) -> list[str]:
        """Add a block of segments, one whose nature is known or not; return the segments' ids."""
        ids = [segment_id(self._lang, self.segments + n + 1) for n in range(len(sentences))]
        self.segments += len(ids)
        self._blocks += 1
        content = "".join(map(self._segment, sentences, ids))
        # An ab, unlike a head or an item, may stand anywhere in a division.
        name = "p" if block and block.kind == "paragraph" else "ab"
        kind = block.kind if block and name == "ab" else None
        line = tag(
            name,
            content,
            xml_id=f"{self._lang}.b{self._division}.{self._blocks}",
            n=tidy(block.id) if block else None,
            type=kind,
        )
        self.stream.write(f"{line}\n".encode())
        return ids

    def _segment(self, sentence: Sentence, name: str) -> str:
        places = sentence.places if sentence.has_files else ()
        files = (f"#{file_id(self._lang, self._file_number(place.path))}" for place in places)
        line = tag(
            "s",
            escaped(sentence.text),
            xml_id=name,
            xml_lang=sentence.lang if sentence.lang != self._lang else None,
            n=" ".join(map(written_place, sentence.places)) or None,
            source=" ".join(files) or None,
        )
        return f" {line}" if sentence.apart else line

    def _file_number(self, path: str) -> int:
        return self.files.setdefault(path, len(self.files) + 1)
