"""The few texts that are worth comparing with each one, when there are thousands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from align.pairing.chains import middle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.pairing.portrait import Portrait
    from align.pairing.surface import Rarity

__all__ = ["shortlist"]

Array = np.ndarray[Any, np.dtype[Any]]
NEAREST = 12  # texts compared with each, by meaning and by surface
ROWS = 256  # texts whose neighbours are looked for at once
Pairs = tuple[int, int]
COMMON = 200  # texts with a number, from which on it says nothing


def shortlist(
    sources: Sequence[Portrait], targets: Sequence[Portrait], rarities: tuple[Rarity, Rarity]
) -> list[tuple[int, int]]:
    """Return the numbers of source and target texts that may belong together, sorted."""
    found: set[tuple[int, int]] = set()
    found.update(_by_meaning(sources, targets))
    found.update((source, target) for target, source in _by_meaning(targets, sources))
    found.update(_by_surface(sources, targets, rarities))
    return sorted(found)


def _by_meaning(sources: Sequence[Portrait], targets: Sequence[Portrait]) -> Iterator[Pairs]:
    """Yield each text with those that point nearly where it does."""
    middles = np.stack([middle(text) for text in targets])
    if not middles.size:  # no encoder
        return
    for first in range(0, len(sources), ROWS):
        own = np.stack([middle(text) for text in sources[first : first + ROWS]])
        likeness = (own @ middles.T).round(4)
        for row, values in enumerate(likeness, first):
            for target in np.argsort(-values, kind="stable")[:NEAREST]:
                yield row, int(target)


def _by_surface(
    sources: Sequence[Portrait], targets: Sequence[Portrait], rarities: tuple[Rarity, Rarity]
) -> Iterator[Pairs]:
    """Yield each text with those that share most of its rare numbers and terms."""
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, text in enumerate(targets):
        for key in _keys(text):
            places[key].append(number)
    for number, text in enumerate(sources):
        weights: dict[int, float] = defaultdict(float)
        for key in _keys(text):
            for target in _rare(places.get(key, [])):
                weights[target] += rarities[key[0]].of(key[1])
        best = sorted(weights, key=lambda target: (-weights[target], target))
        yield from ((number, target) for target in best[:NEAREST])


def _rare(places: list[int]) -> list[int]:
    return places if len(places) <= COMMON else []


def _keys(text: Portrait) -> Iterator[tuple[int, int]]:
    yield from ((0, number) for number in text.surface.numbers.tolist())
    yield from ((1, term) for term in text.surface.terms.tolist())
