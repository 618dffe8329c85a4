"""What a file is by its bytes, whatever its name says."""

from __future__ import annotations

import io
import zipfile

import pytest

from align.errors import BinaryError, MalformedError
from align.readers.sniffing import known_content, refuse_foreign

MIMETYPE = b"application/epub+zip"


def archive(mimetype: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", mimetype)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"{\\rtf1 a}", ".rtf"),
        (b"\xef\xbb\xbf<!-- saved --><!DOCTYPE html><p>a", ".html"),
        (b"<p>a page without a beginning", None),
        (archive(MIMETYPE), ".epub"),
        (archive(b"anything"), ".zip"),
        (archive(MIMETYPE)[:-30], None),
    ],
    ids=["pdf", "rtf", "html", "text", "epub", "archive", "half an archive"],
)
def test_the_bytes_tell_what_a_file_is(content: bytes, suffix: str | None) -> None:
    assert known_content(io.BytesIO(content)) == suffix


def test_an_archive_whose_first_part_is_damaged_is_left_to_its_reader() -> None:
    whole = archive(MIMETYPE * 100)
    start = whole.index(b"mimetype") + len(b"mimetype")
    assert known_content(io.BytesIO(whole[:start] + b"\xff" * 8 + whole[start + 8 :])) is None


@pytest.mark.parametrize(
    ("start", "error"), [(b"\xd0\xcf\x11\xe0", MalformedError), (b"\x89PNG", BinaryError)]
)
def test_what_no_reader_reads_is_named(start: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^a\.txt: is a "):
        refuse_foreign(io.BytesIO(start + bytes(10)), "a.txt")
