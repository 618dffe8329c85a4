"""Alignment by length alone, after Gale & Church 1993, with long beads and a stable tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.aligners.length_only import align_by_length

if TYPE_CHECKING:
    from align.config import Settings
    from align.model import Alignment, Bitext, Segment

__all__ = ["GaleChurch"]


class GaleChurch:
    """The aligner that needs no encoder and knows no language."""

    signature = ""

    def __init__(self, settings: Settings) -> None:
        """Take the settings, none of which concerns it."""

    def __call__(
        self, bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]
    ) -> Alignment:
        """Return beads that cover each side exactly once."""
        return align_by_length(bitext, source, target)
