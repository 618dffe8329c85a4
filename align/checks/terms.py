"""Addresses, placeholders, tags and terms that stand alike on both sides of a good pair."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from align.checks.catalogue import flag
from align.checks.wording import SIDES, other, quoted
from align.evidence.latin import latin_keys
from align.text.numerals.implied import implied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.evidence.latin import LatinTerm
    from align.evidence.pair import Pair, Text
    from align.model import Flag, SideName

__all__ = ["terms"]

# The language of a page, which a translator rightly changes: en.example.org/en/ to ar.…/ar/.
_PAGE_LANGUAGE = re.compile(r"(?:(?<=[/.=])|^)(?:ar|en)(?:[-_][a-z]{2})?(?=[/.&]|$)")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)")
# Entities that only write a character that may as well stand there by itself.
_ESCAPE = re.compile(
    "&(?:amp|lt|gt|quot|apos|[lr][sd]quo|[lr]aquo|[nm]dash|hellip|deg|copy|reg|#[0-9]+);"
)
_CONVERSION = re.compile(r"%(?:\d\$)?[-+0#\d.l]*([a-z@])")
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_CODE = re.compile(rf"(?=[^0-9]*[0-9])(?=[^{_LETTER}]*[{_LETTER}]).+")
_COUNTED = re.compile(rf"[0-9]+[{_LETTER}]{{1,4}}|.*[0-9](?:st|nd|rd|th|s)\b.*")  # 5kg, 3D, 1960s
_DIGITS = re.compile("[0-9]{1,24}")
_FIGURES = re.compile(r"\d{1,24}")  # of any script
_STEM, _ENDING = 4, 3  # letters by which a word is known, and those that may change behind them
_MOST = 100  # terms that are looked for; a side that lacks more is no translation
_MOSTLY = 4  # Latin letters for each Arabic one
_WORDS = frozenset({"word", "file", "code"})
_JOINTS = re.compile(r"[\W_]")
_LATIN = re.compile(rf"[{_LETTER}]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")


def terms(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each term of one side that should stand on the other and does not."""
    for name in SIDES:
        if pair.side(name).terms:
            yield from _missing(pair, name)


def _missing(pair: Pair, name: SideName) -> Iterator[Flag]:
    ours, theirs = pair.side(name), pair.side(other(name))
    for kind, find in _FINDERS.items():
        for term in find(ours, theirs):
            says = f"{quoted(ours.text[term.start : term.end])} is not in the {other(name)}"
            yield flag(kind, says, name, term.start, term.end)


def _addresses(ours: Text, theirs: Text) -> Iterator[LatinTerm]:
    wanted = [term for term in ours.terms if term.kind in {"address", "email"}]
    if not wanted:
        return
    known = {_page(term.key) for term in theirs.terms}
    yield from (term for term in wanted if _page(term.key) not in known)


def _page(address: str) -> str:
    return _PAGE_LANGUAGE.sub("_", address)


def _placeholders(ours: Text, theirs: Text) -> Iterator[LatinTerm]:
    wanted, known = (
        [term for term in side.terms if term.kind == "placeholder"] for side in (ours, theirs)
    )
    if wanted and _conversions(wanted) == _conversions(known) and _are_renumbered(wanted, known):
        return
    yield from _surplus(wanted, known, _key)


def _are_renumbered(wanted: list[LatinTerm], known: list[LatinTerm]) -> bool:
    """Tell whether one side gives its conversions numbers to change their order: %2$s for %s."""
    numbered = {any("$" in term.key for term in terms) for terms in (wanted, known)}
    return len(numbered) > 1


def _conversions(placeholders: list[LatinTerm]) -> list[str]:
    """Return what is converted, ``s`` of ``%1$s``; other placeholders by their names."""
    found = ((term.key, _CONVERSION.fullmatch(term.key)) for term in placeholders)
    return sorted(match[1] if match else key for key, match in found)


def _tags(ours: Text, theirs: Text) -> Iterator[LatinTerm]:
    wanted, known = ([term for term in side.terms if _is_tag(term)] for side in (ours, theirs))
    yield from _surplus(wanted, known, _tag_name)


def _is_tag(term: LatinTerm) -> bool:
    return term.kind == "tag" and _ESCAPE.fullmatch(term.key) is None


def _tag_name(term: LatinTerm) -> str:
    """Return a tag without attributes, which may be translated, and without the slash of <br/>."""
    match = _TAG.match(term.key)
    return f"<{match[1]}{match[2].lower()}>" if match else term.key


def _key(term: LatinTerm) -> str:
    return term.key


def _surplus(
    ours: list[LatinTerm], theirs: list[LatinTerm], key: Callable[[LatinTerm], str]
) -> Iterator[LatinTerm]:
    """Yield which of ours stand less often on the other side, the last of them."""
    left = Counter(map(key, theirs))
    for term in ours:
        left[key(term)] -= 1
        if left[key(term)] < 0:
            yield term


def _terms(ours: Text, theirs: Text) -> Iterator[LatinTerm]:
    if ours.family == "ar" and theirs.family != "ar":
        yield from _foreign_words(ours, theirs)
    elif theirs.family == "ar" and ours.family != "ar":
        yield from _codes(ours, theirs)


def _foreign_words(arabic: Text, english: Text) -> Iterator[LatinTerm]:
    """Yield the words in Latin letters of an Arabic text that the other has not."""
    wanted = [term for term in arabic.terms if term.kind in _WORDS and not _is_counted(term)]
    latin = len(_LATIN.findall(arabic.text))
    if not wanted or latin > _MOSTLY * len(_ARABIC.findall(arabic.text)):
        return  # a text that is not Arabic at all is another fault
    known = _Known(english)
    yield from (term for term in wanted[:_MOST] if not known.holds(term))


def _codes(english: Text, arabic: Text) -> Iterator[LatinTerm]:
    """Yield the codes, file names and code spans of an English text that the Arabic has not."""
    wanted = [term for term in english.terms if _is_code(term)]
    if not wanted:
        return
    known = _Known(arabic)
    for term in wanted[:_MOST]:
        if not (known.holds(term) or (term.kind == "word" and known.holds_digits(term))):
            yield term


def _is_code(term: LatinTerm) -> bool:
    if term.kind in {"file", "code"}:
        return True
    if term.kind != "word" or term.key.isalpha():
        return False
    return _CODE.fullmatch(term.key) is not None and not _is_counted(term)


def _is_counted(term: LatinTerm) -> bool:
    return term.kind == "word" and _COUNTED.fullmatch(term.key) is not None


class _Known:
    """What a text holds of terms, in whatever form."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._keys = latin_keys(text.text)
        self._folded = text.text.casefold()
        self._compact = _JOINTS.sub("", self._folded)

    def holds(self, term: LatinTerm) -> bool:
        """Tell whether a term is there, as a part of a word or in another of its forms."""
        key = term.key.strip("`").casefold()
        stem = key[: max(_STEM, len(key) - _ENDING)]
        if term.key in self._keys or key in self._folded:
            return True
        if key.isalpha():
            return stem in self._folded
        compact = _JOINTS.sub("", key)
        return len(compact) > 1 and compact in self._compact

    def holds_digits(self, term: LatinTerm) -> bool:
        """Tell whether the digits of a code are there, beside letters that stand for its own."""
        left = {str(int(run)) for run in _DIGITS.findall(term.key)} - self._numbers
        return not left or left <= self._implied

    @cached_property
    def _numbers(self) -> frozenset[str]:
        values = (value for quantity in self._text.quantities for value in quantity.values)
        written = (int(run) for run in _FIGURES.findall(self._text.text))
        return frozenset(map(str, (*values, *written)))

    @cached_property
    def _implied(self) -> frozenset[str]:
        return frozenset(map(str, implied(self._text.text).values))


_FINDERS: dict[
    Literal["address", "placeholder", "tag", "term"], Callable[[Text, Text], Iterator[LatinTerm]]
] = {"address": _addresses, "placeholder": _placeholders, "tag": _tags, "term": _terms}
