from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.segmenters.rules import sentences
from align.segmenters.whole import lines, paragraphs
from tests.segmenters.samples import block, texts

if TYPE_CHECKING:
    from align.stages import Segmenter

SEGMENTERS = {"sentence": sentences, "paragraph": paragraphs, "line": lines}


@pytest.mark.parametrize("name", SEGMENTERS)
@given(text=texts(), lang=st.sampled_from(["ar", "en", "de"]))
def test_segments_hold_all_but_white_space_in_order(name: str, text: str, lang: str) -> None:
    segment: Segmenter = SEGMENTERS[name]
    found = segment(block(text), lang)
    assert "".join("".join(part.text.split()) for part in found) == "".join(text.split())
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize("name", SEGMENTERS)
@given(text=texts(), lang=st.sampled_from(["ar", "en", "de"]))
def test_no_segment_is_empty_or_has_white_space_at_its_ends(
    name: str, text: str, lang: str
) -> None:
    segment: Segmenter = SEGMENTERS[name]
    for part in segment(block(text), lang):
        assert part.text
        assert part.text == part.text.strip()


@pytest.mark.parametrize("name", SEGMENTERS)
def test_a_blank_block_has_no_segments(name: str) -> None:
    segment: Segmenter = SEGMENTERS[name]
    assert segment(block(" \n\u00a0\t"), "ar") == []
