"""Subtitle files of every form, one cue a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["advanced", "srt", "web_vtt"]

SECONDS = 3  # that a cue is shown, and until the next one comes
_HEAD = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20
Style: Sign,Arial,12

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def srt(paragraphs: Sequence[str]) -> bytes:
    """Return SubRip subtitles."""
    cues = (
        f"{number}\n{_clock(start)},000 --> {_clock(end)},000\n{text}\n\n"
        for number, (start, end, text) in enumerate(_timed(paragraphs), 1)
    )
    return "".join(cues).encode()


def web_vtt(paragraphs: Sequence[str]) -> bytes:
    """Return WebVTT subtitles."""
    cues = (
        f"{_clock(start)}.000 --> {_clock(end)}.000\n{text}\n\n"
        for start, end, text in _timed(paragraphs)
    )
    return ("WEBVTT\n\n" + "".join(cues)).encode()


def advanced(paragraphs: Sequence[str], style: str = "Default") -> bytes:
    """Return subtitles of Advanced SubStation Alpha."""
    cues = (
        f"Dialogue: 0,{_clock(start)}.00,{_clock(end)}.00,{style},,0,0,0,,{text}\n"
        for start, end, text in _timed(paragraphs)
    )
    return (_HEAD + "".join(cues)).encode()


def _timed(paragraphs: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return each with its times, in seconds."""
    return [
        (2 * SECONDS * at, 2 * SECONDS * at + SECONDS, text) for at, text in enumerate(paragraphs)
    ]


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
