"""Whatever the text: what goes in comes out in a unit or in a list."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from align.config import Settings
from align.model import Anchor, Bitext, Block, Place, Side
from align.pipeline import align_bitext
from align.text.tidy import letters, tidy
from align.units import UnitMaker, illegal_characters, omissions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.model import AlignedBitext

# What texts are made of, what segmenters stumble over, and anything else.
WORDS = st.sampled_from(
    ["ماء", "كَتَبَ", "Mr.", "e.g.", "١٢٫٥", "house", "v2.0", "د.", "«قال»", "(a)", "https://x.y/?z"]
)
MARKS = st.sampled_from(
    [" ", "\n", ". ", "؟ ", "! ", "…", "\u00a0", "\u200f", "\ufeff", "\x00", "\x85", "\u2028"]
)
TEXTS = st.lists(st.one_of(WORDS, MARKS, st.text(max_size=8)), max_size=20).map("".join)
BLOCKS = st.lists(TEXTS, max_size=5)


def side(lang: str, texts: list[str]) -> Side:
    return Side(
        lang=lang,
        blocks=tuple(
            Block(
                id=f"b{number}",
                kind="paragraph",
                text=text,
                place=Place(line=number, start=0, length=len(text)),
            )
            for number, text in enumerate(texts, 1)
        ),
    )


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    """Return bitexts with and without an anchor a block."""
    source, target = draw(BLOCKS), draw(BLOCKS)
    anchors: tuple[Anchor, ...] = ()
    if draw(st.booleans()):
        source, target = (texts[: min(len(source), len(target))] for texts in (source, target))
        anchors = tuple(
            Anchor(source=range(k, k + 1), target=range(k, k + 1)) for k in range(len(source))
        )
    return Bitext(
        id="x#1",
        source=side("ar", source),
        target=side("en", target),
        layout="pair",
        anchors=anchors,
    )


def finished(bitext: Bitext, segment: str) -> AlignedBitext:
    chosen = Settings(aligner="gale-church", segment=segment)
    alignment = align_bitext(bitext, chosen)
    return UnitMaker("x", ["x.txt"], ()).units(alignment)


def counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(chain.from_iterable(map(letters, texts)))


@given(bitexts(), st.sampled_from(["sentence", "line", "paragraph"]))
@settings(max_examples=150, deadline=None)
def test_letters_of_units_and_omissions_are_those_of_the_blocks(
    bitext: Bitext, segment: str
) -> None:
    aligned = finished(bitext, segment)
    units = [unit for unit in aligned.units if unit is not None]
    written = counted(text for unit in units for text in (unit.source, unit.target))
    listed = counted(passage.text for passage in omissions(aligned))
    blocks = (*bitext.source.blocks, *bitext.target.blocks)
    assert written + listed == counted(block.text for block in blocks)


@given(bitexts())
@settings(max_examples=80, deadline=None)
def test_a_unit_is_its_blocks_in_order_but_for_white_space_and_what_xml_forbids(
    bitext: Bitext,
) -> None:
    aligned = finished(bitext, "sentence")
    unit_texts = {number: unit for number, unit in enumerate(aligned.units) if unit is not None}
    for number, unit in unit_texts.items():
        bead = aligned.alignment.beads[number]
        parts = [aligned.alignment.source[i].text for i in bead.source]
        assert unit.source == tidy(" ".join(map(tidy, parts)))
        assert unit.origin is not None
        named = {block.id: block.text for block in bitext.source.blocks}
        assert [
            named[place.block][place.start : place.end] for place in unit.origin.source
        ] == parts


@given(bitexts())
@settings(max_examples=80, deadline=None)
def test_what_a_unit_drops_is_listed(bitext: Bitext) -> None:
    aligned = finished(bitext, "paragraph")
    dropped = Counter(passage.text for passage in illegal_characters(bitext.source))
    held: Counter[str] = Counter()
    for number, unit in enumerate(aligned.units):
        if unit is not None:
            bead = aligned.alignment.beads[number]
            whole = Counter("".join(aligned.alignment.source[i].text for i in bead.source))
            held += whole - Counter(unit.source)
    missing = {char: n for char, n in held.items() if tidy(f"a{char}a") == "aa"}
    assert Counter(missing) <= dropped


@given(bitexts())
@settings(max_examples=80, deadline=None)
def test_spans_give_back_the_block(bitext: Bitext) -> None:
    alignment = finished(bitext, "sentence").alignment
    for segment in (*alignment.source, *alignment.target):
        assert segment.text == segment.block.text[segment.start : segment.end]
        assert segment.text == segment.text.strip()
