"""What the styles of an ODT say of a text: its kind, its languages, whether it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.model import BlockKind

__all__ = ["Look", "Styles"]

MOST_PARENTS = 50  # of a style; more is a circle
# Styles of LibreOffice by their names in the file, which no translation of the program changes.
_KINDS: dict[str, BlockKind] = {
    "Title": "heading",
    "Subtitle": "heading",
    "Heading": "heading",
    "Caption": "caption",
    "Quotations": "quote",
}
NO_LANGUAGE = {"", "none", "zxx", "und"}


class Look(NamedTuple):
    """How a text looks: a language for Western script, one for complex script, hidden or not."""

    western: str | None = None
    complex: str | None = None
    hidden: bool = False

    def over(self, below: Look) -> Look:
        """Return this look where it says something, and else the one below."""
        return Look(
            self.western or below.western,
            self.complex or below.complex,
            self.hidden or below.hidden,
        )


class Styles:
    """The styles of a document, by family and name."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parents: dict[tuple[str, str], str] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._current: tuple[str, str] | None = None
        self._known: dict[tuple[str, str], Look] = {}  # looks with those of all parents

    def begin(self, attributes: Mapping[str, str]) -> None:
        """Begin a style; the attributes are named like ``style:name``."""
        self._current = attributes.get("style:family", ""), attributes.get("style:name", "")
        self._parents[self._current] = attributes.get("style:parent-style-name", "")
        self._known.clear()

    def end(self) -> None:
        """End the style."""
        self._current = None

    def properties(self, attributes: Mapping[str, str]) -> None:
        """Take what the style says of its text; a default style, a mere guess, says nothing."""
        if self._current is not None:
            self._looks[self._current] = Look(
                _tag(attributes.get("fo:language"), attributes.get("fo:country")),
                _tag(
                    attributes.get("style:language-complex"),
                    attributes.get("style:country-complex"),
                ),
                attributes.get("text:display") == "none",
            )

    def look(self, family: str, name: str) -> Look:
        """Return what a style and those it comes from say."""
        if (family, name) not in self._known:
            look = Look()
            for parent in self._line(family, name):
                look = look.over(self._looks.get((family, parent), Look()))
            self._known[family, name] = look
        return self._known[family, name]

    def kind(self, name: str) -> BlockKind:
        """Return what a paragraph of a style is."""
        kinds = (_KINDS.get(parent) for parent in self._line("paragraph", name))
        return next(filter(None, kinds), "paragraph")

    def _line(self, family: str, name: str) -> list[str]:
        line: list[str] = []
        while name and len(line) < MOST_PARENTS:
            line.append(name)
            name = self._parents.get((family, name), "")
        return line


def _tag(language: str | None, country: str | None) -> str | None:
    """Return the BCP 47 tag of a language and a country, None if there is none."""
    if language is None or language.lower() in NO_LANGUAGE:
        return None
    return (
        language if country is None or country.lower() in NO_LANGUAGE else f"{language}-{country}"
    )
