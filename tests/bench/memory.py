"""How much memory this process has needed, and how much reading large files needs.

``python -m tests.bench.memory [--megabytes N] [--furniture]`` makes texts and tables of that size
of the words of our own corpora and tells, for each, how many times its size `readers.read` takes.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["FILES", "made", "main", "needed_to_read", "peak_megabytes"]

KIB = 1024
MEGABYTE = 1_000_000
WORDS = (6, 18)  # of a sentence
SENTENCES = (10, 20)  # of a long paragraph
CHILD = """
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from align.config import ReadSettings
from align.readers import read
from tests.bench.memory import peak_megabytes
from tests.readers.samples import SAMPLES
path = Path(sys.argv[1])
settings = ReadSettings(furniture=sys.argv[2] == "True")
with TemporaryDirectory() as folder:
    small = Path(folder, path.name)
    small.write_bytes(SAMPLES[path.suffix](["نعم، قال.", "Yes, he said."]))
    read(small, path.name, settings)
before = peak_megabytes()
document = read(path, path.name, settings)
print(peak_megabytes() - before)
"""


def peak_megabytes() -> int:
    """Return the most memory this process has held; ru_maxrss would tell its parent's too."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource  # not on Windows

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KIB
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
    assert found
    return int(found[1]) // KIB


def needed_to_read(path: Path, *, furniture: bool = False) -> int:
    """Return how many bytes another process holds more at most while it reads a file."""
    command = [sys.executable, "-c", CHILD, str(path), str(furniture)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
    return int(done.stdout) * KIB * KIB


def main() -> None:
    """Make the files, read each in a process of its own, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--furniture", action="store_true", help="look for it, as runs do")
    asked = parser.parse_args()
    size = asked.megabytes * MEGABYTE
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            path = made(Path(folder), name, size)
            own = path.stat().st_size
            needed = needed_to_read(path, furniture=asked.furniture)
            print(
                f"{name}\t{own / MEGABYTE:.0f} MB\t{needed / MEGABYTE:.0f} MB\t{needed / own:.1f}x"
            )


def made(folder: Path, name: str, size: int) -> Path:
    """Make one of `FILES` of random words, with texts of so many bytes."""
    path = folder / name
    if path.suffix == ".xlsx":
        _write_workbook(path, size)
    else:
        _write(path, size, FORMS[name])
    return path


def _sentences(side: int, rng: random.Random) -> Iterator[str]:
    from tests.own import gold  # which loads much, and others only ask for the peak

    words = [word for bead in gold() for text in bead[side] for word in text.split()]
    while True:
        yield f"{' '.join(rng.choices(words, k=rng.randint(*WORDS)))}."


def _write(path: Path, size: int, make: Callable[[list[str]], str]) -> None:
    rng = random.Random(6)
    sides = [_sentences(side, rng) for side in (0, 1)]
    written = 0
    with path.open("wb") as file:
        while written < size:
            number = rng.randint(*SENTENCES)
            texts = [next(side) for side in sides for _ in range(number)]
            written += file.write(make(texts).encode())


def _write_workbook(path: Path, size: int) -> None:
    """Write a workbook whose texts, as they are unpacked, are of a size."""
    import xlsxwriter

    rng = random.Random(6)
    sides = [_sentences(side, rng) for side in (0, 1)]
    written = row = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        while written < size:
            texts = [next(side) for side in sides]
            sheet.write_row(row, 0, texts)
            written += sum(len(text.encode()) for text in texts)
            row += 1


def _paragraphs(texts: list[str]) -> str:
    half = len(texts) // 2
    return f"{' '.join(texts[:half])}\n\n{' '.join(texts[half:])}\n\n"


def _rows(texts: list[str]) -> str:
    half = len(texts) // 2
    pairs = zip(texts[:half], texts[half:], strict=True)
    return "".join(f'"{source}","{target}"\n' for source, target in pairs)


def _lines(texts: list[str]) -> str:
    return "".join(f"{text}\n" for text in texts)


FORMS: dict[str, Callable[[list[str]], str]] = {
    "lines.txt": _lines,
    "paragraphs.txt": _paragraphs,
    "table.csv": _rows,
}
FILES = (*FORMS, "table.xlsx")

if __name__ == "__main__":
    main()
