"""The figures of one job: what is left in memory when its texts have been let go."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any, Literal

from align.model import (
    Aligned,
    AlignedBitext,
    Failed,
    Layout,
    Monolingual,
    Outcome,
    Passage,
    Source,
)
from align.text.tidy import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BitextFigures", "Counts", "JobFigures", "Status", "measure", "points"]

Status = Literal["aligned", "monolingual", "failed"]
DECIMALS = 4  # of a score
POINTS: int = 10**DECIMALS  # counted in whole points they add up alike in any order


def points(score: float) -> int:
    """Return a score as whole ten-thousandths."""
    return round(score * POINTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Segments, units and what was left over, of a bitext or of many together."""

    source_segments: int = 0
    target_segments: int = 0
    units: int = 0
    source_unaligned: int = 0
    target_unaligned: int = 0
    crossings: int = 0
    score_points: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both together."""
        mine, theirs = astuple(self), astuple(other)
        names = self.__slots__
        return Counts(**{n: a + b for n, a, b in zip(names, mine, theirs, strict=True)})

    @property
    def unaligned(self) -> int:
        """The segments of both sides that have no counterpart."""
        return self.source_unaligned + self.target_unaligned

    @property
    def mean_score(self) -> float | None:
        """The mean score of the units, or None without a unit."""
        return round(self.score_points / self.units / POINTS, DECIMALS) if self.units else None

    def as_json(self) -> dict[str, Any]:
        """Return the counts under the names they have in ``report.json``."""
        return {
            "segments": {"source": self.source_segments, "target": self.target_segments},
            "units": self.units,
            "unaligned": {"source": self.source_unaligned, "target": self.target_unaligned},
            "crossings": self.crossings,
            "mean_score": self.mean_score,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class BitextFigures:
    """How one bitext was laid out and what its alignment gave."""

    layout: Layout
    langs: tuple[str, str]
    counts: Counts

    def as_json(self) -> dict[str, Any]:
        """Return the bitext's entry in ``report.json``."""
        return {"layout": self.layout, "langs": list(self.langs)} | self.counts.as_json()


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFigures:
    """One row of the report.

    ``removed`` counts passages by reason, ``other_languages`` letters by language code.
    """

    id: str
    status: Status
    paths: tuple[str, ...]
    encoding: str | None = None
    bitexts: tuple[BitextFigures, ...] = ()
    removed: tuple[tuple[str, int], ...] = ()
    other_languages: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    error: str | None = None
    lang: str | None = None

    @property
    def counts(self) -> Counts:
        """The counts of all bitexts together."""
        return sum((bitext.counts for bitext in self.bitexts), start=Counts())

    def as_json(self) -> dict[str, Any]:
        """Return the job's entry in ``report.json``."""
        row: dict[str, Any] = {
            "id": self.id,
            "status": self.status,
            "paths": list(self.paths),
            "encoding": self.encoding,
            "bitexts": [bitext.as_json() for bitext in self.bitexts],
            "removed": dict(self.removed),
            "other_languages": dict(self.other_languages),
            "notes": list(self.notes),
        }
        return row if self.error is None else row | {"error": self.error}


def measure(outcome: Outcome) -> JobFigures:
    """Return the figures of one outcome."""
    job = outcome.job
    if isinstance(outcome, Failed):
        error = f"{outcome.error}: {outcome.message}"
        return JobFigures(id=job.id, status="failed", paths=job.names, error=error)
    bitexts = outcome.bitexts if isinstance(outcome, Aligned) else ()
    return JobFigures(
        id=job.id,
        status="aligned" if isinstance(outcome, Aligned) else "monolingual",
        paths=job.names,
        encoding=_encoding(outcome.sources),
        bitexts=tuple(map(_measure_bitext, bitexts)),
        removed=_sorted(Counter(passage.reason for passage in outcome.removed)),
        other_languages=_other_languages(outcome.unaligned),
        notes=outcome.notes,
        lang=outcome.lang if isinstance(outcome, Monolingual) else None,
    )


def _encoding(sources: Iterable[Source]) -> str:
    return ", ".join(dict.fromkeys(source.encoding for source in sources))


def _sorted(counter: Counter[Any]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items()))


def _other_languages(passages: Iterable[Passage]) -> tuple[tuple[str, int], ...]:
    found: Counter[str] = Counter()
    for passage in passages:
        if passage.reason == "other-language":
            found[passage.lang] += sum(1 for _ in letters(passage.text))
    return _sorted(found)


def _measure_bitext(aligned: AlignedBitext) -> BitextFigures:
    alignment = aligned.alignment
    units = [unit for unit in aligned.units if unit is not None]
    return BitextFigures(
        layout=alignment.bitext.layout,
        langs=(alignment.bitext.source.lang, alignment.bitext.target.lang),
        counts=Counts(
            source_segments=len(alignment.source),
            target_segments=len(alignment.target),
            units=len(units),
            source_unaligned=sum(len(b.source) for b in alignment.beads if not b.target),
            target_unaligned=sum(len(b.target) for b in alignment.beads if not b.source),
            crossings=max(0, len(alignment.stretches) - 1),
            score_points=sum(points(unit.score) for unit in units),
        ),
    )
