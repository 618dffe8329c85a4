"""Reads aligned TEI: what we write in full, other people's as far as it is of the same kinds.

Links may stand in a ``linkGrp`` anywhere, with or without ``targFunc``, straight or by way of a
``ptr``, and lead into other files of the same folder; or elements of one text may correspond to
those of the other by ``corresp``. The file is gone through twice, since links may come before or
after what they lead to: what they are waits on disk, not in memory. Nothing is fetched, and nothing
opened that is not in the folder of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import MalformedError
from align.formats.tei.folder import Folder
from align.formats.tei.links import LinkWalk
from align.formats.tei.segments import SegmentWalk
from align.formats.tei.table import TeiTable
from align.formats.tei.units import Units

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading
    from align.formats.tei.walking import Damage
    from align.model import TranslationUnit

__all__ = ["read_tei"]


def read_tei(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a TEI file that holds an alignment, in the order of its links.

    A damaged file gives what is whole in it. Raises `MalformedError` for TEI without an alignment.
    """
    with TeiTable() as table:
        folder = Folder(path)
        links = LinkWalk(table, folder, reading)
        damage = links.through(path, reading.limits)
        if not links.is_alignment:
            _refuse(path, reading, damage)
            return
        damages = _read_segments(table, folder, reading)
        units = Units(table, reading, path)
        yield from units.all(is_ours=links.is_ours, is_whole=not damages)
        for damaged, (line, reason) in damages.items():
            reading.broken(damaged, line, reason)


def _refuse(path: Path, reading: Reading, damage: Damage | None) -> None:
    if damage is not None:
        reading.broken(path, *damage)
        return
    hint = "name the file of its links, or align the texts with align run"
    raise MalformedError(str(path), "is TEI, but holds no alignment", hint)


def _read_segments(table: TeiTable, folder: Folder, reading: Reading) -> dict[Path, Damage]:
    """Fill the table with the segments of all files; return where files are damaged."""
    damages: dict[Path, Damage] = {}
    for number, path in enumerate(folder.paths):
        walk = SegmentWalk(table, number, reading)
        damage = walk.through(path, reading.limits)
        walk.count_others()
        if damage is not None:
            damages[path] = damage
    return damages
