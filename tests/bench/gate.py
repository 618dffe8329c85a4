"""The quality gate: strict F1 of both aligners on the gold sets, against floors that only rise.

    python -m tests.bench.gate --gold DIR [--update] [--allow-regression]

DIR holds one folder a set, each with ``docs/DOC.ar.txt``, ``DOC.en.txt`` and ``DOC.gold``.
``baseline.json`` beside this file pins for each set the figures last accepted and a digest of the
gold files; a figure more than the margin below its floor fails the gate. ``--update`` writes the
figures of this run as the new floors; it lowers one only with ``--allow-regression``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.config import Settings
from align.evaluate import Result, total
from align.gold import find_gold

BASELINE = Path(__file__).with_name("baseline.json")
SETS = {  # name: (folder, documents)
    "law": ("alignar-dev", "law*"),
    "literature": ("alignar-dev", "lit*"),
    "osguide": ("osguide", "*"),
    "osguide-noisy": ("osguide-noisy", "*"),
    "tico19-noisy": ("tico19-noisy", "*"),
    "pud-noisy": ("pud-noisy", "*"),
    "udhr": ("udhr", "*"),
}
ALIGNERS = ("hybrid", "gale-church")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The figures of one aligner on one set."""

    aligner: str
    name: str
    result: Result
    seconds: float

    @property
    def strict(self) -> float:
        """Strict F1."""
        return self.result.measures["strict"].figures()["f1"]

    def line(self, floor: float | None) -> str:
        """The row as printed."""
        measures = self.result.measures
        figures = (self.strict, *(measures[key].figures()["f1"] for key in ("lax", "omissions")))
        cells = "  ".join(f"{figure:.4f}" for figure in figures)
        wanted = "   -  " if floor is None else f"{floor:.4f}"
        speed = self.result.sentences / self.seconds
        return f"{self.aligner:<12} {self.name:<14} {cells}  {wanted}  {speed:7.0f}"


def measure(gold: Path, aligner: str, name: str) -> Row:
    """Align every document of a set."""
    folder, documents = SETS[name]
    settings = Settings(aligner=aligner)
    started = time.perf_counter()
    found = find_gold(gold / folder, documents, settings.langs)
    result = total(document.evaluate(settings) for document in found)
    return Row(aligner=aligner, name=name, result=result, seconds=time.perf_counter() - started)


def digest(gold: Path, name: str) -> str:
    """Return a digest of the files of a set, so that figures are compared on the same texts."""
    folder, documents = SETS[name]
    content = hashlib.sha256()
    for path in sorted((gold / folder / "docs").glob(documents)):
        content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]


def check(rows: list[Row], digests: dict[str, str], baseline: dict[str, Any]) -> list[str]:
    """Return what fails: a figure under its floor, a set that is missing or another than before."""
    faults = [
        f"{name}: the set has floors but is not there"
        for name in baseline["digests"]
        if name not in digests
    ]
    faults += [
        f"{name}: the gold files are not those the floors were measured on"
        for name, found in digests.items()
        if baseline["digests"].get(name, found) != found
    ]
    for row in rows:
        floor = baseline["strict_f1"][row.aligner].get(row.name)
        if floor is not None and row.strict < floor - baseline["margin"]:
            faults.append(f"{row.aligner} {row.name}: {row.strict:.4f} is under {floor:.4f}")
    return faults


def updated(
    rows: list[Row], digests: dict[str, str], baseline: dict[str, Any], *, lower: bool
) -> dict[str, Any]:
    """Return a baseline with the figures of this run."""
    floors = {aligner: dict(baseline["strict_f1"].get(aligner, {})) for aligner in ALIGNERS}
    for row in rows:
        before = floors[row.aligner].get(row.name, 0.0)
        floors[row.aligner][row.name] = row.strict if lower else max(row.strict, before)
    return {"margin": baseline["margin"], "digests": digests, "strict_f1": floors}


def main() -> int:
    """Measure, print the table, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args()
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    present = [name for name, (folder, _) in SETS.items() if (options.gold / folder).is_dir()]
    print("aligner      set            strict  lax     omiss.  floor   sentences/s")
    rows = []
    for aligner in ALIGNERS:
        for name in present:
            rows.append(measure(options.gold, aligner, name))
            print(rows[-1].line(baseline["strict_f1"].get(aligner, {}).get(name)), flush=True)
    digests = {name: digest(options.gold, name) for name in present}
    if options.update:
        new = updated(rows, digests, baseline, lower=options.allow_regression)
        BASELINE.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
        return 0
    faults = check(rows, digests, baseline)
    for fault in faults:
        print(f"FAIL {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
