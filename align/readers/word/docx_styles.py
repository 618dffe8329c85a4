"""The styles of a Word document: what a paragraph is, and whether it or a run is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.readers.word.docx_names import is_on, name_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from align.model import BlockKind

__all__ = ["CONTENTS", "Form", "Given", "Look", "Style", "Styles", "given_in", "take_property"]

Given = dict[str, str]  # properties by name; what stands beside the value is at "name:attribute"
CONTENTS = "table of contents"
BODY_LEVEL = "9"  # the outline level of text that is under a heading and is none
MOST_ANCESTORS = 20  # styles one style is based on; they could go in a circle
LOOKS = ("rStyle", "vanish", "lang", "lang:bidi")  # properties that make the look of a run
FORMS = ("pStyle", "outlineLvl", "numId")  # those that make what a paragraph is
MOST_REMEMBERED = 1000  # looks and forms; a document has some dozens
# Names of built-in styles are English in every language of Word; programs that give no list of
# styles write the same as identifiers, without spaces.
_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"heading ?[1-9]|title|subtitle"), "heading"),
    (re.compile(r"(intense ?)?quote|quotations?|block ?text"), "quote"),
    (re.compile("caption"), "caption"),
)
_CONTENTS = re.compile(r"(toc|contents) ?[1-9]|toc ?heading|contents heading|table of figures")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style, with what it is based on."""

    name: str
    parent: str = ""
    default: bool = False
    given: Given = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Of a run: whether nobody sees it, and the languages it says it may be in."""

    hidden: bool = False
    langs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Of a paragraph: what it is, and whether it is a line of a table of contents."""

    kind: BlockKind = "paragraph"
    in_contents: bool = False


class Styles:
    """All styles by their identifiers."""

    def __init__(self, root: etree._Element | None = None) -> None:
        """Read the part that lists them, if there is one."""
        found = () if root is None else root.iterfind("{*}style")
        self._styles = {value_of(_attributes(each), "styleId"): _style(each) for each in found}
        self._forms: dict[tuple[str, ...], Form] = {}
        self._looks: dict[tuple[str, ...], Look] = {}

    def form(self, given: Given) -> Form:
        """Return what a paragraph with some properties is."""
        key = tuple(given.get(name, "-") for name in FORMS)
        found = self._forms.get(key) or Form(
            kind=self._kind(given), in_contents=self._in_contents(given)
        )
        if len(self._forms) < MOST_REMEMBERED:
            self._forms[key] = found
        return found

    def look(self, given: Given, paragraph: str) -> Look:
        """Return the look of a run with some properties in a paragraph of some style."""
        key = (paragraph, *(given.get(name, "-") for name in LOOKS))
        found = self._looks.get(key) or self._look(given, paragraph)
        if len(self._looks) < MOST_REMEMBERED:
            self._looks[key] = found
        return found

    def _kind(self, given: Given) -> BlockKind:
        style = given.get("pStyle", "")
        level = given.get("outlineLvl") or self._inherited(style, "outlineLvl")
        if level is not None and level != BODY_LEVEL:
            return "heading"
        kind = "paragraph" if level == BODY_LEVEL else self._named(style)
        number = given.get("numId") or self._inherited(style, "numId")
        return "item" if kind == "paragraph" and number not in {None, "0"} else kind

    def _in_contents(self, given: Given) -> bool:
        names = self._names(given.get("pStyle", ""))
        return any(_CONTENTS.fullmatch(name) for name in names)

    def _look(self, given: Given, paragraph: str) -> Look:
        chain = [given, *(style.given for style in self._ours(given, paragraph))]
        hidden = next((each["vanish"] for each in chain if "vanish" in each), None)
        found = (self._first(chain, name) for name in ("lang", "lang:bidi"))
        return Look(hidden=bool(is_on(hidden)), langs=tuple(filter(None, found)))

    def _ours(self, given: Given, paragraph: str) -> Iterator[Style]:
        """Yield the styles of a run; the default one is that of the program, no evidence."""
        for name in (given.get("rStyle", ""), paragraph):
            yield from (style for style in self._chain(name) if not style.default)

    @staticmethod
    def _first(chain: list[Given], name: str) -> str:
        return next((each[name] for each in chain if each.get(name)), "")

    def _named(self, style: str) -> BlockKind:
        for name in self._names(style):
            kind = next((kind for test, kind in _KINDS if test.fullmatch(name)), None)
            if kind is not None:
                return kind
        return "paragraph"

    def _names(self, style: str) -> list[str]:
        known = [each.name for each in self._chain(style)]
        return known or [style.lower()]

    def _inherited(self, style: str, name: str) -> str | None:
        return next((each.given[name] for each in self._chain(style) if name in each.given), None)

    def _chain(self, style: str) -> Iterator[Style]:
        for _ in range(MOST_ANCESTORS):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = self._styles[style].parent


def take_property(given: Given, name: str, attributes: Mapping[str, str]) -> None:
    """Add a property to those given."""
    given[name] = value_of(attributes)
    if name == "lang":
        given["lang:bidi"] = value_of(attributes, "bidi")


def given_in(element: etree._Element) -> Given:
    """Return the properties that are children of an element, at any depth."""
    given: Given = {}
    for each in element.iterdescendants("{*}*"):
        take_property(given, name_of(str(each.tag)), _attributes(each))
    return given


def _style(element: etree._Element) -> Style:
    given = given_in(element)
    name = given.get("name", "").lower()
    default = bool(is_on(value_of(_attributes(element), "default") or None))
    return Style(
        name=name,
        parent=given.get("basedOn", ""),
        default=default or name in {"normal", "default paragraph style"},
        given=given,
    )


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(text) for name, text in element.items()}
