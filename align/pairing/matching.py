"""The best pairs among the texts of two languages, and the next best for the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from align.pairing.assignment import assigned
from align.pairing.likeness import Likeness
from align.pairing.marks import bare
from align.pairing.shortlist import shortlist
from align.text.codes import family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.pairing.portrait import Portrait
    from align.stages import Encoder

__all__ = ["Candidate", "Text", "matched"]

# Least log odds of a pair: of any, without an encoder, and of a text that is not all in one
# language, which might as well stand alone.
LEAST, LEAST_BY_SURFACE, LEAST_MIXED = 0.0, 1.5, 2.0
# What is added if names differ in marks alone, or the names of folders with the same files in them.
SAME_NAME = 3.0
ANY = "*"  # no name of a file


class Candidate(NamedTuple):
    """Two texts, by number, and the log odds that they translate one another."""

    source: int
    target: int
    log_odds: float


@dataclass(frozen=True, slots=True)
class Text:
    """A text: what it is called, and its portrait."""

    place: PurePosixPath
    picture: Portrait


def matched(
    sources: Sequence[Text],
    targets: Sequence[Text],
    langs: tuple[str, str],
    encoder: Encoder | None,
) -> tuple[list[Candidate], list[Candidate]]:
    """Return the best pairs, no text in two of them, and all pairs that were thought of."""
    candidates = _candidates(sources, targets, langs, encoder)
    least = LEAST if encoder else LEAST_BY_SURFACE
    gains = [
        found.log_odds
        - max(least, LEAST_MIXED * _mixed(sources[found.source], targets[found.target]))
        for found in candidates
    ]
    rows = np.array([found.source for found in candidates], int)
    columns = np.array([found.target for found in candidates], int)
    chosen = assigned(rows, columns, np.array(gains))
    return [candidates[number] for number in chosen], candidates


def _mixed(source: Text, target: Text) -> bool:
    return source.picture.mixed or target.picture.mixed


def _candidates(
    sources: Sequence[Text],
    targets: Sequence[Text],
    langs: tuple[str, str],
    encoder: Encoder | None,
) -> list[Candidate]:
    """Return the pairs that are worth a thought, by source, then by target."""
    pictures = [text.picture for text in sources], [text.picture for text in targets]
    likeness = Likeness(*pictures, langs, encoder)
    called = _namesakes(_keys(sources, langs), _keys(targets, langs))
    pairs = {*shortlist(*pictures, (likeness.numbers, likeness.terms)), *called}
    arabic = int(family(langs[1]) == "ar")  # its words are read once, then heard for all the others
    found = [
        Candidate(*pair, likeness.log_odds(*pair) + SAME_NAME * (pair in called))
        for pair in sorted(pairs, key=lambda pair: (pair[arabic], pair[1 - arabic]))
    ]
    return sorted(found)


def _keys(texts: Sequence[Text], langs: tuple[str, str]) -> dict[PurePosixPath, list[int]]:
    """Return the texts by what they are called, and so as if one of their folders had any name."""
    named: dict[PurePosixPath, list[int]] = {}
    for number, text in enumerate(texts):
        name = bare(text.place, langs)
        parts = () if name is None else name.parts
        for key in (parts, *((*parts[:k], ANY, *parts[k + 1 :]) for k in range(len(parts) - 1))):
            named.setdefault(PurePosixPath(*key), []).append(number)
    return named


def _namesakes(
    sources: dict[PurePosixPath, list[int]], targets: dict[PurePosixPath, list[int]]
) -> set[tuple[int, int]]:
    """Return the pairs of texts that alone are called so."""
    both = ((own, targets[name]) for name, own in sources.items() if name in targets and name.parts)
    return {(own[0], theirs[0]) for own, theirs in both if len(own) == len(theirs) == 1}
