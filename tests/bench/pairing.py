"""How well files with meaningless names are paired by content.

``python -m tests.bench.pairing --gold DIR [--draws N] [--encoder NAME]``

Each draw writes 60 documents (long ones cut in halves), of which 10 have no partner, and asks for
the pairs. The other sets are harder: texts on one subject only, short ones, whole sets in parts.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from align.config import Settings
from align.pairing import find_jobs
from align.pairing.by_content import pair_by_content
from align.runners import serial
from tests.bench.pairing_sets import Twin, drawn, gold_twins, halves, own_twins, write

__all__ = ["Result", "main", "measured"]

DOCUMENTS, ALONE = 60, 10
SHORT = 5  # beads
Makes = Callable[[Path], Sequence[Twin]]


class Result(NamedTuple):
    """How many pairs were found, how many of them are right, and how many there are."""

    found: int
    right: int
    wanted: int
    seconds: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.wanted)


def measured(
    twins: Sequence[Twin], settings: Settings, seed: int, sizes: tuple[int, int]
) -> Result:
    """Draw documents and those without partner (``sizes``), pair their files and compare."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = write(drawn(twins, *sizes, chance), folder, chance)
        started = time.perf_counter()
        found = find_jobs([name], settings.langs, [".txt"])
        jobs = pair_by_content(found, settings, serial.imap).jobs
        pairs = {job.names for job in jobs if job.paired == "content"}
        seconds = time.perf_counter() - started
    return Result(len(pairs), len(pairs & wanted), len(wanted), seconds)


def mixture(gold: Path) -> list[Twin]:
    """Return documents of all kinds, long ones in halves."""
    names = ("tico19", "osguide", "law", "literature")
    twins = [twin for name in names for twin in gold_twins(gold, name)]
    return list(halves([*twins, *own_twins()]))


def covid(gold: Path) -> list[Twin]:
    """Return documents that are all on one subject, long ones in halves, translated freely."""
    return list(halves(gold_twins(gold, "tico19-noisy")))


def short(gold: Path) -> list[Twin]:
    """Return five sentences from within each document."""
    names = ("tico19", "osguide", "law", "literature")
    twins = [twin for name in names for twin in gold_twins(gold, name)]
    middles = [len(twin.beads) // 2 for twin in twins]
    return [twin.part(max(0, at - SHORT), at) for twin, at in zip(twins, middles, strict=True)]


def news(gold: Path) -> list[Twin]:
    """Return sentences of news and encyclopedias in heaps, with omissions."""
    return list(halves(gold_twins(gold, "pud-noisy")))


KINDS: dict[str, tuple[Makes, tuple[int, int]]] = {
    "mixture": (mixture, (DOCUMENTS, ALONE)),
    "covid": (covid, (40, 10)),
    "short": (short, (46, 10)),
    "news": (news, (12, 4)),
}


def main() -> None:
    """Print a line for each kind of folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--encoder", default="use")
    options = parser.parse_args()
    settings = Settings(encoder=options.encoder)
    for kind, (make, sizes) in KINDS.items():
        twins = make(options.gold)
        results = [measured(twins, settings, seed, sizes) for seed in range(options.draws)]
        each = " ".join(f"{result.f1:.4f}" for result in results)
        found, right, wanted = (
            sum(column) for column in zip(*(r[:3] for r in results), strict=True)
        )
        seconds = sum(result.seconds for result in results) / len(results)
        print(
            f"{kind:8} F1 {Result(found, right, wanted, 0).f1:.4f} ({each}), {found} found, "
            f"{right} right of {wanted}, {seconds:.1f} s a folder"
        )


if __name__ == "__main__":
    main()
