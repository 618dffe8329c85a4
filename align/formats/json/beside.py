"""Finds the file of the same texts in the other language: ``en.json`` beside ``ar.json``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from align.errors import ReadError
from align.text.codes import family

if TYPE_CHECKING:
    from pathlib import Path

    from align.formats.json.keys import Langs

__all__ = ["Twin", "twin_of"]


class Twin(NamedTuple):
    """A file named like another but for the language, and the codes in both their names."""

    path: Path
    own: str
    other: str


def twin_of(path: Path, wanted: Langs) -> Twin | None:
    """Return the file in the same folder that holds the other language, None if there is none.

    A link is never followed. Raises `ReadError` for a folder that cannot be listed.
    """
    pattern = _pattern(wanted)
    own = pattern.fullmatch(path.name)
    if own is None:
        return None
    try:
        files = [item for item in path.parent.iterdir() if item.is_file() and not item.is_symlink()]
    except OSError as error:
        fact = f"its folder cannot be listed ({error.strerror or error})"
        raise ReadError(str(path), fact) from error
    for item in sorted(files):
        other = pattern.fullmatch(item.name)
        if other is not None and item.name != path.name and _are_twins(own, other, wanted):
            return Twin(item, _code(own), _code(other))
    return None


def _pattern(wanted: Langs) -> re.Pattern[str]:
    langs = "|".join(re.escape(family(lang)) for lang in wanted)
    return re.compile(
        rf"(?P<stem>(?:.*[._-])?)(?P<lang>(?:{langs})(?:[_-][a-z]{{2}})?)\.json(?:\.gz|\.zip)?",
        re.IGNORECASE,
    )


def _are_twins(own: re.Match[str], other: re.Match[str], wanted: Langs) -> bool:
    langs = sorted((family(own["lang"]), family(other["lang"])))
    return own["stem"] == other["stem"] and langs == sorted(map(family, wanted))


def _code(name: re.Match[str]) -> str:
    return name["lang"].replace("_", "-")
