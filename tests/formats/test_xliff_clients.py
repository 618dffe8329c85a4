"""Other programs read our XLIFF: each is skipped where it is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from align.config import Settings
from align.formats.memories import memory_writer
from align.text.tidy import tidy

from . import samples

if TYPE_CHECKING:
    from align.model import TranslationUnit

JAR = Path(os.environ.get("OMEGAT_JAR", "/usr/share/omegat/OmegaT.jar"))
JAVA = shutil.which("java")
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ar</source_lang><target_lang>en</target_lang>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""
FOLDERS = ("source", "target", "tm/auto", "glossary", "dictionary", "omegat")
OPTIONS = ("--mode=console-translate", "--no-team", "--disable-project-locking")


def nasty(number: int) -> TranslationUnit:
    """Return one of any number of units that break careless readers, each another one."""
    text = samples.NASTY[number % len(samples.NASTY)]
    unit = samples.unit(f"{text} ({number})", f"({number}) {text}", number % 7)  # ids recur
    flags = (samples.FLAG, samples.PLACED) if number % 3 else ()
    return replace(unit, score=number % 101 / 100, flags=flags, props=(("client", text),))


@pytest.fixture(params=[".xlf", ".xliff"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / f"memory{request.param}"
    with memory_writer(file, Settings()) as writer:
        for number in range(300):
            writer.write(nasty(number))
    return file


def test_translate_toolkit_reads_every_unit_as_it_is(path: Path) -> None:
    name, kind = ("xliff", "xlifffile") if path.suffix == ".xlf" else ("xliff2", "Xliff2File")
    module: Any = pytest.importorskip(f"translate.storage.{name}")
    store = getattr(module, kind).parsefile(str(path))
    assert (store.sourcelanguage, store.targetlanguage) == ("ar", "en")
    units = [nasty(number) for number in range(300)]
    expected = [(tidy(unit.source), tidy(unit.target)) for unit in units]
    assert [(str(unit.source), str(unit.target)) for unit in store.units] == expected


@pytest.mark.skipif(not JAR.is_file(), reason=f"OmegaT is not installed ({JAR})")
@pytest.mark.skipif(JAVA is None, reason="java is not installed")
def test_omegat_opens_a_file_of_1_2_and_gives_back_every_translation(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in FOLDERS:
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    source = project / "source/memory.xlf"
    with memory_writer(source, Settings()) as writer:
        writer.write_bitext(samples.bitext())
        writer.write_bitext(samples.nasty())
    java = [str(JAVA), "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-jar", str(JAR)]
    config = f"--config-dir={project / 'omegat'}"
    subprocess.run(
        [*java, str(project), config, *OPTIONS], check=True, capture_output=True, timeout=120
    )
    made = project / "target/memory.xlf"
    log = "".join(file.read_text("utf-8") for file in project.rglob("logs/OmegaT*.log"))
    assert "Exception" not in log
    assert targets(made) == targets(source)


def targets(path: Path) -> list[str]:
    found = etree.parse(str(path)).iter("{*}target")
    return [unicodedata.normalize("NFC", target.text or "") for target in found]
