"""Texts of thousands of paragraphs are cleared part by part, as if each part stood alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.furniture import MOST_AT_ONCE
from tests.readers.pages import page
from tests.readers.test_furniture import document, removed

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "The road to harbour number {} had been closed since the storm, and nobody used it."


def test_furniture_far_down_a_long_text_goes_and_nothing_before_it(tmp_path: Path) -> None:
    expected = page("arabic_agency")
    prose = [SENTENCE.format(number) for number in range(MOST_AT_ONCE)]
    found = document(tmp_path, *prose, expected.text)
    alone = document(tmp_path, expected.text)
    assert len(alone.removed) > 1
    assert removed(found) == removed(alone)
    for passage in found.removed:
        assert found.text[passage.start : passage.end] == passage.text
