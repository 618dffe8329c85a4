"""The two languages wanted of a file, and those that are found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.markup import XML_LANG
from align.text.codes import are_one_pair, family

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from align.formats.xliff.stream import Found

__all__ = ["Wanted"]

LANG = XML_LANG.removeprefix("{")  # as the parser gives it
MOST = 100  # pairs of languages that are remembered
Langs = tuple[str, str]


class Wanted:
    """Tells which units are in the languages wanted, each standing for its regions too."""

    def __init__(self, langs: Langs) -> None:
        """Take the languages, the likelier source first."""
        self._langs = langs
        self._found: dict[Langs, bool] = {}  # whether they are the ones wanted

    def langs_of(self, found: Found) -> Langs:
        """Return the languages of a unit; those that nobody names are the ones wanted."""
        source, target = (
            _lang(found.element.find(side)) or scope
            for side, scope in zip(("source", "target"), found.scope[:2], strict=True)
        )
        default = self._langs
        if family(source or target) == family(default[1 if source else 0]):
            default = default[1], default[0]
        return source or default[0], target or default[1]

    def fit(self, langs: Langs) -> bool:
        """Say whether a unit is wanted, whichever way it was translated."""
        if langs in self._found:
            return self._found[langs]
        fits = are_one_pair(langs, self._langs)
        if fits or len(self._found) < MOST:
            self._found[langs] = fits
        return fits

    def missing(self) -> str:
        """Return what is wrong when all units are in other languages, or nothing."""
        if any(self._found.values()) or not self._found:
            return ""
        others = ", ".join(map("-".join, self._found))
        return f"no unit is in {' and '.join(self._langs)}, but in {others}"


def _lang(side: Element | None) -> str:
    return "" if side is None else side.get(LANG, "").replace("_", "-")
