"""What holds for every reader of text files: the encodings it takes, and what it refuses."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import BinaryError, EmptyError, EncodingError, LimitError
from align.readers import read

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

SUFFIXES = [".txt", ".text", ".md", ".markdown"]
ARABIC = "وصل المسافرون إلى القرية مساء، ولم يجدوا فيها أحدا."
ENGLISH = "The travellers reached the village at night and found nobody there."
every_reader = pytest.mark.parametrize("suffix", SUFFIXES)


def document(folder: Path, suffix: str, data: bytes) -> Document:
    path = folder / f"نص{suffix}"
    path.write_bytes(data)
    return read(path, path.name, ReadSettings())


@every_reader
@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyError),
        (b" \r\n\t\n", EmptyError),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", BinaryError),
        (random.Random(7).randbytes(4096), BinaryError),
        ("نص\x00نص".encode(), BinaryError),
        (ARABIC.encode() * 3 + b"\xff" + ARABIC.encode(), EncodingError),
        ("Вчера вечером мы долго гуляли".encode("koi8-r"), EncodingError),
        (b"\xff\xfea", EncodingError),
        (b"x" * 2_000_000, LimitError),
    ],
    ids=[
        "empty",
        "blank",
        "png",
        "random",
        "nul",
        "damaged",
        "unknown",
        "half utf-16",
        "2 MB line",
    ],
)
def test_refusal_has_its_own_error_that_names_the_file(
    tmp_path: Path, suffix: str, data: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error, match=f"^نص{suffix}: "):
        document(tmp_path, suffix, data)


@every_reader
@pytest.mark.parametrize(
    "data",
    [
        f"{ARABIC}\n\n{ENGLISH}\n".encode(),
        f"{ARABIC}\r\n\r\n{ENGLISH}\r\n".encode(),
        f"\ufeff{ARABIC}\n\n{ENGLISH}".encode(),
        f"\ufeff{ARABIC}\n\n{ENGLISH}".encode("utf-16-le"),
        f"{ARABIC}\n\n{ENGLISH}".encode("utf-16-be"),
        f"{ARABIC}\r\n\r\n{ENGLISH}".encode("windows-1256"),
        f"{ARABIC}\r\n\r\n{ENGLISH}".encode("iso-8859-6"),
    ],
    ids=["lf", "crlf", "bom", "utf-16 bom", "utf-16-be", "windows-1256", "iso-8859-6"],
)
def test_two_paragraphs_are_two_blocks_in_any_encoding(
    tmp_path: Path, suffix: str, data: bytes
) -> None:
    found = document(tmp_path, suffix, data)
    assert [block.text for block in found.blocks] == [ARABIC, ENGLISH]
    assert [block.place.line for block in found.blocks] == [1, 3]


@every_reader
def test_span_gives_back_the_block_where_nothing_is_marked_up(tmp_path: Path, suffix: str) -> None:
    found = document(tmp_path, suffix, f"  {ARABIC}  \n\n\n{ENGLISH}\nand more\n".encode())
    for block in found.blocks:
        assert found.text[block.place.start : block.place.end] == block.text


@every_reader
def test_surrogates_never_get_in(tmp_path: Path, suffix: str) -> None:
    lone = b"\xed\xa0\x80"  # U+D800, as broken programs write it
    with pytest.raises(EncodingError):
        document(tmp_path, suffix, ARABIC.encode() * 2 + lone)
