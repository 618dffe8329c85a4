"""The floors no figure may fall under, and how they are moved.

A floor is a figure measured before on the very same files, so the margin has to cover no more
than the differences between machines; floors rise freely and fall only when told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.bench.measuring import Row

__all__ = ["Baseline", "check", "floor", "updated", "warnings"]

MEASURES = ("strict", "lax", "omissions")
FEWEST_OMISSIONS = 20  # in a set, for their F1 to have a floor: with fewer, one is all
MEMORY_MARGIN = 1.5  # a first run also compiles
SPEED_MARGIN = 2.0  # slower than that is worth a warning, and no more: machines differ

Baseline = dict[str, Any]


def floor(row: Row, measure: str, baseline: Baseline) -> float | None:
    """Return the floor of a figure, None where there is none yet."""
    found: float | None = baseline.get(f"{measure}_f1", {}).get(row.aligner, {}).get(row.name)
    return found


def check(
    rows: Sequence[Row], digests: dict[str, str], baseline: Baseline, gone: Iterable[str] = ()
) -> list[str]:
    """Return what fails; ``gone`` are the sets that are not at hand."""
    faults = [
        f"{name}: the set has floors but is not there"
        for name in gone
        if name in baseline["digests"]
    ]
    faults += [
        f"{name}: the gold files are not those the floors were measured on"
        for name, found in digests.items()
        if baseline["digests"].get(name, found) != found
    ]
    for row in rows:
        faults += [f"{row.aligner} {row.name}: {note}" for note in row.notes]
        faults += _fallen(row, baseline)
    return faults + _grown(rows, baseline)


def _fallen(row: Row, baseline: Baseline) -> list[str]:
    """Return the figures of a row that are under their floors."""
    faults = []
    for measure in MEASURES:
        least = floor(row, measure, baseline)
        if least is not None and row.f1(measure) < least - baseline["margin"]:
            figure = f"{measure} F1 {row.f1(measure):.4f}"
            faults.append(f"{row.aligner} {row.name}: {figure} is under {least:.4f}")
    return faults


def _grown(rows: Sequence[Row], baseline: Baseline) -> list[str]:
    """Return the aligners that take much more memory than they did."""
    before = baseline.get("megabytes", {})
    return [
        f"{aligner}: {peak} MB is much more than {before[aligner]}"
        for aligner, peak in _peaks(rows).items()
        if aligner in before and peak > MEMORY_MARGIN * before[aligner]
    ]


def warnings(rows: Sequence[Row], baseline: Baseline) -> list[str]:
    """Return the aligners that are much slower than they were."""
    before = baseline.get("sentences_per_second", {})
    return [
        f"{aligner}: {speed} sentences/s is much less than {before[aligner]}"
        for aligner, speed in _speeds(rows).items()
        if aligner in before and speed * SPEED_MARGIN < before[aligner]
    ]


def updated(
    rows: Sequence[Row], digests: dict[str, str], baseline: Baseline, *, lower: bool
) -> Baseline:
    """Return a baseline with the figures of this run; a floor falls only with ``lower``."""
    new: Baseline = {"margin": baseline["margin"], "digests": digests}
    for measure in MEASURES:
        key = f"{measure}_f1"
        new[key] = {aligner: dict(floors) for aligner, floors in baseline.get(key, {}).items()}
        for row in rows:
            if measure == "omissions" and row.result.measures[measure].gold < FEWEST_OMISSIONS:
                continue
            before = 0.0 if lower else floor(row, measure, baseline) or 0.0
            new[key].setdefault(row.aligner, {})[row.name] = max(row.f1(measure), before)
    peaks, ceilings = _peaks(rows), {} if lower else baseline.get("megabytes", {})
    new["megabytes"] = {name: min(peak, ceilings.get(name, peak)) for name, peak in peaks.items()}
    new["sentences_per_second"] = _speeds(rows) or baseline.get("sentences_per_second", {})
    return new


def _peaks(rows: Sequence[Row]) -> dict[str, int]:
    """Return the most memory each aligner took."""
    names = dict.fromkeys(row.aligner for row in rows)
    return {name: max(row.megabytes for row in rows if row.aligner == name) for name in names}


def _speeds(rows: Sequence[Row]) -> dict[str, int]:
    """Return the sentences a second of each aligner over all sets, of those run alone."""
    speeds = {}
    for name in dict.fromkeys(row.aligner for row in rows if row.alone):
        mine = [row for row in rows if row.aligner == name]
        seconds = sum(row.seconds for row in mine)
        speeds[name] = round(sum(row.result.sentences for row in mine) / max(seconds, 1e-9))
    return speeds
