"""From jobs to files: `align_bitext` (pure), `align_job` (one job, any process), `run` (all)."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threadpoolctl import threadpool_limits

from align import bitext as bitexts
from align import readers, registry
from align.accounting import check_letters
from align.errors import LimitError, ReadError
from align.model import (
    Aligned,
    AlignedBitext,
    Alignment,
    Bitext,
    Document,
    Failed,
    Job,
    Monolingual,
    Outcome,
    Segment,
    Side,
    Split,
)
from align.outputs import RunFiles, write_job
from align.scorers import posterior
from align.segmenters import srx
from align.units import UnitMaker, illegal_characters, omissions

if TYPE_CHECKING:
    from align.config import Settings
    from align.stages import Aligner, Segmenter

__all__ = ["align_bitext", "align_job", "run", "segmenter"]

Imap = Callable[[Callable[[Job], Outcome], Iterable[Job]], Iterator[Outcome]]


def segmenter(settings: Settings) -> Segmenter:
    """Return the segmenter of ``settings``; raises `UsageError` for one that is not there."""
    kind, colon, path = settings.segment.partition(":")
    if kind == "srx" and colon:
        return srx.segmenter(path)
    found: Segmenter = registry.resolve("segmenters", settings.segment)
    return found


def align_bitext(bitext: Bitext, settings: Settings) -> Alignment:
    """Cut both sides of a bitext into segments and return their alignment."""
    cut = segmenter(settings)
    sides = bitext.source, bitext.target
    source, target = (_segments(side, bitext.id, cut, settings) for side in sides)
    with threadpool_limits(limits=1, user_api="blas"):  # the products are small: threads hinder
        aligner: Aligner = registry.resolve("aligners", settings.aligner)(settings)
        return aligner(bitext, source, target)


def _segments(side: Side, bitext: str, cut: Segmenter, settings: Settings) -> tuple[Segment, ...]:
    segments = tuple(chain.from_iterable(cut(block, side.lang) for block in side.blocks))
    for segment in segments:
        if segment.end - segment.start > settings.read.max_segment:
            raise LimitError(
                f"{bitext} ({side.lang}), line {segment.block.place.line}",
                f"a segment of {segment.end - segment.start:,} characters is over the limit of "
                f"{settings.read.max_segment:,}",
                "raise it with --set read.max_segment=N",
            )
    return segments


def align_job(job: Job, settings: Settings, output: Path | None = None) -> Outcome:
    """Read, tell apart, align and score one job, and write its files into ``output`` if given.

    A file that cannot be read is a `Failed` outcome; anything else that goes wrong is raised.
    """
    try:
        documents = [
            readers.read(Path(path), name, settings.read)
            for path, name in zip(job.paths, job.names, strict=True)
        ]
        outcome = _align_documents(job, documents, settings)
    except ReadError as error:
        return Failed(job=job, error=type(error).__name__, message=str(error))
    check_letters(outcome, documents)
    if output is not None and isinstance(outcome, Aligned):
        write_job(outcome, settings, output)
    return outcome


def _align_documents(
    job: Job, documents: list[Document], settings: Settings
) -> Aligned | Monolingual:
    split = _split(documents, settings)
    removed = chain.from_iterable(document.removed for document in documents)
    common: dict[str, Any] = {
        "job": job,
        "sources": tuple(document.source for document in documents),
        "notes": tuple(chain.from_iterable(document.notes for document in documents)),
    }
    unaligned = [p for p in split.passages if p.reason in {"other-language", "monolingual"}]
    furniture = [p for p in split.passages if p.reason == "furniture"]
    if not split.bitexts:
        return Monolingual(
            **common,
            lang=split.monolingual or "und",
            unaligned=tuple(unaligned),
            removed=(*removed, *furniture),
        )
    aligned = _aligned_bitexts(job, split, settings)
    sides = [side for bitext in split.bitexts for side in (bitext.source, bitext.target)]
    return Aligned(
        **common,
        bitexts=aligned,
        unaligned=(*unaligned, *chain.from_iterable(map(omissions, aligned))),
        removed=(*removed, *furniture, *chain.from_iterable(map(illegal_characters, sides))),
    )


def _split(documents: list[Document], settings: Settings) -> Split:
    if len(documents) == 1:
        return bitexts.split(documents[0], settings.langs, settings.layout)
    return bitexts.pair(documents[0], documents[1], settings.langs)


def _aligned_bitexts(job: Job, split: Split, settings: Settings) -> tuple[AlignedBitext, ...]:
    score, maker = posterior.scorer(settings), UnitMaker(job.id, job.names, settings.props)
    alignments = (align_bitext(bitext, settings) for bitext in split.bitexts)
    return tuple(maker.units(alignment, score(alignment)) for alignment in alignments)


def run(
    jobs: Iterable[Job], settings: Settings, output: Path, imap: Imap
) -> Generator[Outcome, None, None]:
    """Align every job and yield its outcome, in order; after the last the run's files are there.

    ``imap`` is a runner's: it decides in which processes the jobs are done.
    """
    with RunFiles(settings, output) as files:
        for outcome in imap(partial(align_job, settings=settings, output=output), jobs):
            files.add(outcome)
            yield outcome
        files.finish()
