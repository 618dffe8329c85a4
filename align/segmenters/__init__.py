"""Segmenters: a block and its language in, segments out.

``rules`` cuts sentences by our own ``default.srx``, ``srx`` by any SRX file, ``whole`` keeps
paragraphs or lines; ``spans`` makes segments of cut places, ``dialect`` reads foreign patterns,
``omegat`` writes the rules as OmegaT has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align import registry

if TYPE_CHECKING:
    from align.config import Settings
    from align.stages import Segmenter

__all__ = ["chosen", "rules_in_use"]

SRX = "srx:"  # what comes before the name of a file of rules


def chosen(settings: Settings) -> Segmenter:
    """Return the segmenter of ``settings``.

    Raises `UsageError` for an SRX file that is not there, `ConfigError` for one that is not sound.
    """
    if settings.segment.startswith(SRX):
        from align.segmenters import srx  # noqa: PLC0415  loads lxml

        return srx.segmenter(settings.segment.removeprefix(SRX))
    segmenter: Segmenter = registry.resolve("segmenters", settings.segment)
    return segmenter


def rules_in_use(settings: Settings) -> bytes | None:
    """Return the SRX file that cuts the sentences, None where none does."""
    from align.segmenters import srx  # noqa: PLC0415  loads lxml

    if settings.segment.startswith(SRX):
        return srx.segmenter(settings.segment.removeprefix(SRX)).source
    return srx.default_rules().source if settings.segment == "sentence" else None
