"""Files changed at random, by what their formats are made of: nothing but errors of ours.

``python -m tests.readers.test_fuzz SECONDS [SEED]`` goes on for longer than the suite does.
"""

from __future__ import annotations

import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import ReadError
from align.readers import read
from tests.cli.texts import ARABIC, ENGLISH
from tests.readers.samples import SAMPLES, packed
from tests.readers.test_every_reader import check_letters

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = [*ARABIC, *ENGLISH]
TRIES = 40  # of each format in the suite
SECONDS = 10.0  # for one file
NUMBERS = (b"0", b"-1", b"1", b"65536", b"99999999999", b"1e30", b"nan", b"")
ODDITIES = (
    "\0",
    "\ufeff",
    "\u202e",
    "\ud800",
    "\u064b" * 50,
    "\t",
    "\r",
    "&#0;",
    "]]>",
    "\U0010ffff",
)
# What a format is made of: tags, entities, numbers, commands, lines.
_PIECE = re.compile(
    rb"<[^<>]*>|&\w*;|-?\d+|\\[a-z]+-?\d*|[{}\[\]()\"]|/\w+|\n|[^<>&\\{}\[\]()\"/\n\d]+"
)


def pieces_changed(data: bytes, dice: random.Random) -> bytes:
    """Return data with pieces dropped, doubled, swapped, put elsewhere, or other numbers."""
    pieces = _PIECE.findall(data)
    for _ in range(dice.choice((1, 2, 5, 20))):
        if not pieces:
            break
        at, other = dice.randrange(len(pieces)), dice.randrange(len(pieces))
        CHANGES[dice.randrange(len(CHANGES))](pieces, at, other, dice)
    return b"".join(pieces)


def _drop(pieces: list[bytes], at: int, *_: object) -> None:
    del pieces[at]


def _swap(pieces: list[bytes], at: int, other: int, _: random.Random) -> None:
    pieces[at], pieces[other] = pieces[other], pieces[at]


def _copy(pieces: list[bytes], at: int, other: int, dice: random.Random) -> None:
    run = pieces[at : at + dice.randrange(1, 30)]
    pieces[other:other] = run * dice.choice((1, 1, 2, 50))


def _number(pieces: list[bytes], at: int, _: int, dice: random.Random) -> None:
    pieces[at] = re.sub(rb"\d+", dice.choice(NUMBERS), pieces[at])


def _attribute(pieces: list[bytes], at: int, *_: object) -> None:
    pieces[at] = re.sub(rb'\s[\w:]+="[^"]*"', b"", pieces[at], count=1)


def _odd(pieces: list[bytes], at: int, _: int, dice: random.Random) -> None:
    pieces.insert(at, dice.choice(ODDITIES).encode("utf-8", "surrogatepass"))


CHANGES: tuple[Callable[[list[bytes], int, int, random.Random], None], ...] = (
    *(_drop, _swap, _copy, _number, _attribute, _odd),
)


def package_changed(data: bytes, dice: random.Random) -> bytes:
    """Return an archive with a part changed, or taken from another package, or from elsewhere."""
    parts = _parts(data)
    name, other = dice.choice(sorted(parts)), dice.choice(sorted(parts))
    way = dice.randrange(5)
    if way == 0:
        parts[name] = parts[other]
    elif way == 1:
        del parts[name]
    elif way == 2:
        parts |= _parts(SAMPLES[dice.choice(PACKAGES)](TEXTS))
    else:
        parts[name] = pieces_changed(parts[name], dice)
    return packed({**parts}, first="mimetype")


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SAMPLE = {suffix: make(TEXTS) for suffix, make in SAMPLES.items()}
PACKAGES = sorted(suffix for suffix, data in SAMPLE.items() if data.startswith(b"PK"))


def changed(suffix: str, dice: random.Random) -> bytes:
    """Return a file of a format that somebody has tampered with."""
    change = package_changed if suffix in PACKAGES else pieces_changed
    return change(SAMPLE[suffix], dice)


def tried(folder: Path, suffix: str, dice: random.Random) -> str:
    """Read a changed file; return what came of it: ``read``, or the name of our error."""
    path = folder / f"a{suffix}"
    path.write_bytes(changed(suffix, dice))
    began = time.monotonic()
    outcome, message = "read", path.name
    try:
        check_letters(read(path, path.name, ReadSettings()))
    except ReadError as error:
        outcome, message = type(error).__name__, str(error)
    assert message.startswith(path.name)
    assert "\n" not in message
    assert time.monotonic() - began < SECONDS
    return outcome


@pytest.mark.parametrize("suffix", SAMPLES)
def test_what_is_tampered_with_is_read_or_refused(tmp_path: Path, suffix: str) -> None:
    for seed in range(TRIES):
        tried(tmp_path, suffix, random.Random(seed))


@pytest.mark.parametrize(("suffix", "seed"), [(".odt", 1438), (".docx", 9704)])
def test_what_the_parser_says_in_two_lines_is_one(tmp_path: Path, suffix: str, seed: int) -> None:
    tried(tmp_path, suffix, random.Random(seed))


def main(seconds: float, seed: int) -> None:
    """Try files of all formats until the time is over; keep those that do harm."""
    counts: Counter[tuple[str, str]] = Counter()
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        while time.monotonic() < end:
            seed += 1
            suffix = sorted(SAMPLES)[seed % len(SAMPLES)]
            try:
                outcome = tried(folder, suffix, random.Random(seed))
            except Exception as error:  # noqa: BLE001 - which is what is looked for
                outcome = f"HARM {seed} {error!r}"[:300]
            counts[suffix, outcome] += 1
    for (suffix, outcome), count in sorted(counts.items()):
        sys.stdout.write(f"{suffix}\t{outcome}\t{count}\n")
    sys.stdout.write(f"{sum(counts.values())} files\n")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
