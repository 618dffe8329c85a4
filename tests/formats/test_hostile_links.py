"""Alignments in XML made to do harm: what is in no link or sentence is not kept in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from align.errors import LimitError
from align.formats.memories import units_of
from align.formats.reading import Reading

from .test_hostile_memories import read

if TYPE_CHECKING:
    from pathlib import Path

resource: Any = pytest.importorskip("resource", reason="the memory of a process: only on Unix")
MOST_KEPT = 40_000  # KiB, with the modules: less than what 300,000 elements take


def peak() -> int:
    """Return the most memory that this process has held, in KiB."""
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


@pytest.mark.parametrize("start", ["", "<linkGrp>", "<s>"])
def test_elements_without_end_are_not_kept(tmp_path: Path, start: str) -> None:
    link = '<linkGrp fromDoc="links.xml" toDoc="links.xml"/>'
    path = tmp_path / "links.xml"
    path.write_text(f"<cesAlign>{link}{start}" + "<x/>" * 300_000)
    before = peak()
    assert not read(path, "xces", strict=False)
    assert peak() - before < MOST_KEPT


@pytest.mark.parametrize("start", ['<cesAlign><link xtargets="', "<", "<cesAlign>"])
def test_a_tag_without_end_is_not_read_to_its_end(tmp_path: Path, start: str) -> None:
    path = tmp_path / "links.xml"
    path.write_text(start + "1 " * 40_000_000)
    before = peak()
    with pytest.raises(LimitError, match="a tag or text of more than 4,000,000 bytes"):
        list(units_of(path, Reading(strict=False), "xces"))
    assert peak() - before < MOST_KEPT
