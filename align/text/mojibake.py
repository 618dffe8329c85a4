"""Mojibake: text decoded with the wrong encoding, found by decoding it once more.

Each wrong way leaves runs that no language writes; a run is reported when its bytes, read the
right way, are writing again.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Garbled", "garbled"]

_Table = dict[str, int]  # a character as it was decoded -> the byte it was

# Bytes of UTF-8 read with one of these; of the others, only what Arabic letters, the accented
# letters of Western languages and curly quotation marks begin with.
_WESTERN = ("latin-1", "windows-1252")
_OTHERS = ("windows-1256", "cp437", "cp850", "mac-roman")
_LEADS = {2: range(0xC2, 0xE0), 3: range(0xE0, 0xF0), 4: range(0xF0, 0xF5)}
_FOLLOWERS = range(0x80, 0xC0)
_ARABIC_LEADS = range(0xD8, 0xDC)
_ACCENT_LEADS = range(0xC3, 0xC4)
_QUOTE_LEADS = (range(0xE2, 0xE3), range(0x80, 0x81))
_BETWEEN = r"[\x20-\x40]*"  # spaces, digits and marks survive any encoding
_FEWEST_ARABIC = 2  # letters in a row: one alone may be a letter and a comma

# Bytes of an Arabic encoding read as a Western one: words of nothing but accented letters.
_ARABIC = ("windows-1256", "iso-8859-6")
_ACCENT = r"[\xc1-\xd6\xd8-\xf6\xf8-\xff]"
_NO_LETTER = r"[A-Za-z\u0100-\u024f]"
_ACCENTED_RUN = re.compile(
    rf"(?<!{_NO_LETTER}){_ACCENT}{{2,}}+(?:[\x20-\x40\xa1\xac\xba\xbf]+{_ACCENT}++)*(?!{_NO_LETTER})"
)
_LONG_WORD = re.compile(f"{_ACCENT}{{4}}")  # no Western language has so many in a row
_ARABIC_WRITING = re.compile("[\u0600-\u06ff\\s!-@]+")
_ARTICLE = re.compile(r"\bال")

# Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, signs, Chinese and Japanese, pictures.
_WRITING = re.compile(
    "[\x20-\x7e\xa0-\u017f\u0384-\u03ce\u0401-\u045c\u05d0-\u05ea\u060c-\u06d5\u1e00-\u1eff"
    "\u200b-\u203a\u20ac\u2122\u2190-\u27bf\u3000-\u9fff\ufb50-\ufdff\ufe0f\ufe70-\ufeff"
    "\U0001f000-\U0001faff]+"
)


class Garbled(NamedTuple):
    """The span of text decoded wrongly, and what it should read."""

    start: int
    end: int
    meant: str


def garbled(text: str) -> Garbled | None:
    """Return the longest run of mojibake in ``text``, None if there is none.

    >>> garbled("the cafÃ©")
    Garbled(start=7, end=9, meant='é')
    >>> found = garbled("ÇáÓáÇã")
    >>> found and found.meant
    'السلام'
    """
    if text.isascii():
        return None
    runs = [*_as_utf8(text), *_as_arabic(text)]
    return max(runs, key=lambda run: run.end - run.start, default=None)


def _as_utf8(text: str) -> Iterator[Garbled]:
    """Yield the runs that are UTF-8 decoded as something else."""
    if not _any_pair().search(text):
        return
    for pattern, table in _patterns():
        for match in pattern.finditer(text):
            if meant := _reread(match.group(), table):
                yield Garbled(*match.span(), meant)


def _reread(run: str, table: _Table) -> str:
    """Return what a run reads as UTF-8, empty if that is no writing."""
    meant = bytes(table.get(char, ord(char)) for char in run).decode("utf-8", "replace")
    if not _WRITING.fullmatch(meant):
        return ""
    again = garbled(meant)  # it may have happened twice
    return again.meant if again and again.end - again.start == len(meant) else meant


def _as_arabic(text: str) -> Iterator[Garbled]:
    """Yield the runs of accented letters that are Arabic letters of another encoding."""
    if not _LONG_WORD.search(text):
        return
    for match in _ACCENTED_RUN.finditer(text):
        if not _LONG_WORD.search(match.group()):
            continue
        data = match.group().encode("latin-1")
        readings = [data.decode(encoding, "ignore") for encoding in _ARABIC]
        meant = max(readings, key=lambda reading: len(_ARTICLE.findall(reading)))
        if _ARABIC_WRITING.fullmatch(meant):
            yield Garbled(*match.span(), meant)


@cache
def _any_pair() -> re.Pattern[str]:
    """Return what all of `_patterns` begin with, which few texts have, in any of the encodings."""
    tables = list(map(_table, (*_WESTERN, *_OTHERS)))
    leads = range(_LEADS[2].start, _LEADS[4].stop)
    return re.compile("".join(_set_of_all(tables, wanted) for wanted in (leads, _FOLLOWERS)))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Table], ...]:
    """Return, by wrong encoding, what UTF-8 looks like in it and the bytes of its characters."""
    western = {char: byte for encoding in _WESTERN for char, byte in _table(encoding).items()}
    others = [_table(encoding) for encoding in _OTHERS]
    return (
        (re.compile(_any_utf8(western)), western),
        *((re.compile(_usual_utf8(table)), table) for table in others),
    )


def _table(encoding: str) -> _Table:
    high = bytes(range(0x80, 0x100))
    chars = (bytes([byte]).decode(encoding, "ignore") for byte in high)
    return {char: byte for char, byte in zip(chars, high, strict=True) if char}


def _any_utf8(table: _Table) -> str:
    follower = _set(table, _FOLLOWERS)
    one = "|".join(
        f"{_set(table, leads)}{follower}{{{size - 1}}}" for size, leads in _LEADS.items()
    )
    return f"(?:{one})(?:{_BETWEEN}(?:{one}))*"


def _usual_utf8(table: _Table) -> str:
    follower = _set(table, _FOLLOWERS)
    arabic = f"{_set(table, _ARABIC_LEADS)}{follower}"
    accent = f"(?<=[A-Za-z]){_set(table, _ACCENT_LEADS)}{follower}"
    quote = "".join(_set(table, leads) for leads in _QUOTE_LEADS) + follower
    letters = f"(?:{arabic}){{{_FEWEST_ARABIC},}}(?:{_BETWEEN}(?:{arabic}))*"
    return f"{letters}|{accent}|{quote}"


def _set(table: _Table, wanted: range) -> str:
    return _set_of_all([table], wanted)


def _set_of_all(tables: Sequence[_Table], wanted: range) -> str:
    chars = (char for table in tables for char, byte in table.items() if byte in wanted)
    return f"[{re.escape(''.join(dict.fromkeys(chars)))}]"
