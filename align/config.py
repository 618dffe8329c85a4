"""Settings: frozen, typed, from defaults, then ``--config FILE``, then ``ALIGN_*``, then flags.

A nested setting is written with a dot, ``read.repair=true``; in the environment with two
underscores, ``ALIGN_READ__REPAIR=true``; in a TOML file as a table.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import re
import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from align.errors import ConfigError
from align.model import LAYOUTS
from align.presets import preset
from align.values import converted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

T = TypeVar("T")
__all__ = [
    "ONE_FILE_LAYOUTS",
    "OWN_PROPS",
    "PAIRINGS",
    "CheckSettings",
    "ReadSettings",
    "Settings",
    "WriteSettings",
    "load_settings",
]

ONE_FILE_LAYOUTS = tuple(layout for layout in LAYOUTS if layout != "pair")
PAIRINGS = ("content", "name")
LIMITS = (
    *("max_bytes", "max_unpacked", "max_ratio", "max_entries", "max_whole"),
    *("max_pages", "max_cells", "max_nesting", "max_block", "max_segment"),
)
ENVIRONMENT_PREFIX = "ALIGN_"
# What an embeddings service is told: no settings, for a key stands in no report and no signature.
OTHER_VARIABLES = frozenset({"ALIGN_HTTP_KEY", "ALIGN_HTTP_MODEL"})
# The part of BCP 47 that TMX clients take: language, script, region.
LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?")
DATE = re.compile(r"\d{8}T\d{6}Z")
OWN_PROPS = frozenset(
    {"document", "alignment-type", "score", "place", "flag"}
)  # which we write ourselves
# Props (without their x-) that OmegaT and Trados give a meaning of their own, so that a user's
# value would change how a unit is used.
CLIENT_PROPS = frozenset(
    {"ice", "100pc", "auto"}
    | {"context", "contextcontent", "origin", "originalformat", "confirmationlevel", "lastusedby"}
)
PROP_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """How files are read; sizes are upper limits, beyond which a file is refused by name."""

    encoding: str | None = None  # None: detected
    repair: bool = False  # presentation forms to plain letters, listed in removed.jsonl
    furniture: bool = True  # menus, running heads, lines that repeat are left out, and listed
    ocr: bool = False  # scanned pages are read by ocrmypdf, if it is installed
    max_bytes: int = 2_000_000_000
    max_unpacked: int = 1_000_000_000  # bytes of what is in a packed file
    max_ratio: int = 100  # of what is in a packed file to its own size
    max_entries: int = 100_000  # files in an archive
    max_pages: int = 20_000  # of a PDF
    max_cells: int = 5_000_000  # of a spreadsheet or table, all sheets together
    max_nesting: int = 200  # elements inside one another
    max_whole: int = 100_000_000  # bytes of a file that cannot be read as a stream
    max_block: int = 1_000_000  # characters in one paragraph or line
    max_segment: int = 100_000  # characters in one segment


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """What is looked for in the units."""

    ignore: tuple[str, ...] = ()  # ids of flags that are not wanted
    glossary: str | None = None  # a file of terms and their translations
    longest: int = 2_000  # characters of a side, beyond which CAT tools refuse a unit


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteSettings:
    """How units are written."""

    excel_safe: bool = False  # CSV: an apostrophe before what Excel would take for a formula


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a run can be told."""

    langs: tuple[str, str] = ("ar", "en")
    layout: str | None = None  # None: recognised
    segment: str = "sentence"
    aligner: str = "hybrid"
    pairing: str = "content"  # of files that names leave alone; or name
    max_pairing: int = 5_000  # files that are compared by content
    encoder: str = "use"  # or none, sentence-transformers:NAME, a URL
    formats: tuple[str, ...] = ("tmx", "tei")
    cat: str | None = None  # the tool that the TMX is made for, see `align.presets`
    tmx_lang: tuple[tuple[str, str], ...] = ()
    props: tuple[tuple[str, str], ...] = ()
    min_score: float = 0.5
    date: str | None = None  # YYYYMMDDThhmmssZ, or none written
    read: ReadSettings = field(default_factory=ReadSettings)
    checks: CheckSettings = field(default_factory=CheckSettings)
    write: WriteSettings = field(default_factory=WriteSettings)

    def __post_init__(self) -> None:
        """Refuse values that cannot be; raises `ConfigError`."""
        _check(self)

    def signature(self, *parts: str) -> str:
        """Return 16 hex digits that change whenever a setting that shapes the output changes.

        ``parts`` are what beside the settings shapes it. Limits only refuse: they do not count.
        """
        settings = dataclasses.asdict(self)
        del settings["max_pairing"]
        settings["read"] = {k: v for k, v in settings["read"].items() if k not in LIMITS}
        text = json.dumps([settings, *parts], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def _check(settings: Settings) -> None:
    if settings.cat is not None:
        preset(settings.cat)
    _check_langs(settings)
    _check_choices(settings)
    for name, _ in settings.props:
        if not PROP_NAME.fullmatch(name):
            raise ConfigError("prop", f"{name!r} is not a name", "use letters, digits, . _ and -")
        if name.lower() in OWN_PROPS | CLIENT_PROPS:
            raise ConfigError(
                "prop", f"{name!r} has a meaning of its own in a TMX", "choose another"
            )
    _check_reading(settings.read)
    if settings.checks.longest < 1:
        raise ConfigError("checks.longest", "is less than 1", "give a number of characters")


def _check_langs(settings: Settings) -> None:
    source, target = settings.langs
    codes = [("tmx_lang", code) for _, code in settings.tmx_lang]
    for name, lang in (*(("langs", lang) for lang in settings.langs), *codes):
        if not LANG.fullmatch(lang):
            fact = f"{lang!r} is not a language code"
            raise ConfigError(name, fact, "write for example ar, en or ar-SA")
    if source == target:
        fact = "source and target are the same language"
        raise ConfigError("langs", fact, "write for example --langs ar,en")
    for lang, _ in settings.tmx_lang:
        if lang not in settings.langs:
            fact = f"{lang!r} is not one of the languages {source}, {target}"
            raise ConfigError("tmx_lang", fact, f"write for example {source}={source}-SA")


def _check_choices(settings: Settings) -> None:
    if settings.pairing not in PAIRINGS:
        fact = f"{settings.pairing!r} is no way to pair files"
        raise ConfigError("pairing", fact, f"choose one of {', '.join(PAIRINGS)}")
    if settings.max_pairing < 1:
        raise ConfigError("max_pairing", "is less than 1", "give a number of files")
    if settings.layout is not None and settings.layout not in ONE_FILE_LAYOUTS:
        fact = f"{settings.layout!r} is not a layout of one file"
        raise ConfigError("layout", fact, f"choose one of {', '.join(ONE_FILE_LAYOUTS)}")
    if not 0 <= settings.min_score <= 1:
        fact = f"{settings.min_score} is not between 0 and 1"
        raise ConfigError("min_score", fact, "write for example 0.5")
    if settings.segment == "srx:":
        raise ConfigError("segment", "'srx:' names no file", "write for example srx:rules.srx")
    if settings.date is not None and not _is_date(settings.date):
        fact = f"{settings.date!r} is not a date"
        raise ConfigError("date", fact, "write it as 20261121T210000Z")


def _is_date(text: str) -> bool:
    try:
        return bool(DATE.fullmatch(text) and datetime.strptime(text, "%Y%m%dT%H%M%S%z"))
    except ValueError:
        return False


def _check_reading(settings: ReadSettings) -> None:
    for name in LIMITS:
        if getattr(settings, name) < 1:
            raise ConfigError(f"read.{name}", "is less than 1", "give the largest size to accept")
    if settings.encoding is None:
        return
    try:
        b"a".decode(settings.encoding, "ignore")  # of nothing at all, any encoding would do
    except (LookupError, ValueError) as error:
        fact = f"{settings.encoding!r} is not a known encoding of text"
        raise ConfigError("encoding", fact, "try utf-8, windows-1256 or iso-8859-6") from error


def load_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    config: Path | None = None,
    assignments: Iterable[str] = (),
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings from a TOML file, the environment, ``key=value`` texts and flags.

    Later ones win, in that order. ``flags`` uses dotted keys and holds only what was given.
    Raises `ConfigError` for an unknown key, a value of the wrong type or an unreadable file.
    """
    values: dict[str, Any] = {}
    if config is not None:
        values.update(_typed(_flatten(_read_toml(config)), f"{config}: "))
    for name, text in sorted((os.environ if environment is None else environment).items()):
        if name.startswith(ENVIRONMENT_PREFIX) and name not in OTHER_VARIABLES:
            key = name.removeprefix(ENVIRONMENT_PREFIX).lower().replace("__", ".")
            values.update(_typed({key: text}, f"environment variable {name}: "))
    for assignment in assignments:
        key, equals, text = assignment.partition("=")
        if not equals:
            raise ConfigError("--set", f"{assignment!r} has no '='", "write key=value")
        values.update(_typed({key.strip(): text}, "--set "))
    values.update(_typed(flags or {}, ""))
    return _build(Settings, values)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(str(path), f"cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"is not TOML ({error})") from error


def _flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict) and key not in {"tmx_lang", "props"}:
            flat.update(_flatten(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = value
    return flat


def _typed(values: Mapping[str, Any], place: str) -> dict[str, Any]:
    """Return values by dotted key, each as the type its setting has; ``place`` is for messages."""
    types = _types(Settings)
    for key in values:
        if key not in types:
            close = get_close_matches(key, types, n=1)
            hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(types)}"
            raise ConfigError(f"{place}{key}", "is not a setting", hint)
    return {key: converted(f"{place}{key}", value, types[key]) for key, value in values.items()}


def _types(group: type, prefix: str = "") -> dict[str, Any]:
    """Return the type of every setting, by dotted key."""
    types: dict[str, Any] = {}
    for name, hint in sorted(get_type_hints(group).items()):
        nested = isinstance(hint, type) and dataclasses.is_dataclass(hint)
        types |= _types(hint, f"{prefix}{name}.") if nested else {prefix + name: hint}
    return types


def _build(group: type[T], values: Mapping[str, Any], prefix: str = "") -> T:
    """Return the dataclass ``group`` from values by dotted key."""
    arguments: dict[str, Any] = {}
    for name, hint in get_type_hints(group).items():
        if isinstance(hint, type) and dataclasses.is_dataclass(hint):
            arguments[name] = _build(hint, values, f"{prefix}{name}.")
        elif prefix + name in values:
            arguments[name] = values[prefix + name]
    return group(**arguments)
