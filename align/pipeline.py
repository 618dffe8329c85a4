"""From jobs to files: `align_bitext`, `align_job` (one job, any process), `run` (all jobs)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from align import aligners, readers, segmenters
from align import bitext as bitexts
from align.accounting import check_letters
from align.errors import LimitError, ReadError
from align.judging import judged_bitext
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
from align.outputs import Finished, RunFiles, write_job
from align.scorers.expected import doubt
from align.units import UnitMaker, illegal_characters, omissions

if TYPE_CHECKING:
    from align.config import Settings
    from align.model import Layout
    from align.stages import Segmenter

__all__ = ["align_bitext", "align_documents", "align_job", "run", "signature"]

Imap = Callable[[Callable[[Job], Outcome], Iterable[Job]], Iterator[Outcome]]


def signature(settings: Settings) -> str:
    """Return what names the settings of a run, its sentence rules and its encoder.

    Raises what `segmenters.chosen` and `aligners.chosen` raise, so that a run that cannot be is
    refused before any work.
    """
    segmenters.chosen(settings)
    rules = hashlib.sha256(segmenters.rules_in_use(settings) or b"").hexdigest()
    return "+".join(filter(None, (settings.signature(rules), aligners.chosen(settings).signature)))


def align_bitext(bitext: Bitext, settings: Settings) -> Alignment:
    """Cut both sides of a bitext into segments and return their alignment."""
    cut = segmenters.chosen(settings)
    sides = bitext.source, bitext.target
    source, target = (_segments(side, bitext.id, cut, settings) for side in sides)
    return aligners.align_segments(bitext, source, target, settings)


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
        outcome = align_documents(job, settings)
    except ReadError as error:
        return Failed(job=job, error=type(error).__name__, message=str(error))
    if output is not None and isinstance(outcome, Aligned):
        write_job(outcome, settings, output)
    return outcome


def align_documents(job: Job, settings: Settings) -> Aligned | Monolingual:
    """Read, tell apart, align and score the documents of one job.

    Raises `ReadError` when one cannot be read, `AccountingError` if a letter would be lost.
    """
    documents = [
        readers.read(Path(path), name, settings.read)
        for path, name in zip(job.paths, job.names, strict=True)
    ]
    split = _split(documents, settings)
    outcome = _outcome(job, documents, split, settings)
    check_letters(outcome, documents)
    return outcome


def _outcome(
    job: Job, documents: list[Document], split: Split, settings: Settings
) -> Aligned | Monolingual:
    """Align what can be aligned, and list the rest."""
    removed = chain.from_iterable(document.removed for document in documents)
    common: dict[str, Any] = {
        "job": job,
        "sources": tuple(document.source for document in documents),
        "notes": (*job.notes, *chain.from_iterable(document.notes for document in documents)),
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
    common["notes"] = (*common["notes"], *chain.from_iterable(map(_notes, aligned)))
    return Aligned(
        **common,
        bitexts=aligned,
        unaligned=(*unaligned, *chain.from_iterable(map(omissions, aligned))),
        removed=(*removed, *furniture, *chain.from_iterable(map(illegal_characters, sides))),
    )


def _split(documents: list[Document], settings: Settings) -> Split:
    if len(documents) == 1:
        layout = cast("Layout | None", settings.layout)  # the settings have checked it
        return bitexts.split(documents[0], settings.langs, layout)
    return bitexts.pair(documents[0], documents[1], settings.langs)


def _aligned_bitexts(job: Job, split: Split, settings: Settings) -> tuple[AlignedBitext, ...]:
    maker = UnitMaker(job.id, job.names, settings.props)
    alignments = (align_bitext(bitext, settings) for bitext in split.bitexts)
    return tuple(judged_bitext(maker.units(alignment), settings) for alignment in alignments)


def _notes(aligned: AlignedBitext) -> Iterator[str]:
    """Yield what the report should say of a bitext: moved blocks, sides that hardly fit."""
    bitext = aligned.alignment.bitext
    langs = bitext.source.lang, bitext.target.lang
    stretches = len(aligned.alignment.stretches)
    if stretches > 1:
        yield (
            f"blocks have changed places: {stretches} stretches stand in another order in the "
            f"{langs[1]} than in the {langs[0]} text, whose order the units keep"
        )
    warning = doubt([unit.score for unit in aligned.units if unit is not None], langs)
    if warning is not None:
        yield warning


def run(
    jobs: Iterable[Job], settings: Settings, output: Path, imap: Imap
) -> Generator[Outcome, None, Finished]:
    """Align every job and yield its outcome, in order; after the last the run's files are there.

    ``imap`` is a runner's: it decides in which processes the jobs are done. Returns what there is
    to say of the merged memories.
    """
    with RunFiles(settings, output) as files:
        for outcome in imap(partial(align_job, settings=settings, output=output), jobs):
            files.add(outcome)
            yield outcome
        return files.finish()
