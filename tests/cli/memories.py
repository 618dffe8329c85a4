"""Memories as other tools write them, and `align score` on them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from align.formats.memories import read_memory
from tests.cli.command import Ran, called
from tests.cli.texts import PAIRS, write

if TYPE_CHECKING:
    from pathlib import Path

LIGHT = ("--encoder", "none")
LANGS = ("ar", "en")
HEAD = (
    '<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" '
    'segtype="sentence" o-tmf="t" adminlang="en" srclang="{}" datatype="plaintext"/><body>\n'
)
TU = (
    '<tu tuid="{id}"><tuv xml:lang="ar"><seg>{ar}</seg></tuv>'
    '<tuv xml:lang="en"><seg>{en}</seg></tuv></tu>\n'
)
TAIL = "</body></tmx>\n"


def tmx(path: Path, pairs: Any = PAIRS, srclang: str = "ar", tail: str = TAIL) -> Path:
    """Write a memory as another tool would."""
    body = (TU.format(id=f"t{n}", ar=ar, en=en) for n, (ar, en) in enumerate(pairs))
    return write(path, HEAD.format(srclang) + "".join(body) + tail)


def tsv(path: Path, pairs: Any = PAIRS) -> Path:
    return write(path, "".join(f"{ar}\t{en}\n" for ar, en in pairs))


def score(*arguments: object) -> Ran:
    return called("score", *arguments, *LIGHT)


def document(*arguments: object, code: int = 0) -> Any:
    ran = score(*arguments, "--json")
    assert ran.code == code, ran.err
    return json.loads(ran.out)


def texts(path: Path) -> list[tuple[str, str]]:
    return [(one.source, one.target) for one in read_memory(path, LANGS, exact=True)]
