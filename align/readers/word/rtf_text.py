"""The text of an RTF, token by token, told to a `Flow`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.errors import LimitError
from align.readers.encodings import everyday_name
from align.readers.word.rtf_header import Fonts, StyleSheet
from align.readers.word.rtf_state import PROPERTIES, State
from align.readers.word.rtf_tables import end_cell, end_row, enter
from align.readers.word.rtf_words import CHARACTERS, DESTINATIONS, KEPT, SILENT, SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.model import BlockKind
    from align.readers.word.flow import Flow, Role
    from align.readers.word.rtf_state import Sink
    from align.readers.word.rtf_tokens import Token

__all__ = ["RtfText"]

HALVES = frozenset(map(chr, range(0xD800, 0xDC00)))  # the first of two for one character
SIGNED = 1 << 16  # what is added to the negative number of a character
LAST_CHARACTER = 0x10FFFF
NUMBERING = {"listtext", "pntext"}
SINKS: dict[str, Sink] = {"fonttbl": "fonts", "stylesheet": "styles"}


class _Group(NamedTuple):
    """A group that is open: the state around it, and what was open of the flow if it opened more.

    Tables go on from group to group, so most groups open nothing.
    """

    around: State
    depth: int | None = None


class RtfText:
    """Takes one token after the other."""

    def __init__(self, flow: Flow, name: str, max_nesting: int) -> None:
        """Tell ``flow`` what comes; ``name`` is what messages call the file."""
        self.changes = False  # whether somebody has changed the text and kept the old one
        self._flow = flow
        self._name, self._max_nesting = name, max_nesting
        self._fonts, self._styles = Fonts(), StyleSheet()
        self._state = State()
        self._groups: list[_Group] = []
        self._ignorable = False  # \* was read: a group that programs may not know
        self._bytes: list[str] = []  # one character for each
        self._surrogate = ""  # the first half of a character
        self._skip = 0  # characters that repeat the one before

    @property
    def is_whole(self) -> bool:
        """Whether all groups are closed."""
        return not self._groups

    @property
    def encoding(self) -> str:
        """The encoding of text in no font; other characters are told by number."""
        return everyday_name(self._fonts.codec(None))

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "bytes":
            self._take_bytes(token.text)
            return
        self._flush()
        if token.kind == "brace":
            self._open() if token.text == "{" else self._close()
        elif token.kind == "symbol":
            self._take_symbol(token.text)
        else:
            self._take_word(token.text, token.number)

    def finish(self) -> None:
        """End what is open still."""
        self._flush()
        self._flow.finish()

    def _take_bytes(self, text: str) -> None:
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        if self._state.sink != "nothing" and skipped < len(text):
            self._bytes.append(text[skipped:])

    def _flush(self) -> None:
        """Write the bytes read, which only together are characters in some encodings."""
        if self._bytes:
            data = "".join(self._bytes).encode("latin-1")
            self._bytes.clear()
            codec = self._fonts.codec(self._state.font)
            self._write(data.decode(codec, "replace"))

    def _open(self) -> None:
        if len(self._groups) >= self._max_nesting:
            fact = f"has more than {self._max_nesting} groups inside one another"
            raise LimitError(self._name, fact, "raise it with --set read.max_nesting=N")
        self._groups.append(_Group(self._state))
        self._state = self._state.inner()
        self._ignorable = False
        self._skip = 0

    def _close(self) -> None:
        self._skip = 0
        if not self._groups:
            return  # a brace too many
        self._state, depth = self._groups.pop()
        while depth is not None and self._flow.depth > depth:
            self._flow.close()

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._ignorable = True
        elif symbol in "\r\n":
            self._end_paragraph()
        elif symbol in SYMBOLS:
            self._write(SYMBOLS[symbol])

    def _take_word(self, word: str, number: int | None) -> None:
        ignorable, self._ignorable = self._ignorable, False
        if self._state.sink == "nothing":
            return
        value = 1 if number is None else number
        if word in SILENT or (ignorable and word not in KEPT):
            self._silence(word)
        elif word in SINKS:
            self._state.sink = SINKS[word]
        elif word == "u":
            self._take_character(value)
        elif word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif self._state.sink == "text":
            self._take_text_word(word, value)
        else:
            self._take_head_word(word, value)

    def _silence(self, word: str) -> None:
        """Take nothing of this group; the number of a list item makes the paragraph one."""
        self._state.sink = "nothing"
        if word in NUMBERING and self._groups:
            self._groups[-1].around.listed = True

    def _take_head_word(self, word: str, number: int) -> None:
        if self._state.sink == "fonts":
            self._fonts.word(word, number)
        elif word == "s":
            self._styles.begin(number)

    def _take_text_word(self, word: str, number: int) -> None:
        self.changes = self.changes or word in {"revised", "deleted"}
        if word in PROPERTIES:
            PROPERTIES[word](self._state, number)
        elif word in DESTINATIONS:
            self._open_destination(*DESTINATIONS[word])
        elif word in _ACTIONS:
            _ACTIONS[word](self)
        elif word == "ansicpg":
            self._fonts.use_page(number)
        elif word == "deff":
            self._fonts.default = number

    def _take_character(self, number: int) -> None:
        """Take a character by its number; those beyond the first 65,536 come in two halves."""
        code = number + SIGNED if number < 0 else number
        if 0 <= code <= LAST_CHARACTER:
            self._write(chr(code))
        self._skip = self._state.unicode_skip

    def _open_destination(self, role: Role, label: str) -> None:
        """Open what the group holds beside the text around it."""
        if role == "note":
            self._begin()
        if self._groups:
            self._groups[-1] = self._groups[-1]._replace(depth=self._flow.depth)
            self._state.new_paragraph()
            self._state.plain()
            self._flow.open(role, label)

    def _write(self, text: str) -> None:
        if self._state.sink == "styles":
            self._styles.text(text)
        if self._state.sink != "text":
            return
        text = self._whole(text)
        if not text:
            return
        self._begin()
        if self._state.deleted or self._state.hidden:
            self._flow.leave_out(text, "deleted text" if self._state.deleted else "hidden text")
        else:
            self._flow.write(text, self._state.langs.values())

    def _whole(self, text: str) -> str:
        """Return the text with the first half of a character, which came before, put to it."""
        if text in HALVES:
            text, self._surrogate = self._surrogate, text
        elif self._surrogate:
            text, self._surrogate = self._surrogate + text, ""
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text

    def _begin(self) -> None:
        """Begin the paragraph that the next text is in, unless it is begun."""
        if not self._flow.in_paragraph:
            enter(self._flow, self._state.tables)
            self._flow.begin(self._kind())

    def _kind(self) -> BlockKind:
        if self._state.heading:
            return "heading"
        kind = self._styles.kind(self._state.style)
        return "item" if self._state.listed and kind == "paragraph" else kind

    def _end_paragraph(self) -> None:
        if not self._flow.in_paragraph:
            enter(self._flow, self._state.tables)
        self._flow.end()

    def _end_cell(self) -> None:
        end_cell(self._flow, 1)

    def _end_row(self) -> None:
        end_row(self._flow, 1)

    def _end_inner_cell(self) -> None:
        end_cell(self._flow, max(2, self._state.tables))

    def _end_inner_row(self) -> None:
        end_row(self._flow, max(2, self._state.tables))


_ACTIONS: dict[str, Callable[[RtfText], None]] = {
    "par": RtfText._end_paragraph,
    "sect": RtfText._end_paragraph,
    "cell": RtfText._end_cell,
    "row": RtfText._end_row,
    "nestcell": RtfText._end_inner_cell,
    "nestrow": RtfText._end_inner_row,
}
