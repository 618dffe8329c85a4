"""Findings: what is wrong, for which tools, how bad that is, and what is done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.checks.catalogue import FLAGS
from align.errors import UnknownNameError
from align.exchange.checking.catalogue import KINDS
from align.exchange.checking.effects import Effect
from align.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from align.exchange.checking.effects import Act
    from align.exchange.checking.hits import Hit
    from align.model import Flag, Severity, SideName

__all__ = ["Finding", "Judge", "check_ignored_findings", "quality_finding"]

Effects = dict[str, Effect]
REFUSALS = ("refuses", "refuses-file")
CHANGES = ("changes", "changes-file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong with a unit, or with a file where ``unit`` is None.

    ``tools`` are those that refuse or change what it is about. ``fix`` is what ``--fix`` does.
    """

    id: str
    severity: Severity
    tools: tuple[str, ...]
    line: int | None
    unit: str | None
    side: SideName | None
    message: str
    fix: str


class Judge:
    """Says of what was found how bad it is: for one tool, or for all of them.

    An error has something refused, by the one tool or, without one, as a rule.
    """

    def __init__(self, cat: str | None, ignored: Collection[str], *, is_tmx: bool) -> None:
        """Take the tool, the ids of findings that are not wanted, and whether TMX is read."""
        self._cat = cat
        self._ignored = ignored
        self._is_tmx = is_tmx

    def effects(self, hit: Hit) -> Effects:
        """Return what each tool that a hit concerns does about it; none if it is not wanted."""
        if hit.id in self._ignored:
            return {}
        known = KINDS[hit.id].effects
        tools = [self._cat] if self._cat else PRESETS
        among = {
            tool: known[tool]
            for tool in tools
            if tool in known and (hit.tools is None or tool in hit.tools)
        }
        return among if self._is_tmx else {tool: _softer(each) for tool, each in among.items()}

    def finding(self, hit: Hit, effects: Effects, line: int, unit: str | None) -> Finding:
        """Return a hit as a finding."""
        kind = KINDS[hit.id]
        acts = [each.act for each in effects.values()]
        touched = (tool for tool, each in effects.items() if each.act != "notes")
        return Finding(
            id=hit.id,
            severity=self._severity(kind.severity, acts),
            tools=tuple(touched),
            line=hit.line or line or None,
            unit=unit,
            side=hit.side,
            message=hit.message,
            fix=kind.fix,
        )

    def _severity(self, usual: Severity, acts: list[Act]) -> Severity:
        refused = any(act in REFUSALS for act in acts)
        if self._cat is None and (self._is_tmx or refused):
            return usual
        if refused:
            return "error"
        if any(act in CHANGES for act in acts):
            return "error" if usual == "error" and self._is_tmx else "warning"
        return "warning" if usual == "error" else usual


def quality_finding(flag: Flag, line: int, unit: str) -> Finding:
    """Return a flag of the quality checks as a finding: no tool refuses a unit for one."""
    return Finding(
        id=flag.id,
        severity="warning" if flag.severity == "error" else flag.severity,
        tools=(),
        line=line or None,
        unit=unit,
        side=flag.side,
        message=flag.message,
        fix="",
    )


def check_ignored_findings(ignored: Iterable[str]) -> None:
    """Raise `UnknownNameError` for the id of a finding that there is not."""
    for name in ignored:
        if name not in KINDS and name not in FLAGS:
            known = ", ".join(sorted(KINDS.keys() | FLAGS))
            raise UnknownNameError("--ignore", f"{name!r} is not a finding", f"known are {known}")


def _softer(effect: Effect) -> Effect:
    """Return an effect on a unit that TMX is still to be written of: the file will be whole."""
    return effect._replace(act="changes") if effect.act == "refuses-file" else effect
