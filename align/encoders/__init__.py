"""Sentence encoders: texts in, unit vectors out; each module offers ``encoder() -> Encoder``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align import registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.config import Settings

__all__ = ["signature"]


def signature(settings: Settings) -> str:
    """Return what names the encoder in use, its version and its weights; empty if none is used.

    Raises `MissingExtraError` when the encoder's package is not installed.
    """
    if settings.aligner == "gale-church":
        return ""
    named: Callable[[], str] = registry.resolve("signatures", settings.encoder)
    return named()
