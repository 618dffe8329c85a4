"""What a unit of TMX has attributes for: first among its props, under names of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from align.text.tidy import tidy

if TYPE_CHECKING:
    from align.model import TranslationUnit

__all__ = ["ATTRIBUTES", "attributes_of"]

_DATE = re.compile(r"[0-9]{8}T[0-9]{6}Z")
_NAME = re.compile(r".+")
# In the order in which they stand among the props, with the form that each must have in a file.
ATTRIBUTES = {
    "creationdate": _DATE,
    "creationid": _NAME,
    "changedate": _DATE,
    "changeid": _NAME,
    "usagecount": re.compile(r"[0-9]+"),
    "lastusagedate": _DATE,
}


def attributes_of(unit: TranslationUnit) -> tuple[dict[str, str], TranslationUnit]:
    """Return the attributes among the first props of a unit, and the unit without these props.

    A prop out of the order or the form of `ATTRIBUTES` is none, nor is any after it: so what reads
    attributes first and then props finds them all in the order they had.
    """
    found: dict[str, str] = {}
    left = list(ATTRIBUTES)
    for name, text in unit.props:
        if name not in left or not ATTRIBUTES[name].fullmatch(tidy(text)):
            break
        found[name] = tidy(text)
        del left[: left.index(name) + 1]
    return found, replace(unit, props=unit.props[len(found) :]) if found else unit
