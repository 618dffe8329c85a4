"""Aligners: two sequences of segments in, beads out; one dynamic programme serves them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

from align import registry

if TYPE_CHECKING:
    from align.config import Settings
    from align.model import Alignment, Bitext, Segment
    from align.stages import Aligner

__all__ = ["align_segments", "chosen"]


def chosen(settings: Settings) -> Aligner:
    """Return the aligner of ``settings``; raises `MissingExtraError` without its encoder."""
    aligner: Aligner = registry.resolve("aligners", settings.aligner)(settings)
    return aligner


def align_segments(
    bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...], settings: Settings
) -> Alignment:
    """Return the alignment of a bitext whose sides are cut into segments."""
    with threadpool_limits(limits=1, user_api="blas"):  # the products are small: threads hinder
        return chosen(settings)(bitext, source, target)
