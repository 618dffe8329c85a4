"""What the files of each unit format are called: the format of a name, the names of a format.

``{a}`` and ``{b}`` stand for the codes of source and target language. Of the files of a format the
first is the one to read it by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from align.errors import UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "FILES",
    "PACKED",
    "READ_AS",
    "Named",
    "Output",
    "files_of",
    "format_of",
    "langs_of",
    "output_of",
    "parts_of",
    "suffixes",
]

FILES: dict[str, tuple[str, ...]] = {
    "tmx": (".tmx",),
    "tei": (".tei.xml",),
    "tei-parts": (".{a}-{b}.tei.xml", ".{a}.tei.xml", ".{b}.tei.xml"),
    "xliff": (".xlf",),
    "xliff2": (".xliff",),
    "jsonl": (".jsonl",),
    "tsv": (".tsv",),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "parquet": (".parquet",),
    "moses": (".{a}-{b}.{a}", ".{a}-{b}.{b}"),
    "xces": (".{a}-{b}.xces.xml", ".{a}.xces.xml", ".{b}.xces.xml"),
    "intertext": (".{a}.{b}.xml", ".{a}.xml", ".{b}.xml"),
    "vertical": (".{a}-{b}.map", ".{a}.vert", ".{b}.vert"),
    "wordfast": (".wordfast.txt",),
    "ladder": (".{a}-{b}.ladder", ".{a}-{b}.ladder.{a}", ".{a}-{b}.ladder.{b}"),
    "vecalign": (".{a}-{b}.vecalign", ".{a}-{b}.vecalign.{a}", ".{a}-{b}.vecalign.{b}"),
}
# Other names of files that are read, and by the reader of which format.
READ_AS = {
    ".sdlxliff": "xliff",
    ".mqxliff": "xliff",
    ".mxliff": "xliff",
    ".txlf": "xliff",
    ".xml": "xml",  # TEI, XCES or InterText, by what is in it
    ".txt": "wordfast",
    ".po": "po",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
PACKED = (".gz", ".zip")
# Written as they should be, languages and regions can be told apart: in ar-SA-en-GB there are two.
LANG = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
LOOSE_LANG = r"(?i:[a-z]{2,3}(?:-[a-z0-9]{2,8})*)"


class Named(NamedTuple):
    """A format, and what comes before its suffix in the name of a file."""

    format: str
    stem: Path


class Output(NamedTuple):
    """Where a memory goes: its format, the path its writer takes, and all files that come of it."""

    format: str
    place: Path
    files: tuple[Path, ...]


def output_of(path: Path, name: str | None, langs: tuple[str, str]) -> Output:
    """Return where a memory goes that is to be written to ``path`` in the format ``name``.

    By default the name of ``path`` says the format; one of several files takes one of their names,
    or what they begin with. Raises `UnknownNameError` when the format cannot be told.
    """
    named = format_of(path)
    if named is None and name is None:
        fact = "its name does not say what format to write"
        raise UnknownNameError(str(path), fact, f"known are {', '.join(suffixes())}")
    known = name or (named.format if named else "")
    if len(FILES.get(known, ())) <= 1:
        return Output(known, path, (path,))
    stem = named.stem if named is not None and named.format == known else path
    return Output(known, stem, files_of(known, stem, langs))


def files_of(name: str, stem: Path, langs: tuple[str, str]) -> tuple[Path, ...]:
    """Return the files that a memory called ``stem`` has in a format.

    >>> from pathlib import Path
    >>> [path.name for path in files_of("moses", Path("law"), ("ar", "en"))]
    ['law.ar-en.ar', 'law.ar-en.en']
    """
    patterns = FILES.get(name, (f".{name}",))
    suffixes = (pattern.format(a=langs[0], b=langs[1]) for pattern in patterns)
    return tuple(stem.with_name(stem.name + suffix) for suffix in suffixes)


def format_of(path: Path, *, reading: bool = False) -> Named | None:
    """Return the format that the name of a file stands for, None for an unknown one.

    ``reading`` takes in the formats that are only read, and more suffixes of the others. The suffix
    of a packed file is the one before ``.gz`` or ``.zip``.

    >>> from pathlib import Path
    >>> format_of(Path("law.ar-en.en")).stem.name, format_of(Path("LAW.TMX.gz")).format
    ('law', 'tmx')
    """
    name = _unpacked(path.name)
    for pattern, known in _PATTERNS:
        match = pattern.fullmatch(name)
        if match:
            return Named(known, path.with_name(match["stem"]))
    for suffix, known in READ_AS.items() if reading else ():
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return Named(known, path.with_name(name[: -len(suffix)]))
    return None


def parts_of(path: Path) -> tuple[Path, ...]:
    """Return all files of the memory that ``path`` is one file of.

    >>> from pathlib import Path
    >>> [path.name for path in parts_of(Path("law.en-ar.ar"))]
    ['law.en-ar.en', 'law.en-ar.ar']
    """
    named, langs = format_of(path), langs_of(path)
    return files_of(named.format, named.stem, langs) if named and langs else (path,)


def langs_of(path: Path) -> tuple[str, str] | None:
    """Return the two languages that the name of a file names, None for any other name.

    >>> from pathlib import Path
    >>> langs_of(Path("law.ar-en.ladder")), langs_of(Path("law.ar.vert"))
    (('ar', 'en'), None)
    >>> langs_of(Path("law.ar-SA-en-GB.map"))
    ('ar-SA', 'en-GB')
    """
    name = _unpacked(path.name)
    for match in filter(None, (pattern.fullmatch(name) for pattern, _ in _PATTERNS)):
        langs = match.groupdict()
        return (langs["a"], langs["b"]) if {"a", "b"} <= langs.keys() else None
    return None


def suffixes(*, reading: bool = False) -> list[str]:
    """Return what the names of files end in, for messages: of several files that of the first."""
    known = [patterns[0].format(a="ar", b="en") for patterns in FILES.values()]
    return sorted({*known, *READ_AS} if reading else known)


def _unpacked(name: str) -> str:
    for suffix in PACKED:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name


def _pattern(suffix: str, language: str) -> re.Pattern[str]:
    """Return what matches a name of this suffix, each language wherever it comes."""
    text, seen = "", set()
    for part in re.split(r"(\{[ab]\})", suffix):
        if not part.startswith("{"):
            text += f"(?i:{re.escape(part)})"
            continue
        lang = part[1]
        text += f"(?i:(?P={lang}))" if lang in seen else f"(?P<{lang}>{language})"
        seen.add(lang)
    return re.compile(f"(?P<stem>.+?){text}")


# The suffix that says most is the one that is meant: law.ar.tei.xml is no law.ar in one TEI file,
# nor law.tei.xml a text of InterText in a language called tei.
_SUFFIXES = [(suffix, name) for name, patterns in FILES.items() for suffix in patterns]
_PATTERNS = [
    (_pattern(suffix, language), name)
    for suffix, name in sorted(_SUFFIXES, key=lambda entry: -len(entry[0].format(a="", b="")))
    for language in (LANG, LOOSE_LANG)
]
