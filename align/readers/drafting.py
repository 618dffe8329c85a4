"""A document in the making, for formats whose files are no plain text.

Its text is that of its blocks and of what was left out, in reading order, each on lines of its
own; so the place of a block is that in the text as ``align inspect`` shows it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from align.errors import EmptyError, LimitError, MalformedError
from align.model import Block, Document, Passage, Place, Source
from align.readers.documents import check_block
from align.readers.forms import count_forms, form_notes, repaired

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.config import ReadSettings
    from align.model import BlockKind, Reason

__all__ = ["Draft"]

TAB = "\t"
HONEST = 3  # characters of text that a byte of a packed file holds, at most
# Normalisation takes the square of their number; no script writes so many.
_MARKS_WITHOUT_END = regex.compile(r"\p{M}{1000}")
_NO_TEXT = regex.compile(r"[\0\p{Cs}]")  # NUL and lone surrogates, which broken files have
_LINE_END = regex.compile("\r\n?|[\v\f\x85\u2028\u2029]")


class Draft:
    """Gathers blocks and what is left out, in reading order, and makes the document of them."""

    def __init__(self, name: str, settings: ReadSettings, size: int = 0) -> None:
        """Begin a document that messages and records call ``name``.

        A file of ``size`` bytes may give `HONEST` characters for each, and any file
        ``read.max_whole``.
        """
        self.name = name
        self._most = max(settings.max_whole, HONEST * size)
        self._settings = settings
        self._pieces: list[str] = []
        self._length = 0
        self._line = 1
        self._blocks: list[Block] = []
        self._removed: list[Passage] = []
        self._notes: list[str] = []
        self._forms = 0

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        lang: str | None = None,
        time: tuple[float, float] | None = None,
    ) -> None:
        """Add a block; one without a letter or digit (a rule, a row of stars) is none.

        ``lang`` is the language the file says it is in, ``time`` when it is shown, in seconds.
        Raises `LimitError` if it is longer than the settings allow.
        """
        if any(map(str.isalnum, text)):
            text, place = self._append(text.replace(TAB, " ").strip())
            self._keep(
                Block(id=self._next_id(), kind=kind, text=text, place=place, lang=lang, time=time)
            )

    def row(self, cells: Iterable[str], table: int, *, lang: str | None = None) -> None:
        """Add a row of the table with this number, from 1, as one block of kind ``cell``."""
        text = TAB.join(cell.replace(TAB, " ").strip() for cell in cells)
        if any(map(str.isalnum, text)):
            text, place = self._append(text)
            self._keep(
                Block(
                    id=self._next_id(), kind="cell", text=text, place=place, lang=lang, table=table
                )
            )

    def leave_out(self, text: str, label: str, reason: Reason = "furniture") -> None:
        """List a text that is not writing of the document; ``label`` says what it is."""
        text = text.strip()
        if any(map(str.isalnum, text)):
            text, place = self._append(text)
            self._list(place.start, place.end, text, reason, label)

    def repair(self, before: str, instead: str, label: str) -> None:
        """List what was repaired in the block, row or passage added last: ``instead`` is in it."""
        last = self._pieces[-1] if self._pieces else ""
        start = self._length - len(last) - 1 + max(0, last.find(instead))
        self._list(start, start + len(instead), before, "repair", label, instead)

    def note(self, sentence: str) -> None:
        """Add a plain sentence to the report; one that is there already is not said again."""
        if sentence not in self._notes:
            self._notes.append(sentence)

    def document(self, form: str, sha256: str, encoding: str = "utf-8") -> Document:
        """Return the document, of the format ``form``; raises `EmptyError` if it has no text."""
        if not self._pieces:
            raise EmptyError(self.name, "holds no text")
        return Document(
            id=self.name,
            source=Source(path=self.name, format=form, encoding=encoding, sha256=sha256),
            text="\n".join(self._pieces),
            blocks=tuple(self._blocks),
            removed=tuple(self._removed),
            notes=(*self._notes, *form_notes(self._forms, self._settings)),
        )

    def _next_id(self) -> str:
        return f"b{len(self._blocks) + 1}"

    def _keep(self, block: Block) -> None:
        self._blocks.append(check_block(block, self.name, self._settings))

    def _list(  # noqa: PLR0913, PLR0917 - the fields of a passage
        self, start: int, end: int, text: str, reason: Reason, label: str, instead: str = ""
    ) -> None:
        self._removed.append(
            Passage(
                lang="und",
                block="",
                start=start,
                end=end,
                text=text,
                reason=reason,
                label=label,
                instead=instead,
            )
        )

    def _append(self, text: str) -> tuple[str, Place]:
        """Add a piece to the document's text; return it as it stands there, and where."""
        text = self._normal(text)
        self._forms += count_forms(text)
        if self._settings.repair:
            text, repairs = repaired(text, self._length)
            self._removed += repairs
        place = Place(line=self._line, start=self._length, length=len(text))
        self._pieces.append(text)
        self._length += len(text) + 1
        self._check_length()
        self._line += text.count("\n") + 1
        return text, place

    def _check_length(self) -> None:
        """Refuse more text than fits: a small file may show one text a million times."""
        if self._length > self._most:
            fact = f"gives more than {self._most:,} characters of text"
            raise LimitError(self.name, fact, "raise it with --set read.max_whole=N")

    def _normal(self, text: str) -> str:
        text = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub("\n", text))
        if _MARKS_WITHOUT_END.search(text):
            fact = "holds 1,000 combining marks in a row"
            raise MalformedError(self.name, fact, "no script writes so; remove them")
        return unicodedata.normalize("NFC", text)
