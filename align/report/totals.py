"""The figures of the whole run, added up job by job."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from align.model import Aligned, AlignedBitext, Outcome, Severity
from align.report.counts import Counts

if TYPE_CHECKING:
    from align.report.figures import Findings, JobFigures

__all__ = ["BINS", "SEVERITIES", "Totals", "by_count"]

BINS = 20  # of 0.05 each: fine enough to see a hump, few enough to label
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Totals:
    """Counts that only grow: the same size for ten jobs and for ten million."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.counts = Counts()
        self.duplicates = 0  # units made more than once, which stand once in the memories
        self.bins = [0] * BINS
        self.statuses: Counter[str] = Counter()
        self.layouts: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.findings: Counter[tuple[Severity, str]] = Counter()  # flags, by severity and id
        self.removed: Counter[str] = Counter()
        self.other_languages: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()  # of documents that have only one

    @property
    def jobs(self) -> int:
        """How many jobs were added."""
        return self.statuses.total()

    def add(self, outcome: Outcome, row: JobFigures) -> None:
        """Add one job: its row of figures, and its beads and scores one by one."""
        self.statuses[row.status] += 1
        self.counts += row.counts
        self.layouts.update(bitext.layout for bitext in row.bitexts)
        for bitext in row.bitexts:
            self._add_findings(bitext.findings)
        self.removed.update(dict(row.removed))
        self.other_languages.update(dict(row.other_languages))
        if row.lang is not None:
            self.languages[row.lang] += 1
        if isinstance(outcome, Aligned):
            for aligned in outcome.bitexts:
                self._add_bitext(aligned)

    def _add_bitext(self, aligned: AlignedBitext) -> None:
        self.kinds.update(bead.kind for bead in aligned.alignment.beads)
        for unit in aligned.units:
            if unit is not None:
                self.bins[_bin(unit.score)] += 1

    def _add_findings(self, findings: tuple[Findings, ...]) -> None:
        for found in findings:
            self.findings[found.severity, found.id] += found.times

    def by_severity(self) -> list[tuple[Severity, str, int]]:
        """Return severity, id and count of the findings, the worst and most frequent first."""
        found = [(*kind, count) for kind, count in self.findings.items()]
        return sorted(found, key=lambda kind: (SEVERITIES.index(kind[0]), -kind[2], kind[1]))

    def as_json(self) -> dict[str, Any]:
        """Return the totals as they stand in ``report.json``; ``scores`` are the 20 bins."""
        return {
            "jobs": self.jobs,
            "aligned": self.statuses["aligned"],
            "monolingual": self.statuses["monolingual"],
            "failed": self.statuses["failed"],
            **self.counts.as_json(),
            "flags": {name: count for _, name, count in self.by_severity()},
            "duplicates": self.duplicates,
            "kinds": dict(by_count(self.kinds)),
            "layouts": dict(by_count(self.layouts)),
            "removed": dict(by_count(self.removed)),
            "other_languages": dict(by_count(self.other_languages)),
            "scores": list(self.bins),
        }


def by_count(counter: Counter[str]) -> list[tuple[str, int]]:
    """Return names and counts, the most frequent first, equals by name."""
    return sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))


def _bin(score: float) -> int:
    return min(BINS - 1, int(score * BINS))  # a score of 1 belongs to the last bin
