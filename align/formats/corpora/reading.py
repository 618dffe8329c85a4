"""What the readers of corpora share: from a bead to a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.formats.fields import DEFAULT_SCORE, score_of
from align.model import Origin, TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["MOST_SEGMENTS", "BeadRead", "score_if_ours", "units_from"]

MOST_SEGMENTS = 1_000  # on a side of a bead; more is an error of whoever made it


@dataclass(frozen=True, slots=True, kw_only=True)
class BeadRead:
    """A bead as a file has it: the line it stands in, and the texts of its segments."""

    line: int
    langs: tuple[str, str]
    source: Sequence[str]
    target: Sequence[str]
    id: str = ""
    kind: str = ""
    score: float = DEFAULT_SCORE
    document: str = ""


def units_from(
    beads: Iterable[BeadRead], path: Path, reading: Reading
) -> Iterator[TranslationUnit]:
    """Yield the units of beads; one of which nothing is left on a side is unfit."""
    for number, bead in enumerate(beads, start=1):
        try:
            unit = _unit(bead, f"tu{number}", reading)
        except ValueError as error:
            reading.unfit(path, bead.line, error)
            continue
        yield unit


def _unit(bead: BeadRead, default_id: str, reading: Reading) -> TranslationUnit:
    first, second = (" ".join(filter(None, side)) for side in (bead.source, bead.target))
    source, target = reading.texts(first, second, bead.line)
    document = bead.document
    return TranslationUnit(
        id=bead.id or default_id,
        source=source,
        target=target,
        source_lang=bead.langs[0],
        target_lang=bead.langs[1],
        kind=bead.kind or f"{len(bead.source)}-{len(bead.target)}",
        score=bead.score,
        origin=Origin(document=document, source=(), target=()) if document else None,
    )


def score_if_ours(text: str | None, line: int, reading: Reading) -> float:
    """Return a score between 0 and 1; what is on another scale is dropped, and counted."""
    try:
        return score_of(text)
    except ValueError:
        reading.losses.add("property", line, "scores that are not between 0 and 1")
        return DEFAULT_SCORE
