"""What is wrong with the languages of a unit: their codes, their number, which is the source."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from align.config import LANG
from align.exchange.checking.hits import Hit
from align.exchange.checking.texts import Pair
from align.text.codes import LONG, family

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.exchange.checking.entries import Entry, Said

__all__ = ["Languages", "is_code", "region"]

# BCP 47 has the shortest code stand for a language; these are met in its place.
ALL = "*all*"
KNOWN = 256  # codes; a memory has few


@lru_cache(KNOWN)
def region(code: str) -> str:
    """Return the region in a code, or nothing.

    >>> region("ar-Arab-SA"), region("ar")
    ('SA', '')
    """
    parts = code.replace("_", "-").split("-")[1:]
    return next((part.upper() for part in parts if len(part) == len("SA") or part.isdigit()), "")


class Languages:
    """Finds the two texts of units, and what is wrong with their languages.

    ``used`` are the codes to give the languages when the file is repaired: the first of each that
    is one and has a region, else the first that is one. ``found`` are the codes as they stand.
    """

    def __init__(self, langs: tuple[str, str], wanted: Mapping[str, str]) -> None:
        """Take the languages; ``wanted`` are codes that must be theirs."""
        self._langs = (family(langs[0]), family(langs[1]))
        self._wanted = {family(lang): code for lang, code in wanted.items()}
        self.source = self._langs[0]
        self.used: dict[str, str] = dict(self._wanted)
        self.found: dict[str, str] = {}
        self._header = self.source

    @property
    def target(self) -> str:
        """The language that is not the source."""
        return self._langs[1] if self.source == self._langs[0] else self._langs[0]

    def begin(self, srclang: str) -> None:
        """Take the source language of the header."""
        if srclang and srclang != ALL:
            self._header = family(srclang)
        if self._header in self._langs:
            self.source = self._header

    def pair(self, entry: Entry) -> Pair | None:
        """Return the two texts wanted of a unit, the source first; None if one is not there."""
        texts: dict[str, Said] = {}
        for said in entry.texts:
            language = family(said.code)
            if language in self._langs and language not in texts:
                texts[language] = said
                self._learn(language, said.code)
        if len(texts) < len(self._langs):
            return None
        source, target = self.source, self.target
        if entry.srclang and family(entry.srclang) == target:
            source, target = target, source
        return Pair(texts[source], texts[target])

    def hits(self, entry: Entry) -> Iterator[Hit]:
        """Yield what is wrong with the languages of a unit."""
        codes = [said.code for said in entry.texts]
        families = list(map(family, codes))
        yield from self._codes(entry)
        missing = [lang for lang in self._langs if lang not in families]
        if missing:
            yield Hit("missing-language", f"no text in {' and '.join(missing)}: {_told(codes)}")
            return  # the unit is no pair, so that nothing else about its sides matters
        others = [code for code in codes if code and family(code) not in self._langs]
        if others:
            yield Hit("more-languages", f"also texts in {_told(others)}")
        if len(set(families)) < len(families):
            yield Hit("same-language", f"several texts in one language: {_told(codes)}")
        yield from self._direction(entry, families)

    def _codes(self, entry: Entry) -> Iterator[Hit]:
        unnamed = [said for said in entry.texts if said.old or not said.code]
        if unnamed:
            told = "the attribute lang only" if unnamed[0].old else "no language code"
            yield Hit("no-code", f"a text with {told}: xml:lang is needed")
        codes = [said.code for said in entry.texts if family(said.code) in self._langs]
        for code in codes:
            if not is_code(code):
                meant = "-".join(filter(None, (family(code), region(code))))
                yield Hit("code", f"{code!r} is no language code; {meant} is meant")
        bare = [code for code in codes if is_code(code) and not region(code)]
        if bare:
            yield Hit("locale", f"no region in {_told(bare)}")
        others = [code for code in codes if is_code(code) and self._differs(code)]
        if others:
            usual = _told([self.used[family(code)] for code in others])
            yield Hit("region", f"{_told(others)} where other units have {usual}")

    def _differs(self, code: str) -> bool:
        return bool(region(code)) and self.used[family(code)].lower() != code.lower()

    def _direction(self, entry: Entry, families: list[str]) -> Iterator[Hit]:
        srclang = entry.srclang if entry.srclang not in {"", ALL} else self._header
        if family(srclang) not in families:
            yield Hit("srclang", f"its source language, {srclang!r}, is none of {_told(families)}")
        elif family(srclang) != self.source:
            yield Hit("srclang", f"its source language is {srclang!r}, not {self.source!r}")

    def _learn(self, language: str, code: str) -> None:
        if language not in self.found:
            self.found[language] = code
        known = self.used.get(language, "")
        if is_code(code) and (not known or (region(code) and not region(known))):
            self.used[language] = code


@lru_cache(KNOWN)
def is_code(code: str) -> bool:
    """Say whether a code is one of BCP 47 that tools take: language, script, region."""
    return LANG.fullmatch(code) is not None and code.partition("-")[0].lower() not in LONG


def _told(codes: list[str]) -> str:
    return ", ".join(code or "(none)" for code in codes) or "none at all"
