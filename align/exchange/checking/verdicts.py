"""How many units each tool takes, refuses or changes, and which findings there are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, get_args

from align.exchange.checking.effects import WORST_FIRST
from align.model import Severity
from align.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.exchange.checking.effects import Act, Effect
    from align.exchange.checking.findings import Finding

__all__ = ["Reason", "Tally", "Verdict"]

MOST = 1_000  # findings about all of a file
EXAMPLES = 3  # of each kind, that are kept
WORST = WORST_FIRST.index
Acts = frozenset[tuple[str, "Act"]]  # what the tools do of a unit


class Verdict(NamedTuple):
    """How many units of a file a tool takes as they are, refuses, and takes changed."""

    accepted: int
    refused: int
    changed: int


class Reason(NamedTuple):
    """A kind of finding: how often it was met, and the first ones."""

    severity: Severity
    times: int
    examples: tuple[Finding, ...]


class Tally:
    """Counts the findings of a file, and what they mean for each tool."""

    def __init__(self, cat: str | None) -> None:
        """Start for one tool, or for all."""
        self.units = 0
        self.of_file: list[Finding] = []  # the first of those that are about no unit
        self._tools = [cat] if cat else list(PRESETS)
        self._units_by_acts: Counter[Acts] = Counter()  # few kinds of units, however many units
        self._file_acts: dict[str, Act] = {}
        self._reasons: dict[str, Reason] = {}
        self._times: dict[str, Counter[tuple[Act, str]]] = {t: Counter() for t in self._tools}

    def unit(self, effects: Iterable[dict[str, Effect]]) -> None:
        """Count a unit, by what the tools do about the findings of it."""
        self.units += 1
        worst: dict[str, Act] = {}
        for each in effects:
            _add(worst, each)
        self._units_by_acts[frozenset(worst.items())] += 1

    def file(self, effects: dict[str, Effect]) -> None:
        """Count what tools do about something that concerns all of the file."""
        _add(self._file_acts, effects)

    def finding(self, finding: Finding, effects: dict[str, Effect]) -> None:
        """Count a finding, with what tools do about it, and keep the first of its kind."""
        known = self._reasons.get(finding.id, Reason(finding.severity, 0, ()))
        examples = known.examples
        if len(examples) < EXAMPLES:
            examples = (*examples, finding)
        self._reasons[finding.id] = Reason(finding.severity, known.times + 1, examples)
        if finding.unit is None and len(self.of_file) < MOST:
            self.of_file.append(finding)
        for tool in finding.tools:
            self._times[tool][effects[tool].act, finding.id] += 1

    def reasons(self) -> list[tuple[str, Reason]]:
        """Return the kinds of findings: the worst first, of these the commonest."""
        rank = get_args(Severity).index
        return sorted(
            self._reasons.items(), key=lambda one: (rank(one[1].severity), -one[1].times, one[0])
        )

    def concerning(self, tool: str) -> list[tuple[Act, str]]:
        """Return what a tool does about which kinds of findings, the worst first."""
        found = self._times[tool]
        return sorted(found, key=lambda one: (WORST(one[0]), -found[one], one[1]))

    def errors(self) -> int:
        """Return how many findings are errors."""
        return sum(each.times for each in self._reasons.values() if each.severity == "error")

    def verdicts(self) -> dict[str, Verdict]:
        """Return the verdict of each tool."""
        return {tool: self._verdict(tool) for tool in self._tools}

    def _verdict(self, tool: str) -> Verdict:
        whole = self._file_acts.get(tool, "notes")
        if whole == "refuses-file" or any(
            dict(acts).get(tool) == "refuses-file" for acts in self._units_by_acts
        ):
            return Verdict(0, self.units, 0)
        refused = changed = 0
        for acts, units in self._units_by_acts.items():
            act = min(dict(acts).get(tool, "notes"), whole, key=WORST)
            refused += units * (act == "refuses")
            changed += units * act.startswith("changes")
        return Verdict(self.units - refused - changed, refused, changed)


def _add(acts: dict[str, Act], effects: dict[str, Effect]) -> None:
    for tool, effect in effects.items():
        acts[tool] = min(acts.get(tool, "notes"), effect.act, key=WORST)
