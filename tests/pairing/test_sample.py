"""A sample of a document is bounded, and has its beginning and its end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from align.model import Block, Document, Place, Source
from align.pairing.sample import sampled, windows

SOURCE = Source(path="a.txt", format="plain", encoding="utf_8", sha256="0" * 64)


def document(*texts: str) -> Document:
    blocks = [
        Block(
            id=f"b{k}", kind="paragraph", text=text, place=Place(line=1, start=0, length=len(text))
        )
        for k, text in enumerate(texts, 1)
    ]
    return Document(id="a.txt", source=SOURCE, text="".join(texts), blocks=tuple(blocks))


@given(st.integers(0, 10_000), st.integers(10, 2_000))
def test_windows_are_in_order_within_the_text_and_no_larger_than_asked(
    length: int, characters: int
) -> None:
    spans = windows(length, characters)
    assert sum(map(len, spans)) <= characters
    assert (spans[0].start, spans[-1].stop) == (0, length)
    assert all(one.stop <= other.start for one, other in pairwise(spans))


def test_a_short_document_is_its_own_sample() -> None:
    short = document("one", "two")
    assert sampled(short, 10) == [list(short.blocks)]


def test_blocks_are_cut_where_a_window_ends() -> None:
    parts = sampled(document("a" * 500, "b" * 500), 100)
    assert parts[0][0].text == "a" * 40
    assert parts[-1][0].text == "b" * 30
    assert parts[-1][0].place == Place(line=1, start=470, length=30)
