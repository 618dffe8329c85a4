"""What a run came to: rows, totals and samples, collected while the outcomes stream by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from align.model import Aligned, Failed, Outcome
from align.report.figures import JobFigures, measure
from align.report.leftovers import Examples, FirstLeftOvers
from align.report.pictures import Pictures
from align.report.suspects import Suspects
from align.report.totals import Totals

if TYPE_CHECKING:
    from align.config import Settings

__all__ = ["Skipped", "Summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that was found and not read, and why."""

    path: str
    reason: str

    def as_json(self) -> dict[str, Any]:
        """Return the file's entry in ``report.json``."""
        return {"path": self.path, "reason": self.reason}


class Summary:
    """Everything the report tells; of the texts themselves only a fixed number are kept."""

    def __init__(self, settings: Settings, signature: str | None = None) -> None:
        """Start with no job; ``signature`` names settings, rules and encoder of the run."""
        self.settings = settings
        self.signature = signature or settings.signature()
        self.jobs: list[JobFigures] = []
        self.skipped: list[Skipped] = []
        self.remarks: tuple[str, ...] = ()  # on the merged memories
        self.totals = Totals()
        self.suspects = Suspects(settings.min_score)
        self.pictures = Pictures(settings.min_score)
        self.left_over = FirstLeftOvers()
        self.removed = Examples()

    def add(self, outcome: Outcome) -> None:
        """Add the outcome of the next job; the order of the calls is the order of the report."""
        row = measure(outcome, self.settings.min_score)
        self.jobs.append(row)
        self.totals.add(outcome, row)
        if isinstance(outcome, Aligned):
            self._sample(outcome)
        if not isinstance(outcome, Failed):
            self.removed.add(outcome)

    def _sample(self, outcome: Aligned) -> None:
        for aligned in outcome.bitexts:
            self.suspects.add(aligned, outcome.job.names)
        self.pictures.add(outcome, len(self.jobs) - 1)
        self.left_over.add(outcome)

    def skip(self, path: str, reason: str) -> None:
        """Add a file that was found and not read."""
        self.skipped.append(Skipped(path=path, reason=reason))
