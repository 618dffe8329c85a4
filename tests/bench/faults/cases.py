"""What a fault is made of: a right pair, the place it stands at, and the pair with the fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

__all__ = ["ARABIC", "ENGLISH", "Case", "Fault", "Kind", "Pair", "Site", "on_a_side", "with_side"]

ARABIC, ENGLISH = 0, 1  # sides of a pair


class Pair(NamedTuple):
    """An Arabic text and its English translation."""

    arabic: str
    english: str


class Site(NamedTuple):
    """A right pair, the pair behind it in its document, and the chances it is given."""

    pair: Pair
    following: Pair
    rng: Random


class Case(NamedTuple):
    """A right pair, which may hold more than that of the site, and the same with a fault."""

    right: Pair
    faulty: Pair


class Fault(Protocol):
    """A function that puts a fault into a pair."""

    __name__: str

    def __call__(self, site: Site) -> Case | None:
        """Return the pair with a fault, None where there is no place for it."""
        ...


class Kind(NamedTuple):
    """The flags that tell of a kind of fault, any of which counts, and the ways to make one."""

    flags: frozenset[str]
    faults: tuple[Fault, ...]


def with_side(pair: Pair, side: int, text: str) -> Pair:
    """Return a pair with another text on one side."""
    return Pair(text, pair.english) if side == ARABIC else Pair(pair.arabic, text)


def on_a_side(
    site: Site, change: Callable[[str], str | None], sides: Sequence[int] = (ARABIC, ENGLISH)
) -> Case | None:
    """Change the text of a side, the other one where the first has no place for the fault."""
    order = list(sides)
    site.rng.shuffle(order)
    for side in order:
        text = change(site.pair[side])
        if text is not None and text != site.pair[side]:
            return Case(site.pair, with_side(site.pair, side, text))
    return None
