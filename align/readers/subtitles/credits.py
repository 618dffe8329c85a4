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
_CREDIT = re.compile(
    r"\b(?:subtitle[sd]?|subs|captions?|captioned|sync(?:ed|hroni[sz]ed)?|transcript(?:ion)?"
    r"|encoded|ripped|corrections?|translat(?:ed|ion|or))(?: and \w+)?(?: by\b| ?:)"
    r"|\bsubtitles? downloaded\b|\badvertise your (?:product|brand)\b|\bsupport us and become\b"
    r"|^\s*(?:تمت? )?(?:ال)?ترجمة(?: و?ت(?:عديل|دقيق|وقيت))?\s*(?:[:/|-]|بواسطة|من قبل)"
    r"|^\s*تعديل (?:ال)?توقيت|^\s*(?:تم ال)?ترجم(?:ة|ه) (?:ا)?لكم\b|مع تحيات"
    r"|\b(?:www\.|https?://|[a-z0-9-]+\.(?:com|org|net|tv)\b)|(?<!\w)@\w{3,}",
    re.IGNORECASE,
)


def is_credit(cues: Sequence[Cue], place: int) -> bool:
    """Say whether the cue at a place is a credit: at an end of the file, and worded like one."""
    if EDGE <= place < len(cues) - EDGE:
        return False
    text = " ".join(cues[place].lines)
    return len(text) <= LONGEST and bool(_CREDIT.search(text))
