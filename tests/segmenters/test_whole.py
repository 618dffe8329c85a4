from __future__ import annotations

from typing import TYPE_CHECKING

from align.segmenters.whole import lines, paragraphs
from tests.segmenters.samples import block

if TYPE_CHECKING:
    from align.model import Segment


def cut(segments: list[Segment]) -> list[str]:
    return [segment.text for segment in segments]


def test_a_paragraph_is_one_segment_without_the_white_space_around_it() -> None:
    assert cut(paragraphs(block("\n One. Two?\n Three. \t"), "en")) == ["One. Two?\n Three."]


def test_each_line_is_a_segment_and_blank_lines_are_none() -> None:
    text = "بيت الشعر الأول\r\n\n  بيت الشعر الثاني \rالثالث. والرابع"
    expected = ["بيت الشعر الأول", "بيت الشعر الثاني", "الثالث. والرابع"]
    assert cut(lines(block(text), "ar")) == expected
