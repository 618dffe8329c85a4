"""The shapes of the interchangeable parts: one Protocol a stage; read this second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    import numpy as np

    from align.config import ReadSettings
    from align.evidence.pair import Pair
    from align.model import AlignedBitext, Alignment, Bitext, Block, Document, Flag, Segment

__all__ = [
    "Aligner",
    "Check",
    "Encoder",
    "Features",
    "Reader",
    "Segmenter",
    "Sums",
    "Writer",
]


class Reader(Protocol):
    """Reads one file into a document; raises `ReadError` when it cannot."""

    def __call__(self, path: Path, name: str, settings: ReadSettings) -> Document:
        """Read ``path``; ``name`` is what the document is called in messages and records."""
        ...


class Segmenter(Protocol):
    """Cuts a block of a language into segments."""

    def __call__(self, block: Block, lang: str) -> list[Segment]:
        """Return the segments in order; they hold every character that is not white space."""
        ...


class Sums(NamedTuple):
    """What an encoder knows of k texts, in a form that adds up: a run of texts is their sum."""

    total: np.ndarray[Any, np.dtype[Any]]  # float array (k, dimensions)
    length: np.ndarray[Any, np.dtype[Any]]  # float array (k,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The additive features of texts, of the pieces they were given in, and of their words."""

    texts: Sums
    pieces: Sums  # of all texts, in order
    words: Sums  # of each type
    types: dict[str, int]  # word (see `align.text.words.bare`) -> its row in ``words``


class Encoder(Protocol):
    """Turns texts into features that add up, and features into unit vectors."""

    signature: str

    def features(self, texts: Sequence[Sequence[str]]) -> Features:
        """Return the features of ``texts``, each given as its consecutive pieces."""
        ...

    def vectors(self, sums: Sums) -> np.ndarray[Any, np.dtype[Any]]:
        """Return a float32 array (k, dimensions) of rows of length 1, of sums of features."""
        ...


class Aligner(Protocol):
    """Finds the beads of a bitext whose sides are cut into segments.

    ``signature`` names what beside the settings shapes its beads: the encoder, if there is one.
    """

    signature: str

    def __call__(
        self, bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]
    ) -> Alignment:
        """Return beads that cover each side exactly once."""
        ...


class Check(Protocol):
    """Looks for faults of one family in a pair of texts."""

    def __call__(self, pair: Pair) -> Iterable[Flag]:
        """Yield a flag for each fault; the ids are those of `align.checks.catalogue`."""
        ...


class Writer(Protocol):
    """A file in the making: enter it, add bitexts, leave it; a whole file stands there or none."""

    def __enter__(self) -> Self:
        """Open a temporary file beside the final one."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Replace the final file, or remove the temporary one after an error."""
        ...

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add one bitext."""
        ...
