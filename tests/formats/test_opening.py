"""Packed files: those that cannot be unpacked are refused with the reason."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError
from align.formats.opening import opened

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWN_METHOD = struct.pack("<H", 99)


def packed(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"0" * 20_000_000)
    return path


def content(path: Path) -> bytes:
    with opened(path, ReadSettings()) as file:
        return file.read()


def test_a_way_of_packing_that_is_not_known_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "m.tmx.zip", "m.tmx")
    archive = bytearray(path.read_bytes())
    directory = archive.index(b"PK\x01\x02")
    archive[8:10] = archive[directory + 10 : directory + 12] = UNKNOWN_METHOD
    path.write_bytes(archive)
    with pytest.raises(MalformedError, match="cannot be unpacked"):
        content(path)


def test_an_archive_of_several_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match="archive of 2 files; unpack it"):
        content(packed(tmp_path / "m.tmx.zip", "a.tmx", "../b.tmx"))


def test_what_unpacks_to_far_more_than_its_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="far more than its size"):
        content(packed(tmp_path / "m.tmx.zip", "m.tmx"))
