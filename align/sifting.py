"""Units parted by score into two memories: those to keep and those to look at."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from align.errors import ConfigError
from align.formats.memories import memory_writer, with_props
from align.text.tidy import tidy

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from align.config import Settings
    from align.model import TranslationUnit

__all__ = ["Sifting", "settings_for"]

NAMED = 5  # units told by name


class Sifting:
    """A context manager that writes each unit to the one memory or to the other.

    A unit with an empty side is never kept; where the other file cannot hold it either, it is
    counted in ``unwritten``, and the first are named in ``names``.
    """

    def __init__(
        self,
        kept: Path | None,
        rejected: Path | None,
        settings: Settings,
        langs: tuple[str, str],
    ) -> None:
        """Prepare to write units of ``langs``; those below the least score are rejected."""
        self.kept = self.rejected = self.unwritten = 0
        self.names: list[str] = []
        self._paths = kept, rejected
        self._settings = settings_for(settings, langs)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Open temporary files beside the final ones."""
        with ExitStack() as stack:
            self._kept, self._rejected = (self._opened(stack, path) for path in self._paths)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Replace the final files, or leave them as they were after an error."""
        self._stack.__exit__(kind, error, traceback)

    @property
    def remarks(self) -> list[str]:
        """What a person should know of the files, once they are written."""
        writers = filter(None, (self._kept, self._rejected))
        return list(dict.fromkeys(remark for writer in writers for remark in writer.remarks))

    def _opened(self, stack: ExitStack, path: Path | None) -> Any:
        if path is None:
            return None
        return stack.enter_context(memory_writer(path, self._settings))

    def add(self, unit: TranslationUnit) -> None:
        """Write one unit, with the props of the settings."""
        unit = with_props(unit, self._settings.props)
        if not (tidy(unit.source) and tidy(unit.target)):
            self._add_empty(unit)
        elif unit.score >= self._settings.min_score:
            self.kept += 1
            _write(self._kept, unit)
        else:
            self.rejected += 1
            _write(self._rejected, unit)

    def _add_empty(self, unit: TranslationUnit) -> None:
        self.rejected += 1
        if self._rejected is not None and self._rejected.holds_empty:
            self._rejected.write(unit)
            return
        self.unwritten += 1
        if len(self.names) < NAMED:
            self.names.append(unit.id)


def settings_for(settings: Settings, langs: tuple[str, str]) -> Settings:
    """Return settings for units of unknown making: no alignment method is claimed for them."""
    settings = replace(settings, aligner="")
    if langs != settings.langs:
        with suppress(ConfigError):  # a language code that TMX has not: its writer says so
            return replace(settings, langs=langs, tmx_lang=())
    return settings


def _write(writer: Any, unit: TranslationUnit) -> None:
    if writer is not None:
        writer.write(unit)
