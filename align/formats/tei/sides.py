"""The two sides of a link: the segments that it leads to, told apart by role or by language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.errors import UsageError
from align.text.codes import distance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from align.formats.tei.table import Segment

__all__ = ["Side", "Wanted", "by_language", "by_role"]

PAIR = 2
MOST_LANGUAGES = 100  # that a message lists


class Side(NamedTuple):
    """Segments in one language, which is empty where the file names none."""

    lang: str
    segments: Sequence[Segment]


def by_role(targets: Sequence[Sequence[Segment]], roles: Sequence[str]) -> list[Side]:
    """Return a side for each target of a link; its role stands in for a language not named."""
    return [
        Side(segments[0].lang or role, segments)
        for segments, role in zip(targets, roles, strict=True)
    ]


def by_language(targets: Sequence[Sequence[Segment]]) -> list[Side]:
    """Return a side for each language of the targets, in the order in which they come."""
    sides: dict[str, list[Segment]] = {}
    for segments in targets:
        for segment in segments:
            sides.setdefault(segment.lang, []).append(segment)
    if len(sides) < PAIR == len(targets):
        return by_role(targets, ["", ""])
    return [Side(lang, segments) for lang, segments in sides.items()]


class Wanted:
    """The two languages wanted, and those that were found instead."""

    def __init__(self, langs: tuple[str, str]) -> None:
        """Take the languages, each standing for its regions too."""
        self._langs = langs
        self._found: dict[str, None] = {}  # a set that keeps its order
        self._has_pair = False

    def pair(self, sides: Sequence[Side], *, ordered: bool) -> tuple[Side, Side] | None:
        """Return the sides in the wanted languages, None when one is not there.

        The source is the first of them in the file, or if that is not ``ordered`` the one in the
        first language. A side of two whose language is not known is taken for a wanted one.
        """
        if len(self._found) < MOST_LANGUAGES:
            self._found.update((side.lang, None) for side in sides if side.lang)
        if len(sides) == PAIR:
            sides = self._named(sides[0], sides[1])
        left = list(sides)
        taken = [_taken(left, lang) for lang in self._langs]
        if None in taken:
            return None
        self._has_pair = True
        chosen = [side for side in taken if side is not None]
        source, target = sorted(chosen, key=sides.index) if ordered else chosen
        return source, target

    def _named(self, first: Side, second: Side) -> list[Side]:
        """Return two sides, given the wanted languages where they have none."""
        source, target = self._langs
        if not first.lang:
            is_target = second.lang and distance(second.lang, source) <= 1
            first = first._replace(lang=target if is_target else source)
        if not second.lang:
            is_source = distance(first.lang, target) <= 1
            second = second._replace(lang=source if is_source else target)
        return [first, second]

    def check(self, path: Path) -> None:
        """Raise `UsageError` when a file has languages, but never the two that are wanted."""
        if self._found and not self._has_pair:
            wanted, found = " and ".join(self._langs), ", ".join(self._found)
            fact = f"no link has texts in {wanted}; the languages are {found}"
            raise UsageError(str(path), fact, "choose two of them with --langs")


def _taken(left: list[Side], lang: str) -> Side | None:
    """Take the side that is nearest to a language out of the list."""
    near = [side for side in left if distance(side.lang, lang) <= 1]
    if not near:
        return None
    side = min(near, key=lambda side: distance(side.lang, lang))
    left.remove(side)
    return side
