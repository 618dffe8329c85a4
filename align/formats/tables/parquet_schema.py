"""The columns of a memory as a Parquet file, and the library for them, if it is installed.

They are the keys of our JSON lines (`align.formats.json.writer`), with ``src_`` and ``tgt_`` before
those of a side: ``id type src_lang tgt_lang src_text tgt_text score doc``, then lists ``src_ids
tgt_ids src_lines tgt_lines src_files tgt_files`` with an entry for each segment, and the lists of
structures ``flags`` (``id severity message side start end``) and ``props`` (``name text``). In the
name of a file ``%``, and what is no text, are written as in URLs.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from align.errors import MissingExtraError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["COLUMNS", "arrow", "bead_of_row", "parquet", "row_of_bead", "schema_of"]

INSTALL = 'pip install "pyarrow>=18"'  # not "align[…]": that name is another's on PyPI
SIDES = ("src", "tgt")
TEXTS = ("id", "type", "src_lang", "tgt_lang", "src_text", "tgt_text", "doc")
LISTS = ("src_ids", "tgt_ids", "src_lines", "tgt_lines", "src_files", "tgt_files")
COLUMNS = (*TEXTS[:-1], "score", "doc", *LISTS, "flags", "props")
SIDE_KEYS = ("lang", "text", "ids", "lines", "files")
_QUOTED = re.compile("[%\ud800-\udfff]")


def arrow(path: Path) -> Any:
    """Return the package pyarrow; raises `MissingExtraError` with what to install."""
    return _module("pyarrow", path)


def parquet(path: Path) -> Any:
    """Return what pyarrow has for Parquet; raises `MissingExtraError` with what to install."""
    return _module("pyarrow.parquet", path)


def schema_of(pa: Any) -> Any:
    """Return the columns of a file of ours with their types; ``pa`` is pyarrow."""
    text, number = pa.string(), pa.int64()
    flag = {**dict.fromkeys(("id", "severity", "message", "side"), text)}
    flag |= dict.fromkeys(("start", "end"), number)
    types = dict.fromkeys(TEXTS, text) | {"score": pa.float64()}
    types |= {name: pa.list_(number if name.endswith("lines") else text) for name in LISTS}
    types["flags"] = pa.list_(pa.struct(flag.items()))
    types["props"] = pa.list_(pa.struct({"name": text, "text": text}.items()))
    return pa.schema([(name, types[name]) for name in COLUMNS])


def row_of_bead(bead: dict[str, Any]) -> dict[str, Any]:
    """Return an object of our JSON lines as a row."""
    row = {key: bead[key] for key in ("id", "type", "score", "doc", "flags")}
    row["props"] = [{"name": name, "text": text} for name, text in bead["props"]]
    for side in SIDES:
        row |= {f"{side}_{key}": bead[side][key] for key in SIDE_KEYS}
        row[f"{side}_files"] = [_QUOTED.sub(_escaped, name) for name in row[f"{side}_files"]]
    return row


def bead_of_row(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as an object of our JSON lines."""
    bead = {key: row[key] for key in ("id", "type", "score", "doc", "flags")}
    bead["props"] = [[prop["name"], prop["text"]] for prop in row["props"] or ()]
    for side in SIDES:
        bead[side] = {key: row[f"{side}_{key}"] for key in SIDE_KEYS}
        files = bead[side]["files"] or ()
        bead[side]["files"] = [unquote(name, errors="surrogatepass") for name in files]
    return bead


def _module(name: str, path: Path) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        fact = "the package pyarrow, which knows Parquet, is not installed"
        raise MissingExtraError(str(path), fact, f"{INSTALL}, or take another format") from error


def _escaped(match: re.Match[str]) -> str:
    return quote(match.group(), errors="surrogatepass")
