"""Pairs by name: two files that are called alike but for the marks of their languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from align.errors import UsageError
from align.finding import InputFile, check_suffix, find_files
from align.job_ids import legal_id, unique_id
from align.model import Job
from align.pairing.marks import without_mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from align.model import PairedBy
    from align.unpacking import Archives

__all__ = ["Found", "find_jobs", "pair_jobs"]

StemOf = Callable[[PurePosixPath, tuple[str, str], int], PurePosixPath | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The jobs of a run, the files left out, each (path, reason), and what a user should know."""

    jobs: tuple[Job, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    stem: PurePosixPath
    source: InputFile
    target: InputFile

    @property
    def by(self) -> PairedBy:
        """What tells that the two belong together: their names, or those of their folders."""
        return "name" if self.source.place.parent == self.target.place.parent else "folder"


def find_jobs(
    paths: Iterable[str],
    langs: tuple[str, str],
    suffixes: Collection[str],
    *apart: Path,
    archives: Archives | None = None,
) -> Found:
    """Return a job for every bilingual file and for every pair that names tell.

    ``paths`` are files, folders or patterns; in folders only names with one of ``suffixes`` are
    read, and nothing that is in ``apart``. Raises `UsageError` for a path that is not there or a
    file that no reader knows. ZIP files are read like folders if there are ``archives``.
    """
    found = find_files(paths, suffixes, apart, archives)
    return Found(jobs=tuple(_jobs(found.files, langs)), skipped=tuple(found.skipped))


def pair_jobs(
    pairs: Iterable[tuple[str, str]],
    langs: tuple[str, str],
    suffixes: Collection[str],
    jobs: Iterable[Job] = (),
) -> Iterator[Job]:
    """Yield the jobs of files named as pairs, source first, with ids that none of ``jobs`` has.

    Raises `UsageError` for a file that is not there or that no reader knows.
    """
    taken: set[str] = set()
    for job in jobs:
        unique_id(job.id, taken)
    for pair in pairs:
        for path in map(Path, pair):
            if not path.is_file():
                raise UsageError(str(path), "is not a file", "--pair takes two files, source first")
            check_suffix(path, suffixes)
        names = Path(pair[0]).name, Path(pair[1]).name
        source = PurePosixPath(names[0])
        stem = _named(source, langs, 0) or source.with_suffix("")
        job_id = unique_id(legal_id(str(stem)), taken)
        yield Job(id=job_id, paths=pair, names=names, paired="user")


def _jobs(files: Sequence[InputFile], langs: tuple[str, str]) -> Iterator[Job]:
    """Yield pairs where the names tell them, single files otherwise, ids made unique."""
    partners = _partners(files, langs)
    taken: set[str] = set()
    sides: tuple[InputFile, ...]
    for file in files:
        pair = partners.get(file.path)
        if pair is None:
            stem, sides = PurePosixPath(file.name).with_suffix(""), (file,)
        elif pair.source.path == file.path:
            stem, sides = pair.stem, (pair.source, pair.target)
        else:
            continue  # it goes with its source
        yield Job(
            id=unique_id(legal_id(str(stem)), taken),
            paths=tuple(str(side.path) for side in sides),
            names=tuple(side.name for side in sides),
            paired=pair.by if pair else None,
        )


def _partners(files: Sequence[InputFile], langs: tuple[str, str]) -> dict[Path, _Pair]:
    """Return the pair of every file that is in one."""
    # Files named one by one may lie in different folders.
    loose = [replace(f, place=PurePosixPath(f.name)) for f in files if f.root is None]
    partners: dict[Path, _Pair] = {}
    ways = ((files, _named), (files, _placed), (loose, _named), (files, _marked))
    for candidates, stem_of in ways:
        alone = [file for file in candidates if file.path not in partners]
        for pair in _pairs(alone, langs, stem_of):
            partners |= {pair.source.path: pair, pair.target.path: pair}
    return partners


def _pairs(files: Iterable[InputFile], langs: tuple[str, str], stem_of: StemOf) -> Iterator[_Pair]:
    """Yield the pairs that names tell; a name that several could answer is in none."""
    stems: dict[tuple[Path | None, PurePosixPath], tuple[list[InputFile], list[InputFile]]]
    stems = defaultdict(lambda: ([], []))
    for file in files:
        for side in (0, 1):
            stem = stem_of(file.place, langs, side)
            if stem is not None:
                stems[file.root, stem][side].append(file)
    for (root, stem), (sources, targets) in stems.items():
        if len(sources) == len(targets) == 1:
            name = stem if root else PurePosixPath(stem.name)
            yield _Pair(stem=name, source=sources[0], target=targets[0])


def _named(place: PurePosixPath, langs: tuple[str, str], side: int) -> PurePosixPath | None:
    """Return ``place`` without suffix and without the mark of the language that ends its name.

    >>> _named(PurePosixPath("law/act.ar-SA.txt"), ("ar", "en"), 0)
    PurePosixPath('law/act')
    """
    marked = re.fullmatch(rf"(.+)[._-]{_mark(langs[side])}", place.stem, re.DOTALL)
    return place.parent / marked[1] if marked else None


def _placed(place: PurePosixPath, langs: tuple[str, str], side: int) -> PurePosixPath | None:
    """Return ``place`` without suffix and without the one folder that is named after the language.

    >>> _placed(PurePosixPath("law/ar/act.txt"), ("ar", "en"), 0)
    PurePosixPath('law/act')
    """
    stem = _named(place, langs, side) or place.with_suffix("")
    mark = _mark(langs[side])
    folders = [part for part in stem.parts[:-1] if not re.fullmatch(mark, part)]
    return PurePosixPath(*folders, stem.name) if len(folders) + 2 == len(stem.parts) else None


def _marked(place: PurePosixPath, langs: tuple[str, str], side: int) -> PurePosixPath | None:
    """Return ``place`` without suffix and without any mark of the language, however written."""
    return without_mark(place, langs[side], langs[1 - side])


def _mark(lang: str) -> str:
    return rf"(?i:{re.escape(lang.partition('-')[0])}(?:-[a-z]{{2}})?)"
