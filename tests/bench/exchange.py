"""Time and memory of writing, reading and merging many units, each in a process of its own.

``python -m tests.bench.exchange --units 1000000 --formats tmx,jsonl``
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align import naming
from align.config import Settings
from align.exchange.incoming import Incoming, Wish
from align.exchange.merging import Uniting
from align.formats.memories import memory_writer, read_memory
from align.model import Location, Origin, TranslationUnit
from tests.bench.memory import peak_megabytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LANGS = ("ar", "en")
WORDS = 16  # of a side, about 100 characters
REPEATED = 10  # every tenth unit of the second memory stands in the first one too
ARABIC = (
    "كان النهر يجري هادئًا بين الحقول الخضراء حيث يعمل الفلاحون منذ الفجر إلى المساء في زراعة "
    "القمح والذرة وجني القطن وسقي البساتين بماء الساقية القديمة"
)
ENGLISH = (
    "the river ran quietly between green fields where farmers worked from dawn until evening "
    "growing wheat and corn picking cotton watering orchards with old wheels"
)


def units(many: int, seed: int = 1) -> Iterator[TranslationUnit]:
    """Yield units as a run makes them: a place for each side, a document for each hundred."""
    chance = random.Random(seed)
    for number in range(many):
        source, target = (
            f"{' '.join(chance.choices(text.split(), k=WORDS))} {number}."
            for text in (ARABIC, ENGLISH)
        )
        document = f"book-{seed}-{number // 100}"
        yield TranslationUnit(
            id=f"u{number:016x}",
            source=source,
            target=target,
            source_lang="ar",
            target_lang="en",
            kind="1-1",
            score=round(chance.random(), 4),
            origin=origin(document, number, len(source), len(target)),
            props=(("client", "ACME"),),
        )


def origin(document: str, number: int, *lengths: int) -> Origin:
    """Return an origin of one segment of each length."""
    block = f"b{number % 100}"
    source, target = (
        Location(path=f"{document}.txt", block=block, line=number, start=0, end=length)
        for length in lengths
    )
    return Origin(document=document, source=(source,), target=(target,))


def write(path: Path, many: int, name: str) -> int:
    """Write so many units in a format."""
    with memory_writer(path, Settings(), name) as writer:
        for one in units(many):
            writer.write(one)
    return many


def make(path: Path, many: int, name: str) -> int:  # noqa: ARG001  the same for every step
    """Make the units and do nothing with them: what the other figures hold of that."""
    deque(units(many), maxlen=0)
    return many


def read(path: Path, many: int, name: str) -> int:  # noqa: ARG001
    """Read a memory to its end."""
    return sum(1 for _ in read_memory(path, LANGS))


def merge(path: Path, many: int, name: str) -> int:  # noqa: ARG001
    """Merge a memory with another in which a tenth of its units stand again."""
    other = path.with_name(f"other-{path.name}")
    incoming = Incoming([path, other], Settings(), Wish())
    with Uniting(incoming) as uniting:
        deque(uniting.take(), maxlen=0)
        deque(uniting.write(path.with_name(f"all-{path.name}"), name), maxlen=0)
    return uniting.written


def halves(path: Path, many: int, name: str) -> int:
    """Write the two memories that `merge` unites, together so many units."""
    write(path, many // 2, name)
    with memory_writer(path.with_name(f"other-{path.name}"), Settings(), name) as writer:
        for again, one in zip(units(many // 2), units(many // 2, seed=2), strict=True):
            writer.write(again if int(again.id[1:], 16) % REPEATED == 0 else one)
    return many


STEPS: dict[str, Callable[[Path, int, str], int]] = {
    "make": make,
    "write": write,
    "read": read,
    "halves": halves,
    "merge": merge,
}


def _step(step: str, path: Path, many: int, name: str) -> dict[str, Any]:
    """Do one step in a process of its own and return its figures."""
    code = f"from tests.bench.exchange import main; main({[step, str(path), str(many), name]!r})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def main(arguments: list[str]) -> None:
    """Do one step and print its figures."""
    step, path, many, name = arguments
    started = time.perf_counter()
    result = STEPS[step](Path(path), int(many), name)
    seconds = round(time.perf_counter() - started, 1)
    print(json.dumps({"units": result, "seconds": seconds, "megabytes": peak_megabytes()}))


def bench(many: int, formats: list[str]) -> None:
    """Print a line for every step and format."""
    for name in formats:
        with tempfile.TemporaryDirectory() as folder:
            (path, *_) = naming.files_of(name, Path(folder) / "memory", LANGS)
            for step in STEPS:
                figures = _step(step, path, many, name)
                told = "  ".join(f"{key} {value:,}" for key, value in figures.items())
                print(f"{name:<10} {step:<7} {told}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--formats", default="tmx")
    given = parser.parse_args()
    bench(given.units, given.formats.split(","))
