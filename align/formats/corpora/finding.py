"""Finds the other files of a memory beside the one that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align import naming
from align.errors import ReadError, UsageError
from align.text.codes import are_one_pair, family

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["Found", "find_files", "named_langs"]


class Found(NamedTuple):
    """The files of a memory, the texts of source and target last, and its languages."""

    files: tuple[Path, ...]
    langs: tuple[str, str]

    @property
    def texts(self) -> tuple[Path, Path]:
        """The text of the source and the text of the target."""
        return self.files[-2], self.files[-1]


def find_files(path: Path, name: str, reading: Reading) -> Found:
    """Return the files of a memory of the format ``name`` of which ``path`` is one.

    They have the names that we give them, packed or not; or else ``path`` holds the beads, and the
    texts are called as line files are: ``law.ladder`` goes with ``law.ar.txt`` and ``law.en.txt``.
    Raises `ReadError` for a file that is not there, and `UsageError` when the name of ``path`` has
    other languages than those wanted.
    """
    _check_readable(path)
    found = next(_ours(path, name, reading), None)
    if found is not None:
        return found
    langs = named_langs(path, reading)
    stem = _stem(path, name)
    files = naming.files_of(name, stem, langs)
    if len(files) == len(langs) or _unpacked(path) in {file.name for file in files[1:]}:
        missing = [file.name for file in files if not _packed_or_not(file).is_file()]
        raise ReadError(str(path), f"{' and '.join(missing)}, which it goes with, is not there")
    return Found((path, *(_beside(path, stem, lang) for lang in langs)), langs)


def named_langs(path: Path, reading: Reading) -> tuple[str, str]:
    """Return the languages that the name of a file names, or those wanted.

    Raises `UsageError` when it names others.
    """
    langs = naming.langs_of(path)
    if langs is None:
        return reading.langs
    if are_one_pair(langs, reading.langs):
        return langs
    fact = f"its languages are {langs[0]} and {langs[1]}"
    raise UsageError(str(path), fact, f"read it with --langs {langs[0]},{langs[1]}")


def _check_readable(path: Path) -> None:
    try:
        path.stat()
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror or error})") from error


def _ours(path: Path, name: str, reading: Reading) -> Iterator[Found]:
    """Yield the files of a memory that are named as ours are, if they are there."""
    langs = named_langs(path, reading)
    stem = _stem(path, name)
    for order in (langs, (langs[1], langs[0])):
        files = tuple(map(_packed_or_not, naming.files_of(name, stem, order)))
        if all(file.is_file() for file in files):
            yield Found(files, order)


def _stem(path: Path, name: str) -> Path:
    named = naming.format_of(path)
    if named is not None and named.format == name:
        return named.stem
    unpacked = _unpacked(path)
    return path.with_name(unpacked.rpartition(".")[0] or unpacked)


def _unpacked(path: Path) -> str:
    """Return the name of a file without the suffix of its packing."""
    return path.stem if path.suffix.lower() in naming.PACKED else path.name


def _packed_or_not(path: Path) -> Path:
    packed = (path.with_name(path.name + suffix) for suffix in naming.PACKED)
    return next((file for file in (path, *packed) if file.is_file()), path)


def _beside(path: Path, stem: Path, lang: str) -> Path:
    """Return the one file beside ``path`` that has its stem and a language in its name."""
    files = sorted(stem.parent.iterdir())
    fitting = [file for file in files if file != path and _is_text_of(file, stem, lang)]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(file.name for file in fitting)
    fact = f"{names} may be its text in {lang!r}" if names else f"its text in {lang!r} is not there"
    raise ReadError(str(path), fact, f"name it {stem.name}.{lang}.txt, in the same folder")


def _is_text_of(file: Path, stem: Path, lang: str) -> bool:
    if not file.name.startswith(f"{stem.name}.") or not file.is_file():
        return False
    parts = _unpacked(file).removeprefix(f"{stem.name}.").lower().split(".")
    return lang.lower() in parts or family(lang) in parts
