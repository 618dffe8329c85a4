"""OmegaT itself reads a broken file and the repaired one: it does what we said it would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.exchange.checking.checking import Checking
from align.exchange.checking.fixing import Fixing
from align.formats.memories import read_memory
from align.presets import PRESETS
from tests.formats.test_tmx_clients import (
    FOLDERS,
    PROJECT,
    needs_jar,
    needs_java,
    schemas,
    translated,
)

from .broken import BROKEN, checked, fixed, tu, whole, write

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["schemas"]  # a fixture

SOUND = whole(tu("جسر", "bridge"), tu("ماء", "water"))
FORBIDDEN = SOUND.replace("bridge", "bridge&#x1F;")


def taken(folder: Path, memory: Path, sources: Path) -> int:
    """Return how many of the sources of one memory OmegaT translates by another."""
    project = folder / "project"
    for name in FOLDERS:
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT.format("ar", "en"), encoding="utf-8")
    write(project / "tm/auto/memory.tmx", memory.read_bytes())
    units = list(read_memory(sources, ("ar", "en")))
    return sum(
        text == unit.target for unit, text in zip(units, translated(project, units), strict=True)
    )


@needs_jar
@needs_java
def test_omegat_refuses_the_broken_file_and_takes_the_repaired_one(tmp_path: Path) -> None:
    sound = write(tmp_path / "sound.tmx", SOUND)
    broken = write(tmp_path / "broken.tmx", FORBIDDEN)
    repaired = tmp_path / "repaired.tmx"
    settings = Settings(cat="omegat")
    with Checking(broken, settings, quality=False) as checking:
        assert [found.id for found in checking.findings()] == ["forbidden-character"]
        assert sum(1 for _ in Fixing(checking, repaired, settings).fix()) == 2
    assert checking.tally.verdicts()["omegat"] == (0, 2, 0)
    assert taken(tmp_path / "a", broken, sound) == 0
    assert checked(repaired, "omegat")[1].verdicts()["omegat"] == (2, 0, 0)
    assert taken(tmp_path / "b", repaired, sound) == 2


@needs_jar
@pytest.mark.parametrize("cat", PRESETS)
def test_repaired_files_are_valid(
    tmp_path: Path, schemas: tuple[etree.DTD, etree.XMLSchema], cat: str
) -> None:
    fixing = fixed(write(tmp_path / "bad.tmx", BROKEN), tmp_path / "good.tmx", cat)
    for path in fixing.paths:
        for schema in schemas:
            assert schema.validate(etree.parse(str(path))), schema.error_log


@needs_jar
def test_what_the_schema_of_omegat_refuses_we_say_it_refuses(
    tmp_path: Path, schemas: tuple[etree.DTD, etree.XMLSchema]
) -> None:
    changes = {
        "as it should be": ("", ""),
        "version": ('"1.4"', '"1.4b"'),
        "namespace": ("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" '),
        "header attribute": (' o-tmf="other"', ""),
        "no code": (' xml:lang="en-US"', ' lang="en-US"'),
        "no type": ("<tu>", "<tu><prop>a</prop>"),
        "a code with an underscore": ("en-US", "en_US"),
    }
    for name, (before, after) in changes.items():
        path = write(tmp_path / "a.tmx", SOUND.replace(before, after) if before else SOUND)
        refused = checked(path, "omegat")[1].verdicts()["omegat"].refused > 0
        valid = schemas[1].validate(etree.parse(str(path)))
        assert refused != valid, name
