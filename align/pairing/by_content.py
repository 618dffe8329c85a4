"""Pairs by content: files in one language whose names say nothing, and their translations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from align.model import Job
from align.pairing.likeness import probability
from align.pairing.matching import Text, matched
from align.pairing.portrait import Portrait, encoder_of, portrait
from align.text.names import language_name
from align.text.scripts import script_of

if TYPE_CHECKING:
    from align.config import Settings
    from align.pairing.by_name import Found
    from align.pairing.matching import Candidate

__all__ = ["pair_by_content"]

WORTH_A_WORD = 0.01  # score from which on the best candidate of a file left alone is named

Drawn = tuple[Job, Portrait]
Imap = Callable[[Callable[[Job], Portrait | None], Sequence[Job]], Iterator[Portrait | None]]


def pair_by_content(found: Found, settings: Settings, imap: Imap) -> Found:
    """Return the jobs with those put together that translate one another.

    Only files that names have left alone are looked at, through ``imap``, which may do so in other
    processes. Of equally good pairs the first files make one.
    """
    alone = [job for job in found.jobs if len(job.paths) == 1]
    if len({script_of(lang) for lang in settings.langs}) == 1 or len(alone) == 1:
        return found
    if len(alone) > settings.max_pairing:
        return replace(found, remarks=(*found.remarks, _too_many(len(alone))))
    sides: tuple[list[Drawn], list[Drawn]] = ([], [])
    drawn = imap(partial(portrait, settings=settings), alone)
    for job, picture in zip(alone, drawn, strict=True):
        if picture is not None:
            sides[picture.side].append((job, picture))
    if not all(sides):
        return found
    changed = _changed(sides, settings)
    jobs = (changed.get(job.id, job) for job in found.jobs)
    return replace(found, jobs=tuple(job for job in jobs if job is not None))


def _too_many(files: int) -> str:
    return (
        f"{files:,} files are too many to be paired by content: pair them by name, or raise the "
        "number with --set max_pairing=N"
    )


def _changed(sides: tuple[list[Drawn], list[Drawn]], settings: Settings) -> dict[str, Job | None]:
    """Return what becomes of the jobs of single files, by id: None goes with its source."""
    sources, targets = ([Text(PurePosixPath(j.names[0]), own) for j, own in side] for side in sides)
    pairs, candidates = matched(sources, targets, settings.langs, encoder_of(settings))
    changed: dict[str, Job | None] = {}
    for pair in pairs:
        source, target = sides[0][pair.source][0], sides[1][pair.target][0]
        changed |= {source.id: _together(source, target, pair), target.id: None}
    for side in (0, 1):
        best = _best(candidates, side)
        for number, (job, _) in enumerate(sides[side]):
            if job.id not in changed:
                note = _unpaired(sides[1 - side], best.get(number), settings.langs[1 - side])
                changed[job.id] = replace(job, notes=(*job.notes, note))
    return changed


def _together(source: Job, target: Job, pair: Candidate) -> Job:
    score = probability(pair.log_odds)
    return replace(
        source,
        paths=(*source.paths, *target.paths),
        names=(*source.names, *target.names),
        paired="content",
        score=score,
        notes=(f"paired by content with score {score:.2f}",),
    )


def _best(candidates: Sequence[Candidate], side: int) -> dict[int, tuple[int, float]]:
    """Return the best candidate of each text of a side, and its log odds."""
    best: dict[int, tuple[int, float]] = {}
    for source, target, odds in candidates:
        own, other = (source, target) if side == 0 else (target, source)
        if own not in best or odds > best[own][1]:
            best[own] = other, odds
    return best


def _unpaired(others: Sequence[Drawn], best: tuple[int, float] | None, lang: str) -> str:
    files = "1 file" if len(others) == 1 else f"{len(others):,} files"
    note = f"no partner found among {files} in {language_name(lang)}"
    if best is None or probability(best[1]) < WORTH_A_WORD:
        return note
    number, odds = best
    return f"{note}; best candidate {others[number][0].names[0]} ({probability(odds):.2f})"
