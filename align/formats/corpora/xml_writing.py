"""What the XML formats of corpora share: texts of paragraphs and sentences, and links apart."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from align.formats.corpora.writing import Sentence, TextWriter
from align.formats.markup import DECLARATION

if TYPE_CHECKING:
    from contextlib import ExitStack

__all__ = ["XmlTextWriter", "start_tag"]


class XmlTextWriter(TextWriter):
    """Writes ``text``, ``p`` and ``s`` for each side, every tag on a line of its own."""

    def _open(self, stack: ExitStack) -> None:
        self._paragraphs = [0, 0]  # so many of each side
        self._sentences = [0, 0]  # of the paragraph
        self._open_paragraphs: list[str | None] = [None, None]
        super()._open(stack)

    def _begin(self) -> None:
        for file, lang in zip(self._files[1:], self._settings.langs, strict=True):
            file.write(DECLARATION + start_tag("text", {"xml:lang": lang}).encode() + b"\n")

    def _finish(self) -> None:
        for side, file in enumerate(self._files[1:]):
            file.write(b"</p>\n</text>\n" if self._paragraphs[side] else b"</text>\n")

    @abstractmethod
    def _name(self, side: int) -> str:
        """Return the id of the sentence that was counted last."""

    def _write_sentence(self, side: int, sentence: Sentence) -> str:
        known = self._open_paragraphs[side]
        if sentence.paragraph is None or sentence.paragraph != known:
            self._write_paragraph(side)
        self._open_paragraphs[side] = sentence.paragraph
        self._sentences[side] += 1
        name = self._name(side)
        line = f'<s id="{name}">{escape(sentence.text)}</s>\n'
        self._files[side + 1].write(line.encode())
        return name

    def _write_paragraph(self, side: int) -> None:
        end = "</p>\n" if self._paragraphs[side] else ""
        self._paragraphs[side] += 1
        self._start_paragraph(side)
        self._files[side + 1].write(f'{end}<p id="{self._paragraphs[side]}">\n'.encode())

    def _start_paragraph(self, side: int) -> None:
        """Count sentences from 1 again."""
        self._sentences[side] = 0


def start_tag(name: str, attributes: dict[str, str], end: str = "") -> str:
    """Return a start tag; with the end ``/`` that of an empty element.

    >>> start_tag("link", {"id": "a&b"}, "/")
    '<link id="a&amp;b"/>'
    """
    return f"<{name}{''.join(f' {k}={quoteattr(v)}' for k, v in attributes.items())}{end}>"
