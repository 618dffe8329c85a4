"""TMX files with one thing wrong, and what is found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from align.config import Settings
from align.exchange.checking.checking import Checking
from align.exchange.checking.fixing import Fixing

if TYPE_CHECKING:
    from pathlib import Path

    from align.exchange.checking.findings import Finding
    from align.exchange.checking.verdicts import Tally

LINES_BEFORE = 5  # the first unit is in the sixth
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
HEADER = (
    '<header creationtool="other" creationtoolversion="1" segtype="sentence" o-tmf="other" '
    'adminlang="en" srclang="ar-SA" datatype="plaintext"/>'
)
START = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n{DOCTYPE}\n<tmx version="1.4">\n{HEADER}\n<body>\n'
)
END = "</body>\n</tmx>\n"
AR, EN = "ar-SA", "en-US"


def tuv(text: str, lang: str) -> str:
    return f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>'


def tu(source: str = "جسر", target: str = "bridge", props: str = "", **attributes: str) -> str:
    """Return a unit on a line of its own; the attributes ``ar`` and ``en`` are language codes."""
    codes = attributes.pop("ar", AR), attributes.pop("en", EN)
    texts = "".join(map(tuv, (source, target), codes))
    told = "".join(f' {name}="{text}"' for name, text in attributes.items())
    return f"<tu{told}>{props}{texts}</tu>\n"


def whole(*units: str) -> str:
    return START + "".join(units or [tu()]) + END


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def checked(path: Path, cat: str | None = None, **settings: Any) -> tuple[list[Finding], Tally]:
    with Checking(path, Settings(cat=cat, **settings), quality=False) as checking:
        return list(checking.findings()), checking.tally


def ids(path: Path, cat: str | None = None, **settings: Any) -> list[str]:
    return [finding.id for finding in checked(path, cat, **settings)[0]]


def fixed(path: Path, output: Path, cat: str | None = None, **settings: Any) -> Fixing:
    made = Settings(cat=cat, **settings)
    with Checking(path, made, quality=False) as checking:
        assert sum(1 for _ in checking.findings()) >= 0
        fixing = Fixing(checking, output, made)
        assert sum(1 for _ in fixing.fix()) == fixing.written
    return fixing


LONG = "طويل " * 500
BROKEN = whole(  # one thing wrong with almost every unit
    tu("مرحبا", "hello", tuid="a"),
    tu("سلام", "peace", tuid="b", ar="ar", en="en"),
    tu("جسر", "bridge", tuid="c", ar="ar-EG", en="en-GB"),
    tu(LONG, "long", tuid="d"),
    tu("فارغ", "", tuid="e"),
    tu("رقم&#x1F;", "number\x02", tuid="f"),
    tu("مرحبا", "hi there", tuid="g"),
    tu("مرحبا", "hello", tuid="h"),
    tu("نهر", "river", tuid="i", srclang="en-US"),
    tu(" قمر", "moon\u00a0", tuid="j k"),
    tu("شمس", "the\nsun", tuid="a", ar="ar_SA"),
    tu("نجم", "star", tuid="l", props='<prop type="x-auto">1</prop>'),
    tu("ريح", "<bpt i='1'>&lt;b&gt;</bpt>wind<ept i='1'>&lt;/b&gt;</ept>", tuid="m"),
)
