"""Files made to do harm, by what they try; those of a single format are with its own tests."""

from __future__ import annotations

import io
import zipfile
from itertools import chain
from typing import TYPE_CHECKING

from tests.readers.samples import SAMPLES, packed
from tests.readers.web_samples import xhtml
from tests.readers.word_files import docx, paragraph, part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["REFUSED", "SURVIVED"]

ARABIC = "وصل المسافرون إلى القرية مساء، ولم يجدوا فيها أحدا."
ENGLISH = "The travellers reached the village at night and found nobody there."
ARTICLE = "".join(f"{text} {text}\n\n" for text in (ARABIC, ENGLISH) * 8)
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINK = 0o120777 << 16  # the attributes of a symbolic link


def text(*pieces: str) -> bytes:
    """Return a text of pieces."""
    return "".join(pieces).encode()


def changed(suffix: str, changes: Mapping[str, str]) -> bytes:
    """Return a sample whose parts with these names are others."""
    with zipfile.ZipFile(io.BytesIO(SAMPLES[suffix]([ARABIC, ENGLISH]))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return packed({**parts, **changes}, first="mimetype")


def sheet(rows: str, **parts: str) -> bytes:
    """Return a workbook of one sheet with these rows."""
    dimension = '<dimension ref="A1:XFD1048576"/>'
    content = f"<worksheet {SHEET}>{dimension}<sheetData>{rows}</sheetData></worksheet>"
    more = {f"xl/{name}.xml": xml for name, xml in parts.items()}
    return changed(".xlsx", {"xl/worksheets/sheet1.xml": content} | more)


def cell(place: str, shown: str) -> str:
    """Return a cell of a workbook with a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t>{shown}</t></is></c>'


def shared_text() -> bytes:
    """Return a workbook that shows one long text in each of many cells."""
    rows = '<row><c t="s"><v>0</v></c></row>' * 20_000
    shown = "The well was dry. " * 1_000
    return sheet(rows, sharedStrings=f"<sst {SHEET}><si><t>{shown}</t></si></sst>")


def one_page_often() -> bytes:
    """Return a book whose spine names one page 50,000 times."""
    with zipfile.ZipFile(io.BytesIO(SAMPLES[".epub"]([ENGLISH]))) as archive:
        spine = archive.read("OEBPS/book.opf").decode()
    spine = spine.replace('<itemref idref="i0"/>', '<itemref idref="i0"/>' * 50_000)
    page = xhtml(f"<p>{ENGLISH}</p>")
    return changed(".epub", {"OEBPS/book.opf": spine, "OEBPS/page0.xhtml": page})


def spans() -> bytes:
    """Return a page whose cells say they take millions of columns and rows."""
    cells = "<td rowspan=9999 colspan=9999>a well</td>" * 50
    return f"<html><body><table>{f'<tr>{cells}</tr>' * 60}</table></body></html>".encode()


def archive(*names: str, attributes: int = 0) -> bytes:
    """Return an archive of texts with these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name in names:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = attributes
            written.writestr(entry, ENGLISH)
    return made.getvalue()


def portable(*objects: str) -> bytes:
    """Return a PDF of objects, the first of them the catalogue; its table of them is missing."""
    written = chain.from_iterable(
        (f"{number} 0 obj", content, "endobj") for number, content in enumerate(objects, 1)
    )
    return "\n".join(["%PDF-1.7", *written, "trailer <</Root 1 0 R>>"]).encode()


def page_in_page() -> bytes:
    """Return a PDF whose pages are in one another, 5,000 deep."""
    kids = (f"<</Type/Pages/Count 1/Kids[{at + 1} 0 R]>>" for at in range(2, 5_000))
    return portable("<</Type/Catalog/Pages 2 0 R>>", *kids, "<</Type/Page/MediaBox[0 0 9 9]>>")


def note_often() -> bytes:
    """Return a Word file that refers to one long footnote 20,000 times."""
    note = f'<w:footnote w:id="1">{paragraph("The well was dry. " * 200)}</w:footnote>'
    references = '<w:r><w:footnoteReference w:id="1"/></w:r>' * 20_000
    return docx(paragraph("The well.", references), {"footnotes": part("footnotes", note)})


# By name: what makes the file, and a word of the message.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "shared.xlsx": (shared_text, "read.max_whole"),
    "elements.html": (lambda: b"<html><body>" + b"<p>a b c</p>" * 120_000, "elements"),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 100_000, "nested"),
    "quote.csv": (lambda: b'"The well,x\n' + b"a,b\n" * 2_000_000, "read.max_cells"),
    "line.csv": (lambda: b"The well,x\n" + b"a" * 100_000_000 + b",b\n", "read.max_block"),
    "nul.csv": (lambda: b"The well,x\na\0b,c\0\n", "NUL"),
    "deep.pdf": (lambda: portable("<</A " * 200_000), "PDF"),
    "pages.pdf": (page_in_page, "no text"),
    "circle.pdf": (
        lambda: portable("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9999/Kids[2 0 R]>>"),
        "circle.pdf",
    ),
    "bin.rtf": (lambda: b"{\\rtf1 {\\pict\\bin99999999999 x}The well.\\par}", "no text"),
    "word.rtf": (lambda: b"{\\rtf1\\" + b"a" * 9_000_000 + b" The well.}", "read.max_block"),
    "link.zip": (lambda: archive("a.txt", attributes=LINK), "without a text"),
    "out.zip": (lambda: archive("../../a.txt"), "without a text"),
    "control.zip": (lambda: archive("a\x1b[31m\nb.txt"), "without a text"),
    "entries.zip": (lambda: archive(*(f"{at}.txt" for at in range(100_001))), "100,001"),
}
SURVIVED: dict[str, Callable[[], bytes]] = {
    "far.xlsx": lambda: sheet(
        f'<row r="1048576">{cell("XFD1048576", ENGLISH)}{cell("A1", ARABIC)}</row>'
    ),
    "beyond.xlsx": lambda: sheet(f'<row r="{"9" * 30}">{cell("ZZZZZZZZZZZZ9", ENGLISH)}</row>'),
    "columns.csv": lambda: (",".join(["well"] * 10_000) + "\n").encode() * 4,
    "spans.html": spans,
    "tags.txt": lambda: text(ARTICLE, "#news, " * 45, "more"),
    "blanks.txt": lambda: text(ARTICLE, f"The travellers reached{' ' * 300_000}it.\n\n" * 3),
    "notes.docx": note_often,
    "spine.epub": one_page_often,
    "picture.rtf": lambda: b"{\\rtf1 {\\pict " + b"89504e47" * 6_250_000 + b"}The well.\\par}",
    "pictures.html": lambda: text(
        f"<html><p>{ENGLISH}<img src='data:x;base64,", "iVBORw0K" * 6_250_000, "'>"
    ),
}
