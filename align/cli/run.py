"""``align run``: from files to translation memories and a report."""

from __future__ import annotations

import json
import time
from collections import Counter
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align import journal, naming, registry
from align.cli.options import (
    LAYOUT_CHOICE,
    alignment_options,
    checking_options,
    common_options,
    settings_from,
    writing_options,
)
from align.cli.pairing import by_content
from align.cli.progress import Progress
from align.cli.stdin import standard_input
from align.cli.summary import tell
from align.config import PAIRINGS
from align.errors import NothingToReadError, UsageError
from align.pairing import Found, find_jobs, pair_jobs
from align.unpacking import Archives

if TYPE_CHECKING:
    from collections.abc import Generator

    from align.config import Settings
    from align.model import Outcome
    from align.outputs import Finished
    from align.pipeline import Imap
    from align.report import Report

__all__ = ["run"]

SOME_FAILED = 3
ALL_FAILED = 4
REPORTS = ("report.html", "report.json")

EXAMPLES = """\b
Examples:
  align run article.txt                      one file that holds both languages
  align run texts/ -o memories/              every file of a folder, in pairs where they are
  align run --pair law.ar.txt law.en.txt     two files, source first
  align run texts/ --langs en,ar             English as the source language
  align run texts/ --formats tmx,tei,tsv --prop client=ACME --jobs 2
  cat article.txt | align run - -o memories/
"""


@click.command(epilog=EXAMPLES, short_help="The main job: from files to translation memories.")
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option(
    "--pair", nargs=2, multiple=True, metavar="AR EN", help="Two files that translate one another."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    metavar="FOLDER",
    help="Where the memories and the report go.",
)
@alignment_options
@click.option(
    "--pairing",
    type=click.Choice(PAIRINGS),
    help="What tells files that translate one another: their names, and of the others what they "
    "say, or their names alone.  [default: content]",
)
@click.option(
    "--formats",
    metavar="A,B…",
    help=f"Files of each document, of: {', '.join(naming.FILES)}.  [default: tmx,tei]",
)
@click.option(
    "--segment", metavar="HOW", help="sentence, paragraph, line or srx:FILE.  [default: sentence]"
)
@click.option(
    "--layout", type=LAYOUT_CHOICE, help="How a file holds its languages.  [default: recognised]"
)
@click.option(
    "--encoding", metavar="NAME", help="Of every file, e.g. windows-1256.  [default: detected]"
)
@click.option(
    "--min-score", type=float, metavar="S", help="Least score in memory.tmx.  [default: 0.5]"
)
@checking_options
@writing_options
@click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes."
)
@common_options
def run(
    paths: tuple[str, ...], pair: tuple[tuple[str, str], ...], output: Path, **options: Any
) -> int:
    """Split, align and score the texts in PATH… (files, folders, patterns, - for stdin).

    A file that holds Arabic and English is one document; name.ar.txt and name.en.txt (also
    name_ar, name-ar, ar/name, "Name - Arabic") are one together, and so are two files that
    translate one another whatever they are called. FOLDER gets a TMX and a TEI of each document,
    the merged memory.tmx, report.html, and lists of everything that is in no unit.
    """
    settings = settings_from(options)
    if not paths and not pair:
        raise UsageError(
            "", "nothing to align was named", "give files or folders, or see align run -h"
        )
    with (
        standard_input(paths, settings.read.max_bytes) as named,
        Archives(settings.read) as archives,
    ):
        found = _found(named, pair, settings, output, archives)
        imap = _imap(options["jobs"], len(found.jobs))
        found = by_content(found, settings, imap, options)
        report = _aligned(found, settings, output, options)
    if options["as_json"]:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
    if not options["quiet"]:
        tell(report, output)
    return _exit_code(report.as_json()["totals"])


def _found(
    paths: list[str],
    pairs: tuple[tuple[str, str], ...],
    settings: Settings,
    output: Path,
    archives: Archives,
) -> Found:
    known = registry.names("readers")
    paired = map(Path, chain.from_iterable(pairs))
    apart = (output, *journal.own_files(output), *paired)
    found = find_jobs(paths, settings.langs, known, *apart, archives=archives)
    jobs = (*found.jobs, *pair_jobs(pairs, settings.langs, known, found.jobs))
    if not jobs:
        fact = f"holds no text to read{_first_skipped(found)}"
        raise NothingToReadError(
            ", ".join(paths), fact, f"files ending in {', '.join(known)} are read"
        )
    return Found(jobs=jobs, skipped=found.skipped)


def _first_skipped(found: Found) -> str:
    if not found.skipped:
        return ""
    path, reason = found.skipped[0]
    others = f" and {len(found.skipped) - 1} more" if len(found.skipped) > 1 else ""
    return f" (left out: {path}, {reason}{others})"


def _aligned(found: Found, settings: Settings, output: Path, options: dict[str, Any]) -> Report:
    """Do the work and leave every file of the run, its manifest last."""
    from align import pipeline  # noqa: PLC0415  --help needs none of them
    from align.report import Report  # noqa: PLC0415

    _check(found, settings)
    report = Report(settings, pipeline.signature(settings))
    for path, reason in found.skipped:
        report.skip(path, reason)
    names = _names(found, settings, output)
    started = time.time()
    journal.begin(output, names)
    try:
        work = pipeline.run(found.jobs, settings, output, _imap(options["jobs"], len(found.jobs)))
        progress = Progress(len(found.jobs), quiet=options["quiet"], verbose=options["verbose"])
        finished = _watch(work, report, progress)
        report.totals.duplicates = finished.duplicates
        report.remarks = finished.remarks
        report.write_json(output / "report.json")
        report.write_html(output / "report.html")
    finally:
        journal.finish(output, names, started)
    return report


def _names(found: Found, settings: Settings, output: Path) -> set[str]:
    """Return the names of all files that the run may write."""
    from align import outputs  # noqa: PLC0415  --help needs none of it

    files = _job_files(found, settings, output)
    memories = [output / name for name in outputs.MEMORIES]
    memories += [path for path in files if path.suffix == ".tmx"]
    sides = chain.from_iterable(outputs.side_files(path, settings) for path in memories)
    names = {path.name for path in (*files, *memories, *sides)}
    return names | {*outputs.LISTS, *outputs.SEGMENTATION, *REPORTS}


def _job_files(found: Found, settings: Settings, output: Path) -> list[Path]:
    """Return the files of all jobs; raises `UsageError` when two of them have one name."""
    from align.outputs import job_files  # noqa: PLC0415

    formats = (job_files(job, settings, output).values() for job in found.jobs)
    files = [*chain.from_iterable(chain.from_iterable(formats))]
    twice = next((path for path, times in Counter(files).items() if times > 1), None)
    if twice is not None:
        fact = "is the name of a file of two documents in these formats"
        raise UsageError(str(twice), fact, "run them apart, or choose other --formats")
    return files


def _check(found: Found, settings: Settings) -> None:
    """Refuse two languages that no document could be told apart in, before any work."""
    from align import bitext  # noqa: PLC0415

    if bitext.share_script(settings.langs) and all(len(job.paths) == 1 for job in found.jobs):
        source, target = settings.langs
        fact = f"{source} and {target} share a script and cannot be told apart in one file"
        raise UsageError("--langs", fact, "give two files with --pair, or name them alike")


def _watch(
    work: Generator[Outcome, None, Finished], report: Report, progress: Progress
) -> Finished:
    """Take in the outcomes as they come and return what the work returns.

    Whatever happens, the work has stopped afterwards.
    """
    with closing(work), progress:
        while True:
            try:
                outcome = next(work)
            except StopIteration as end:
                finished: Finished = end.value
                return finished
            report.add(outcome)
            progress.show(outcome)


def _imap(workers: int, jobs: int) -> Imap:
    from align.runners import pool, serial  # noqa: PLC0415

    workers = min(workers, jobs)
    return serial.imap if workers == 1 else partial(pool.imap, workers=workers)


def _exit_code(totals: dict[str, Any]) -> int:
    if not totals["failed"]:
        return 0
    return ALL_FAILED if totals["failed"] == totals["jobs"] else SOME_FAILED
