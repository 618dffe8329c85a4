"""Cues that are no speech: who made the subtitles, and where they are offered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.readers.subtitles.cues import Cue

__all__ = ["is_credit"]

EDGE = 3  # cues at either end of a file, among which credits stand
LONGEST = 160  # characters of a credit
_ADDRESS = re.compile(
    r"\b(?:www\.|https?://|[a-z0-9-]+\.(?:com|org|net|tv)\b)|(?<!\w)@\w{3,}", re.IGNORECASE
)
_OPEN = re.compile("[^.!?؟…)\\]\"'”’»]$")  # a sentence that has no end yet
_CREDIT = re.compile(
    r"\b(?:subtitle[sd]?|subs|captions?|captioned|sync(?:ed|hroni[sz]ed)?|transcript(?:ion)?"
    r"|encoded|ripped|corrections?|translat(?:ed|ion|or))(?: and \w+)?(?: by\b| ?:)"
    r"|\bsubtitles? downloaded\b|\badvertise your (?:product|brand)\b|\bsupport us and become\b"
    r"|^\s*(?:تمت? )?(?:ال)?ترجمة(?: و?ت(?:عديل|دقيق|وقيت))?\s*(?:[:/|-]|بواسطة|من قبل)"
    r"|^\s*تعديل (?:ال)?توقيت|^\s*(?:تم ال)?ترجم(?:ة|ه) (?:ا)?لكم\b|مع تحيات",
    re.IGNORECASE,
)


def is_credit(cues: Sequence[Cue], place: int) -> bool:
    """Say whether the cue at a place is a credit: at an end of the file, and worded like one.

    An address alone makes none in the middle of a sentence: somebody may speak of it.
    """
    if EDGE <= place < len(cues) - EDGE:
        return False
    text = " ".join(cues[place].lines)
    if len(text) > LONGEST:
        return False
    return bool(_CREDIT.search(text)) or (
        bool(_ADDRESS.search(text)) and not _goes_on(cues, place, text)
    )


def _goes_on(cues: Sequence[Cue], place: int, text: str) -> bool:
    """Say whether the cue at a place goes on with the sentence of the one before."""
    before = " ".join(cues[place - 1].lines) if place else ""
    return bool(_OPEN.search(before)) and not text[:1].isupper()
