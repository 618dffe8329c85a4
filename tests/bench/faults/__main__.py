"""The fault bench: seeded faults in right pairs of the gold sets, and how many are flagged.

    python -m tests.bench.faults --data DIR [--kind NAME]… [--encoder NAME] [--json] [--missed N]

DIR holds ``gold/SET/docs``. For each kind 200 of 2,000 right pairs get a fault and are judged
among 300 others; a fault counts as found if its flag is there, and was not without the fault.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from align.checks.catalogue import FLAGS
from align.config import CheckSettings, Settings
from tests.bench.faults.glossed import write_glossary
from tests.bench.faults.kinds import KINDS
from tests.bench.faults.measuring import Alarms, Bench, Found, flagged, right_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["main"]

PAIRS = 2_000
SEED = 1
ERRORS = [name for name, kind in FLAGS.items() if kind.severity == "error"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every kind asked for, and the false alarms; print both."""
    options = _parsed(arguments)
    pairs = right_pairs(options.data / "gold", PAIRS, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        glossary = Path(folder) / "glossary.tsv"
        write_glossary(glossary)
        plain = Settings(encoder=options.encoder)
        glossed = Settings(encoder=options.encoder, checks=CheckSettings(glossary=str(glossary)))
        usual, with_glossary = (
            Bench(pairs, partial(flagged, settings=settings), options.seed)
            for settings in (plain, glossed)
        )
        found = []
        for name in options.kinds or KINDS:
            bench = with_glossary if name == "glossary" else usual
            found.append(bench.recall(name, KINDS[name]))
            if not options.json:
                _print(_rows(found[-1], options.missed))
    right = usual.alarms(ERRORS)
    _print([json.dumps(_record(found, right), indent=1)] if options.json else _alarm_rows(right))
    return 0


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.faults")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds gold/")
    parser.add_argument(
        "--kind", action="append", dest="kinds", choices=KINDS, help="only this; repeatable"
    )
    parser.add_argument("--encoder", default="use", help="none: by the texts alone")
    parser.add_argument("--seed", type=int, default=SEED, help="of the pairs and of the faults")
    parser.add_argument("--missed", type=int, default=0, help="how many missed faults to show")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    options = parser.parse_args(arguments)
    if not (options.data / "gold").is_dir():
        parser.error(f"{options.data} holds no folder gold")
    return options


def _rows(found: Found, missed: int) -> Iterator[str]:
    ways = "  ".join(f"{name} {seen}/{every}" for name, (seen, every) in found.faults.items())
    yield f"{found.kind:20} {found.cases:4} cases  recall {found.recall:.3f}   {ways}"
    for case in found.missed[:missed]:
        yield f"    {case.faulty.arabic}\n    {case.faulty.english}\n"


def _alarm_rows(right: Alarms) -> Iterator[str]:
    yield f"\nfalse alarms on {right.pairs} right pairs"
    for name in FLAGS:
        count = right.flags.get(name, 0)
        yield f"{name:20} {count:4}  {count / right.pairs:.2%}"
    yield f"{'any error':20} {right.errors:4}  {right.errors / right.pairs:.2%}"


def _record(found: Sequence[Found], right: Alarms) -> dict[str, object]:
    return {
        "kinds": [
            {
                "kind": one.kind,
                "cases": one.cases,
                "recall": round(one.recall, 4),
                "faults": {name: list(counts) for name, counts in one.faults.items()},
            }
            for one in found
        ],
        "right": right._asdict(),
    }


def _print(lines: Sequence[str] | Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
