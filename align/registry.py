"""Names of interchangeable parts, resolved only when asked for.

Built-in parts are listed here as ``"module:attribute"``; others come from entry points of the
group ``align.KIND`` (``align.formats``, ``align.aligners`` …) of installed packages.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from align.errors import UnknownNameError

__all__ = ["TABLES", "check", "names", "resolve"]

TABLES: dict[str, dict[str, str]] = {
    "readers": {
        ".txt": "align.readers.plain:read",
        ".text": "align.readers.plain:read",
        ".md": "align.readers.markdown:read",
        ".markdown": "align.readers.markdown:read",
    },
    "segmenters": {
        "sentence": "align.segmenters.rules:sentences",
        "paragraph": "align.segmenters.whole:paragraphs",
        "line": "align.segmenters.whole:lines",
    },
    "encoders": {
        "use": "align.encoders.use:encoder",
        "none": "align.encoders:no_encoder",
        "sentence-transformers": "align.encoders.sentence_transformers:encoder",
        "http": "align.encoders.http:encoder",
        "https": "align.encoders.http:encoder",
    },
    "aligners": {
        "hybrid": "align.aligners.hybrid:Hybrid",
        "gale-church": "align.aligners.gale_church:GaleChurch",
    },
    "checks": {
        "sides": "align.checks.sides:sides",
        "languages": "align.checks.languages:languages",
        "characters": "align.checks.characters:characters",
        "numbers": "align.checks.numbers:numbers",
        "terms": "align.checks.terms:terms",
        "names": "align.checks.names:names",
        "negation": "align.checks.negation:negation",
        "coverage": "align.checks.coverage:coverage",
        "lengths": "align.checks.lengths:lengths",
        "punctuation": "align.checks.punctuation:punctuation",
        "spaces": "align.checks.spaces:spaces",
        "words": "align.checks.words:words",
        "glossary": "align.checks.glossary:glossary",
    },
    "formats": {
        "tmx": "align.formats.tmx:TmxWriter",
        "tei": "align.formats.tei:TeiWriter",
        "tsv": "align.formats.tsv:TsvWriter",
        "jsonl": "align.formats.jsonl:JsonlWriter",
    },
    "memories": {
        ".tmx": "align.formats.tmx_reader:read_pairs",
        ".tsv": "align.formats.tsv_reader:read_tsv",
        ".jsonl": "align.formats.jsonl_reader:read_jsonl",
    },
}


def names(kind: str) -> list[str]:
    """Return every name of a kind of part, sorted."""
    return sorted(_table(kind))


def resolve(kind: str, name: str) -> Any:
    """Return the part called ``name``; raises `UnknownNameError` with the nearest known names."""
    table = _table(kind)
    if name not in table:
        raise _unknown(kind, name)
    module, _, attribute = table[name].partition(":")
    return getattr(import_module(module), attribute)


def _unknown(kind: str, name: str) -> UnknownNameError:
    known = names(kind)
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
    return UnknownNameError("", f"{name!r} is not one of the {kind}", hint)


def _table(kind: str) -> dict[str, str]:
    found = {point.name: point.value for point in entry_points(group=f"align.{kind}")}
    return found | TABLES[kind]


def check(kind: str, name: str) -> None:
    """Raise `UnknownNameError` unless ``name`` is known, without importing the part."""
    if name not in _table(kind):
        raise _unknown(kind, name)
