"""What a run leaves, put into a project of OmegaT: its sentences are those of the memory."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from align import pipeline
from align.config import Settings
from align.formats.tmx.writer import TmxWriter
from align.model import Aligned, Job
from align.segmenters.omegat import segmentation_conf
from align.segmenters.srx import default_rules
from tests.formats.test_tmx_clients import FOLDERS, PROJECT, nfc
from tests.segmenters.java import CORPORA, OMEGAT, needs_java, needs_omegat

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import AlignedBitext

TEXTS = ("story-well.txt", "news-dam.txt", "contract-lease.txt")


def aligned(name: str, settings: Settings) -> tuple[AlignedBitext, ...]:
    job = Job(id=name.partition(".")[0], paths=(str(CORPORA / name),), names=(name,))
    outcome = pipeline.align_job(job, settings)
    assert isinstance(outcome, Aligned)
    return outcome.bitexts


def project_of(folder: Path, bitexts: list[AlignedBitext], settings: Settings) -> Path:
    """Make a project that cuts sentences by our rules, with a memory and its sources as text."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
    project = PROJECT.format(*settings.langs).replace("_seg>false", "_seg>true")
    (folder / "omegat.project").write_text(project, encoding="utf-8")
    rules = segmentation_conf(default_rules().source)
    (folder / "omegat" / "segmentation.conf").write_bytes(rules)
    paragraphs = [
        " ".join(block.text.split())
        for each in bitexts
        for block in each.alignment.bitext.source.blocks
    ]
    (folder / "source" / "text.utf8").write_text("\n\n".join(paragraphs), encoding="utf-8")
    with TmxWriter(folder / "tm" / "auto" / "memory.tmx", settings) as writer:
        for each in bitexts:
            writer.write_bitext(each)
    return folder


def translated(project: Path) -> dict[str, str]:
    """Return the sentences that OmegaT finds in the memory, with their translations."""
    java = ["java", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-jar", str(OMEGAT)]
    options = ["--mode=console-translate", "--no-team", "--disable-project-locking"]
    configuration = f"--config-dir={project / 'omegat'}"
    command = [*java, str(project), configuration, *options]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    units = ET.parse(project / "project-level1.tmx").iter("tu")
    pairs = ([nfc(seg.text or "") for seg in unit.iter("seg")] for unit in units)
    return {pair[0]: pair[-1] for pair in pairs}


@needs_java
@needs_omegat
@pytest.mark.parametrize("langs", [("ar", "en"), ("en", "ar")])
def test_omegat_cuts_a_text_into_the_units_of_its_memory(
    tmp_path: Path, langs: tuple[str, str]
) -> None:
    settings = Settings(langs=langs, aligner="gale-church", encoder="none")
    bitexts = [each for name in TEXTS for each in aligned(name, settings)]
    units = [unit for each in bitexts for unit in each.units if unit and unit.kind == "1-1"]
    found = translated(project_of(tmp_path / "project", bitexts, settings))
    assert len(units) > 60
    assert [unit for unit in units if found.get(nfc(unit.source)) != nfc(unit.target)] == []
