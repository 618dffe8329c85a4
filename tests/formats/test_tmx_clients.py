"""OmegaT and XML::TMX read our TMX: skipped where they, Java or Perl are not installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from align.config import Settings
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import TmxWriter
from align.presets import PRESETS

from . import samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.model import TranslationUnit

JAR = Path(os.environ.get("OMEGAT_JAR", "/usr/share/omegat/OmegaT.jar"))
JAVA = shutil.which("java")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
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
needs_xml_tmx = pytest.mark.skipif(
    shutil.which("tmxwc") is None, reason="XML::TMX of Perl, with its tmxwc, is not installed"
)


def run(command: list[str]) -> str:
    """Run a program and return what it prints."""
    result = subprocess.run(command, check=True, capture_output=True, timeout=120)
    return result.stdout.decode("utf-8")


# Prints the texts of each unit by language.
TEXTS = """use JSON::PP; use XML::TMX::Reader;
XML::TMX::Reader->new($ARGV[0])->for_tu(sub {
    my %unit = %{$_[0]};
    my %texts = map { $_ => $unit{$_}{-seg} } grep { /^[a-z]/ } keys %unit;
    print JSON::PP->new->utf8->encode(\\%texts), "\\n";
});"""


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> tuple[etree.DTD, etree.XMLSchema]:
    """Return the DTD of TMX, and the schema by which OmegaT takes or refuses a memory."""
    folder = tmp_path_factory.mktemp("schemas")
    names = [f"schemas/{name}" for name in ("tmx14.dtd", "tmx14.xsd", "xml.xsd")]
    with zipfile.ZipFile(JAR) as jar:
        jar.extractall(folder, names)
    dtd, xsd, _ = (folder / name for name in names)
    return etree.DTD(str(dtd)), etree.XMLSchema(etree.parse(str(xsd)))


@needs_jar
@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(date="20261121T210000Z", segment="paragraph", aligner=""),
        *(Settings(cat=name, date="20261121T210000Z") for name in PRESETS),
    ],
    ids=lambda settings: settings.cat or settings.segment,
)
def test_dtd_and_schema_of_tmx_are_kept(
    tmp_path: Path, schemas: tuple[etree.DTD, etree.XMLSchema], settings: Settings
) -> None:
    note = ("note", "<نص>"), ("creationdate", "20200229T120000Z"), ('"&', "x")
    extra = replace(samples.unit("نعم", "Yes"), props=note)
    with TmxWriter(tmp_path / "out.tmx", settings) as writer:
        for aligned in (samples.bitext(), samples.crossing(), samples.nasty()):
            writer.write_bitext(aligned)
        writer.write(extra)
        writer.write(replace(extra, props=note[1:]))
    for path in writer.paths:
        for schema in schemas:
            assert schema.validate(etree.parse(str(path))), schema.error_log


@needs_xml_tmx
@pytest.mark.parametrize("name", [None, *PRESETS])
def test_xml_tmx_reads_every_text(tmp_path: Path, name: str | None) -> None:
    with TmxWriter(tmp_path / "out.tmx", Settings(cat=name)) as writer:
        for aligned in (samples.bitext(), samples.nasty()):
            writer.write_bitext(aligned)
    for path in writer.paths:
        lines = run(["perl", "-e", TEXTS, str(path)]).splitlines()
        assert [json.loads(line) for line in lines] == [
            {unit.source_lang: unit.source, unit.target_lang: unit.target}
            for unit in read_tmx(path)
        ]


def by_translate_toolkit(path: Path) -> list[dict[str, str]]:
    """Return the texts of each unit by language, as translate-toolkit reads them."""
    tmx: Any = pytest.importorskip("translate.storage.tmx")
    return [
        {node.get(XML_LANG): unit.getNodeText(node) for node in unit.getlanguageNodes()}
        for unit in tmx.tmxfile.parsefile(str(path)).units
    ]


def by_tmxutil(path: Path) -> list[dict[str, str]]:
    """Return the texts of each unit by language, as tmxutil reads them."""
    tmx: Any = pytest.importorskip("tmxutil.formats.tmx")
    with path.open("rb") as file:
        return [
            {lang: each.text for lang, each in unit.translations.items()}
            for unit in tmx.TMXReader(file).records()
        ]


@pytest.mark.parametrize("name", [None, *PRESETS])
@pytest.mark.parametrize("texts_of", [by_translate_toolkit, by_tmxutil])
def test_libraries_of_others_read_every_text(
    tmp_path: Path, texts_of: Callable[[Path], list[dict[str, str]]], name: str | None
) -> None:
    with TmxWriter(tmp_path / "out.tmx", Settings(cat=name)) as writer:
        for aligned in (samples.bitext(), samples.nasty()):
            writer.write_bitext(aligned)
    for path in writer.paths:
        assert texts_of(path) == [
            {unit.source_lang: unit.source, unit.target_lang: unit.target}
            for unit in read_tmx(path)
        ]


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
    run([JAVA, *options, "-jar", str(JAR), str(project), *modes, "--disable-project-locking"])
    target = (project / "target/text.utf8").read_text(encoding="utf-8")
    return [nfc(line) for line in target.splitlines() if line]


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
