"""What a TMX file must be for Trados to read the fields of its units.

Trados takes over only fields that have their type in their name, ``x-client:SingleString``, and
only from files whose header is that of its own exports, which the help of the Glossary Converter
(cerebus.de) describes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from align.config import CLIENT_PROPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.formats.props import Prop

__all__ = ["HEADER", "typed"]

HEADER = {
    "creationtool": "SDL Language Platform",
    "creationtoolversion": "8.1",
    "o-tmf": "SDL TM8 Format",
}
_TYPED = re.compile(
    r".+:(SingleString|MultipleString|SinglePicklist|MultiplePicklist|Integer|DateTime)"
)
SYSTEM_PROPS = CLIENT_PROPS | {"idcontext"}  # which have no type in their names
MULTIPLE = frozenset({"x-flag"})  # of ours, those that a unit may have several of


def typed(props: Iterable[Prop]) -> Iterator[Prop]:
    """Yield the props of a unit with their types; one that has a type already keeps it.

    A single string fits into a field of several strings too, but not the other way round.

    >>> list(typed([("x-client", "M"), ("x-Pages:Integer", "7")]))
    [('x-client:SingleString', 'M'), ('x-Pages:Integer', '7')]
    """
    listed = list(props)
    times = Counter(name for name, _ in listed)
    for name, text in listed:
        if _TYPED.fullmatch(name) or name.removeprefix("x-").lower() in SYSTEM_PROPS:
            yield name, text
        else:
            several = name in MULTIPLE or times[name] > 1
            yield f"{name}:{'MultipleString' if several else 'SingleString'}", text
