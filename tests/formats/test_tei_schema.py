"""TEI files against the TEI's own schema, where TEI_RNG names tei_all.rng, and its further rules.

The rules are those of the Schematron in the Guidelines that concern the elements used here; a RELAX
NG validator does not see them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from align.config import Settings
from align.formats.markup import XML_ID
from align.formats.memories import memory_writer
from align.naming import files_of

from . import samples
from .keeps import LANGS

SCHEMA = os.environ.get("TEI_RNG", "")
JING = shutil.which("jing")
BITEXTS = samples.bitext(), samples.crossing(), samples.nasty(), samples.touching()
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
BROKEN = {
    "a link has two targets or more": "//t:link[not(contains(normalize-space(@target), ' '))]",
    "no s is inside another": "//t:s[ancestor::t:s]",
    "no block is inside another": "//t:p[ancestor::t:p or ancestor::t:ab]",
    "a subtype goes with a type": "//t:*[@subtype and not(@type)]",
    "a span has a target or a beginning": "//t:span[@target and @from]",
    "nothing is empty that may not be": "//t:standOff[not(*)] | //t:linkGrp[not(t:link)]",
}
needs_schema = pytest.mark.skipif(
    not Path(SCHEMA).is_file(), reason="TEI_RNG does not name tei_all.rng"
)
needs_jing = pytest.mark.skipif(JING is None, reason="jing is not installed")


def files(folder: Path, name: str, number: int) -> list[Path]:
    """Write some bitexts, each followed by its units, and return the files."""
    settings = Settings(date="20261121T210000Z")
    paths = files_of(name, folder / "a name", LANGS)
    with memory_writer(paths[0], settings, name) as writer:
        for aligned in BITEXTS[:number]:
            writer.write_bitext(aligned)
            writer.write_bitext(samples.swapped(samples.bitext()))
            for unit in filter(None, aligned.units):
                writer.write(replace(unit, source_lang="ar-EG", props=(("حقل 1", "<&>"),)))
        if number:
            writer.write(samples.unit("نعم", ""))
    return list(paths)


@pytest.mark.parametrize("name", ["tei", "tei-parts"])
@pytest.mark.parametrize("number", range(len(BITEXTS) + 1))
@needs_schema
@needs_jing
def test_the_schema_of_the_tei_is_kept(tmp_path: Path, name: str, number: int) -> None:
    assert JING is not None
    command = [JING, SCHEMA, *map(str, files(tmp_path, name, number))]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.parametrize("name", ["tei", "tei-parts"])
@pytest.mark.parametrize("rule", BROKEN)
def test_rules_beside_the_schema_are_kept(tmp_path: Path, name: str, rule: str) -> None:
    for path in files(tmp_path, name, len(BITEXTS)):
        assert etree.parse(str(path)).xpath(BROKEN[rule], namespaces=NAMESPACES) == []


@pytest.mark.parametrize("name", ["tei", "tei-parts"])
def test_every_pointer_leads_to_an_element(tmp_path: Path, name: str) -> None:
    paths = files(tmp_path, name, len(BITEXTS))
    ids, pointers = Counter[str](), list[str]()
    for path in paths:
        own = path.name.replace(" ", "%20")
        for line in etree.parse(str(path)).getroot().iter(etree.Element):
            ids.update(f"{own}#{line.get(XML_ID)}" for _ in range(XML_ID in line.attrib))
            for attribute in ("target", "domains", "source", "decls", "ana", "resp", "corresp"):
                given = line.get(attribute, "").split()
                pointers += [own + one if one.startswith("#") else one for one in given]
    assert max(ids.values()) == 1
    assert len(pointers) > 200
    names = {path.name.replace(" ", "%20") for path in paths}
    assert set(pointers) - ids.keys() <= names
