"""Reads TEI whose elements say themselves, by corresp, what they are translations of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .test_tei_reader import ENGLISH, PAIRS, lost, pairs, read, tei, texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["s", "seg", "p", "ab", "div"])
def test_elements_may_correspond_without_links(tmp_path: Path, name: str) -> None:
    arabic = f'<{name} xml:id="a" corresp="#e">نعم.</{name}>'
    english = f'<{name} xml:id="e" corresp="#a">Yes.</{name}>'
    divisions = f'<div xml:lang="ar">{arabic}</div><div xml:lang="en">{english}</div>'
    content = tei(f"<text><body>{divisions}</body></text>")
    assert pairs(tmp_path, content) == [("نعم.", "Yes.")]
    assert pairs(tmp_path, content, langs=("en", "ar")) == [("Yes.", "نعم.")]


def test_correspondence_said_on_one_side_only_needs_no_id_there(tmp_path: Path) -> None:
    arabic = '<s corresp="#e1">نعم.</s><s corresp="#e2">ربما.</s><s corresp="#e2">لا.</s>'
    assert pairs(tmp_path, tei(texts(arabic))) == PAIRS


def test_correspondence_of_several_to_one_is_one_unit_from_either_side(tmp_path: Path) -> None:
    arabic = (
        '<s xml:id="a1" corresp="#e1">نعم.</s> <s xml:id="a2" corresp="#e2">ربما.</s> '
        '<s xml:id="a3" corresp="#e2">لا.</s>'
    )
    english = (
        '<s xml:id="e1" corresp="#a1">Yes.</s> <s xml:id="e2" corresp="#a2 #a3">Perhaps not.</s>'
    )
    assert pairs(tmp_path, tei(texts(arabic, english))) == PAIRS


def test_what_corresponds_inside_goes_before_what_is_around_it(tmp_path: Path) -> None:
    arabic = '<seg corresp="#e"><s corresp="#e1">نعم.</s></seg>'
    english = '<seg xml:id="e"><s xml:id="e1">Yes.</s></seg>'
    assert pairs(tmp_path, tei(texts(arabic, english))) == [("نعم.", "Yes.")]


def test_correspondence_may_lead_into_another_file(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    english = tei(f'<text xml:lang="en"><body><p>{ENGLISH}</p></body></text>')
    (tmp_path / "en" / "a b.xml").write_text(english, encoding="utf-8")
    arabic = '<s corresp="en/a%20b.xml#e1">نعم.</s><s corresp="en/a%20b.xml#e2">ربما. لا.</s>'
    content = tei(f'<text xml:lang="ar"><body><p>{arabic}</p></body></text>')
    units, reading = read(tmp_path, content)
    assert [(unit.source, unit.target) for unit in units] == PAIRS
    assert lost(reading) == {"unaligned": 1}
