"""OmegaT, a CAT tool, reads our TMX: skipped where its jar or Java is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.formats.tmx.writer import TmxWriter

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
<source_lang>{0}</source_lang><target_lang>{1}</target_lang>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""
FOLDERS = ("source", "target", "tm/auto", "glossary", "dictionary", "omegat")

needs_jar = pytest.mark.skipif(not JAR.is_file(), reason=f"OmegaT is not installed ({JAR})")
needs_java = pytest.mark.skipif(JAVA is None, reason="java is not installed")


@pytest.fixture
def dtd(tmp_path: Path) -> etree.DTD:
    with zipfile.ZipFile(JAR) as jar:
        return etree.DTD(jar.extract("schemas/tmx14.dtd", tmp_path))


@needs_jar
@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(date="20261121T210000Z", segment="paragraph"),
        Settings(tmx_lang=(("ar", "ar-SA"), ("en", "en-US"))),
    ],
)
def test_the_dtd_of_tmx_is_kept(tmp_path: Path, dtd: etree.DTD, settings: Settings) -> None:
    with TmxWriter(tmp_path / "out.tmx", settings) as writer:
        for aligned in (samples.bitext(), samples.crossing(), samples.nasty()):
            writer.write_bitext(aligned)
    assert dtd.validate(etree.parse(str(tmp_path / "out.tmx"))), dtd.error_log


@needs_jar
@needs_java
@pytest.mark.parametrize("langs", [("ar", "en"), ("en", "ar")])
@pytest.mark.parametrize("codes", [(), (("ar", "ar-SA"), ("en", "en-US"))])
def test_omegat_translates_every_one_to_one_unit(
    tmp_path: Path, langs: tuple[str, str], codes: tuple[tuple[str, str], ...]
) -> None:
    aligned = samples.bitext() if langs == ("ar", "en") else samples.swapped(samples.bitext())
    project = tmp_path / "project"
    for folder in FOLDERS:
        (project / folder).mkdir(parents=True)
    project_langs = [dict(codes).get(lang, lang) for lang in langs]
    (project / "omegat.project").write_text(PROJECT.format(*project_langs), encoding="utf-8")
    memory = project / "tm/auto/memory.tmx"
    with TmxWriter(memory, Settings(langs=langs, tmx_lang=codes)) as writer:
        writer.write_bitext(aligned)
    units = [unit for unit in aligned.units if unit and unit.kind == "1-1"]

    assert translated(project, units) == [nfc(unit.target) for unit in units]
    log = "".join(file.read_text("utf-8") for file in project.rglob("logs/OmegaT*.log"))
    assert "TMXR_INFO_READING_COMPLETE" in log
    assert not {word for word in ("TMXR_WARNING", "TMXR_ERROR", "TF_TM_LOAD_ERROR") if word in log}


def translated(project: Path, units: list[TranslationUnit]) -> list[str]:
    """Return what OmegaT makes of the units' sources, one a paragraph."""
    source = "\n\n".join(unit.source for unit in units)
    (project / "source/text.utf8").write_text(source + "\n", encoding="utf-8")
    options = ["-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Duser.language=en"]
    modes = ["--mode=console-translate", f"--config-dir={project / 'omegat'}", "--no-team"]
    assert JAVA is not None
    subprocess.run(
        [JAVA, *options, "-jar", str(JAR), str(project), *modes, "--disable-project-locking"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    target = (project / "target/text.utf8").read_text(encoding="utf-8")
    return [nfc(line) for line in target.splitlines() if line]


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
