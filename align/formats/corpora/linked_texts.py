"""The two texts that a group of links is about."""

from __future__ import annotations

import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from align.errors import UsageError
from align.formats.corpora.documents import Folder, sentences_of
from align.formats.corpora.finding import named_langs
from align.formats.corpora.texts import Texts
from align.text.codes import are_alike, are_one_pair, family

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from align.formats.reading import Reading

__all__ = ["LinkedTexts"]

Pair = tuple[str, str]
# As in OPUS, where the texts of each language lie in a folder of its name.
LANG_FOLDER = re.compile(r"([A-Za-z]{2,3}(?:[_-][A-Za-z]{2,4})?)/(.+?)(?:\.xml)?(?:\.gz)?")


class LinkedTexts:
    """A context manager that holds the texts of one group of links after another."""

    def __init__(self, path: Path, reading: Reading) -> None:
        """Start before the first group of the alignment file ``path``."""
        self.langs = reading.langs
        self.document = ""  # as a folder of OPUS names it
        self._path = path
        self._reading = reading
        self._folder = Folder(path)
        self._names: Pair | None = None
        self._texts: Texts | None = None
        self._missing = "a link outside of all groups"
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Wait for a group."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Throw away the texts of the last group."""
        self._stack.__exit__(kind, error, traceback)

    def turn_to(self, names: Pair) -> None:
        """Take in the texts of a group of links, the source first, unless they are here."""
        if names == self._names:
            return
        self.finish()
        self._stack.close()
        self._names = names
        self.langs = _langs(names, self._path, self._reading)
        folder = LANG_FOLDER.fullmatch(names[0])
        self.document = folder[2] if folder else ""
        self._load(names)

    def finish(self) -> None:
        """Count what is in no link."""
        if self._texts is not None:
            self._texts.count_unlinked(self._reading)

    def sides(self, *names: Sequence[str]) -> list[list[str]]:
        """Return the texts of a bead's segments, none if one side of it is empty.

        Raises `ValueError` when they are not there.
        """
        if not all(names):
            return [[], []]
        if self._texts is None:
            raise ValueError(self._missing)
        return [self._texts.of_bead(side, each) for side, each in enumerate(names)]

    def _load(self, names: Pair) -> None:
        self._texts = None
        try:
            files = [self._folder.find(name) for name in names]
        except ValueError as error:
            self._missing = str(error)
            return
        self._texts = self._stack.enter_context(Texts())
        for side, file in enumerate(files):
            self._texts.load(side, sentences_of(file, self._reading))


def _langs(names: Pair, path: Path, reading: Reading) -> Pair:
    """Return the languages of two texts, as far as their names tell; else those wanted."""
    folders = [match[1] for match in map(LANG_FOLDER.fullmatch, names) if match]
    if len(set(folders)) == len(names):
        _check_wanted(folders, path, reading)
    found = [_lang_in(name, reading.langs) for name in names]
    for order in (reading.langs, (reading.langs[1], reading.langs[0])):
        langs = found[0] or order[0], found[1] or order[1]
        if any(found) and are_alike(langs, order):
            return langs
    return named_langs(path, reading)


def _check_wanted(langs: list[str], path: Path, reading: Reading) -> None:
    if not are_one_pair(langs, reading.langs):
        fact = f"its languages are {' and '.join(langs)}"
        raise UsageError(str(path), fact, f"read it with --langs {','.join(langs)}")


def _lang_in(name: str, langs: Pair) -> str:
    """Return what in the name of a text is one of the languages, or nothing; folders come first.

    >>> _lang_in("ar/news.en.xml.gz", ("ar", "en")), _lang_in("news.en.xml", ("ar", "en"))
    ('ar', 'en')
    """
    *folders, file = name.split("/")
    families = set(map(family, langs))
    parts = (*folders, *reversed(file.split(".")))
    return next((part for part in parts if family(part) in families), "")
