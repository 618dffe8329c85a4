"""Paths to files: what is read of the files, folders and patterns that were named."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from align import naming
from align.errors import UnknownNameError, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

__all__ = ["Finding", "InputFile", "check_suffix", "find_files"]

IGNORED = ("*.gold*", "manifest.*", "license*", "readme*")
MEMORY_SUFFIXES = (
    *(".tmx", ".tmx.gz", ".tmx.zip", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    *(".txlf", ".sdltm", ".tbx", ".po", ".wordfast.txt"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file to read: where it is, its name for people, and the folder it was found under.

    ``place`` is the name by which its partner is looked for: relative to ``root``, or as given.
    """

    path: Path
    name: str
    place: PurePosixPath
    root: Path | None = None


@dataclass(slots=True, kw_only=True)
class Finding:
    """What was found: the files to read, and those left out, each (path, reason)."""

    suffixes: Collection[str]
    apart: frozenset[str] = frozenset()  # real paths of what is not looked at
    seen: set[str] = field(default_factory=set)  # real paths of what was
    files: list[InputFile] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


def find_files(
    paths: Iterable[str], suffixes: Collection[str], apart: Iterable[Path] = ()
) -> Finding:
    """Return the files that ``paths`` (files, folders or patterns) lead to.

    In folders only names with one of ``suffixes`` are read, and nothing that is in ``apart``.
    Raises `UsageError` for a path that is not there or a file that no reader knows.
    """
    found = Finding(suffixes=suffixes, apart=frozenset(map(os.path.realpath, apart)))
    for path in _expanded(paths):
        if not os.path.lexists(path):
            raise UsageError(path, "there is no such file or folder")
        if Path(path).is_dir():
            _walk_folder(Path(path), found)
        else:
            _take_file(Path(path), found)
    return found


def _expanded(paths: Iterable[str]) -> Iterator[str]:
    """Yield each path, patterns replaced by what they match where the shell has not done so."""
    for path in paths:
        if os.path.lexists(path) or not glob.has_magic(path):
            yield path
            continue
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            raise UsageError(path, "matches no file")
        yield from matches


def _take_file(path: Path, found: Finding) -> None:
    check_suffix(path, found.suffixes)
    if _first_met(path, path.name, found):
        place = PurePosixPath(path.as_posix())
        found.files.append(InputFile(path=path, name=path.name, place=place))


def _first_met(path: Path, name: str, found: Finding) -> bool:
    real = os.path.realpath(path)
    if real in found.seen:
        found.skipped.append((name, "already read under another name"))
        return False
    found.seen.add(real)
    return True


def check_suffix(path: Path, suffixes: Collection[str]) -> None:
    """Raise `UsageError` unless the name of a file ends in one of ``suffixes``."""
    suffix = path.suffix.lower()
    if path.name.lower().endswith(MEMORY_SUFFIXES):
        fact = "is a translation memory, and align run takes texts to be aligned"
        raise UsageError(str(path), fact, "use align score, align merge or align convert")
    if suffix not in suffixes:
        hint = f"known are {', '.join(sorted(suffixes))}"
        if naming.format_of(path, reading=True) is not None:
            hint += "; if it holds sentence beside sentence, align convert makes a memory of it"
        fact = f"no reader knows {suffix or 'a name without suffix'}"
        raise UnknownNameError(str(path), fact, hint)


def _walk_folder(root: Path, found: Finding) -> None:
    """Take the files under ``root`` in the order of their names, folders after files."""
    found.seen.add(os.path.realpath(root))
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        folders = []
        for entry in _entries(folder, root, found):
            if not entry.is_dir():
                _take_entry(entry, root, found)
            elif os.path.realpath(entry) not in found.seen:
                found.seen.add(os.path.realpath(entry))
                folders.append(entry)
        waiting.extend(reversed(folders))


def _entries(folder: Path, root: Path, found: Finding) -> list[Path]:
    """Return what is to be looked at in a folder, by name; links that lead astray are listed."""
    if not os.access(folder, os.R_OK | os.X_OK):
        found.skipped.append((folder.relative_to(root).as_posix(), "folder that cannot be opened"))
        return []
    entries = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(".") or os.path.realpath(entry) in found.apart:
            continue
        astray = _astray(entry, root) if entry.is_symlink() else None
        if astray is None:
            entries.append(entry)
        else:
            found.skipped.append((entry.relative_to(root).as_posix(), astray))
    return entries


def _astray(link: Path, root: Path) -> str | None:
    if not Path(os.path.realpath(link)).is_relative_to(os.path.realpath(root)):
        return "link that leads out of the folder"
    return None if link.exists() else "link that leads nowhere"


def _take_entry(path: Path, root: Path, found: Finding) -> None:
    place = PurePosixPath(path.relative_to(root).as_posix())
    suffix = path.suffix.lower()
    if any(fnmatch(path.name.lower(), pattern) for pattern in IGNORED):
        return
    if path.name.lower().endswith(MEMORY_SUFFIXES):
        found.skipped.append((str(place), "translation memory"))
    elif suffix not in found.suffixes:
        found.skipped.append((str(place), f"no reader for {suffix or 'a name without suffix'}"))
    elif _first_met(path, str(place), found):
        found.files.append(InputFile(path=path, name=str(place), place=place, root=root))
