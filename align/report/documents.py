"""What became of each file: aligned, in one language, failed or skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.markup import (
    Element,
    cell,
    element,
    figure,
    more,
    number,
    path,
    paths,
    row_heading,
    score,
    section,
    table,
)
from align.report.samples import clip
from align.text.names import language_name

if TYPE_CHECKING:
    from align.report.figures import JobFigures
    from align.report.summary import Summary

__all__ = ["documents", "failed", "skipped"]

MOST_ROWS = 1_000  # beyond which a browser grows slow and nobody reads
REPORT_JSON = "report.json"
NOTHING = "–"
FIGURES = 4  # columns of figures: segments, units, unaligned, mean score
STATUS_LABELS = {"aligned": "aligned", "monolingual": "one language", "failed": "failed"}


def documents(summary: Summary) -> Element:
    """Return the table of documents."""
    source, target = summary.settings.langs
    sides = f"{source} · {target}"
    headings = [
        "Document",
        "Status",
        "Layout",
        "Encoding",
        f"Segments {sides}",
        "Units",
        f"Unaligned {sides}",
        "Mean score",
    ]
    shown = summary.jobs[:MOST_ROWS]
    return section(
        "documents",
        "Documents",
        table("What became of each document", headings, [_row(job) for job in shown]),
        *more(len(shown), len(summary.jobs), "documents", REPORT_JSON),
    )


def _row(job: JobFigures) -> list[Element]:
    return [
        row_heading(paths(job.paths), *_notes(job.notes)),
        cell(_status(job)),
        cell(", ".join(dict.fromkeys(bitext.layout for bitext in job.bitexts)) or NOTHING),
        cell(job.encoding or NOTHING),
        *map(figure, _figures(job)),
    ]


def _figures(job: JobFigures) -> list[str]:
    counts = job.counts
    if not job.bitexts:
        return [NOTHING] * FIGURES
    return [
        f"{number(counts.source_segments)} · {number(counts.target_segments)}",
        number(counts.units),
        f"{number(counts.source_unaligned)} · {number(counts.target_unaligned)}",
        score(counts.mean_score),
    ]


def _notes(notes: tuple[str, ...]) -> list[Element]:
    if not notes:
        return []
    return [element("ul", *(element("li", clip(note)) for note in notes), class_="notes")]


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
