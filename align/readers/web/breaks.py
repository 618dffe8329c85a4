"""White space and line breaks of a page as they are shown: the paragraphs of a run of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["collapsed", "paragraphs"]

_SPACE = re.compile("[ \t\n\r\f]+")
_SPACES = re.compile(" {2,}")
_AT_BREAK = re.compile(" *\n *")
_PARAGRAPH = re.compile("[ \t\u00a0]*\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")


def collapsed(text: str) -> str:
    """Return a text whose runs of white space are one space, as HTML shows them."""
    return _SPACE.sub(" ", text)


def paragraphs(text: str, *, verbatim: bool = False) -> Iterator[str]:
    r"""Yield the paragraphs between two or more line breaks; a single one stays inside.

    >>> list(paragraphs("one \n two\n \nthree"))
    ['one\ntwo', 'three']
    """
    for part in _PARAGRAPH.split(text):
        shown = part if verbatim else _AT_BREAK.sub("\n", _SPACES.sub(" ", part))
        if shown.strip():
            yield shown.strip()
