"""Alignment by length alone, after Gale & Church 1993, with long beads and a stable tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.aligners.rounds import align_in_rounds

if TYPE_CHECKING:
    from align.config import Settings
    from align.model import Alignment, Bitext, Segment
    from align.stages import Aligner

__all__ = ["aligner"]


def aligner(_settings: Settings) -> Aligner:
    """Return the aligner; it needs no encoder and no language."""
    return _align


def _align(bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]) -> Alignment:
    return align_in_rounds(bitext, source, target, meaning=None)
