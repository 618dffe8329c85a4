"""The figures of one job: what is left in memory when its texts have been let go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from align.model import (
    Aligned,
    AlignedBitext,
    Failed,
    Job,
    Layout,
    Monolingual,
    Outcome,
    PairedBy,
    Passage,
    Severity,
    Source,
)
from align.report.counts import Counts, count
from align.text.tidy import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BitextFigures", "Findings", "JobFigures", "Status", "measure"]

Status = Literal["aligned", "monolingual", "failed"]


class Findings(NamedTuple):
    """How often a kind of flag was found."""

    severity: Severity
    id: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BitextFigures:
    """How one bitext was laid out, what its alignment gave and what was found in its units."""

    layout: Layout
    langs: tuple[str, str]
    counts: Counts
    findings: tuple[Findings, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the bitext's entry in ``report.json``."""
        flags = {found.id: found.times for found in self.findings}
        own = {"layout": self.layout, "langs": list(self.langs)}
        return own | self.counts.as_json() | {"flags": flags}


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
    paired: PairedBy | None = None
    pair_score: float | None = None

    @property
    def counts(self) -> Counts:
        """The counts of all bitexts together."""
        return sum((bitext.counts for bitext in self.bitexts), start=Counts())

    @property
    def severities(self) -> Counter[Severity]:
        """How many findings of each severity there are in all bitexts together."""
        found: Counter[Severity] = Counter()
        for bitext in self.bitexts:
            for kind in bitext.findings:
                found[kind.severity] += kind.times
        return found

    def as_json(self) -> dict[str, Any]:
        """Return the job's entry in ``report.json``."""
        row: dict[str, Any] = {
            "id": self.id,
            "status": self.status,
            "paths": list(self.paths),
            "paired": self.paired and {"by": self.paired, "score": self.pair_score},
            "encoding": self.encoding,
            "bitexts": [bitext.as_json() for bitext in self.bitexts],
            "removed": dict(self.removed),
            "other_languages": dict(self.other_languages),
            "notes": list(self.notes),
        }
        return row if self.error is None else row | {"error": self.error}


def measure(outcome: Outcome, min_score: float) -> JobFigures:
    """Return the figures of one outcome; units below ``min_score`` are doubtful."""
    job = outcome.job
    if isinstance(outcome, Failed):
        error = f"{outcome.error}: {outcome.message}"
        return replace(_row(job, "failed"), notes=job.notes, error=error)
    bitexts = outcome.bitexts if isinstance(outcome, Aligned) else ()
    return replace(
        _row(job, "aligned" if isinstance(outcome, Aligned) else "monolingual"),
        encoding=_encoding(outcome.sources),
        bitexts=tuple(_measure_bitext(aligned, min_score) for aligned in bitexts),
        removed=_sorted(Counter(passage.reason for passage in outcome.removed)),
        other_languages=_other_languages(outcome.unaligned),
        notes=outcome.notes,
        lang=outcome.lang if isinstance(outcome, Monolingual) else None,
    )


def _row(job: Job, status: Status) -> JobFigures:
    return JobFigures(
        id=job.id, status=status, paths=job.names, paired=job.paired, pair_score=job.score
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


def _measure_bitext(aligned: AlignedBitext, min_score: float) -> BitextFigures:
    bitext = aligned.alignment.bitext
    return BitextFigures(
        layout=bitext.layout,
        langs=(bitext.source.lang, bitext.target.lang),
        counts=count(aligned, min_score),
        findings=_findings(aligned),
    )


def _findings(aligned: AlignedBitext) -> tuple[Findings, ...]:
    """Return the kinds of findings by id."""
    units = (unit for unit in aligned.units if unit is not None)
    found = Counter((flag.id, flag.severity) for unit in units for flag in unit.flags)
    return tuple(_same(severity, name, n) for (name, severity), n in sorted(found.items()))


@cache
def _same(severity: Severity, name: str, count: int) -> Findings:
    """Return one record for all that are equal: thousands of documents have the same findings."""
    return Findings(severity, name, count)
