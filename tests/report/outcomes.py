"""Outcomes built by hand: each pair of texts becomes blocks, segments, a bead and its unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.model import (
    Aligned,
    AlignedBitext,
    Alignment,
    Bead,
    Bitext,
    Block,
    Failed,
    Flag,
    Job,
    Location,
    Monolingual,
    Origin,
    Passage,
    Place,
    Reason,
    Segment,
    Side,
    Source,
    TranslationUnit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Layout, SideName


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Sentences on both sides of one bead; ``score`` is that of its unit."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    score: float = 0.95
    flags: tuple[Flag, ...] = ()


def pair(source: str, target: str, score: float = 0.95, *flags: Flag) -> Pair:
    """Return a 1-1 pair, or an omission where one text is empty."""
    return Pair(
        source=(source,) if source else (),
        target=(target,) if target else (),
        score=score,
        flags=flags,
    )


def marked(name: str, side: SideName, text: str, part: str) -> Flag:
    """Return a flag about the first ``part`` of ``text``, which is the text of ``side``."""
    start = text.index(part)
    return flag(name, f"{part} is not on the other side", side, start, start + len(part))


def swapped(outcome: Aligned, at: int) -> Aligned:
    """Return an outcome whose target blocks from bead ``at`` on stand before the others."""
    alignment = outcome.bitexts[0].alignment
    cut, total = alignment.beads[at].target.start, len(alignment.target)
    beads = tuple(
        replace(bead, target=_shifted(bead.target, total - cut if place < at else -cut))
        for place, bead in enumerate(alignment.beads)
    )
    stretches = range(at), range(at, len(beads))
    moved = replace(alignment, beads=beads, stretches=stretches)
    return replace(outcome, bitexts=(replace(outcome.bitexts[0], alignment=moved),))


def _shifted(places: range, by: int) -> range:
    return range(places.start + by, places.stop + by)


def job(*names: str) -> Job:
    """Return a job with the id that its first name gives it."""
    return Job(
        id=names[0].rpartition(".")[0],
        paths=tuple(f"/in/{name}" for name in names),
        names=names,
    )


def aligned(
    name: str, pairs: Sequence[Pair], layout: Layout = "stacked", notes: tuple[str, ...] = ()
) -> Aligned:
    """Return the outcome of one file that holds one bitext; ``name`` may join two names with +."""
    names = tuple(name.split("+"))
    bitext = _bitext(names, pairs, layout)
    return Aligned(
        job=job(*names),
        sources=tuple(_source(part) for part in names),
        bitexts=(bitext,),
        unaligned=tuple(_omissions(bitext)),
        removed=(),
        notes=notes,
    )


def with_leftovers(
    outcome: Aligned,
    foreign: Sequence[tuple[str, str]] = (),
    removed: Sequence[tuple[str, Reason] | Passage] = (),
) -> Aligned:
    """Return the outcome with passages of other languages and removed ones added."""
    others = (_passage(lang, text, "other-language") for lang, text in foreign)
    return replace(
        outcome,
        unaligned=(*outcome.unaligned, *others),
        removed=tuple(
            one if isinstance(one, Passage) else _passage("und", *one) for one in removed
        ),
    )


def monolingual(name: str, lang: str, text: str, encoding: str = "windows-1256") -> Monolingual:
    """Return the outcome of a file in one language."""
    return Monolingual(
        job=job(name),
        sources=(_source(name, encoding),),
        lang=lang,
        unaligned=(_passage(lang, text, "monolingual"),),
        removed=(),
    )


def failed(name: str, error: str, message: str) -> Failed:
    """Return the outcome of a file that could not be read."""
    return Failed(job=job(name), error=error, message=message)


def _source(name: str, encoding: str = "utf-8") -> Source:
    return Source(path=name, format="plain", encoding=encoding, sha256="0" * 64)


def left_out(text: str, label: str, reason: Reason = "furniture", *, instead: str = "") -> Passage:
    """Return a passage that a reader left out or repaired."""
    return replace(_passage("und", text, reason), block="", label=label, instead=instead)


def _passage(lang: str, text: str, reason: Reason) -> Passage:
    return Passage(lang=lang, block="b900", start=0, end=len(text), text=text, reason=reason)


def _segments(texts: Sequence[str], first_line: int) -> tuple[Segment, ...]:
    segments = []
    for line, text in enumerate(texts, first_line):
        place = Place(line=line, start=0, length=len(text))
        block = Block(id=f"b{line}", kind="paragraph", text=text, place=place)
        segments.append(Segment(block=block, start=0, end=len(text)))
    return tuple(segments)


def _bitext(names: tuple[str, ...], pairs: Sequence[Pair], layout: Layout) -> AlignedBitext:
    source = _segments([text for p in pairs for text in p.source], 1)
    target = _segments([text for p in pairs for text in p.target], len(source) + 1)
    beads = _beads(pairs)
    alignment = Alignment(
        bitext=Bitext(
            id=names[0],
            source=Side(lang="ar", blocks=tuple(s.block for s in source)),
            target=Side(lang="en", blocks=tuple(s.block for s in target)),
            layout=layout,
        ),
        source=source,
        target=target,
        beads=beads,
        stretches=(range(len(beads)),),
    )
    units = (_unit(names, alignment, bead, p) for bead, p in zip(beads, pairs, strict=True))
    return AlignedBitext(alignment=alignment, units=tuple(units))


def _beads(pairs: Sequence[Pair]) -> tuple[Bead, ...]:
    beads, row, column = [], 0, 0
    for p in pairs:
        source, target = range(row, row + len(p.source)), range(column, column + len(p.target))
        beads.append(Bead(source=source, target=target, cost=1.0, posterior=p.score))
        row, column = source.stop, target.stop
    return tuple(beads)


def _unit(
    names: tuple[str, ...], alignment: Alignment, bead: Bead, p: Pair
) -> TranslationUnit | None:
    if not (bead.source and bead.target):
        return None
    source = [alignment.source[place] for place in bead.source]
    target = [alignment.target[place] for place in bead.target]
    return TranslationUnit(
        id=f"u{bead.source.start:016x}",
        source=" ".join(p.source),
        target=" ".join(p.target),
        source_lang="ar",
        target_lang="en",
        kind=bead.kind,
        score=p.score,
        flags=p.flags,
        origin=Origin(
            document=names[0],
            source=tuple(_location(names[0], segment) for segment in source),
            target=tuple(_location(names[-1], segment) for segment in target),
        ),
    )


def _location(path: str, segment: Segment) -> Location:
    return Location(
        path=path,
        block=segment.block.id,
        line=segment.block.place.line,
        start=segment.start,
        end=segment.end,
    )


def _omissions(bitext: AlignedBitext) -> list[Passage]:
    alignment = bitext.alignment
    alone = [bead for bead in alignment.beads if not (bead.source and bead.target)]
    return [
        *(_omission("ar", alignment.source[place]) for bead in alone for place in bead.source),
        *(_omission("en", alignment.target[place]) for bead in alone for place in bead.target),
    ]


def _omission(lang: str, segment: Segment) -> Passage:
    return Passage(
        lang=lang,
        block=segment.block.id,
        start=segment.start,
        end=segment.end,
        text=segment.text,
        reason="omission",
    )
