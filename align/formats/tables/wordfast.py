"""What a Wordfast memory is made of, after the wiki of its makers (wordfast.net/wiki) and Okapi.

A first line of fields that begin with ``%``, then a line a unit: date, user, how often it was used,
language and text of the source, language and text of the target, and up to four attributes. A text
may hold placeholders ``&tA;`` for tags, and in old files characters as ``&'93;``, their number in
the code page of Windows. Wordfast takes texts of up to 8,000 characters.
"""

from __future__ import annotations

import re

__all__ = ["FIELDS", "LONGEST_LANG", "NO_DATE", "TAGS", "USER", "escaped", "unescaped"]

FIELDS = 7  # without the attributes
LONGEST_LANG = 5  # characters of a language code, as in EN-US
USER = "ALIGN"
NO_DATE = "19700101~000000"
TAGS = re.compile(r"&t(?:=<[^<>]*>|[^;\s]);")
BREAKS = {"&t9;": "\t", "&t#;": "\n"}  # what Wordfast has instead of a tab and a line break
_NUMBERED = re.compile("&'([0-9A-F]{2});")
_AMBIGUOUS = re.compile(f"&(?={_NUMBERED.pattern[1:]}|{TAGS.pattern[1:]})")


def escaped(text: str) -> str:
    """Return a text as Wordfast has it: as it stands, but for what it would take for a code.

    >>> escaped("R&D, &tA;")
    "R&D, &'26;tA;"
    """
    return _AMBIGUOUS.sub("&'26;", text)


def unescaped(text: str) -> str:
    r"""Return a text of Wordfast without codes; those in `TAGS` are left out.

    >>> unescaped("&'93;R&D&'94;&t#; &tA;1&'26;tA;")
    '“R&D”\n 1&tA;'
    """
    for code, character in BREAKS.items():
        text = text.replace(code, character)
    return _NUMBERED.sub(_character, TAGS.sub("", text))


def _character(match: re.Match[str]) -> str:
    return bytes.fromhex(match[1]).decode("cp1252", "replace")
