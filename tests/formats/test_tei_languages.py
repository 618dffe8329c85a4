"""TEI of bitexts in either direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.errors import OutputError
from align.formats.markup import XML_ID, XML_LANG

from . import samples
from .test_tei import TEI, by_id, spans, written

if TYPE_CHECKING:
    from pathlib import Path


def test_english_may_be_the_source(tmp_path: Path) -> None:
    settings = Settings(langs=("en", "ar"))
    root = written(tmp_path / "o", samples.swapped(samples.bitext()), settings=settings)
    assert {group.get("targFunc") for group in root.iter(f"{TEI}linkGrp")} == {"en ar"}
    texts = root.findall(f"{TEI}text/{TEI}group/{TEI}text")
    assert [line.get(XML_ID) for line in texts] == ["en", "ar"]


def test_a_bitext_the_other_way_round_has_its_links_so(tmp_path: Path) -> None:
    aligned = samples.swapped(samples.bitext())
    root = written(tmp_path / "out.tei.xml", aligned)
    (group,) = root.iter(f"{TEI}linkGrp")
    assert group.get("targFunc") == "en ar"
    assert group[0].get("target") == "#en.s1 #ar.s1"
    assert by_id(root)["ar"].get(XML_LANG) == "ar"
    assert [span.get("target") for span in spans(root, "unaligned")] == ["#en.s4", "#ar.s7"]


def test_a_bitext_in_other_languages_is_refused(tmp_path: Path) -> None:
    settings = Settings(langs=("ar", "fr"))
    with pytest.raises(OutputError, match="ar-en does not go with ar-fr"):
        written(tmp_path / "out.tei.xml", samples.bitext(), settings=settings)
