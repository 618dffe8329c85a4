"""Options that several commands share, and how they become settings."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from align import encoders, registry
from align.checks import check_ignored
from align.config import ONE_FILE_LAYOUTS, Settings, load_settings
from align.errors import ConfigError

__all__ = [
    "alignment_options",
    "checking_options",
    "common_options",
    "exchange_options",
    "judging_options",
    "languages_option",
    "settings_from",
    "writing_options",
]

Command = TypeVar("Command", bound=Callable[..., Any])

# Option names as click passes them, and the settings they set.
SETTINGS = {
    "langs": "langs",
    "aligner": "aligner",
    "pairing": "pairing",
    "encoder": "encoder",
    "encoding": "read.encoding",
    "layout": "layout",
    "segment": "segment",
    "formats": "formats",
    "cat": "cat",
    "tmx_lang": "tmx_lang",
    "prop": "props",
    "min_score": "min_score",
    "date": "date",
    "excel_safe": "write.excel_safe",
    "ignore": "checks.ignore",
    "glossary": "checks.glossary",
}


def _joined(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> str | None:
    """Return the lists of an option that may come more than once as one list."""
    return ",".join(values) or None


_LANGS = click.option(
    "--langs", metavar="A,B", help="Source and target language.  [default: ar,en]"
)
_MEMORY_LANGS = click.option(
    "--langs",
    metavar="A,B",
    help="Source and target language.  [default: ar,en or en,ar, as the first unit has them]",
)
_LEAST = click.option(
    "--min-score", type=float, metavar="S", help="Leave out units with less.  [default: all]"
)
_ENCODER = click.option(
    "--encoder",
    metavar="NAME",
    help="What knows meaning: use, none, sentence-transformers:MODEL, or the URL of a service that "
    "is sent the texts, e.g. http://localhost:8080/v1/embeddings?model=e5.  [default: use]",
)
_ALIGNMENT = (
    _LANGS,
    click.option(
        "--aligner",
        metavar="NAME",
        help="hybrid (length and meaning) or gale-church (length).  [default: hybrid]",
    ),
    _ENCODER,
)
_CHECKS = (
    click.option(
        "--ignore",
        multiple=True,
        callback=_joined,
        metavar="ID,…",
        help="Findings that are not wanted, e.g. double-space,quote; repeatable.",
    ),
    click.option(
        "--glossary",
        type=click.Path(exists=True, dir_okay=False),
        metavar="FILE",
        help="Terms and their translations, which the units must keep to.",
    ),
)
_WRITING = (
    click.option(
        "--cat",
        metavar="NAME",
        help="Make the TMX as a tool wants it: omegat, trados, memoq, phrase, matecat, smartcat, "
        "wordfast, xtm or smartling.",
    ),
    click.option(
        "--tmx-lang",
        metavar="A=X,B=Y",
        help="Language codes in TMX, e.g. ar=ar-SA,en=en-US.  [default: as --cat wants them]",
    ),
    click.option(
        "--prop",
        multiple=True,
        metavar="NAME=VALUE",
        help="Written on every unit as x-NAME; repeatable.",
    ),
    click.option(
        "--excel-safe",
        is_flag=True,
        default=None,
        help="CSV: an apostrophe before = + - @, so that Excel takes no text for a formula.",
    ),
    click.option("--date", metavar="DATE", help="Written into the files, as 20261121T210000Z."),
)
_COMMON = (
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings as TOML."
    ),
    click.option(
        "--set",
        "assignments",
        multiple=True,
        metavar="KEY=VALUE",
        help="Any setting, e.g. read.repair=true.",
    ),
    click.option(
        "--json", "as_json", is_flag=True, help="One JSON document on stdout, nothing else."
    ),
    click.option("--quiet", "-q", is_flag=True, help="Only errors on stderr."),
    click.option("--verbose", "-v", is_flag=True, help="A line on stderr for every document."),
    click.option("--traceback", is_flag=True, help="Show where in the program an error arose."),
)


def alignment_options(command: Command) -> Command:
    """Add the options that say how to align."""
    return _with(command, _ALIGNMENT)


def judging_options(command: Command) -> Command:
    """Add the options that say how to judge units that are there already."""
    return _with(command, (_LANGS, _ENCODER, *_CHECKS))


def checking_options(command: Command) -> Command:
    """Add the options that say what to look for in the units."""
    return _with(command, _CHECKS)


def writing_options(command: Command) -> Command:
    """Add the options that say how units are written."""
    return _with(command, _WRITING)


def exchange_options(command: Command) -> Command:
    """Add the options that say which units of memories are taken over, and how they are written."""
    return _with(command, (_MEMORY_LANGS, _LEAST, *_WRITING))


def languages_option(command: Command) -> Command:
    """Add the option that names two languages."""
    return _with(command, (_LANGS,))


def common_options(command: Command) -> Command:
    """Add the options of every command."""
    return _with(command, _COMMON)


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def settings_from(options: dict[str, Any]) -> Settings:
    """Return the settings of a command's options; raises `UsageError` for what cannot be."""
    flags = {
        SETTINGS[name]: value
        for name, value in options.items()
        if name in SETTINGS and value is not None and value != ()
    }
    if "date" not in flags and "SOURCE_DATE_EPOCH" in os.environ:
        flags["date"] = _epoch_date(os.environ["SOURCE_DATE_EPOCH"])
    settings = load_settings(
        flags, config=options.get("config"), assignments=options.get("assignments", ())
    )
    registry.check("aligners", settings.aligner)
    encoders.check(settings.encoder)
    for name in settings.formats:
        registry.check("formats", name)
    if not settings.segment.startswith("srx:"):
        registry.check("segmenters", settings.segment)
    check_ignored(settings.checks.ignore)
    _announce(settings, options)
    return settings


def _announce(settings: Settings, options: dict[str, Any]) -> None:
    """Say on stderr where the texts go before any goes, and with ``--verbose`` how many."""
    host = encoders.destination(settings.encoder)
    if host is None or ("aligner" in options and settings.aligner == "gale-church"):
        return  # no encoder is asked
    if not options.get("quiet"):
        click.echo(f"align: the texts are sent to {host}, which encodes them", err=True)
    if options.get("verbose"):
        logging.basicConfig(format="align: %(message)s")
        logging.getLogger("align").setLevel(logging.INFO)


def _epoch_date(seconds: str) -> str:
    """Return the date of SOURCE_DATE_EPOCH (reproducible-builds.org) as TMX writes it."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y%m%dT%H%M%SZ")
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError("SOURCE_DATE_EPOCH", f"{seconds!r} is not a number of seconds") from error


LAYOUT_CHOICE = click.Choice(ONE_FILE_LAYOUTS)
