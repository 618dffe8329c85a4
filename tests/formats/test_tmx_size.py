"""Large and hostile TMX: streamed or refused, in little memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from .wild import HEADER, tu

pytest.importorskip("resource", reason="the memory of a process is only known on Unix")

ROOT = Path(__file__).parents[2]
MOST = 150  # megabytes, of which Python and lxml take 30
SIZE = 5_000_000  # bytes, more than a unit may have
SCRIPT = """
import sys
from pathlib import Path
from align.errors import AlignError
from align.formats.reading import Reading
from align.formats.tmx.reader import read_pairs
from tests.bench.memory import peak_megabytes
for path in sys.argv[1:]:
    reading = Reading(strict=False)
    try:
        said = sum(1 for _ in read_pairs(Path(path), reading))
    except AlignError as error:
        said = error
    print(f"{said}; {reading.losses.count('unit')} unfit")
print(peak_megabytes())
"""
START = f'<tmx version="1.4">{HEADER}<body>'
END = "</body></tmx>"
SEGMENT = '<tu><tuv xml:lang="ar"><seg>'
UNIT = tu("نعم " * 50, "Yes " * 50)
LEVELS = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 50}">' for n in range(8))
NO_END = "no unit ends within 4,000,000 bytes"


class Large(NamedTuple):
    """A file of something repeated up to a size, and what is said of it."""

    name: str
    start: str
    repeated: str
    said: str
    size: int = SIZE

    def write(self, path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.write(self.start)
            left = self.size // len(self.repeated.encode())
            while left > 0:
                file.write(self.repeated * min(1000, left))
                left -= 1000
            file.write(END)


LARGE = [
    Large("one-line", START, UNIT, f"{4 * SIZE // len(UNIT.encode())}; 0 unfit", 4 * SIZE),
    Large("one-segment", START + SEGMENT, "نعم ", NO_END),
    Large("one-comment", START + "<!--", "نعم ", NO_END),
    Large("white-space", START, " \n", NO_END),
    Large("one-attribute", START + '<tu tuid="', "a", NO_END),
    Large("long-header", "<tmx>", "<note/>", "no unit begins within 4,000,000 bytes"),
    Large("deep", START + SEGMENT, "<hi>", NO_END),
    Large("only-starts", START, "<tu><tuv>", NO_END),
    Large("only-ends", START, "</tu>", "0; 40000 unfit", 200_000),
    Large("only-comments", START + SEGMENT, "<!--", "0; 0 unfit", 3_500_000),
    Large("only-damage", START, "<tu><tuv>&#1;</tu>", "0; 10000 unfit", 180_000),
    Large("other-names", START, "<a/><b/>", "0; 0 unfit", 3_500_000),
    Large("bomb", f'<!DOCTYPE tmx [<!ENTITY e0 "x">{LEVELS}]><tmx><body>', UNIT, "an entity"),
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what one process says of each file, and the megabytes that it took for all."""
    folder = tmp_path_factory.mktemp("large")
    for large in LARGE:
        large.write(folder / large.name)
    paths = [str(folder / large.name) for large in LARGE]
    command = [sys.executable, "-c", SCRIPT, *paths]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    names = [*(large.name for large in LARGE), "peak"]
    return dict(zip(names, done.stdout.splitlines(), strict=True))


@pytest.mark.parametrize("large", LARGE, ids=lambda large: large.name)
def test_a_large_file_is_streamed_or_refused(large: Large, said: dict[str, str]) -> None:
    assert large.said in said[large.name]


def test_a_large_file_takes_little_memory(said: dict[str, str]) -> None:
    assert int(said["peak"]) <= MOST
