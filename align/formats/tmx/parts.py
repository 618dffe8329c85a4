"""TMX files in the making: one, or several where it would grow beyond what a tool takes."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from align import naming
from align.formats.markup import DECLARATION
from align.formats.opening import output

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

__all__ = ["Parts", "beside"]

# OmegaT resolves a system id of this name from its own jar; any other may send it to the network.
DOCTYPE = b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
HEAD = DECLARATION + DOCTYPE + b'<tmx version="1.4">\n%s  <body>\n'
TAIL = b"  </body>\n</tmx>\n"


def beside(path: Path, mark: str) -> Path:
    """Return the name of a file that goes with ``path``.

    >>> from pathlib import Path
    >>> beside(Path("law.tmx.gz"), "2").name
    'law.2.tmx.gz'
    """
    named = naming.format_of(path)
    stem = path.name if named is None else named.stem.name
    return path.with_name(f"{stem}.{mark}{path.name[len(stem) :]}")


class Parts:
    """A TMX file of ``path``, then NAME.2.tmx and so on, none of more bytes than ``largest``.

    A unit that is larger by itself stands alone. The files appear when ``stack`` is closed.
    """

    def __init__(self, path: Path, header: str, largest: int | None, stack: ExitStack) -> None:
        """Begin the first file."""
        self.paths: list[Path] = []
        self._path = path
        self._head = HEAD % header.encode()
        self._room = None if largest is None else largest - len(self._head) - len(TAIL)
        self._stack = stack
        self._file = self._begun()

    def _begun(self) -> IO[bytes]:
        number = len(self.paths) + 1
        path = self._path if number == 1 else beside(self._path, str(number))
        file = self._stack.enter_context(output(path))
        file.write(self._head)
        self.paths.append(path)
        self._size = 0
        return file

    def write(self, content: bytes) -> None:
        """Add a unit."""
        size = len(content)
        if self._room is not None and self._size and self._size + size > self._room:
            self.finish()
            self._file = self._begun()
        self._file.write(content)
        self._size += size

    def finish(self) -> None:
        """Write what a file ends with."""
        self._file.write(TAIL)
