"""The files of a run: each job's own, the merged memories, and the lists of what is in no unit."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, Self

from align import naming, registry
from align.errors import AccountingError
from align.files import replacing
from align.formats.tmx.parts import beside
from align.formats.tmx.writer import TOO_LONG
from align.model import Aligned, Failed, Job, Outcome, Passage, TranslationUnit
from align.presets import ANY_TOOL, preset
from align.segmenters import rules_in_use
from align.segmenters.omegat import segmentation_conf
from align.store.merging import Merging

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from align.config import Settings
    from align.stages import Writer

__all__ = [
    "LISTS",
    "MEMORIES",
    "SEGMENTATION",
    "Finished",
    "RunFiles",
    "job_files",
    "side_files",
    "write_job",
]

LISTS = ("unaligned.jsonl", "removed.jsonl", "failed.jsonl")
MEMORIES = ("memory.tmx", "doubtful.tmx")
MOST_PARTS = 100  # of a memory too large for one file: more are more than any tool takes
SEGMENTATION = ("segmentation.srx", "segmentation.conf")  # the same rules, for OmegaT too


def job_files(job: Job, settings: Settings, output: Path) -> dict[str, tuple[Path, ...]]:
    """Return the files of each format that an aligned job leaves in ``output``."""
    stem = output / job.id
    return {name: naming.files_of(name, stem, settings.langs) for name in settings.formats}


def side_files(path: Path, settings: Settings) -> Iterator[Path]:
    """Yield the files that may come beside a TMX, as the tool of ``settings`` wants them."""
    tool = preset(settings.cat) if settings.cat else ANY_TOOL
    if tool.longest is not None:
        yield beside(path, TOO_LONG)
    if tool.largest is not None:
        yield from (beside(path, str(part)) for part in range(2, MOST_PARTS))


def write_job(outcome: Aligned, settings: Settings, output: Path) -> None:
    """Write an aligned job in every format of ``settings``; raises `OutputError`."""
    for name, paths in job_files(outcome.job, settings, output).items():
        place = paths[0] if len(paths) == 1 else output / outcome.job.id
        writer: Writer
        with registry.resolve("formats", name)(place, settings) as writer:
            for aligned in outcome.bitexts:
                writer.write_bitext(aligned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What there is to say of the merged memories of a run.

    ``duplicates`` units were made more than once and stand there once; ``remarks`` are sentences.
    """

    duplicates: int
    remarks: tuple[str, ...] = ()


class RunFiles:
    """The files that all jobs of a run share; enter, add outcomes in order, finish, leave."""

    def __init__(self, settings: Settings, output: Path) -> None:
        """Prepare to write into the folder ``output``, which must be there."""
        self._settings = settings
        self._output = output
        self._stack = ExitStack()
        self._lists: dict[str, IO[bytes]] = {}
        self._remarks: list[str] = []

    def __enter__(self) -> Self:
        """Open the lists and the merging."""
        with ExitStack() as stack:
            for name in LISTS:
                self._lists[name] = stack.enter_context(replacing(self._output / name))
            self._merging = stack.enter_context(Merging())
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the lists, or drop them after an error."""
        self._stack.__exit__(kind, error, traceback)

    def add(self, outcome: Outcome) -> None:
        """Take in the units of one job and list what is in none of them."""
        for name, line in _listed(outcome):
            text = json.dumps(line, ensure_ascii=False) + "\n"
            self._lists[name].write(text.encode("utf-8", "backslashreplace"))
        for unit in _units(outcome):
            self._merging.add(unit)

    def finish(self) -> Finished:
        """Write the merged memories and the sentence rules.

        Raises `AccountingError` unless every unit made was written or is a duplicate.
        """
        least = self._settings.min_score
        written = self._write_memory("memory.tmx", least, 2.0)
        written += self._write_memory("doubtful.tmx", -1.0, least)
        made, duplicates = self._merging.added, self._merging.duplicates
        if made != written + duplicates:
            fact = f"{made} units made, but {written} written and {duplicates} duplicates"
            raise AccountingError("memory.tmx", fact, "this is a bug in align; please report it")
        self._write_segmentation()
        return Finished(duplicates=duplicates, remarks=tuple(self._remarks))

    def _write_memory(self, name: str, least: float, below: float) -> int:
        """Write the units with scores from ``least`` to ``below``; with none there is no file."""
        units = self._merging.units(least=least, below=below)
        first = next(units, None)
        if first is None:
            return 0
        written = 0
        with registry.resolve("formats", "tmx")(self._output / name, self._settings) as writer:
            for unit in chain([first], units):
                writer.write(unit)
                written += 1
        self._remarks += writer.remarks
        return written

    def _write_segmentation(self) -> None:
        """Leave the sentence rules in use, so that a CAT tool cuts alike."""
        rules = rules_in_use(self._settings)
        if rules is None:
            return
        for name, content in zip(SEGMENTATION, (rules, segmentation_conf(rules)), strict=True):
            with replacing(self._output / name) as file:
                file.write(content)


def _units(outcome: Outcome) -> Iterator[TranslationUnit]:
    for aligned in outcome.bitexts if isinstance(outcome, Aligned) else ():
        yield from (unit for unit in aligned.units if unit is not None)


def _listed(outcome: Outcome) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the lists and lines in which an outcome accounts for what is in no unit."""
    if isinstance(outcome, Failed):
        line = {"job": outcome.job.id, "paths": list(outcome.job.names)}
        yield "failed.jsonl", {**line, "error": outcome.error, "message": outcome.message}
        return
    for passage in outcome.unaligned:
        yield "unaligned.jsonl", _passage_line(outcome.job, passage)
    for passage in outcome.removed:
        yield "removed.jsonl", _passage_line(outcome.job, passage)


def _passage_line(job: Job, passage: Passage) -> dict[str, Any]:
    """Return the line that lists a passage; what a reader has no more to say of is left out."""
    more = {"label": passage.label, "instead": passage.instead}
    return {
        "job": job.id,
        "lang": passage.lang,
        "block": passage.block,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "reason": passage.reason,
        **{key: value for key, value in more.items() if value},
    }
