"""The header of a PO file: its encoding, its languages, and which form of a plural is for one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from gettext import c2py
from typing import TYPE_CHECKING

from align.errors import UsageError
from align.formats.foreign.encodings import codec_of
from align.text.codes import are_one_pair, family

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.foreign.po_entries import Entry

    Langs = tuple[str, str]

__all__ = ["Header", "encoding_of"]

USED = {"language", "x-source-language", "content-type", "plural-forms"}
FORMAL = {"mime-version", "content-transfer-encoding"}  # the same in every file
_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=([\w.:-]+)', re.MULTILINE | re.IGNORECASE)
TEMPLATE = b"CHARSET"  # stands where nobody has said it yet
_PLURAL = re.compile(r"\bplural\s*=\s*([^;]+)")


def encoding_of(head: bytes, path: Path) -> str:
    """Return the codec for what the first bytes name, UTF-8 if they name none.

    Raises `EncodingError` for a name that is not known.
    """
    match = _CHARSET.search(head)
    if match is None or match[1] == TEMPLATE:
        return "utf-8-sig"
    return codec_of(match[1].decode(), path)


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a header by their names in small letters; without any there is no header."""

    fields: dict[str, str]

    @classmethod
    def of(cls, first: Entry) -> Header:
        """Return the header that the first entry of a file is, or an empty one."""
        if first.wrong or first.text("msgid") or first.text("msgctxt"):
            return cls({})
        lines = (line.partition(":") for line in first.text("msgstr").split("\n"))
        return cls({name.strip().lower(): value.strip() for name, colon, value in lines if colon})

    @property
    def unused(self) -> int:
        """The number of fields that say something and of which nothing is made."""
        return sum(bool(value) for name, value in self.fields.items() if name not in USED | FORMAL)

    @property
    def singular(self) -> str:
        """The keyword of the form that is for one thing.

        >>> Header({"plural-forms": "nplurals=3; plural=n==0 ? 0 : n==1 ? 1 : 2;"}).singular
        'msgstr[1]'
        """
        match = _PLURAL.search(self.fields.get("plural-forms", ""))
        try:
            form = c2py(match[1])(1) if match else 0
        except (ValueError, ArithmeticError, RecursionError):
            form = 0  # as in English and most others
        return f"msgstr[{form}]"

    def langs(self, path: Path, wanted: Langs) -> Langs | None:
        """Return the languages of source and target, None if nothing says the latter.

        Raises `UsageError` when they are not the two that are wanted.
        """
        target = _code(self.fields.get("language", "")) or next(_named(path, wanted), "")
        if not target:
            return None
        others = [lang for lang in wanted if family(lang) != family(target)]
        source = _code(self.fields.get("x-source-language", "")) or others[0]
        if are_one_pair((source, target), wanted):
            return source, target
        fact = f"is a translation into {target!r}, not between {wanted[0]} and {wanted[1]}"
        raise UsageError(str(path), fact, f"choose its languages with --langs {source},{target}")


def _named(path: Path, wanted: Langs) -> Iterator[str]:
    """Yield the wanted languages in the name, ``shop.ar.po`` or ``ar_EG/LC_MESSAGES/shop.po``."""
    parts = [*reversed(re.split(r"[.\s-]", path.name)), *reversed(path.parts[-3:-1])]
    for part in map(_code, parts):
        if family(part) in map(family, wanted):
            yield part


def _code(locale: str) -> str:
    """Return the language code of a locale such as ``ar_EG.UTF-8`` or ``sr@latin``."""
    return re.split(r"[.@]", locale.strip())[0].replace("_", "-")
