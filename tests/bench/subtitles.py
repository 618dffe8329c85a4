"""Subtitles made of texts with known beads, and how well they are aligned.

``python -m tests.bench.subtitles [--gold DIR]`` writes a pair of SRT files and one bilingual SRT of
every document, with clocks that differ and cues that are cut anew on each side, and prints F1.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import unicodedata
from collections import Counter
from glob import escape
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from align.config import Settings
from align.evaluate import read_gold
from align.gold import SEGMENT_MARK
from align.model import Aligned, Job
from align.pipeline import align_documents
from tests.bench.subtitle_files import TRIALS, write_pair, write_together
from tests.own import CORPORA, gold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.own import Bead

__all__ = ["counted", "counts", "texts_of_gold", "write"]

SETS = ("tico19", "osguide", "alignar-dev", "pud")
SEED = 6
OURS = "corpora"
STOPPED = 0.5  # share of the sentences of either side that end with a full stop or the like
LONGEST = 220  # characters of what is one bead, on the average
_STOP = re.compile("[.!?؟:؛;][\"'”’»)\\]]*\\s*$")


def texts_of_gold(path: Path) -> list[Bead]:
    """Return the beads of a gold file of lines, as texts."""
    ar, en = (
        path.with_suffix(f".{lang}.txt").read_text("utf-8").splitlines() for lang in ("ar", "en")
    )
    return [
        (tuple(ar[i].strip() for i in source), tuple(en[j].strip() for j in target))
        for source, target in read_gold(path)
    ]


def _texts(folder: Path | None) -> Iterator[tuple[str, list[Bead]]]:
    for path in sorted(CORPORA.glob("*.gold.tsv")):
        name = path.name.removesuffix(".gold.tsv")
        yield f"{OURS}-{name}", list(gold(name))
    for name in SETS if folder is not None else ():
        for path in sorted((folder or Path()).glob(f"{name}/docs/*.gold"))[:4]:
            beads = texts_of_gold(path)
            if _speakable(beads):
                yield f"{name}-{path.stem}", beads


def _speakable(beads: Sequence[Bead]) -> bool:
    """Say whether a text could be subtitles.

    Lists of phrases without full stops are none, nor is medieval prose of dozens of cues a
    sentence: nobody could tell where sentences end in what is made of them.
    """
    sides = [[one for bead in beads for one in bead[side]] for side in (0, 1)]
    stopped = all(
        sum(bool(_STOP.search(one)) for one in side) >= STOPPED * len(side) for side in sides
    )
    letters = sum(len(one) for side in sides for one in side)
    return stopped and letters <= 2 * LONGEST * len(beads)


def write(folder: Path, document: str, beads: Sequence[Bead], trial: str) -> Path:
    """Write the subtitles of a trial with a text; return the file of its beads."""
    random = Random(f"{SEED} {trial} {document}")
    if trial == "together":
        write_together(folder, document, beads, random)
    else:
        write_pair(folder, document, beads, TRIALS[trial], random)
    return folder / f"{document}.gold.tsv"


def main() -> None:
    """Print F1 of every trial, with and without meaning."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--trial", choices=[*TRIALS, "together"])
    arguments = parser.parse_args()
    texts = list(_texts(arguments.gold))
    for name in [arguments.trial] if arguments.trial else [*TRIALS, "together"]:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            for document, beads in texts:
                write(folder, document, beads, name)
            _measure(name, folder)


def _measure(name: str, folder: Path) -> None:
    for aligner in ("hybrid", "gale-church"):
        figures = []
        for ours in (True, False):
            paths = [
                p for p in sorted(folder.glob("*.gold.tsv")) if p.name.startswith(OURS) == ours
            ]
            if paths:
                right, system, known = counted(paths, aligner)
                figures.append(f"{'ours' if ours else 'gold'} {2 * right / (system + known):.4f}")
        print(f"{name:<15} {aligner:<12} F1 {'  '.join(figures)}", flush=True)


def counted(paths: Sequence[Path], aligner: str) -> tuple[int, int, int]:
    """Return the sums of `counts` over documents."""
    found = [counts(path, Settings(aligner=aligner)) for path in paths]
    right, system, known = map(sum, zip(*found, strict=True))
    return right, system, known


def counts(path: Path, settings: Settings) -> tuple[int, int, int]:
    """Return the beads of a document that are right, those found, and those known.

    They are compared as texts, so that a cue left out costs its own bead alone.
    """
    name = path.name.removesuffix(".gold.tsv")
    paths = sorted(str(p) for p in path.parent.glob(f"{escape(name)}.*srt"))
    outcome = align_documents(
        Job(id=name, paths=tuple(paths), names=tuple(Path(p).name for p in paths)), settings
    )
    assert isinstance(outcome, Aligned)
    system = Counter(
        (_key(unit.source), _key(unit.target))
        for aligned in outcome.bitexts
        for unit in aligned.units
        if unit is not None
    )
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    known = Counter((_key(row[1]), _key(row[2])) for row in rows if row[1] and row[2])
    return (system & known).total(), system.total(), known.total()


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.replace(SEGMENT_MARK, "").split()))


if __name__ == "__main__":
    main()
