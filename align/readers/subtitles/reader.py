"""Reads subtitles: one language as cues, two languages of one file as rows side by side."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from align.errors import LimitError
from align.layouts.cues.endings import Shown
from align.readers.decoding import load
from align.readers.drafting import Draft
from align.readers.subtitles.credits import is_credit
from align.readers.subtitles.cues import read_cues
from align.readers.subtitles.rows import rows_of
from align.readers.subtitles.tracks import tracks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document
    from align.readers.subtitles.cues import Cue

__all__ = ["read"]

FORMS = {".srt": "srt", ".vtt": "vtt", ".ass": "ass", ".ssa": "ass"}
MOST_CHARACTERS = 5_000_000  # a film has 200,000
MOST_CUES = 40_000  # … and 2,000
TABLE = 1  # there is one
_DASH = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]*[-–—]\\s*\\S")


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a subtitle file, cue by cue, or row by row if it has two languages."""
    decoded = load(path, name, settings)
    _check_size(decoded.text, name)
    form = FORMS.get(path.suffix.lower()) or _form(decoded.text)
    found = read_cues(decoded.text, form, name)
    draft = Draft(name, settings)
    for note in decoded.notes:
        draft.note(note)
    for text, label in found.others:
        draft.leave_out(text, label)
    credit = {at for at in range(len(found.cues)) if is_credit(found.cues, at)}
    for at in sorted(credit):
        draft.leave_out("\n".join(found.cues[at].lines), "subtitle credit")
    tracks = tracks_of([cue for at, cue in enumerate(found.cues) if at not in credit])
    _add(draft, [list(_speakers(track)) for track in tracks])
    return draft.document(form, decoded.sha256, decoded.encoding)


def _check_size(text: str, name: str) -> None:
    """Raise `LimitError` for what is far longer than any film."""
    hint = "cut it into several files"
    if len(text) > MOST_CHARACTERS:
        raise LimitError(name, f"has more than {MOST_CHARACTERS:,} characters of subtitles", hint)
    if max(text.count("-->"), text.count("\nDialogue:")) > MOST_CUES:
        raise LimitError(name, f"has more than {MOST_CUES:,} subtitles", hint)


def _form(text: str) -> str:
    """Return what subtitles are that have another suffix."""
    if text.lstrip().startswith("WEBVTT"):
        return "vtt"
    return "ass" if "[Events]" in text else "srt"


def _add(draft: Draft, tracks: list[list[Shown]]) -> None:
    """Add two languages in rows if they are shown at the same time, else all cues as they come."""
    rows = list(rows_of(*tracks)) if len(tracks) > 1 else []
    if 2 * sum(bool(row.first and row.second) for row in rows) < max(1, len(rows)):
        for cue in sorted(chain(*tracks), key=lambda cue: (cue.start, cue.end)):
            draft.add("cue", cue.text, time=(cue.start, cue.end))
        return
    for row in rows:
        draft.row([_cell(row.first), _cell(row.second)], TABLE)


def _cell(said: Iterable[Shown]) -> str:
    """Return sentences as the paragraphs of a cell."""
    return "\n".join(" ".join(one.text.split()) for one in said)


def _speakers(cues: Iterable[Cue]) -> Iterator[Shown]:
    """Yield the cues, of those in which two speak each by himself."""
    for cue in cues:
        starts = [at for at, line in enumerate(cue.lines) if _DASH.match(line)]
        if len(starts) <= 1 or starts[0] != 0:
            starts = [0]
        for start, end in zip(starts, [*starts[1:], len(cue.lines)], strict=True):
            yield Shown("\n".join(cue.lines[start:end]), cue.start, cue.end)
