"""HTML elements built from text: escaped by construction, legal by construction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from align.text.names import language_name
from align.text.scripts import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Child",
    "Element",
    "bar",
    "cell",
    "element",
    "figure",
    "more",
    "number",
    "path",
    "paths",
    "percent",
    "plural",
    "row_heading",
    "score",
    "section",
    "table",
    "tag",
    "words",
]

Element = etree._Element  # the only name lxml gives its element type
Child = str | Element

# What XML 1.0 and HTML forbid, whatever a file name or a broken text may hold.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_NOT_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
_CONTROL_PICTURES = 0x2400  # U+2400 is the picture of U+0000, and so on to U+241F
_DELETE = 0x7F
LONG_TABLE = 24  # rows, from which on a table scrolls by itself under its headings
_PICTURE_OF_DELETE = "\u2421"


def visible(text: str) -> str:
    r"""Return ``text`` with a visible sign for each character that a page cannot hold.

    >>> visible("a\x00b")
    'a\u2400b'
    """
    return _NOT_CHARACTERS.sub("\ufffd", _CONTROLS.sub(_picture, text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return _PICTURE_OF_DELETE if code == _DELETE else chr(_CONTROL_PICTURES + code)


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """Return an element; ``class_`` stands for ``class``, ``aria_label`` for ``aria-label``."""
    made = etree.Element(tag)
    for name, value in attributes.items():
        made.set(name.rstrip("_").replace("_", "-"), visible(value))
    for child in children:
        _append(made, child)
    return made


def _append(parent: Element, child: Child) -> None:
    if not isinstance(child, str):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + visible(child)
    else:
        parent.text = (parent.text or "") + visible(child)


def words(tag: str, lang: str, *children: Child, **attributes: str) -> Element:
    """Return an element that holds text of a language, written in that language's direction."""
    if lang not in {"", "und"}:
        attributes["lang"] = lang
    return element(tag, *children, dir=direction(lang), **attributes)


def path(name: str) -> Element:
    """Return a path whose parts stand in order, whatever direction each of them is written in."""
    whole = element("bdi", dir="ltr", class_="path")
    for place, part in enumerate(name.replace("\n", "\N{SYMBOL FOR NEWLINE}").split("/")):
        if place:
            _append(whole, "/")
            whole.append(element("wbr"))
        whole.append(element("bdi", part, dir="ltr"))
    return whole


def paths(names: Sequence[str]) -> Element:
    """Return the paths of one job, joined with a plus sign."""
    whole = element("span", path(names[0]), class_="paths")
    for name in names[1:]:
        whole.append(element("span", "+ ", path(name), class_="partner"))
    return whole


def tag(lang: str) -> Element:
    """Return a small label with a language's code."""
    return element("abbr", lang, class_="tag", title=language_name(lang))


def number(value: int) -> str:
    """Return a count as people write it.

    >>> number(1234567)
    '1,234,567'
    """
    return f"{value:,}"


def score(value: float | None) -> str:
    """Return a score with two decimals, or a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


def percent(value: float | None) -> str:
    """Return a share in whole percent, or a dash where there is none; only all of it is 100%.

    >>> percent(0.9999), percent(1.0), percent(None)
    ('99%', '100%', '–')
    """
    return "–" if value is None else f"{int(value * 100 + 1e-9)}%"


def bar(value: float, class_: str = "") -> Element:
    """Return a small bar that is as full as ``value``; the figure stands beside it in words."""
    fill = element("path", d=f"M0 4h{value * 100:.0f}")
    classes = f"bar {class_}".strip()
    return element(
        "svg",
        fill,
        class_=classes,
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def section(key: str, title: str, *children: Child) -> Element:
    """Return a section with its heading; ``key`` is what links lead to."""
    heading = element("h2", title, id=f"{key}-title")
    return element("section", heading, *children, id=key, aria_labelledby=f"{key}-title")


def row_heading(*children: Child) -> Element:
    """Return the first cell of a row: what the row is about."""
    return element("th", *children, scope="row")


def cell(*children: Child) -> Element:
    """Return a cell of words."""
    return element("td", *children)


def figure(text: str) -> Element:
    """Return a cell of figures; its column is set flush at the end."""
    return element("td", text, class_="figure")


def table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[Element]]) -> Element:
    """Return a table that scrolls by itself where it is wider than the page."""
    pattern = rows[0] if rows else []
    classes = [made.get("class", "") for made in pattern] or [""] * len(headings)
    head = [
        element("th", heading, scope="col", class_=class_ or "text")
        for heading, class_ in zip(headings, classes, strict=True)
    ]
    grid = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *head)),
        element("tbody", *(element("tr", *cells) for cells in rows)),
    )
    long = " long" if len(rows) > LONG_TABLE else ""
    return element(
        "div", grid, class_=f"scroll{long}", role="group", aria_label=caption, tabindex="0"
    )


def more(shown: int, total: int, what: str, where: str) -> list[Element]:
    """Return a sentence on what is not shown, or nothing where all is shown."""
    if shown >= total:
        return []
    sentence = f"The first {number(shown)} of {number(total)} {what}; all of them are in {where}."
    return [element("p", sentence, class_="more")]


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun.

    >>> plural(1, "document"), plural(2000, "document")
    ('1 document', '2,000 documents')
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"
