"""The elements of an ODT, one after the other, told to a `Flow`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from align.readers.word.odt_styles import Look, Styles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from align.readers.word.flow import Flow, Role

__all__ = ["OdtText"]

URN = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    **{f"{URN}{name}:1.0": name for name in ("office", "style", "text", "table", "presentation")},
    f"{URN}drawing:1.0": "draw",
    f"{URN}svg-compatible:1.0": "svg",
    f"{URN}xsl-fo-compatible:1.0": "fo",
}
ROLES: dict[str, tuple[Role, str]] = {
    "text:note-body": ("note", ""),
    "table:table": ("table", ""),
    "table:table-row": ("row", ""),
    "office:annotation": ("aside", "comment"),
    "text:deletion": ("aside", "deleted text"),
    "text:table-of-content": ("aside", "table of contents"),
    "text:alphabetical-index": ("aside", "index"),
    "text:illustration-index": ("aside", "index"),
    "text:table-index": ("aside", "index"),
    "text:object-index": ("aside", "index"),
    "text:user-index": ("aside", "index"),
    **{
        f"style:{side}{which}": ("aside", f"page {side}")
        for side in ("header", "footer")
        for which in ("", "-left", "-first")
    },
}
CELLS = {"table:table-cell", "table:covered-table-cell"}
UNSAID = {"text:note-citation", "text:ruby-text", "office:binary-data"}
CHANGES = {"text:change", "text:change-start", "text:deletion", "text:insertion"}
# Spaces and empty cells are counted in the file, so that many of them are cheaply written.
LONGEST = 10  # digits of such a number
MOST_SPACES = 100  # in a row
MOST_PADDING = 100_000  # empty cells in a document
CACHED = 1 << 10  # names of elements and attributes that are remembered
_SPACES = re.compile(r"[ \t\r\n]+")

Attributes = dict[str, str]


class OdtText:
    """The `Handler` of the parts with text; the styles must come before what is written in them."""

    def __init__(self, flow: Flow) -> None:
        """Tell ``flow`` what comes."""
        self.changes = False  # whether somebody has changed the text and kept the old one
        self._flow = flow
        self._styles = Styles()
        self._looks = [Look()]
        self._lists = 0  # that are open
        self._unsaid = 0  # elements that are open and say nothing of the document
        self._hidden = False  # a field says so of the paragraph
        self._repeats: list[int] = []  # of the cells that are open
        self._padding = MOST_PADDING

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = _named(tag)
        self.changes = self.changes or name in CHANGES
        if self._unsaid or name in UNSAID:
            self._unsaid += 1
        elif name in ROLES:
            self._flow.open(*ROLES[name])
        elif name in _STARTS:
            _STARTS[name](self, {_named(key): value for key, value in attributes.items()})
        elif _is_frame(name):
            self._flow.open("box")

    def end(self, tag: str) -> None:
        """An element ends."""
        name = _named(tag)
        if self._unsaid:
            self._unsaid -= 1
        elif name in _ENDS:
            _ENDS[name](self)
        elif name in ROLES or _is_frame(name):
            self._flow.close()

    def data(self, text: str) -> None:
        """Some characters of an element."""
        if not self._unsaid and self._flow.in_paragraph:
            self._write(_SPACES.sub(" ", text))

    def _write(self, text: str) -> None:
        look = self._looks[-1]
        if look.hidden:
            self._flow.leave_out(text, "hidden text")
        else:
            self._flow.write(text, (look.western, look.complex))

    def _begin_paragraph(self, attributes: Attributes) -> None:
        name = attributes.get("text:style-name", "")
        kind = self._styles.kind(name)
        self._flow.begin("item" if self._lists and kind == "paragraph" else kind)
        self._looks.append(self._styles.look("paragraph", name))

    def _begin_heading(self, attributes: Attributes) -> None:
        self._flow.begin("heading")
        self._looks.append(self._styles.look("paragraph", attributes.get("text:style-name", "")))

    def _end_paragraph(self) -> None:
        self._flow.end("hidden text" if self._hidden else "")
        self._hidden = False
        self._looks.pop()

    def _begin_span(self, attributes: Attributes) -> None:
        look = self._styles.look("text", attributes.get("text:style-name", ""))
        self._looks.append(look.over(self._looks[-1]))

    def _end_span(self) -> None:
        self._looks.pop()

    def _begin_list(self, _: Attributes) -> None:
        self._lists += 1

    def _end_list(self) -> None:
        self._lists -= 1

    def _begin_section(self, attributes: Attributes) -> None:
        if attributes.get("text:display") == "none":
            self._flow.open("aside", "hidden text")
        else:
            self._flow.open("box")

    def _begin_cell(self, attributes: Attributes) -> None:
        self._repeats.append(_number(attributes.get("table:number-columns-repeated")))
        self._flow.open("cell")

    def _end_cell(self) -> None:
        """End a cell; of those that repeat it only the place is kept, for the others in the row."""
        self._flow.close()
        padding = min(self._repeats.pop() - 1, self._padding)
        self._padding -= padding
        for _ in range(padding):
            self._flow.open("cell")
            self._flow.close()

    def _begin_title(self, _: Attributes) -> None:
        self._flow.open("aside", "description of a picture")
        self._flow.begin()

    def _hide_paragraph(self, attributes: Attributes) -> None:
        self._hidden = attributes.get("text:is-hidden") == "true"

    def _spaces(self, attributes: Attributes) -> None:
        self._write(" " * min(_number(attributes.get("text:c")), MOST_SPACES))

    def _tab(self, _: Attributes) -> None:
        self._write("\t")

    def _line_break(self, _: Attributes) -> None:
        self._write("\n")

    def _begin_style(self, attributes: Attributes) -> None:
        self._styles.begin(attributes)

    def _style_properties(self, attributes: Attributes) -> None:
        self._styles.properties(attributes)

    def _end_style(self) -> None:
        self._styles.end()

    def _close(self) -> None:
        self._flow.close()


_STARTS: dict[str, Callable[[OdtText, Attributes], None]] = {
    "text:p": OdtText._begin_paragraph,
    "text:h": OdtText._begin_heading,
    "text:span": OdtText._begin_span,
    "text:list": OdtText._begin_list,
    "text:section": OdtText._begin_section,
    **dict.fromkeys(CELLS, OdtText._begin_cell),
    "svg:title": OdtText._begin_title,
    "svg:desc": OdtText._begin_title,
    "text:hidden-paragraph": OdtText._hide_paragraph,
    "text:s": OdtText._spaces,
    "text:tab": OdtText._tab,
    "text:line-break": OdtText._line_break,
    "style:style": OdtText._begin_style,
    "style:text-properties": OdtText._style_properties,
}
_ENDS: dict[str, Callable[[OdtText], None]] = {
    "text:p": OdtText._end_paragraph,
    "text:h": OdtText._end_paragraph,
    "text:span": OdtText._end_span,
    "text:list": OdtText._end_list,
    "text:section": OdtText._close,
    **dict.fromkeys(CELLS, OdtText._end_cell),
    "svg:title": OdtText._close,
    "svg:desc": OdtText._close,
    "style:style": OdtText._end_style,
}


def _is_frame(name: str) -> bool:
    """Say whether an element is a shape, which may hold text of its own; a link is none."""
    return name.startswith("draw:") and name != "draw:a"


@lru_cache(CACHED)
def _named(tag: str) -> str:
    """Return the name of an element or attribute as the standard writes it, with its prefix."""
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(namespace, '')}:{name}"


def _number(text: str | None) -> int:
    """Return how many times something is repeated, once if that is not told."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < LONGEST else 1
