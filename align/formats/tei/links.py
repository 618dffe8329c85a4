"""The stand-off alignment of a TEI file.

Links between segments, spans of the segments that have none, and spans of what is doubtful.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from align.formats.markup import element, write_line
from align.formats.sides import tidy_flags
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from align.model import AlignedBitext, SideName

__all__ = ["Part", "parts", "segment_id", "write_alignment"]

STATUS = "#status-auto"
CROSSING = "both texts have the same order inside a stretch, not from one stretch to the next."


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A bitext and its place in the file: its number and the segments before it on each side."""

    number: int
    aligned: AlignedBitext
    before: tuple[int, int]


def parts(bitexts: Iterable[AlignedBitext]) -> Iterator[Part]:
    """Yield the bitexts of a file, numbered from 1."""
    source = target = 0
    for number, aligned in enumerate(bitexts, start=1):
        yield Part(number=number, aligned=aligned, before=(source, target))
        source += len(aligned.alignment.source)
        target += len(aligned.alignment.target)


def segment_id(lang: str, place: int) -> str:
    """Return the ``xml:id`` of the segment at ``place`` (from 0) of a language's text."""
    return f"{lang}.s{place + 1}"


def write_alignment(xml: Any, bitexts: list[Part], langs: tuple[str, str]) -> None:
    """Write the ``standOff`` of a file that has at least one bead."""
    xml.write("  ")
    with xml.element("standOff", type="alignment"):
        xml.write("\n")
        for part in bitexts:
            for group in _link_groups(part, langs):
                write_line(xml, group, 2)
            groups = {"unaligned": _spans(part, langs), "flags": _flags(part, langs)}
            for name, spans in groups.items():
                group = element("spanGrp", *spans, type=name, ana=STATUS)
                if len(group):
                    write_line(xml, group, 2)
        xml.write("  ")
    xml.write("\n")


def _link_groups(part: Part, langs: tuple[str, str]) -> Iterator[etree._Element]:
    """Yield the links of each stretch; a text whose blocks moved has several, which are named."""
    alignment = part.aligned.alignment
    stretches = alignment.stretches
    for number, stretch in enumerate(stretches, start=1):
        links = [line for index in stretch for line in _links(part, index, langs)]
        if not links:
            continue
        group = element(
            "linkGrp",
            type="alignment",
            subtype="crossing" if len(stretches) > 1 else None,
            n=tidy(alignment.bitext.id),
            domains=" ".join(f"#{lang}.d{part.number}" for lang in langs),
            targFunc=" ".join(langs),
            ana=STATUS,
            resp="#software",
        )
        if len(stretches) > 1:
            group.append(element("desc", f"Stretch {number} of {len(stretches)}: {CROSSING}"))
        group.extend(links)
        yield group


def _links(part: Part, index: int, langs: tuple[str, str]) -> Iterator[etree._Element]:
    """Yield the link of a bead, after a ``ptr`` for each side of several segments."""
    bead, unit = part.aligned.alignment.beads[index], part.aligned.units[index]
    if unit is None:
        return
    name = _link_id(part, index)
    targets: list[str] = []
    evaluate = None
    for lang, run, before in zip(langs, (bead.source, bead.target), part.before, strict=True):
        pointers = [f"#{segment_id(lang, before + place)}" for place in run]
        if len(pointers) > 1:
            evaluate = "all"
            yield element("ptr", xml_id=f"{name}.{lang}", target=" ".join(pointers))
            pointers = [f"#{name}.{lang}"]
        targets += pointers
    yield element(
        "link",
        xml_id=name,
        n=tidy(unit.id),
        type=bead.kind,
        target=" ".join(targets),
        evaluate=evaluate,
        cert=f"{unit.score:.4f}",
    )


def _link_id(part: Part, index: int) -> str:
    return f"l{part.number}.{index + 1}"


def _spans(part: Part, langs: tuple[str, str]) -> Iterator[etree._Element]:
    """Yield a span for every segment without a counterpart."""
    for bead, unit in zip(part.aligned.alignment.beads, part.aligned.units, strict=True):
        if unit is not None:
            continue
        runs = (("1-0", bead.source), ("0-1", bead.target))
        for lang, before, (kind, run) in zip(langs, part.before, runs, strict=True):
            for place in run:
                yield element("span", type=kind, target=f"#{segment_id(lang, before + place)}")


def _flags(part: Part, langs: tuple[str, str]) -> Iterator[etree._Element]:
    """Yield a span for every flag; its ``n`` is the place in the text of one side of the link."""
    sides: dict[SideName | None, str] = dict(zip(("source", "target"), langs, strict=True))
    for index, unit in enumerate(part.aligned.units):
        for flag in tidy_flags(unit) if unit else ():
            lang = sides.get(flag.side)
            yield element(
                "span",
                flag.message,
                type=flag.id,
                subtype=flag.severity,
                n=f"{lang} {flag.start}-{flag.end}" if lang else None,
                target=f"#{_link_id(part, index)}",
            )
