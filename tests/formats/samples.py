"""Small bitexts with every kind of bead and with texts that break careless writers."""

from __future__ import annotations

from dataclasses import replace

from align.model import (
    AlignedBitext,
    Alignment,
    Bead,
    Bitext,
    Block,
    Flag,
    Location,
    Origin,
    Place,
    Segment,
    Side,
    TranslationUnit,
)
from align.text.tidy import tidy

FLAG = Flag(id="number", severity="warning", message="١٩٨٥ has no counterpart: check it")
PLACED = Flag(
    id="name", severity="info", message="“mason” is a <name>", side="target", start=4, end=9
)

ARABIC = [
    ("heading", ["حكاية الجسر القديم"]),
    (
        "paragraph",
        [
            "وُلِدَ البنّاء عام ١٩٨٥ في قرية على النهر.",
            "بنى الجسر وحده.",
            "لم يساعده أحد!",
            "هل كان يعرف أن الناس سيعبرونه كل يوم؟",
        ],
    ),
    ("item", ["اشترى حبالًا،\nوحجارةً.", "وباع بقرته."]),
    ("item", ["ثم نام.", "وحلم بالمطر."]),
]
ENGLISH = [
    ("heading", ["The tale of the old bridge"]),
    (
        "paragraph",
        [
            "The mason was born in 1985 in a village by the river.",
            "He built the bridge alone and nobody helped him!",
            "Nobody knows why.",
            "Did he know that people would cross it every day?",
        ],
    ),
    ("item", ["He bought ropes\nand stones."]),
    ("item", ["Then he slept, and as he slept,", "he dreamt of rain."]),
]
# source and target sizes: 1-1 1-1 2-1 0-1 1-1 1-1 1-0 2-2
SHAPES = [(1, 1), (1, 1), (2, 1), (0, 1), (1, 1), (1, 1), (1, 0), (2, 2)]

NASTY = [
    "نص \u200fبعلامات\u200e \u2067معزولة\u2069 وتطويـــل.",
    "مُحَمَّدٌ رَّسُولُ، ١٢٣٫٤٥٪ ؟؛",
    "family \U0001f469\u200d\U0001f469\u200d\U0001f467 and \U0001f1ea\U0001f1ec",
    "<b>&amp; \"quoted\" & 'single' ]]> <!-- no -->",
    "with\u00a0a no-break space and \u202fnarrow\u202f",
    "a line separator\u2028and\x85another\u2029three\x0bfour\x0cfive\r\nsix\tseven",
    "control\x1f and \x00 and \ufffe and \ufeff mark",
    "طويل " * 500,
]


def blocks(
    texts: list[tuple[str, list[str]]], start: int = 1
) -> tuple[tuple[Block, ...], tuple[Segment, ...]]:
    """Return blocks that hold the texts, one space between two, and their segments."""
    made, segments = [], []
    for number, (kind, sentences) in enumerate(texts, start=start):
        text = " ".join(sentences)
        place = Place(line=number, start=0, length=len(text))
        block = Block(id=f"b{number}", kind=kind, text=text, place=place)  # type: ignore[arg-type]
        made.append(block)
        end = 0
        for sentence in sentences:
            begin = text.index(sentence, end)
            end = begin + len(sentence)
            segments.append(Segment(block=block, start=begin, end=end))
    return tuple(made), tuple(segments)


def bitext(name: str = "bridge") -> AlignedBitext:
    """Return the tale of the bridge, aligned with beads of six shapes."""
    source_blocks, source = blocks(ARABIC)
    target_blocks, target = blocks(ENGLISH, start=len(ARABIC) + 1)
    beads, i, j = [], 0, 0
    for m, n in SHAPES:
        beads.append(Bead(source=range(i, i + m), target=range(j, j + n), cost=1.0, posterior=0.9))
        i, j = i + m, j + n
    alignment = Alignment(
        bitext=Bitext(
            id=name,
            source=Side(lang="ar", blocks=source_blocks),
            target=Side(lang="en", blocks=target_blocks),
            layout="stacked",
        ),
        source=source,
        target=target,
        beads=tuple(beads),
        stretches=(range(len(beads)),),
    )
    return with_units(alignment)


def crossing() -> AlignedBitext:
    """Return two paragraphs that stand the other way round in the target."""
    source_blocks, source = blocks([("paragraph", ["أولًا."]), ("paragraph", ["ثانيًا.", "وأيضًا."])])
    target_blocks, target = blocks([("paragraph", ["Second.", "Also."]), ("paragraph", ["First."])])
    beads = (
        Bead(source=range(1), target=range(2, 3), cost=1.0, posterior=0.9),
        Bead(source=range(1, 2), target=range(1), cost=1.0, posterior=0.9),
        Bead(source=range(2, 3), target=range(1, 2), cost=1.0, posterior=0.9),
    )
    sides = Side(lang="ar", blocks=source_blocks), Side(lang="en", blocks=target_blocks)
    return with_units(
        Alignment(
            bitext=Bitext(id="moved", source=sides[0], target=sides[1], layout="pair"),
            source=source,
            target=target,
            beads=beads,
            stretches=(range(1), range(1, 3)),
        )
    )


def with_units(alignment: Alignment) -> AlignedBitext:
    """Return the alignment with a unit for every bead of two sides."""
    units: list[TranslationUnit | None] = []
    for number, bead in enumerate(alignment.beads):
        source = alignment.source[bead.source.start : bead.source.stop]
        target = alignment.target[bead.target.start : bead.target.stop]
        if not source or not target:
            units.append(None)
            continue
        units.append(
            TranslationUnit(
                id=f"u{alignment.bitext.id}{number:08x}",
                source=joined(source),
                target=joined(target),
                source_lang=alignment.bitext.source.lang,
                target_lang=alignment.bitext.target.lang,
                kind=bead.kind,
                score=round(1 / (number + 1), 4),
                flags=(FLAG, PLACED) if number == 1 else (),
                origin=Origin(
                    document=alignment.bitext.id,
                    source=places(source, "tales/bridge.txt"),
                    target=places(target, "tales/bridge.txt"),
                ),
                props=(("client", "Museum & Söhne"), ("subject", "حكايات")),
            )
        )
    return AlignedBitext(alignment=alignment, units=tuple(units))


def joined(segments: tuple[Segment, ...]) -> str:
    """Return the segments as a unit's text."""
    return tidy(" ".join(segment.text for segment in segments))


def places(segments: tuple[Segment, ...], path: str) -> tuple[Location, ...]:
    """Return where the segments stand."""
    return tuple(
        Location(path=path, block=s.block.id, line=s.block.place.line, start=s.start, end=s.end)
        for s in segments
    )


def unit(source: str, target: str, number: int = 1) -> TranslationUnit:
    """Return a bare unit."""
    return TranslationUnit(
        id=f"u{number:016x}",
        source=source,
        target=target,
        source_lang="ar",
        target_lang="en",
        kind="1-1",
        score=0.8731,
    )


def swapped(aligned: AlignedBitext) -> AlignedBitext:
    """Return a bitext with source and target exchanged (one stretch only)."""
    alignment = aligned.alignment
    sides = alignment.bitext.target, alignment.bitext.source
    beads = (replace(bead, source=bead.target, target=bead.source) for bead in alignment.beads)
    return with_units(
        replace(
            alignment,
            bitext=replace(alignment.bitext, source=sides[0], target=sides[1]),
            source=alignment.target,
            target=alignment.source,
            beads=tuple(beads),
        )
    )


def nasty() -> AlignedBitext:
    """Return a bitext whose texts break careless writers, each a block of its own."""
    source_blocks, source = blocks([("paragraph", [text]) for text in NASTY])
    target_blocks, target = blocks([("item", [f"{n}. {text}"]) for n, text in enumerate(NASTY)])
    beads = tuple(
        Bead(source=range(n, n + 1), target=range(n, n + 1), cost=1.0, posterior=0.9)
        for n in range(len(NASTY))
    )
    sides = Side(lang="ar", blocks=source_blocks), Side(lang="en", blocks=target_blocks)
    return with_units(
        Alignment(
            bitext=Bitext(id="nasty", source=sides[0], target=sides[1], layout="pair"),
            source=source,
            target=target,
            beads=beads,
            stretches=(range(len(beads)),),
        )
    )


def touching() -> AlignedBitext:
    """Return two source segments without white space between, against nothing and one."""
    text = "«نعم!»«لا؟»"
    block = Block(
        id="b1.1", kind="quote", text=text, place=Place(line=1, start=0, length=len(text))
    )
    cut = text.index("»") + 1
    source = (
        Segment(block=block, start=0, end=cut),
        Segment(block=block, start=cut, end=len(text)),
    )
    target_blocks, target = blocks([("cell", ["No?"])])
    sides = Side(lang="ar", blocks=(block,)), Side(lang="en", blocks=target_blocks)
    return with_units(
        Alignment(
            bitext=Bitext(id="touching", source=sides[0], target=sides[1], layout="columns"),
            source=source,
            target=target,
            beads=(
                Bead(source=range(1), target=range(0), cost=1.0, posterior=0.9),
                Bead(source=range(1, 2), target=range(1), cost=1.0, posterior=0.9),
            ),
            stretches=(range(2),),
        )
    )
