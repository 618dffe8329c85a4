"""Opens memories to read and to write, packed ones too, within limits."""

from __future__ import annotations

import gzip
import io
import shutil
import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, cast

from align.errors import EmptyError, LimitError, MalformedError, ReadError
from align.files import replacing
from align.safety import most_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings

__all__ = ["Tagged", "opened", "output", "read_whole", "seekable"]

LONGEST_TAG = 4_000_000
BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, for ZIP: the same input gives the same bytes


@contextmanager
def opened(path: Path, limits: ReadSettings) -> Iterator[IO[bytes]]:
    """Yield the bytes of a file, unpacked if its name ends in ``.gz`` or ``.zip``.

    Raises `ReadError` when it cannot be read, `MalformedError` for a damaged archive or one of
    several files, and `LimitError` beyond ``limits``.
    """
    try:
        with ExitStack() as stack:
            file = stack.enter_context(path.open("rb"))
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            if size > limits.max_bytes:
                fact = f"is larger than {limits.max_bytes:,} bytes"
                raise LimitError(str(path), fact, "raise it with --set read.max_bytes=N")
            yield _unpacked(path, file, size, limits, stack)
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise MalformedError(str(path), f"is a damaged archive ({error})") from error
    except NotImplementedError as error:
        # That is how the standard library's zipfile says that it does not know a way of packing.
        raise MalformedError(str(path), f"cannot be unpacked ({error})") from error
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror or error})") from error


def read_whole(path: Path, limits: ReadSettings) -> bytes:
    """Return all bytes of a file of a format that cannot be read as a stream."""
    with opened(path, limits) as file:
        content = file.read(limits.max_whole + 1)
    if len(content) > limits.max_whole:
        fact = f"is larger than {limits.max_whole:,} bytes, and its format has to be read whole"
        raise LimitError(str(path), fact, "raise it with --set read.max_whole=N")
    return content


@contextmanager
def seekable(path: Path, limits: ReadSettings) -> Iterator[IO[bytes]]:
    """Yield a file that can be read from its end, as Parquet and Office files are.

    One that is packed is unpacked to the disk for it.
    """
    with opened(path, limits) as file:
        if file.seekable():
            yield file
            return
        with TemporaryFile() as copy:
            shutil.copyfileobj(file, copy)
            copy.seek(0)
            yield copy


def _unpacked(
    path: Path, file: IO[bytes], size: int, limits: ReadSettings, stack: ExitStack
) -> IO[bytes]:
    match path.suffix.lower():
        case ".gz":
            inner: IO[bytes] = cast("IO[bytes]", stack.enter_context(gzip.GzipFile(fileobj=file)))
        case ".zip":
            inner = stack.enter_context(_only_member(path, stack.enter_context(_archive(file))))
        case _:
            return file
    return io.BufferedReader(_Bounded(inner, most_unpacked(size, limits), str(path)))


def _archive(file: IO[bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(file)


def _only_member(path: Path, archive: zipfile.ZipFile) -> IO[bytes]:
    members = [item for item in archive.infolist() if not item.is_dir()]
    if not members:
        raise EmptyError(str(path), "is an archive without a file")
    if len(members) > 1:
        fact = f"is an archive of {len(members)} files"
        raise MalformedError(str(path), fact, "unpack it and name the memories")
    if members[0].flag_bits & 1:
        raise MalformedError(str(path), "is an archive with a password", "unpack it first")
    return archive.open(members[0])


class Tagged:
    """XML to be parsed, in which no tag or text may be longer than `LONGEST_TAG`.

    A parser keeps what stands before the end of a tag, however long that is.
    """

    def __init__(self, file: IO[bytes], path: Path) -> None:
        """Take the file to read from, and its path for messages."""
        self._file = file
        self._path = path
        self._run = 0  # bytes since the last tag ended

    def read(self, size: int) -> bytes:
        """Return the next bytes; raises `LimitError`."""
        content = self._file.read(size)
        end = content.rfind(b">")
        self._run = len(content) - end - 1 if end >= 0 else self._run + len(content)
        if self._run > LONGEST_TAG:
            fact = f"has a tag or text of more than {LONGEST_TAG:,} bytes"
            raise LimitError(str(self._path), fact, "is it a memory?")
        return content


class _Bounded(io.RawIOBase):
    """A stream that may not go on beyond a number of bytes."""

    def __init__(self, inner: IO[bytes], most: int, name: str) -> None:
        self._inner = inner
        self._left = most
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        content = self._inner.read(len(buffer))
        self._left -= len(content)
        if self._left < 0:
            hint = "raise read.max_ratio or read.max_unpacked with --set if you trust it"
            raise LimitError(self._name, "unpacks to far more than its size", hint)
        buffer[: len(content)] = content
        return len(content)


@contextmanager
def output(path: Path) -> Iterator[IO[bytes]]:
    """Yield a file that takes the place of ``path`` at the end; see `align.files.replacing`.

    It is packed if its name ends in ``.gz`` or ``.zip``.
    """
    with ExitStack() as stack:
        file = stack.enter_context(replacing(path))
        match path.suffix.lower():
            case ".gz":
                packed = gzip.GzipFile("", "wb", fileobj=file, mtime=0)
                file = cast("IO[bytes]", stack.enter_context(packed))
            case ".zip":
                archive = stack.enter_context(zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED))
                member = zipfile.ZipInfo(path.stem, BEGINNING)
                member.compress_type = zipfile.ZIP_DEFLATED
                file = stack.enter_context(archive.open(member, "w", force_zip64=True))
        yield file
