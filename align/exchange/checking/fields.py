"""What is wrong with a unit beside its texts: its id, its dates, its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.config import CLIENT_PROPS, DATE
from align.exchange.checking.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.exchange.checking.entries import Entry

__all__ = ["FieldChecks"]

OMEGAT, TRADOS = frozenset({"omegat"}), frozenset({"trados"})
# A unit with one of these is bound to a file or place of its own in OmegaT, or taken for certain.
OMEGAT_FIELDS = frozenset({"file", "id", "prev", "next", "path", "x-ice", "x-100pc", "x-auto"})
MOST_NAMES = 1_000  # of fields, that are remembered


class FieldChecks:
    """Looks at ids, dates and fields; what is said of the name of a field is said once a file."""

    def __init__(self, *, typed: bool) -> None:
        """Start before the first unit; ``typed`` says whether names of fields should say a type."""
        self._names: set[str] = set()
        self._typed = typed

    def hits(self, entry: Entry) -> Iterator[Hit]:
        """Yield what is wrong."""
        if len(entry.id.split()) > 1 or entry.id.strip() != entry.id:
            yield Hit("id-space", f"white space in the tuid {entry.id!r}")
        for date in entry.dates:
            if not DATE.fullmatch(date):
                yield Hit("date", f"{date!r} is no date of TMX, as 20261121T210000Z is")
        for name, _ in entry.props:
            yield from self._field(name)

    def _field(self, name: str) -> Iterator[Hit]:
        if not name:
            yield Hit("no-type", "a prop without a type")
        elif name in OMEGAT_FIELDS:
            message = f"prop {name!r} makes OmegaT use the unit only in a place of its own"
            yield Hit("reserved-field", message, tools=OMEGAT)
        if name and name not in self._names and len(self._names) < MOST_NAMES:
            self._names.add(name)
            yield from self._name(name)

    def _name(self, name: str) -> Iterator[Hit]:
        plain = name.partition(":")[0].removeprefix("x-").lower()
        if plain in CLIENT_PROPS and name not in OMEGAT_FIELDS:
            yield Hit("reserved-field", f"prop {name!r} has a meaning in Trados", tools=TRADOS)
        elif not name.startswith("x-") and name not in OMEGAT_FIELDS:
            yield Hit("field-name", f"prop {name!r} is without x-")
        elif self._typed and ":" not in name:
            yield Hit("untyped-field", f"prop {name!r} names no type")
