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
    from align.stages import Aligner, Encoder

__all__ = ["aligner"]


def aligner(settings: Settings) -> Aligner:
    """Return the aligner with the encoder of ``settings``.

    Raises `MissingExtraError` when the encoder's package is not installed.
    """
    encoder: Encoder = registry.resolve("encoders", settings.encoder)()

    def align(
        bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]
    ) -> Alignment:
        texts = [segment.text for segment in source], [segment.text for segment in target]
        return align_in_rounds(bitext, source, target, Meaning(encoder, *texts, LONGEST))

    return align
