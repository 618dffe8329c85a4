"""Blocks and alphabets the segmenter tests share."""

from __future__ import annotations

from hypothesis import strategies as st

from align.model import Block, Place

__all__ = ["block", "texts"]


def block(text: str) -> Block:
    """Return a paragraph that holds the text."""
    return Block(
        id="b1", kind="paragraph", text=text, place=Place(line=1, start=0, length=len(text))
    )


def texts() -> st.SearchStrategy[str]:
    """Return texts rich in what segmenters stumble over."""
    marks = st.sampled_from(list(".!?…؟۔؛،:\"'«»“”()[]-–0١aAبد \n\t\r\u00a0\u200f\u2028\x1f\ufeff"))
    return st.text(st.one_of(marks, st.characters(codec="utf-8")), max_size=80)
