"""The tokens of a text, one a line: from them the text can be put together again as it was."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["GLUE", "text_of", "tokens_of"]

GLUE = "<g/>"  # between tokens without a space between them
_CACHED = 1 << 14  # words that are remembered
# Letters and digits with their marks and invisible controls; inside a word also apostrophes and
# hyphens, inside a number also separators. Everything else is a token by itself, an emoji whole.
_TOKEN = regex.compile(
    r"\p{Cf}*+[\p{L}\p{N}]"
    r"(?:[\p{L}\p{N}\p{M}\p{Cf}]|['’-](?=\p{L})|(?<=\p{N})[.,٫٬](?=\p{N}))*+"
    r"|\X"
)


def tokens_of(text: str) -> Iterator[str]:
    """Yield the tokens of a tidied text, and `GLUE` where none of its spaces stood.

    >>> list(tokens_of("نعم، 3.5!"))
    ['نعم', '<g/>', '،', '3.5', '<g/>', '!']
    """
    for word in text.split(" "):
        yield from _glued(word)


def text_of(tokens: Iterable[str]) -> str:
    """Return the text that tokens stand for.

    >>> text_of(["Yes", "<g/>", ",", "sir", "<g/>", "."])
    'Yes, sir.'
    """
    parts: list[str] = []
    glued = True
    for token in tokens:
        if token != GLUE:
            parts += [token] if glued else [" ", token]
        glued = token == GLUE
    return "".join(parts)


@lru_cache(_CACHED)
def _glued(word: str) -> tuple[str, ...]:
    tokens = _TOKEN.findall(word)
    return tuple(part for token in tokens for part in (GLUE, token))[1:]
