"""Made web pages in the manner of different sites: our own texts among furniture written for them.

A page is a file in ``sites``; ``{{NAME SIDE FORM FIRST END}}`` stands for paragraphs of one of our
texts in the HTML of such a site. What else is writing has the attribute ``data-text``; all other
text is furniture.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.own import gold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["SITES", "MadePage", "made"]

FOLDER = Path(__file__).parent / "sites"
SITES = tuple(sorted(path.stem for path in FOLDER.glob("*.html")))
PICTURE = "iVBORw0KGgoAAAANSUhEUgAA" * 4000  # base64
TOGETHER = 3  # beads in a paragraph
_TEXT = re.compile(r"\{\{(\S+) (ar|en|both) (\w+) (\d+) (\d+)\}\}")
_MARKED = re.compile(r"<(\w+)[^>]* data-text[^>]*>(.*?)</\1>", re.S)
_NO_TEXT = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.S | re.I)


class MadePage(NamedTuple):
    """The bytes of a page, its real sentences, and the lines of its furniture."""

    data: bytes
    real: list[str]
    furniture: list[str]


def made(name: str) -> MadePage:
    """Return the page of a site."""
    template = (FOLDER / f"{name}.html").read_text("utf-8").replace("{{base64}}", PICTURE)
    page = _TEXT.sub(lambda found: "\n".join(_shown(found)), template)
    real = [text for found in _TEXT.finditer(template) for text in _sentences(found)]
    real += [_plain(text) for _, text in _MARKED.findall(template)]
    rest = _NO_TEXT.sub(" ", _MARKED.sub(" ", _TEXT.sub(" ", template)))
    lines = (_plain(line) for line in re.split("<[^>]*>", rest))
    encoding = "windows-1256" if "windows-1256" in template else "utf-8"
    return MadePage(
        page.encode(encoding, "xmlcharrefreplace"),
        real,
        [line for line in lines if any(map(str.isalpha, line))],
    )


def _plain(text: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", text)).strip()


def _sentences(found: re.Match[str]) -> list[str]:
    return [text for beads in _paragraphs(found) for text in beads]


def _paragraphs(found: re.Match[str]) -> list[list[str]]:
    """Return the sentences of each paragraph; the first of a text is its title, alone."""
    name, side, first = found[1], found[2], int(found[4])
    beads = [(" ".join(source), " ".join(target)) for source, target in gold(name)]
    if side == "both":
        return [[text for text in bead if text] for bead in beads]
    texts = [text for bead in beads if (text := bead[side == "en"])]
    groups = [texts[at : at + TOGETHER] for at in range(1, len(texts), TOGETHER)]
    return [texts[:1], *groups][first : int(found[5])]


def _shown(found: re.Match[str]) -> Iterator[str]:
    form = _FORMS[found[3]]
    for at, sentences in enumerate(_paragraphs(found), int(found[4])):
        texts = [html.escape(text, quote=False) for text in sentences]
        if found[3] == "rows":
            yield "<tr><td>" + "</td><td>".join([*texts, ""][:2]) + "</td></tr>"
        elif at == 0 and found[3] in {"p", "docs"}:
            mark = '<a class="headerlink" href="#x">¶</a>' if found[3] == "docs" else ""
            yield "".join(f"<h1>{text}{mark}</h1>" for text in texts)
        else:
            yield form(" ".join(texts))


_FORMS: dict[str, Callable[[str], str]] = {
    "p": "<p>{}</p>".format,
    "docs": "<p>{}</p>".format,
    "cite": '<p>{}<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p>'.format,
    "br": "{}<br><br>".format,
    "bare": "{}<BR>\n<BR>".format,
    "font": "<P ALIGN=justify><FONT FACE='Traditional Arabic' SIZE=4>{}</FONT>".format,
    "div": '<div class="sc-z9"><span>{}</span></div>'.format,
    "soup": "<div><span style='font-size: large;'>{}</span></div><div><br/></div>".format,
    "rows": "".format,
}
