"""Archives (.zip) that are read as one file; ``align run`` reads them like folders.

One that holds a single text stands for it. Of all others a user learns what is the matter.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from align import registry
from align.errors import EmptyError, MalformedError, ReadError
from align.readers import opening
from align.unpacking import Member, is_whole, members, opened, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.config import ReadSettings
    from align.model import Document

__all__ = ["read"]

SUFFIX = ".zip"


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read the only text in a ZIP; raises `ReadError` when there is none, or more than one."""
    from align.readers import read as read_file  # noqa: PLC0415 - it has this reader in its table

    with opening.opened(path, name, settings.max_bytes) as file:
        archive = opened(file, name, settings)
        texts = list(_texts(members(archive)))
        for member in texts:
            if not is_whole(archive, member):
                fact = f"is a damaged archive: {member.name} cannot be unpacked"
                raise MalformedError(name, fact, "pack it anew")
        _check_one(texts, name)
        with tempfile.TemporaryDirectory(prefix="align-") as folder:
            place = Path(folder) / f"text{texts[0].suffix}"
            unpack(archive, texts[0], place)
            return read_file(place, f"{name}/{texts[0].name}", settings)


def _texts(found: Iterable[Member]) -> Iterable[Member]:
    known = {*registry.names("readers")} - {SUFFIX}
    for member in found:
        if member.suffix in known and not member.is_hidden and member.fault is None:
            yield member


def _check_one(texts: list[Member], name: str) -> None:
    if not texts:
        raise EmptyError(name, "is an archive without a text that can be read")
    if len(texts) > 1:
        fact = f"is an archive of {len(texts)} texts, not one"
        raise ReadError(name, fact, "give it to align run, or unpack it")
