"""What is to be said of all units of a memory together, added up one by one."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING, Any

from align.checks.catalogue import FLAGS

if TYPE_CHECKING:
    from align.model import Severity
    from align.scoring import Scored

__all__ = ["Tally"]

TENTHS = 10
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Tally:
    """Counts, and the units with the lowest scores: of one size however many units there are."""

    def __init__(self, min_score: float, worst: int) -> None:
        """Start at nothing; the ``worst`` lowest units will be kept."""
        self.min_score = min_score
        self.units = 0
        self.below = 0  # units under the least score
        self.tenths = [0] * TENTHS
        self.findings: Counter[tuple[str, Severity]] = Counter()  # flags, by id and severity
        self.flagged: Counter[Severity] = Counter()  # units, by the worst of their flags
        self._sum = 0.0
        self._most = worst
        self._heap: list[tuple[float, int, Scored]] = []  # the best of the worst is on top

    def add(self, scored: Scored) -> None:
        """Count one unit."""
        score = scored.unit.score
        self.units += 1
        self.below += score < self.min_score
        self.tenths[min(int(score * TENTHS), TENTHS - 1)] += 1
        self._sum += score
        self.findings.update((flag.id, flag.severity) for flag in scored.unit.flags)
        severities = {flag.severity for flag in scored.unit.flags}
        for worst in [one for one in SEVERITIES if one in severities][:1]:
            self.flagged[worst] += 1
        self._keep(scored)

    def _keep(self, scored: Scored) -> None:
        entry = -scored.unit.score, -self.units, scored
        if len(self._heap) < self._most:
            heapq.heappush(self._heap, entry)
        elif self._most:
            heapq.heappushpop(self._heap, entry)

    @property
    def expected_precision(self) -> float:
        """The expected share of right units: their mean score, as scores are probabilities."""
        return self._sum / self.units if self.units else 0.0

    def worst(self) -> list[Scored]:
        """Return the units with the lowest scores, the lowest first."""
        return [scored for _, _, scored in sorted(self._heap, reverse=True)]

    def kinds(self) -> list[tuple[str, Severity, int]]:
        """Return id, severity and number of each kind of finding, the worst and commonest first."""
        found = [(*kind, count) for kind, count in self.findings.items()]
        return sorted(found, key=lambda kind: (SEVERITIES.index(kind[1]), -kind[2], kind[0]))

    def as_json(self) -> dict[str, Any]:
        """Return the counts as they stand in the ``summary`` of the JSON document."""
        return {
            "units": self.units,
            "expected_precision": round(self.expected_precision, 4),
            "min_score": self.min_score,
            "below_min_score": self.below,
            "tenths": self.tenths,
            "flagged": {severity: self.flagged[severity] for severity in SEVERITIES},
            "findings": [
                {"id": name, "severity": severity, "count": count, "says": FLAGS[name].says}
                for name, severity, count in self.kinds()
            ],
        }
