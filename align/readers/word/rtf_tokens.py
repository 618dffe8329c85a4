"""The tokens of an RTF: braces, control words with their number, bytes of text.

See Microsoft, Rich Text Format Specification 1.9.1. A file is ASCII but for sloppy programs, so
one character stands for one byte here; what text the bytes mean depends on the font.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(
    r"(?P<brace>[{}])"
    r"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?\x20?"
    r"|(?P<hex>(?:\\'[0-9A-Fa-f]{2})+)"
    r"|\\(?P<symbol>[^A-Za-z])"
    r"|(?P<text>[^{}\\\r\n\0]+)",
    re.DOTALL,
)
BINARY = "bin"  # a word after which so many bytes are no text

Kind = Literal["brace", "word", "symbol", "bytes"]


class Token(NamedTuple):
    """A brace, a word (``par``), a symbol (``~``) or bytes; ``number`` follows a word."""

    kind: Kind
    text: str
    number: int | None = None


def tokens(text: str) -> Iterator[Token]:
    r"""Yield the tokens of an RTF, whose bytes were decoded one by one.

    >>> [token.text for token in tokens(r"{\b1 x\'41}")]
    ['{', 'b', 'x', 'A', '}']
    """
    place = 0
    while match := _TOKEN.search(text, place):
        place = match.end()
        token = _token(match)
        if token.kind == "word" and token.text == BINARY:
            place += max(0, token.number or 0)
        else:
            yield token


def _token(match: re.Match[str]) -> Token:
    found = match.lastgroup
    if found == "brace":
        return Token("brace", match["brace"])
    if found == "text":
        return Token("bytes", match["text"])
    if found == "hex":
        return Token("bytes", bytes.fromhex(match["hex"].replace("\\'", "")).decode("latin-1"))
    if found == "symbol":
        return Token("symbol", match["symbol"])
    return Token("word", match["word"], int(match["number"]) if match["number"] else None)
