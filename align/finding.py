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
from align.journal import MANIFEST, own_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from align.unpacking import Archives, Member

__all__ = ["Finding", "InputFile", "check_suffix", "find_files"]

IGNORED = ("*.gold*", "manifest.*", "license*", "readme*")
ARCHIVE_SUFFIX = ".zip"
MEMORY_SUFFIXES = (
    *(".tmx", ".tmx.gz", ".tmx.zip", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    *(".txlf", ".sdltm", ".tbx", ".po", ".wordfast.txt"),
)
# What people have and no reader reads, and what to do about it.
SAVED_AS = {
    **dict.fromkeys((".doc", ".dot", ".wpd", ".pages"), "save it as .docx"),
    **dict.fromkeys((".xls", ".xlsb", ".ods", ".numbers"), "save it as .xlsx"),
    **dict.fromkeys((".ppt", ".odp", ".key"), "save it as .pptx"),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tar"), "unpack it"),
    **dict.fromkeys((".sub", ".ttml", ".dfxp"), "save it as .srt"),
    **dict.fromkeys((".mobi", ".azw3", ".fb2"), "convert it to .epub"),
}


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
    """What was found: the files to read, and those left out, each (path, reason).

    Archives are read like folders if there is something to unpack them, else like files.
    """

    suffixes: Collection[str]
    archives: Archives | None = None
    apart: frozenset[str] = frozenset()  # real paths of what is not looked at
    seen: set[str] = field(default_factory=set)  # real paths of what was
    files: list[InputFile] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


def find_files(
    paths: Iterable[str],
    suffixes: Collection[str],
    apart: Iterable[Path] = (),
    archives: Archives | None = None,
) -> Finding:
    """Return the files that ``paths`` (files, folders or patterns) lead to.

    In folders only names with one of ``suffixes`` are read, and nothing that is in ``apart``.
    Raises `UsageError` for a path that is not there or a file that no reader knows.
    """
    real = frozenset(map(os.path.realpath, apart))
    found = Finding(suffixes=suffixes, archives=archives, apart=real)
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
        _add(InputFile(path=path, name=path.name, place=place), found)


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
        hint = SAVED_AS.get(suffix) or f"known are {', '.join(sorted(suffixes))}"
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
    """Return what is to be looked at in a folder, by name; links that lead astray are listed.

    Nothing that an earlier run wrote there is: its memories would be texts to align.
    """
    if not os.access(folder, os.R_OK | os.X_OK):
        found.skipped.append((folder.relative_to(root).as_posix(), "folder that cannot be opened"))
        return []
    written = _written_by_us(folder, root, found)
    entries = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(".") or os.path.realpath(entry) in found.apart | written:
            continue
        astray = _astray(entry, root) if entry.is_symlink() else None
        if astray is None:
            entries.append(entry)
        else:
            found.skipped.append((entry.relative_to(root).as_posix(), astray))
    return entries


def _written_by_us(folder: Path, root: Path, found: Finding) -> frozenset[str]:
    """Return the real paths of what an earlier run wrote into a folder; one entry lists them."""
    written = frozenset(map(os.path.realpath, own_files(folder))) - found.apart
    if written:
        place = folder.relative_to(root) / MANIFEST
        reason = f"earlier run, whose {len(written)} files are not read"
        found.skipped.append((place.as_posix(), reason))
    return written


def _astray(link: Path, root: Path) -> str | None:
    if not Path(os.path.realpath(link)).is_relative_to(os.path.realpath(root)):
        return "link that leads out of the folder"
    return None if link.exists() else "link that leads nowhere"


def _take_entry(path: Path, root: Path, found: Finding) -> None:
    place = PurePosixPath(path.relative_to(root).as_posix())
    if _is_ignored(place):
        return
    reason = _strange(place, found)
    if reason is not None:
        found.skipped.append((str(place), reason))
    elif _first_met(path, str(place), found):
        _add(InputFile(path=path, name=str(place), place=place, root=root), found)


def _is_ignored(place: PurePosixPath) -> bool:
    return any(fnmatch(place.name.lower(), pattern) for pattern in IGNORED)


def _strange(place: PurePosixPath, found: Finding) -> str | None:
    """Return why a file of this name is not read, None for one that is."""
    suffix = place.suffix.lower()
    if place.name.lower().endswith(MEMORY_SUFFIXES):
        return "translation memory"
    if suffix in found.suffixes:
        return None
    hint = f": {SAVED_AS[suffix]}" if suffix in SAVED_AS else ""
    return f"no reader for {suffix or 'a name without suffix'}{hint}"


def _add(file: InputFile, found: Finding) -> None:
    """Take a file, or those in it if it is an archive that can be opened."""
    is_archive = file.path.suffix.lower() == ARCHIVE_SUFFIX
    members = found.archives.members(file.path) if found.archives and is_archive else None
    if found.archives is None or members is None:
        found.files.append(file)
        return
    wanted = [member for member in members if _is_wanted(member, file, found)]
    damaged = False
    for member, path in found.archives.unpack(file.path, wanted):
        name = f"{file.name}/{member.name}"
        if path is None:
            damaged = True
            found.skipped.append((name, "damaged in the archive"))
        else:
            root = file.root or file.path
            place = PurePosixPath(name)
            found.files.append(InputFile(path=path, name=name, place=place, root=root))
    if damaged:
        found.files.append(file)  # its reader says what is wrong with it


def _is_wanted(member: Member, archive: InputFile, found: Finding) -> bool:
    """Say whether a file in an archive is read; list it if somebody may miss it."""
    place = PurePosixPath(archive.name, member.name)
    if member.is_hidden or _is_ignored(place):
        return False
    nested = place.suffix.lower() == ARCHIVE_SUFFIX
    reason = member.fault or _strange(place, found) or ("archive in an archive" if nested else None)
    real = f"{os.path.realpath(archive.path)}/{member.name}"
    if reason is None and real in found.seen:
        reason = "another file in the archive has this name"
    found.seen.add(real)
    if reason is not None:
        found.skipped.append((f"{archive.name}/{member.name}", reason))
    return reason is None
