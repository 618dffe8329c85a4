"""A ZIP given where one text is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align import align_file
from align.config import ReadSettings, Settings
from align.errors import EmptyError, LimitError, MalformedError, ReadError
from align.readers import archive, read
from tests.readers.samples import SAMPLES, packed

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "وصل المسافرون مساء."
ENCRYPTED_FLAG = 0x1


def zipped(folder: Path, data: bytes) -> Path:
    path = folder / "a.zip"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("suffix", [".txt", ".odt", ".rtf"])
def test_the_only_text_stands_for_the_archive(tmp_path: Path, suffix: str) -> None:
    path = zipped(tmp_path, packed({f"in/a{suffix}": SAMPLES[suffix]([TEXT]), "b.png": b"-"}))
    found = read(path, "a.zip", ReadSettings())
    assert [block.text for block in found.blocks] == [TEXT]
    assert found.source.path == f"a.zip/in/a{suffix}"


def test_several_texts_are_for_a_run(tmp_path: Path) -> None:
    path = zipped(tmp_path, packed({"a.txt": TEXT, "b.txt": TEXT}))
    with pytest.raises(ReadError, match=r"^a\.zip: is an archive of 2 texts, not one; .*align run"):
        align_file(path, settings=Settings(aligner="gale-church", encoder="none"))


def test_an_archive_without_a_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyError, match=r"^a\.zip: is an archive without a text"):
        archive.read(zipped(tmp_path, packed({"a.png": "-"})), "a.zip", ReadSettings())


def test_a_damaged_text_is_named(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT * 9}))
    data[50] ^= 0xFF
    with pytest.raises(MalformedError, match=r"^a\.zip: is a damaged archive: a\.txt"):
        archive.read(zipped(tmp_path, bytes(data)), "a.zip", ReadSettings())


def test_a_password_is_named(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT}))
    data[data.index(b"PK\1\2") + 8] |= ENCRYPTED_FLAG
    with pytest.raises(MalformedError, match=r"^a\.zip: is an archive with a password"):
        archive.read(zipped(tmp_path, bytes(data)), "a.zip", ReadSettings())


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, packed({"a.txt": "0" * 20_000_000}))
    with pytest.raises(LimitError, match=r"^a\.zip: unpacks to far more than its size"):
        archive.read(path, "a.zip", ReadSettings())


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, packed({f"{number}.txt": "" for number in range(20)}))
    with pytest.raises(LimitError, match=r"^a\.zip: is an archive of 20 files"):
        archive.read(path, "a.zip", ReadSettings(max_entries=19))
