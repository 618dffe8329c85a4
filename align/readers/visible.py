"""What a reader of the rendered page sees of a piece of Markdown, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.readers.lines import script_of_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

__all__ = ["Visible", "visible"]

NOWHERE = -1

# ](destination "title"), ][label] or ]: what follows the text of a link.
_LINK_TAIL = re.compile(
    r"\](?:\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)"
    r"|\[[^\]]*\])?"
)
# Tags inside a sentence; every other one begins or ends a paragraph.
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|r[bpt]|ruby|s|samp|small"
    r"|span|strike|strong|su[bp]|time|tt|u|var|wbr)\b|<!|<\?",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"</?br\b", re.IGNORECASE)
_SEPARATE_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True, slots=True)
class Visible:
    """Visible text; ``origins[i]`` is where in the file its i-th character stands, or `NOWHERE`."""

    text: str
    origins: Sequence[int]

    def cut(self, start: int, end: int) -> Visible:
        """Return ``[start, end)`` without its outer white space."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end -= len(part) - len(part.rstrip())
        return Visible(self.text[start:end], self.origins[start:end])

    def span(self) -> tuple[int, int]:
        """Return the span of the file from the first character that stands there to the last."""
        known = [origin for origin in self.origins if origin != NOWHERE]
        return min(known), max(known) + 1

    def paragraphs(self) -> Iterator[Visible]:
        """Yield the parts between blank lines, and between lines of different scripts."""
        start = 0
        for gap in _SEPARATE_LINES.finditer(self.text):
            yield from self.cut(start, gap.start())._by_script()
            start = gap.end()
        yield from self.cut(start, len(self.text))._by_script()

    def _by_script(self) -> Iterator[Visible]:
        start = place = 0
        script = None
        for line in self.text.split("\n"):
            own = script_of_line(line)
            if own and script and own != script:
                yield self.cut(start, place)
                start = place
            script = own or script
            place += len(line) + 1
        yield self.cut(start, len(self.text))


def visible(tokens: Sequence[Token], source: str, origins: Sequence[int]) -> Visible | None:
    """Return what ``tokens``, the inline parse of ``source``, show; None if that cannot be told.

    ``origins`` says where each character of ``source`` stands in the file.
    """
    walk = _Walk(source, origins)
    if not all(_STEPS.get(token.type, _markup)(walk, token) for token in tokens):
        return None
    return Visible("".join(walk.texts), walk.seen)


class _Walk:
    """A walk through the source, token by token, that collects what is seen."""

    def __init__(self, source: str, origins: Sequence[int]) -> None:
        self.source = source
        self.flat = source.replace("\n", " ")  # code spans show line breaks as spaces
        self.origins = origins
        self.position = 0
        self.floor = 0  # the end of what was kept last, before any guess at where a link ends
        self.texts: list[str] = []
        self.seen: list[int] = []

    def find(self, text: str, source: str) -> int:
        """Return where ``text`` stands next, -1 if nowhere, and move behind it."""
        place = source.find(text, self.position)
        if place < 0:
            place = source.find(text, self.floor)
        if place >= 0:
            self.position = place + len(text)
        return place

    def keep(self, text: str, source: str) -> bool:
        """Move behind ``text`` and keep it; return whether it was found."""
        place = self.find(text, source)
        if place < 0:
            return False
        self.floor = self.position
        self.show(text, self.origins[place : place + len(text)])
        return True

    def show(self, text: str, origins: Sequence[int]) -> None:
        """Add ``text`` to what is seen."""
        self.texts.append(text)
        self.seen += origins


def _text(walk: _Walk, token: Token) -> bool:
    return walk.keep(token.content, walk.source)


def _code(walk: _Walk, token: Token) -> bool:
    return walk.keep(token.content, walk.flat)


def _line_break(walk: _Walk, _: Token) -> bool:
    return walk.keep("\n", walk.source)


def _special(walk: _Walk, token: Token) -> bool:
    """Keep an escaped character or an entity.

    An entity for a letter is kept as it is written: text out is text in.
    """
    if any(map(str.isalpha, token.content)):
        return walk.keep(token.markup, walk.source)
    walk.find(token.markup, walk.source)
    walk.show(token.content, [NOWHERE] * len(token.content))
    return True


def _tag(walk: _Walk, token: Token) -> bool:
    """Pass an HTML tag; where it ends a line or a paragraph, so does the text."""
    if not _INLINE_TAG.match(token.content):
        breaks = "\n" if _BREAK_TAG.match(token.content) else "\n\n"
        walk.show(breaks, [NOWHERE] * len(breaks))
    return walk.find(token.content, walk.source) >= 0


def _image(walk: _Walk, token: Token) -> bool:
    found = walk.find("![", walk.source) >= 0 and walk.find(token.content, walk.source) >= 0
    return found and _link_close(walk, token)


def _link_close(walk: _Walk, token: Token) -> bool:
    if token.markup == "autolink":
        return True
    tail = _LINK_TAIL.search(walk.source, walk.position)
    if tail:
        walk.position = tail.end()
    return True


def _markup(walk: _Walk, token: Token) -> bool:
    """Pass what shows nothing itself, such as the stars of emphasis."""
    return (
        not token.markup or token.markup == "autolink" or walk.find(token.markup, walk.source) >= 0
    )


_STEPS: dict[str, Callable[[_Walk, Token], bool]] = {
    "text": _text,
    "code_inline": _code,
    "softbreak": _line_break,
    "hardbreak": _line_break,
    "text_special": _special,
    "html_inline": _tag,
    "image": _image,
    "link_close": _link_close,
}
