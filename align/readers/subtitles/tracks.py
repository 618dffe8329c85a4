"""The languages of one subtitle file, each by itself: told by script, line by line."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from align.readers.lines import script_of_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.subtitles.cues import Cue

__all__ = ["tracks_of"]

FEWEST = 0.15  # share of the cues that a second language must have


def tracks_of(cues: Sequence[Cue]) -> list[list[Cue]]:
    """Return the cues of each language, one or two, the more frequent script first.

    Names and exclamations in another script here and there are no second language.
    """
    scripts = [tuple(map(script_of_line, cue.lines)) for cue in cues]
    unique = (dict.fromkeys(filter(None, found)) for found in scripts)  # a set has no order
    counts = Counter(script for found in unique for script in found)
    ours = [script for script, times in counts.most_common(2) if times >= FEWEST * len(cues)]
    if len(ours) <= 1:
        return [list(cues)]
    tracks: defaultdict[str | None, list[Cue]] = defaultdict(list)
    for cue, found in zip(cues, scripts, strict=True):
        for script, part in _parts(cue, found, ours):
            tracks[script].append(part)
    return [tracks[script] for script in ours]


def _parts(
    cue: Cue, scripts: Sequence[str | None], ours: Sequence[str | None]
) -> Iterator[tuple[str | None, Cue]]:
    """Yield the lines of a cue by language; those of no script or a third go where they fit."""
    sides = _sides(scripts, ours)
    for script in ours:
        lines = tuple(line for line, side in zip(cue.lines, sides, strict=True) if side == script)
        if lines:
            yield script, dataclasses.replace(cue, lines=lines)


def _sides(scripts: Sequence[str | None], ours: Sequence[str | None]) -> list[str | None]:
    """Return one of our scripts for each line.

    A number is with the line before it, unless its cue has one line in one script and one number:
    then it is what the other side says.
    """
    known = {script for script in scripts if script in ours}
    missing = [script for script in ours if script not in known]
    counted = 2
    if len(scripts) == counted and len(missing) == 1:
        return [script if script in ours else missing[0] for script in scripts]
    if not known and len(scripts) == counted:
        return list(ours)
    sides: list[str | None] = []
    first = next((script for script in scripts if script in ours), ours[0])
    for script in scripts:
        sides.append(script if script in ours else (sides[-1] if sides else first))
    return sides
