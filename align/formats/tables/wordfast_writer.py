"""Wordfast TXT, the memory of Wordfast Classic: UTF-16, a line a unit; source and target alone.

See `align.formats.tables.wordfast` for the fields. Languages have a region, as Wordfast wants it.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, ClassVar

from align.errors import OutputError
from align.formats.tables.wordfast import LONGEST_LANG, NO_DATE, USER, escaped
from align.formats.writing import FileWriter
from align.presets import REGIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.model import TranslationUnit

__all__ = ["WordfastWriter"]


class WordfastWriter(FileWriter):
    """Writes one unit a line; beads with an empty side are left out."""

    holds_empty: ClassVar[bool] = False

    def _begin(self) -> None:
        date = self._settings.date
        self._date = f"{date[:8]}~{date[9:15]}" if date else NO_DATE
        self._codes = REGIONS | dict(self._settings.tmx_lang)
        source_lang, target_lang = map(self._code, self._settings.langs)
        # Wordfast counts the units, and gives the memory a number, when it first opens it.
        heading = (
            *(self._date, f"User ID,{USER},{USER}", "TU=00000000"),
            *(source_lang, "Wordfast TM v.5.0/00", target_lang, "---00000000"),
        )
        self._file.write(codecs.BOM_UTF16_LE)
        self._write_line(f"%{field}" for field in heading)

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        first = (self._code(unit.source_lang), escaped(source))
        second = (self._code(unit.target_lang), escaped(target))
        self._write_line((self._date, USER, "0", *first, *second))

    def _write_line(self, fields: Iterable[str]) -> None:
        self._file.write("\t".join((*fields, "\r\n")).encode("utf-16-le"))

    def _code(self, lang: str) -> str:
        code = self._codes.get(lang, lang).upper()
        if len(code) <= LONGEST_LANG:
            return code
        fact = f"Wordfast has no room for the language code {code!r}"
        raise OutputError(str(self._path), fact, f"write --tmx-lang {lang}={code[:2].lower()}")
