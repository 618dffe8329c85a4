"""What stands in a memory, unit by unit, as it stands there: what is wrong with it too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Entry", "Head", "Said"]

Attributes = dict[str, str]


class Said(NamedTuple):
    """A text of a unit: its code (of ``xml:lang``, else ``lang``), and what stands in it."""

    code: str
    text: str  # without inline codes
    coded: int = 0  # how many inline codes it had
    old: bool = False  # the code is that of ``lang``, which TMX knows no more


class Entry(NamedTuple):
    """A unit as a file holds it; ``line`` is 0 where the format has none."""

    line: int
    id: str
    texts: list[Said]
    srclang: str = ""
    props: tuple[tuple[str, str], ...] = ()  # of the unit and of its texts
    dates: tuple[str, ...] = ()


@dataclass(slots=True)
class Head:
    """What a TMX file says of itself before its units."""

    root: str = ""
    version: str | None = None
    namespace: str = ""
    doctype: str | None = None  # the system id; None without a document type
    header: Attributes | None = None
    header_line: int = 0
    entities: list[tuple[int, str]] = field(default_factory=list)  # unknown ones: line and name
