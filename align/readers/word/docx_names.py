"""The names of WordprocessingML, in both its vocabularies; see ECMA-376, parts 1 and 4."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["is_on", "name_of", "value_of"]

WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
# Elements of other vocabularies that say what becomes of the text in them, or that they hold some.
_OTHERS = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}": {
        "AlternateContent",
        "Choice",
        "Fallback",
    },
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}": {"chart"},
    "{http://purl.oclc.org/ooxml/drawingml/chart}": {"chart"},
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}": {"relIds"},
    "{http://purl.oclc.org/ooxml/drawingml/diagram}": {"relIds"},
    "{urn:schemas-microsoft-com:office:office}": {"OLEObject"},
}
_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_OFF = {"0", "false", "off"}
_REMEMBERED = 1 << 10  # tags; a document has some hundred, a hostile one millions


@lru_cache(_REMEMBERED)
def name_of(tag: str) -> str:
    """Return the name of an element of Word, or of another that matters here; else nothing.

    >>> name_of("{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath")
    'm:oMath'
    """
    space, brace, name = tag.rpartition("}")
    if space + brace in _MATH:
        return f"m:{name}"
    known = space + brace in WORD or name in _OTHERS.get(space + brace, ())
    return name if known else ""


def value_of(attributes: Mapping[str, str], name: str = "val") -> str:
    """Return an attribute of an element of Word, or nothing."""
    for key in _keys(name):
        if key in attributes:
            return attributes[key]
    return ""


@lru_cache(_REMEMBERED)
def _keys(name: str) -> tuple[str, ...]:
    return tuple(space + name for space in WORD)


def is_on(value: str | None) -> bool | None:
    """Return whether a property with a value is on, None for one that is not given."""
    return None if value is None else value not in _OFF
