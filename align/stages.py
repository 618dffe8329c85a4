"""The shapes of the interchangeable parts: one Protocol a stage; read this second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    import numpy as np

    from align.config import ReadSettings
    from align.model import AlignedBitext, Alignment, Bitext, Block, Document, Segment

__all__ = ["Aligner", "Encoder", "Reader", "Scorer", "Segmenter", "Writer"]


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


class Encoder(Protocol):
    """Turns texts into unit vectors."""

    signature: str

    def spans(self, texts: list[str], longest: int) -> list[np.ndarray]:
        """Return, for k = 1..``longest``, the vectors of all runs of k neighbouring texts.

        Item k-1 is a float32 array of shape (max(0, len(texts) - k + 1), dimensions), rows of
        length 1; row i is the run that starts at text i.
        """
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


class Scorer(Protocol):
    """Says how likely each bead of an alignment is right."""

    def __call__(self, alignment: Alignment) -> list[float | None]:
        """Return a score 0..1 (4 decimals) for each bead, None for one with an empty side."""
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
