"""What each kind of evidence is worth: the model fitted without it, on texts it has not seen.

    python -m tests.bench.ablations --gold DIR [--cache FILE]

Every family of gold sets is left out of the fit in turn, as in `tests.bench.fit`, once for each
kind of evidence; strict F1 and, below "everything", the difference to it. It takes a while.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.fit import left_out
from tests.bench.sets import FAMILIES, SETS
from tests.bench.training import Example, examples

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CHANNELS", "lines"]

CHANNELS = {  # features begin so
    "everything": (),
    "no length": ("length", "tokens"),
    "no spans": ("cosine", "gain", "loss", "omission_cosine"),
    "no clauses": ("clauses", "omission_clauses"),
    "no words": ("words", "omission_words"),
    "no boundary fit": ("gain", "loss", "clauses_edges", "words_edges"),
    "no punctuation": ("same_end", "uneven", "weak", "small"),
    "no adaptation": ("prior",),
}


def strict(found: list[Example], without: tuple[str, ...]) -> dict[str, float]:
    """Return the strict F1 of every set, its family left out of the fit."""
    figures = {}
    for family in FAMILIES:
        for name, result in left_out(found, family, without).items():
            figures[name] = result.measures["strict"].figures()["f1"]
    return figures


def lines(found: list[Example]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'':<16}" + "".join(f"{name:>15}" for name in SETS)
    whole: dict[str, float] = {}
    for label, without in CHANNELS.items():
        figures = strict(found, without)
        cells = [
            f"{figures[name] - whole[name]:+15.4f}" if whole else f"{figures[name]:15.4f}"
            for name in SETS
        ]
        whole = whole or figures
        yield f"{label:<16}" + "".join(cells)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    for line in lines(examples(options.gold, options.cache)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
