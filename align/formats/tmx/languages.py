"""What languages are called in a TMX file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.markup import check_code
from align.text.codes import family

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.config import Settings
    from align.model import TranslationUnit
    from align.presets import Preset

__all__ = ["Codes"]


class Codes:
    """The codes a tool wants, those of the settings before all others.

    Where all units must have one source language, each side has one code: a text in another region
    of its language goes under that of the settings, or the tool would leave its unit out.
    """

    def __init__(self, settings: Settings, tool: Preset, name: str) -> None:
        """Take the codes for the languages of ``settings``; ``name`` is the file, for messages."""
        self._name = name
        self._codes = {**tool.codes(settings.langs), **dict(settings.tmx_lang)}
        self._families: Mapping[str, str] = {}
        source, target = map(self.of, settings.langs)
        if not tool.mixed_sources and family(source) != family(target):
            self._families = {family(source): source, family(target): target}
        self.source = source
        # Those that lack the region that the tool wants, and that nobody has named.
        bare = [code for code in (source, target) if tool.locales and "-" not in code]
        self.bare = tuple(dict.fromkeys(bare))

    def of(self, lang: str) -> str:
        """Return the code of a language; raises `OutputError` for what cannot be one."""
        code = self._codes.get(lang, lang)
        if self._families:
            code = self._families.get(family(code), code)
        check_code(code, self._name, "TMX")
        return code

    def is_renamed(self, unit: TranslationUnit) -> bool:
        """Say whether a text of a unit goes under another region of its language."""
        return bool(self._families) and any(
            self.of(lang) != self._codes.get(lang, lang)
            for lang in (unit.source_lang, unit.target_lang)
        )

    def is_turned(self, unit: TranslationUnit) -> bool:
        """Say whether a unit translates into the source language of the file."""
        source, target = self.of(unit.source_lang), self.of(unit.target_lang)
        return source != self.source == target
