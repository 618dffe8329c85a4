"""Finds pairs of texts in a JSON value, in whichever shape people keep their translations.

Two texts belong together as the values of two languages (or of source and target) in one object,
as the values of one key in the trees of two languages, or as a key and its value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from align.formats.json.keys import is_other_language, langs_of_items, sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.formats.json.keys import Langs, Sides
    from align.formats.reading import Losses

    Path = tuple[str, ...]  # the keys and places that lead to a value

__all__ = ["Found", "Number", "Pairs", "branches", "holds_both"]

WRAPPER = "translation"  # what data sets of Hugging Face have around the texts of a unit


class Number(str):
    """A number as it is written, and no text."""

    __slots__ = ()


class Found(NamedTuple):
    """Two texts, their languages if their place names them, and what is said beside them."""

    first: str
    second: str
    langs: Langs | None
    said: dict[str, str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Looks for pairs in two languages and counts what is in none."""

    langs: Langs
    losses: Losses

    def within(self, value: Any, path: Path = ()) -> Iterator[Found]:
        """Yield the pairs in a value that holds both languages."""
        if isinstance(value, list):
            for place, item in enumerate(value):
                yield from self.within(item, (*path, str(place)))
        elif isinstance(value, dict):
            sides = sides_of(value, self.langs)
            yield from self._sides(value, sides, path) if sides else self._items(value, path)
        elif value is not None:
            self.losses.add("property", 0, f"{'.'.join(path)!r} is no pair of texts")

    def across(
        self, first: Any, second: Any, langs: Langs | None, path: Path = ()
    ) -> Iterator[Found]:
        """Yield the pairs of two trees, each in one language, that stand under the same keys."""
        if _is_text(first) and _is_text(second):
            yield Found(first, second, langs, _said(path))
            return
        ours, theirs = branches(first), branches(second)
        for key in (key for key in ours if key in theirs):
            yield from self.across(ours[key], theirs[key], langs, (*path, key))
        alone = [ours[key] for key in ours if key not in theirs]
        alone += [theirs[key] for key in theirs if key not in ours]
        alone += [value for value in (first, second) if not _is_tree(value)]
        self._count("unaligned", alone, "text without a counterpart under its key")

    def _sides(self, value: dict[str, Any], sides: Sides, path: Path) -> Iterator[Found]:
        """Yield the pair, or the pairs, of an object that has two languages or sides."""
        first, second = value[sides.first], value[sides.second]
        others = {key: item for key, item in value.items() if key not in sides[:2]}
        if _is_text(first) and _is_text(second):
            yield Found(first, second, sides.langs, _said(path) | self._others(others))
            return
        yield from self.across(first, second, sides.langs, path)
        for key, item in others.items():
            yield from self.within(item, (*path, key))

    def _others(self, others: dict[str, Any]) -> dict[str, str]:
        """Return what is said of a unit beside its texts; other languages and trees are lost."""
        lost = {key for key, item in others.items() if is_other_language(key)}
        self._count("language", [others[key] for key in lost], "")
        trees = [item for key, item in others.items() if _is_tree(item) and key not in lost]
        self._count("property", trees, "")
        said = {key: item for key, item in others.items() if key not in lost and not _is_tree(item)}
        return {key: _written(item) for key, item in said.items() if item is not None}

    def _items(self, value: dict[str, Any], path: Path) -> Iterator[Found]:
        """Yield the pairs in an object without sides: its keys and texts, or what is in it."""
        texts = {key: item for key, item in value.items() if _is_text(item)}
        langs = langs_of_items(texts, self.langs) if texts else None
        for key, item in value.items():
            if langs is not None and key in texts:
                yield Found(key, item, langs, _said(path))
            else:
                yield from self.within(item, (*path, key))

    def _count(self, kind: str, values: list[Any], reason: str) -> None:
        times = sum(map(_texts, values))
        if times:
            self.losses.add(kind, 0, reason, times)


def holds_both(value: Any, langs: Langs) -> bool:
    """Say whether some object in a value has a key for either language."""
    objects = (item for item in every(value) if isinstance(item, dict))
    return any(sides_of(item, langs) is not None for item in objects)


def every(value: Any) -> Iterator[Any]:
    """Yield a value and all that is in it, whatever the depth."""
    left = [value]
    while left:
        value = left.pop()
        yield value
        left.extend(branches(value).values())


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Number)


def _is_tree(value: Any) -> bool:
    return isinstance(value, dict | list)


def branches(value: Any) -> dict[str, Any]:
    """Return what is in a tree by key or place, nothing of what is none."""
    if isinstance(value, list):
        return {str(place): item for place, item in enumerate(value)}
    return value if isinstance(value, dict) else {}


def _texts(value: Any) -> int:
    """Return how many values there are in a tree, null apart."""
    return sum(item is not None and not _is_tree(item) for item in every(value))


def _said(path: Path) -> dict[str, str]:
    """Return the place of a text as what is said of it, unless it is only a number in a list."""
    names = [part for part in path if not part.isdecimal() and part != WRAPPER]
    return {"key": ".".join(path)} if names else {}


def _written(value: Any) -> str:
    return value if isinstance(value, str) else str(value).lower()  # true and false
