"""The quality gate: figures of our aligners on the gold sets, against floors that only rise.

    python -m tests.bench.gate --gold DIR [--update] [--allow-regression] [--kinds] [--peers]
                               [--speed] [--ablations] [--markdown]
                               [--set NAME] [--aligner NAME] [--jobs N]

DIR holds one folder a set, each with ``docs/DOC.ar.txt``, ``DOC.en.txt`` and ``DOC.gold``.
``baseline.json`` beside this file pins for each set the figures last accepted and a digest of the
gold files; a figure more than the margin below its floor fails the gate. ``--update`` writes the
figures of this run as the new floors; it lowers one only with ``--allow-regression``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import ablations, floors, peers, speed, table
from tests.bench.candidates import ALIGNERS, OURS, Factory
from tests.bench.measuring import Row, Task, measured
from tests.bench.sets import SETS, digest, present
from tests.bench.training import examples

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ALIGNERS", "SETS", "main"]

BASELINE = Path(__file__).with_name("baseline.json")
FLAGS = {
    "--update": "take the figures of this run as the new floors",
    "--allow-regression": "let --update lower a floor",
    "--kinds": "figures of each kind of bead",
    "--peers": "other aligners on the same lines",
    "--speed": "time over that of encoding, and long made-up texts",
    "--ablations": "what each part of the default aligner is worth",
    "--markdown": "the table of the README",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print what is asked for, compare with the floors."""
    options = _parsed(arguments)
    baseline = json.loads(options.baseline.read_text(encoding="utf-8"))
    at_hand = present(options.gold)
    names = [name for name in at_hand if name in (options.sets or SETS)]
    rows = _measured_and_printed(options, names, baseline)
    _print_extras(options, names, rows)
    ours = [row for row in rows if row.aligner in OURS]
    digests = {name: digest(options.gold, name) for name in names}
    if options.update:
        new = floors.updated(ours, digests, baseline, lower=options.allow_regression)
        options.baseline.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
        return 0
    for warning in floors.warnings(ours, baseline):
        print(f"WARN {warning}")
    faults = floors.check(ours, digests, baseline, gone=SETS.keys() - at_hand)
    for fault in faults:
        print(f"FAIL {fault}")
    return 1 if faults else 0


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.gate")
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    for flag, meaning in FLAGS.items():
        parser.add_argument(flag, action="store_true", help=meaning)
    for flag, known in (("--set", SETS), ("--aligner", OURS)):
        parser.add_argument(
            flag, action="append", dest=f"{flag[2:]}s", choices=known, help="only this; repeatable"
        )
    parser.add_argument("--jobs", type=int, default=1, help="more than 1: no speeds are told")
    parser.add_argument("--baseline", type=Path, default=BASELINE, help="file of the floors")
    options = parser.parse_args(arguments)
    if options.update and (options.sets or options.aligners):
        parser.error("--update wants all of them: leave --set and --aligner away")
    if options.jobs < 1:
        parser.error("--jobs wants 1 or more")
    return options


def _measured_and_printed(
    options: argparse.Namespace, names: Sequence[str], baseline: floors.Baseline
) -> list[Row]:
    """Run every aligner on every set, each row printed as it comes."""
    candidates = {name: OURS[name] for name in options.aligners or OURS}
    tasks = [
        Task(aligner=aligner, name=name, gold=options.gold, make=make)
        for aligner, make in (candidates | _peers(options)).items()
        for name in names
    ]
    print(table.HEADER)
    rows = []
    for row in measured(tasks, options.jobs):
        rows.append(row)
        print(table.line(row, floors.floor(row, "strict", baseline)), flush=True)
        details = [*table.kinds(row)] if options.kinds else []
        for detail in [*details, *(f"    {note}" for note in row.notes)]:
            print(detail)
    return rows


def _peers(options: argparse.Namespace) -> dict[str, Factory]:
    """Return how to make each peer that is there; say of the others how to get them."""
    found: dict[str, Factory] = {}
    if not options.peers:
        return found
    for name, (_, make) in peers.PEERS.items():
        absent = peers.missing(name)
        if absent:
            print(f"{name}: {absent}")
        else:
            found[name] = make
    return found


def _print_extras(options: argparse.Namespace, names: Sequence[str], rows: Sequence[Row]) -> None:
    if options.peers:
        _section("versions", (f"{a}: {v}" for a, v in {r.aligner: r.version for r in rows}.items()))
        _section("strict F1, difference by documents", table.differences(rows, "hybrid"))
    if options.speed:
        _section("time over encoding", speed.against_encoding(options.gold, names))
        _section("long made-up texts", speed.long_texts())
    if options.ablations:
        _section("ablations, strict F1, fitted without", ablations.lines(examples(options.gold)))
    if options.markdown:
        _section("for the README", table.markdown(rows))


def _section(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}")
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
