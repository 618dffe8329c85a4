"""Alignment by length and meaning together: the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align import registry
from align.aligners.rounds import align_in_rounds
from align.aligners.shapes import LONGEST
from align.evidence.meaning import Meaning

if TYPE_CHECKING:
    from align.config import Settings
    from align.model import Alignment, Bitext, Segment
    from align.stages import Encoder

__all__ = ["Hybrid"]


class Hybrid:
    """The aligner that also weighs the vectors of an encoder."""

    def __init__(self, settings: Settings) -> None:
        """Load the encoder; raises `MissingExtraError` when its package is not installed."""
        self._encoder: Encoder = registry.resolve("encoders", settings.encoder)()
        self.signature = self._encoder.signature

    def __call__(
        self, bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]
    ) -> Alignment:
        """Return beads that cover each side exactly once."""
        texts = [segment.text for segment in source], [segment.text for segment in target]
        return align_in_rounds(bitext, source, target, Meaning(self._encoder, *texts, LONGEST))
