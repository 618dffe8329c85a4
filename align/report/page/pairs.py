"""The pairs to look at first, side by side, what is wrong marked in both and told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.page.markup import (
    Element,
    element,
    number,
    paths,
    plural,
    score,
    section,
    words,
)
from align.report.suspects import SURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.report.excerpts import Piece
    from align.report.summary import Summary
    from align.report.suspects import Reason, Suspect

__all__ = ["pairs"]

Letters = dict[int, str]  # of a reason, by its place in the list below the texts

AT_ONCE = 20  # pairs shown without asking for the rest


def pairs(summary: Summary) -> Element | None:
    """Return the pairs worth a look, or a word of relief; nothing without a unit."""
    if not summary.totals.counts.units:
        return None
    listed = [_pair(suspect, summary.settings.min_score) for suspect in summary.suspects]
    if not listed:
        return section("pairs", "Pairs to look at first", _relief(summary))
    return section(
        "pairs",
        "Pairs to look at first",
        element("p", _introduction(summary)),
        element("ol", *listed[:AT_ONCE], class_="pairs"),
        *_rest(listed[AT_ONCE:]),
    )


def _relief(summary: Summary) -> Element:
    sure = max(SURE, summary.settings.min_score)
    sentence = f"Nothing was found wrong: no error, no warning, and no score below {sure:g}."
    return element("p", sentence, class_="relief")


def _introduction(summary: Summary) -> str:
    sure = max(SURE, summary.settings.min_score)
    shown, total = len(summary.suspects), summary.suspects.total
    what = f"{plural(total, 'pair')} with an error, a warning or a score below {sure:g}"
    first = f"; here are the {number(shown)} to look at first" if shown < total else ""
    return f"{what}{first}. The lower the score, the likelier a mistake."


def _rest(listed: Sequence[Element]) -> list[Element]:
    if not listed:
        return []
    heading = element("summary", f"{plural(len(listed), 'more pair')}")
    start = str(AT_ONCE + 1)
    return [element("details", heading, element("ol", *listed, class_="pairs", start=start))]


def _pair(suspect: Suspect, min_score: float) -> Element:
    verdict = "score doubtful" if suspect.score < min_score else "score"
    where = element(
        "p",
        element("span", "score ", score(suspect.score), class_=verdict),
        element("span", suspect.kind, class_="kind"),
        paths(suspect.document),
        element("span", suspect.place, class_="place"),
        class_="where",
    )
    letters = _letters(suspect)
    sides = element(
        "div",
        _side(suspect.langs[0], suspect.source, letters),
        _side(suspect.langs[1], suspect.target, letters),
        class_="sides",
    )
    return element("li", where, sides, *_reasons(suspect, letters))


def _letters(suspect: Suspect) -> Letters:
    """Return a letter for each reason that is marked in the texts."""
    pieces = (*suspect.source, *suspect.target)
    marked = sorted({place for piece in pieces for place in piece.reasons})
    return {place: chr(ord("a") + number) for number, place in enumerate(marked)}


def _side(lang: str, pieces: Sequence[Piece], letters: Letters) -> Element:
    children: list[str | Element] = []
    for piece in pieces:
        children += [piece.text] if piece.severity is None else _marked(piece, letters)
    return words("p", lang, *children)


def _marked(piece: Piece, letters: Letters) -> list[Element]:
    """Return a marked piece, and after the end of each mark the letter of its reason."""
    mark = element("mark", _shown(piece.text), class_=piece.severity or "")
    return [mark, *(element("sup", letters[place], dir="ltr") for place in piece.reasons)]


def _shown(text: str) -> str:
    """Return a marked text so that it can be seen: what is invisible by its number.

    >>> _shown("\N{RIGHT-TO-LEFT OVERRIDE}"), _shown("12"), _shown("  ")
    ('U+202E', '12', '␣␣')
    """
    if text.isspace():
        return "\N{OPEN BOX}" * len(text)
    if text.isprintable() or any(character.isprintable() for character in text):
        return text
    return " ".join(f"U+{ord(character):04X}" for character in text)


def _reasons(suspect: Suspect, letters: Letters) -> list[Element]:
    if not suspect.reasons:
        return []
    listed = [
        _reason(letters.get(place, ""), reason) for place, reason in enumerate(suspect.reasons)
    ]
    if suspect.unsaid:
        listed.append(element("li", f"and {plural(suspect.unsaid, 'more finding')}"))
    return [element("ul", *listed, class_="reasons")]


def _reason(mark: str, reason: Reason) -> Element:
    return element(
        "li",
        *([element("span", mark, class_="letter")] if mark else []),
        element("span", reason.severity, class_=f"severity {reason.severity}"),
        element("span", element("bdi", reason.message, dir="ltr"), class_="message"),
        element("code", reason.id),
    )
