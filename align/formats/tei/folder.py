"""The files of an alignment: the one that is named, and those it points at in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from align.errors import LimitError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Folder"]

MOST = 10_000  # files that one may point at


class Folder:
    """Numbers the files, from 0 for the one that is named; none is outside of its folder."""

    def __init__(self, path: Path) -> None:
        """Take the file that is named."""
        self.paths = [path]
        self._root = path.parent.resolve()
        self._numbers = {path.resolve(): 0}
        self._known = {"": 0}

    def key(self, pointer: str, file: int = 0) -> str:
        """Return the key of what a pointer in a file leads to; raises `ValueError` if it must not.

        >>> from pathlib import Path
        >>> Folder(Path("law.tei.xml")).key("#s1")
        '0#s1'
        """
        uri, _, name = pointer.partition("#")
        if not name:
            raise ValueError(f"{pointer!r} points at no element")
        return f"{self._number(uri) if uri else file}#{name}"

    def keys(self, pointers: str) -> list[str]:
        """Return the keys of several pointers with white space between."""
        return [self.key(pointer) for pointer in pointers.split()]

    def _number(self, uri: str) -> int:
        if uri not in self._known:
            if len(self._known) > MOST:
                raise LimitError(str(self.paths[0]), f"points at more than {MOST:,} files")
            path = self._inside(uri)
            real = path.resolve()
            if real not in self._numbers:
                self._numbers[real] = len(self.paths)
                self.paths.append(path)
            self._known[uri] = self._numbers[real]
        return self._known[uri]

    def _inside(self, uri: str) -> Path:
        split = urlsplit(uri)
        path = self.paths[0].parent / unquote(split.path)
        try:
            inside = path.resolve().is_relative_to(self._root)
        except (OSError, RuntimeError) as error:  # a loop of links
            raise ValueError(f"{uri!r} is no file ({error})") from error
        if split.scheme or split.netloc or not inside:
            raise ValueError(f"{uri!r} is not in the folder of this file, and is not opened")
        return path
