"""What a check says of a unit or a file, before it is known whom that concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from align.model import SideName

__all__ = ["Hit"]


class Hit(NamedTuple):
    """Something of a kind that `catalogue.KINDS` names; ``tools`` narrows down whom it concerns."""

    id: str
    message: str
    side: SideName | None = None
    tools: frozenset[str] | None = None
    line: int = 0  # where it is not that of the unit
