"""The tools of OPUS read our XCES: skipped where ``opus_read`` is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.formats.memories import memory_writer
from align.text.tidy import tidy

from . import samples

if TYPE_CHECKING:
    from pathlib import Path

OPUS_READ = shutil.which(os.environ.get("OPUS_READ", "opus_read"))
BITEXTS = (samples.bitext(), samples.crossing(), samples.nasty(), samples.touching())

needs_opus = pytest.mark.skipif(OPUS_READ is None, reason="opus_read is not installed")


def write(folder: Path) -> None:
    with memory_writer(folder / "law.ar-en.xces.xml", Settings()) as writer:
        for aligned in BITEXTS:
            writer.write_bitext(aligned)


def opus_read(folder: Path, *options: str) -> list[str]:
    """Return the lines that the program prints of a memory in a folder."""
    assert OPUS_READ is not None
    memory = ["-d", "law", "-s", "ar", "-t", "en", "-p", "raw", "-af", "law.ar-en.xces.xml"]
    done = subprocess.run(
        [OPUS_READ, *memory, *options], cwd=folder, check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode().split("\n")[:-1]


@needs_opus
def test_opus_read_finds_the_pairs_that_were_written(tmp_path: Path) -> None:
    write(tmp_path)
    units = [unit for aligned in BITEXTS for unit in aligned.units if unit is not None]
    pairs = opus_read(tmp_path, "-wm", "moses", "-ln")
    assert pairs == [f"{tidy(unit.source)}\t{tidy(unit.target)}" for unit in units]


@needs_opus
def test_opus_read_finds_what_has_no_counterpart(tmp_path: Path) -> None:
    write(tmp_path)
    beads = sum(len(aligned.alignment.beads) for aligned in BITEXTS)
    assert len(opus_read(tmp_path, "-wm", "moses")) == beads
    assert len(opus_read(tmp_path, "-wm", "moses", "-S", "0", "-T", "1")) == 1


@needs_opus
def test_opus_read_chooses_by_our_scores(tmp_path: Path) -> None:
    write(tmp_path)
    units = [unit for aligned in BITEXTS for unit in aligned.units if unit is not None]
    chosen = opus_read(tmp_path, "-wm", "moses", "-a", "certainty", "-tr", "0.3")
    assert len(chosen) == sum(unit.score >= 0.3 for unit in units)
