"""The cues of a subtitle file: when each is shown, and its lines without markup."""

from __future__ import annotations

import html
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pysubs2

__all__ = ["Cue", "Read", "read_cues"]

MILLISECONDS = 1000.0  # of a second
_OVERRIDE = re.compile(r"\{\\[^{}]*\}")  # {\an8}, also where SRT borrows it
_COMMENT = re.compile(r"\{[^{}\\]*\}")  # of ASS only; in SRT braces are text
_DRAWING = re.compile(r"\\p[1-9]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>")
_BREAK = re.compile(r"\\[Nn]|\n")
_NOTE = re.compile(r"^NOTE\b[ \t]*(.*?)(?:\n[ \t]*\n|\Z)", re.MULTILINE | re.DOTALL)
_FIRST_TIME = re.compile(r"^.*-->.*$", re.MULTILINE)
_NUMBER = re.compile(r"\d+|WEBVTT.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is shown from ``start`` to ``end``, in seconds: lines without markup."""

    start: float
    end: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The cues of a file by time, and what else of it is writing: (text, what it is)."""

    cues: tuple[Cue, ...]
    others: tuple[tuple[str, str], ...] = ()


def read_cues(text: str, form: str, name: str) -> Read:
    """Return the cues of a file's ``text``; ``form`` is srt, vtt or ass.

    Raises `MalformedError` for a file without one.
    """
    events = _events(text, form, name)
    made = [(_cue(event, form), event) for event in events]
    shown = [cue for cue, event in made if cue.lines and not event.is_comment]
    others = [*_outside(text, form), *_comments(events, form)]
    if not shown:
        raise _no_subtitles(name, form)
    unique = dict.fromkeys(sorted(shown, key=lambda cue: (cue.start, cue.end)))
    return Read(cues=tuple(unique), others=tuple(others))


def _events(text: str, form: str, name: str) -> list[pysubs2.SSAEvent]:
    import pysubs2  # noqa: PLC0415 - importing this package stays light

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # margins and the like are not used
            return list(pysubs2.SSAFile.from_string(text, format_=form))
    except (pysubs2.exceptions.Pysubs2Error, ValueError, LookupError, OverflowError) as error:
        raise _no_subtitles(name, form) from error


def _no_subtitles(name: str, form: str) -> MalformedError:
    fact = f"has no cue that could be read as {form.upper()}"
    return MalformedError(name, fact, "is it subtitles? else name it .txt")


def _cue(event: pysubs2.SSAEvent, form: str) -> Cue:
    text = event.text
    if form == "ass":
        text = "" if _DRAWING.search(text) else _COMMENT.sub("", text)
    else:
        text = _TAG.sub("", text)
    text = _OVERRIDE.sub("", text).replace(r"\h", " ")
    if form == "vtt":
        text = html.unescape(text)
    lines = (" ".join(line.split()) for line in _BREAK.split(text))
    start, end = sorted((event.start / MILLISECONDS, event.end / MILLISECONDS))
    return Cue(start=start, end=end, lines=tuple(filter(None, lines)))


def _comments(events: list[pysubs2.SSAEvent], form: str) -> Iterator[tuple[str, str]]:
    """Yield what ASS keeps from viewers: comments as events, and in braces."""
    for event in events if form == "ass" else ():
        if event.is_comment:
            yield event.plaintext, "comment"
        elif not _DRAWING.search(event.text):
            yield from ((found[1:-1], "comment") for found in _COMMENT.findall(event.text))


def _outside(text: str, form: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before the first cue of SRT and VTT, and the notes of VTT."""
    if form == "ass":
        return
    if form == "vtt":
        yield from ((found[1], "comment") for found in _NOTE.finditer(text))
        return
    first = _FIRST_TIME.search(text)
    for line in text[: first.start()].splitlines() if first else ():
        if not _NUMBER.fullmatch(line.strip()):
            yield line, "outside of cues"
