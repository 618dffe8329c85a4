"""A memory compared with one that is held to be right: sacreBLEU's figures, and the same pairs.

The figures are those of sacreBLEU's own classes (Post 2018) at the defaults of its command line,
chrF with words (chrF2++). The reference is in memory, and of our texts what sacreBLEU remembers
of the last 65,536: about 250 MB for 100,000 units. TER is the slow one, where words have moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from align.text.codes import family
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sacrebleu.metrics.base import Metric

    from align.model import TranslationUnit

__all__ = ["Comparison"]

DECIMALS = 4
WORD_ORDER = 2  # the words of chrF2++ (Popović 2017)
PORTION = 100  # segments at a time, since sacreBLEU holds the n-grams of all, 70 kB a segment


class Comparison:
    """Takes in our units one by one, and says how like the reference they are.

    Texts are compared tidied, as a memory would hold them. Where the reference has several targets
    of a source, the first is what sacreBLEU sees; any of them makes a pair right.
    """

    def __init__(self, reference: Iterable[TranslationUnit], langs: tuple[str, str]) -> None:
        """Read the reference, turned round where it has our target language as its source."""
        self._targets: dict[str, dict[str, bool]] = {}  # by source: each target, and if we have it
        self._sums = _sums()
        self.units = 0
        self.right = 0
        self.unknown = 0  # our units whose source the reference has not
        self.several = 0  # our units whose source it has several targets of
        for unit in reference:
            source, target = _turned(unit, langs)
            if source and target:
                self._targets.setdefault(source, {})[target] = False

    def add(self, unit: TranslationUnit) -> None:
        """Compare one of our units."""
        self.units += 1
        target = tidy(unit.target)
        targets = self._targets.get(tidy(unit.source), {})
        if not targets:
            self.unknown += 1
            return
        self.several += len(targets) > 1
        if target in targets:
            self.right += 1
            targets[target] = True
        for sums in self._sums.values():
            sums.add(target, next(iter(targets)))

    @property
    def pairs(self) -> int:
        """How many different pairs the reference has."""
        return sum(map(len, self._targets.values()))

    @property
    def found(self) -> int:
        """How many of them are among our units."""
        return sum(sum(targets.values()) for targets in self._targets.values())

    def as_json(self) -> dict[str, Any]:
        """Return what stands under ``sacrebleu`` and ``pairs`` in the JSON document.

        ``bleu``, ``chrf`` and ``ter`` are null when no source is in both memories.
        """
        return {
            "sacrebleu": {
                **{name: sums.as_json() for name, sums in self._sums.items()},
                "segments": self.units - self.unknown,
                "without_reference": self.unknown,
                "several_references": self.several,
            },
            "pairs": {
                **_rates(self.right, self.units, self.found, self.pairs),
                "units": self.units,
                "right": self.right,
                "reference": self.pairs,
                "found": self.found,
            },
        }


class _Sums:
    """A metric's counts, added up segment by segment, as its score over a corpus is made of them.

    sacreBLEU's own interface wants the whole corpus at once, and then holds all its n-grams.
    """

    def __init__(self, metric: Metric) -> None:
        self._metric = metric
        self._ours: list[str] = []
        self._theirs: list[str] = []
        self._counts: list[float] = []

    def add(self, ours: str, theirs: str) -> None:
        self._ours.append(ours)
        self._theirs.append(theirs)
        if len(self._ours) == PORTION:
            self._count()

    def _count(self) -> None:
        """Replace the segments that wait by their counts."""
        rows = self._metric._extract_corpus_statistics(self._ours, [self._theirs])
        if self._counts:
            rows.append(self._counts)
        self._counts = [sum(column) for column in zip(*rows, strict=True)]
        self._ours.clear()
        self._theirs.clear()

    def as_json(self) -> dict[str, Any] | None:
        """Return the score, 0..100 (TER may exceed it), and the signature that explains it."""
        if self._ours:
            self._count()
        if not self._counts:
            return None
        score = self._metric._aggregate_and_compute([self._counts]).score
        signature = self._metric.get_signature().format()
        return {"score": round(score, DECIMALS), "signature": signature}


def _sums() -> dict[str, _Sums]:
    from sacrebleu import BLEU, CHRF, TER  # noqa: PLC0415  loaded only to compare

    # force: silent about texts that look tokenized, which changes no figure.
    metrics = {"bleu": BLEU(force=True), "chrf": CHRF(word_order=WORD_ORDER), "ter": TER()}
    return {name: _Sums(metric) for name, metric in metrics.items()}


def _turned(unit: TranslationUnit, langs: tuple[str, str]) -> tuple[str, str]:
    """Return the tidied texts in our order of languages."""
    texts = tidy(unit.source), tidy(unit.target)
    wrong_way = family(unit.source_lang) == family(langs[1]) != family(langs[0])
    return (texts[1], texts[0]) if wrong_way else texts


def _rates(right: int, units: int, found: int, pairs: int) -> dict[str, float]:
    precision = right / units if units else 0.0
    recall = found / pairs if pairs else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    rates = {"precision": precision, "recall": recall, "f1": f1}
    return {name: round(rate, DECIMALS) for name, rate in rates.items()}
