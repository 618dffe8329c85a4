"""Names of interchangeable parts, resolved only when asked for.

Built-in parts are listed here as ``"module:attribute"``; others come from entry points of the
group ``align.KIND`` (``align.formats``, ``align.aligners`` …) of installed packages.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
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
        ".docx": "align.readers.word.docx:read",
        ".odt": "align.readers.word.odt:read",
        ".rtf": "align.readers.word.rtf:read",
        ".pptx": "align.readers.word.pptx:read",
        ".html": "align.readers.web.html:read",
        ".htm": "align.readers.web.html:read",
        ".xhtml": "align.readers.web.html:read",
        ".mhtml": "align.readers.web.mhtml:read",
        ".mht": "align.readers.web.mhtml:read",
        ".epub": "align.readers.web.epub:read",
        ".pdf": "align.readers.pdf.reader:read",
        ".xlsx": "align.readers.sheets.xlsx:read",
        ".csv": "align.readers.sheets.delimited:read",
        ".tsv": "align.readers.sheets.delimited:read",
        ".srt": "align.readers.subtitles.reader:read",
        ".vtt": "align.readers.subtitles.reader:read",
        ".ass": "align.readers.subtitles.reader:read",
        ".zip": "align.readers.archive:read",
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
        "tmx": "align.formats.tmx.writer:TmxWriter",
        "tei": "align.formats.tei.writer:TeiWriter",
        "tei-parts": "align.formats.tei.writer:TeiPartsWriter",
        "xliff": "align.formats.xliff.writer:XliffWriter",
        "xliff2": "align.formats.xliff.writer2:Xliff2Writer",
        "jsonl": "align.formats.json.writer:JsonlWriter",
        "tsv": "align.formats.tables.tsv_writer:TsvWriter",
        "csv": "align.formats.tables.csv_writer:CsvWriter",
        "xlsx": "align.formats.tables.xlsx_writer:XlsxWriter",
        "parquet": "align.formats.tables.parquet_writer:ParquetWriter",
        "wordfast": "align.formats.tables.wordfast_writer:WordfastWriter",
        "moses": "align.formats.corpora.moses:MosesWriter",
        "xces": "align.formats.corpora.xces:XcesWriter",
        "intertext": "align.formats.corpora.intertext:IntertextWriter",
        "vertical": "align.formats.corpora.vertical:VerticalWriter",
        "ladder": "align.formats.corpora.ladder:LadderWriter",
        "vecalign": "align.formats.corpora.vecalign:VecalignWriter",
    },
    "memories": {
        "tmx": "align.formats.tmx.reader:read_pairs",
        "tei": "align.formats.xml_kinds:read_xml",
        "tei-parts": "align.formats.xml_kinds:read_xml",
        "xces": "align.formats.xml_kinds:read_xml",
        "intertext": "align.formats.xml_kinds:read_xml",
        "xml": "align.formats.xml_kinds:read_xml",
        "xliff": "align.formats.xliff.reader:read_xliff",
        "xliff2": "align.formats.xliff.reader:read_xliff",
        "jsonl": "align.formats.json.reader:read_jsonl",
        "json": "align.formats.json.values:read_values",
        "tsv": "align.formats.tables.tsv_reader:read_tsv",
        "csv": "align.formats.tables.csv_reader:read_csv",
        "xlsx": "align.formats.tables.xlsx_reader:read_xlsx",
        "parquet": "align.formats.tables.parquet_reader:read_parquet",
        "wordfast": "align.formats.tables.wordfast_reader:read_wordfast",
        "moses": "align.formats.corpora.moses_reader:read_moses",
        "vertical": "align.formats.corpora.vertical_reader:read_vertical",
        "ladder": "align.formats.corpora.ladder_reader:read_ladder",
        "vecalign": "align.formats.corpora.vecalign_reader:read_vecalign",
        "po": "align.formats.foreign.po:read_po",
        "html": "align.formats.foreign.html:read_html",
        "docx": "align.formats.foreign.docx:read_docx",
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
    what = "formats that are read" if kind == "memories" else kind
    return UnknownNameError("", f"{name!r} is not one of the {what}", hint)


@cache  # looking through all installed packages takes milliseconds, and every file asks
def _table(kind: str) -> dict[str, str]:
    found = {point.name: point.value for point in entry_points(group=f"align.{kind}")}
    return found | TABLES[kind]


def check(kind: str, name: str) -> None:
    """Raise `UnknownNameError` unless ``name`` is known, without importing the part."""
    if name not in _table(kind):
        raise _unknown(kind, name)
