"""Arabic presentation forms in a text: counted, and on demand written as letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.model import Passage
from align.text.arabic import presentation_forms, repair

if TYPE_CHECKING:
    from align.config import ReadSettings

__all__ = ["count_forms", "form_notes", "repaired"]

FIRST_FORM = "\ufb50"
LABEL = "presentation forms"


def count_forms(text: str) -> int:
    """Return how many characters of ``text`` are presentation forms, the marks between left out."""
    runs = (text[start:end] for start, end in presentation_forms(text))
    return sum(char >= FIRST_FORM for run in runs for char in run)


def form_notes(count: int, settings: ReadSettings) -> list[str]:
    """Return what the report says of ``count`` presentation forms: nothing, or one sentence."""
    if not count:
        return []
    found = f"{count} characters in Arabic presentation forms"
    if settings.repair:
        return [f"{found}: written as letters"]
    return [f"{found}; --set read.repair=true turns them into letters"]


def repaired(text: str, offset: int = 0) -> tuple[str, tuple[Passage, ...]]:
    """Return the text with letters for presentation forms, and the runs they replaced.

    The spans of the passages are in the text returned, counted from ``offset``.
    """
    parts: list[str] = []
    repairs: list[Passage] = []
    done = length = 0
    for start, end in presentation_forms(text):
        letters = repair(text[start:end])
        parts += (text[done:start], letters)
        place = length + start - done
        length, done = place + len(letters), end
        repairs.append(_repair(offset + place, text[start:end], letters))
    return "".join([*parts, text[done:]]), tuple(repairs)


def _repair(start: int, forms: str, letters: str) -> Passage:
    return Passage(
        lang="und",
        block="",
        start=start,
        end=start + len(letters),
        text=forms,
        reason="repair",
        label=LABEL,
        instead=letters,
    )
