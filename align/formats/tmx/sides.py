"""The two texts of a unit of a TMX file, which may hold texts in any number of languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from align.formats.fields import texts_of
from align.formats.markup import XML_LANG
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.formats.props import Side

__all__ = ["Wanted", "both_sides"]

PAIR = 2
SAME_FAMILY = 1
MOST_LANGUAGES = 100  # that a message lists


def both_sides(unit: etree._Element, srclang: str) -> tuple[Side, Side]:
    """Return the texts of a unit in two languages, the source first.

    Raises `ValueError` for a unit that has not exactly two, or an empty one.
    """
    sides = [(lang, tidy(text)) for lang, text in _texts(unit)]
    if len(sides) != PAIR or not all(lang and text for lang, text in sides):
        raise ValueError("a unit must have two languages, each with a text")
    source, target = sorted(sides, key=lambda side: _distance(side[0], srclang))
    return source, target


class Wanted:
    """The two languages wanted of every unit, and those that were found in its file."""

    def __init__(self, langs: tuple[str, str], *, exact: bool) -> None:
        """Take the languages, each standing for its regions too, and how texts are to be read."""
        self._langs = langs
        self._exact = exact
        self._found: dict[str, None] = {}  # a set that keeps its order

    def sides(self, unit: etree._Element, srclang: str) -> tuple[Side, Side]:
        """Return the wanted texts of a unit, the one in ``srclang`` first.

        When no text is in it, they stand in the order of the wanted languages. A text that is not
        there is empty if texts are to be exact; else raises `ValueError`.
        """
        texts = list(_texts(unit))
        if not all(lang for lang, _ in texts):
            raise ValueError("a text without xml:lang")
        self._remember(texts)
        pair = [_taken(texts, lang) for lang in self._langs]
        (first, source), (second, target) = sorted(
            pair, key=lambda side: _distance(side[0], srclang)
        )
        source, target = texts_of(source, target, exact=self._exact)
        return (first, source), (second, target)

    def missing(self) -> str:
        """Return what is wrong when the file has other languages instead, or nothing."""
        others = [lang for lang in self._found if not _is_among(lang, self._langs)]
        for lang in self._langs if others else ():
            if not _is_among(lang, self._found):
                return f"no unit has a text in {lang!r}; its languages are {', '.join(self._found)}"
        return ""

    def _remember(self, texts: list[Side]) -> None:
        if len(self._found) < MOST_LANGUAGES:
            self._found.update((lang, None) for lang, _ in texts)


def _texts(unit: etree._Element) -> Iterator[Side]:
    for tuv in unit.iterfind("{*}tuv"):
        seg = tuv.find("{*}seg")
        yield tuv.get(XML_LANG) or tuv.get("lang") or "", "" if seg is None else _text(seg)


def _text(seg: etree._Element) -> str:
    """Return the text without its inline codes: of the spaces around one, one is left."""
    text, tail = seg.text or "", ""
    for child in seg:
        tail = child.tail or ""
        if etree.QName(child).localname == "hi":
            text += _text(child)
        elif not text or text.endswith(" "):
            tail = tail.removeprefix(" ")
        text += tail
    ends_in_code = len(seg) and not tail and etree.QName(seg[-1]).localname != "hi"
    return text.removesuffix(" ") if ends_in_code else text


def _taken(texts: list[Side], lang: str) -> Side:
    """Take the text nearest to a language out of ``texts``; an empty one when there is none."""
    side = min(texts, key=lambda side: _distance(side[0], lang), default=("", ""))
    if _distance(side[0], lang) > SAME_FAMILY:
        return lang, ""
    texts.remove(side)
    return side


def _is_among(lang: str, langs: Iterable[str]) -> bool:
    return any(_distance(lang, other) <= SAME_FAMILY for other in langs)


def _distance(lang: str, wanted: str) -> int:
    """Return 0 for the wanted language, 1 for another region of it, 2 for another language."""
    lang, wanted = lang.lower().replace("_", "-"), wanted.lower().replace("_", "-")
    if lang == wanted:
        return 0
    return SAME_FAMILY if lang.partition("-")[0] == wanted.partition("-")[0] else 2
