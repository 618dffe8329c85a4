"""The functions of the Python API that align."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align import pipeline
from align.config import Settings
from align.lines import aligned_texts
from align.model import Aligned, Alignment, Bead, Job

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["align_file", "align_sentences"]


def align_sentences(
    source: Iterable[str],
    target: Iterable[str],
    *,
    aligner: str = "hybrid",
    encoder: str = "use",
    langs: tuple[str, str] = ("ar", "en"),
) -> list[Bead]:
    """Return the beads of two lists of sentences, in order, covering each list exactly once.

    Raises `UnknownNameError` for an unknown aligner or encoder, `MissingExtraError` without the
    package of the encoder and `WorkerError` without an answer of its service.
    """
    settings = Settings(aligner=aligner, encoder=encoder, langs=langs)
    return list(aligned_texts(list(source), list(target), settings).beads)


def align_file(
    path: Path | str, target: Path | str | None = None, *, settings: Settings | None = None
) -> list[Alignment]:
    """Return the alignments of one bilingual file, or of a pair of files (source first).

    A file of one language gives an empty list. Raises `ReadError` when a file cannot be read.
    """
    paths = [Path(path)] if target is None else [Path(path), Path(target)]
    job = Job(id=paths[0].stem, paths=tuple(map(str, paths)), names=tuple(p.name for p in paths))
    outcome = pipeline.align_documents(job, settings or Settings())
    bitexts = outcome.bitexts if isinstance(outcome, Aligned) else ()
    return [aligned.alignment for aligned in bitexts]
