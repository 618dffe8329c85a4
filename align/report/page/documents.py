"""What became of each file: aligned, in one language, failed or skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.excerpts import clip
from align.report.page.details import link_to
from align.report.page.markup import (
    Child,
    Element,
    bar,
    cell,
    element,
    figure,
    more,
    number,
    path,
    paths,
    percent,
    row_heading,
    section,
    table,
)
from align.report.totals import SEVERITIES
from align.text.names import language_name

if TYPE_CHECKING:
    from align.report.figures import JobFigures
    from align.report.summary import Summary

__all__ = ["documents", "failed", "skipped"]

MOST_ROWS = 1_000  # beyond which a browser grows slow and nobody reads
MOST_NOTES = 4  # of one document
LONGEST_NOTE = 300
REPORT_JSON = "report.json"
NOTHING = "–"
NO_BREAK = "\N{NO-BREAK SPACE}"
FIGURES = 7  # columns of figures
STATUS_LABELS = {"aligned": "aligned", "monolingual": "one language", "failed": "failed"}


def documents(summary: Summary) -> Element:
    """Return the table of documents; a row leads to the details of its document, if they are shown.

    The three figures of findings are of errors, warnings and infos.
    """
    detailed = {picture.row for picture in summary.pictures.kept}
    shown = summary.jobs[:MOST_ROWS]
    rows = [_row(job, link_to(row) if row in detailed else "") for row, job in enumerate(shown)]
    return section(
        "documents",
        "Documents",
        table("What became of each document", _headings(summary), rows),
        *more(len(shown), len(summary.jobs), "documents", REPORT_JSON),
    )


def _headings(summary: Summary) -> list[str]:
    sides = f"{NO_BREAK}·{NO_BREAK}".join(summary.settings.langs)
    return [
        "Document",
        "Expected precision",
        "Units",
        "Doubtful",
        f"Errors{NO_BREAK}· warnings{NO_BREAK}· infos",
        f"Coverage {sides}",
        f"Unaligned {sides}",
        f"Segments {sides}",
        "Read as",
    ]


def _row(job: JobFigures, details: str) -> list[Element]:
    name = paths(job.paths)
    linked = element("a", name, href=f"#{details}") if details else name
    status: list[Child] = [] if job.status == "aligned" else [" ", _status(job)]
    return [
        row_heading(linked, *status, *_notes(job.notes)),
        *_figures(job),
        cell(*_read_as(job)),
    ]


def _read_as(job: JobFigures) -> list[Child]:
    layouts = ", ".join(dict.fromkeys(bitext.layout for bitext in job.bitexts))
    parts = [layouts, job.encoding or ""]
    return [element("span", clip(part), class_="line") for part in parts if part] or [NOTHING]


def _figures(job: JobFigures) -> list[Element]:
    counts = job.counts
    if not job.bitexts:
        return [figure(NOTHING) for _ in range(FIGURES)]
    source, target = counts.source, counts.target
    return [
        _shares(counts.mean_score),
        figure(number(counts.units)),
        figure(number(counts.doubtful)),
        figure(" · ".join(number(job.severities[severity]) for severity in SEVERITIES)),
        _shares(source.coverage, target.coverage),
        figure(f"{number(source.unaligned)} · {number(target.unaligned)}"),
        figure(f"{number(source.segments)} · {number(target.segments)}"),
    ]


def _shares(*shares: float | None) -> Element:
    """Return a cell of percentages with a bar below each."""
    return element(
        "td",
        *(element("span", percent(one), bar(one or 0), class_="share") for one in shares),
        class_="figure shares",
    )


def _notes(notes: tuple[str, ...]) -> list[Element]:
    if not notes:
        return []
    said = list(dict.fromkeys(notes))[:MOST_NOTES]  # both files of a pair may say the same
    lines = [element("li", clip(note, longest=LONGEST_NOTE)) for note in said]
    return [element("ul", *lines, class_="notes")]


def _status(job: JobFigures) -> Element:
    label = STATUS_LABELS[job.status]
    if job.lang is not None:
        label = f"only {language_name(job.lang)}"
    return element("span", label, class_=f"status {job.status}")


def failed(summary: Summary) -> Element | None:
    """Return the table of documents that could not be read, or nothing."""
    found = [job for job in summary.jobs if job.error is not None]
    if not found:
        return None
    shown = [
        [row_heading(paths(job.paths)), cell(element("bdi", clip(job.error or ""), dir="ltr"))]
        for job in found[:MOST_ROWS]
    ]
    return section(
        "failed",
        "Failed",
        table("Documents that could not be read", ["Document", "Reason"], shown),
        *more(len(shown), len(found), "failures", REPORT_JSON),
    )


def skipped(summary: Summary) -> Element | None:
    """Return the table of files that were not read, or nothing."""
    if not summary.skipped:
        return None
    shown = [
        [row_heading(path(file.path)), cell(element("bdi", clip(file.reason), dir="ltr"))]
        for file in summary.skipped[:MOST_ROWS]
    ]
    return section(
        "skipped",
        "Skipped files",
        table("Files that were found and not read", ["File", "Reason"], shown),
        *more(len(shown), len(summary.skipped), "skipped files", REPORT_JSON),
    )
