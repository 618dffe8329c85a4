"""Documents made of lines, and a small text of our own in both languages."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from align.model import Block, Document, Place, Source, Split

if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS = [
    ("دليل المكتبة الصغيرة", "A guide to the small library"),
    ("تفتح المكتبة أبوابها كل صباح في الساعة التاسعة.", "The library opens at nine each morning."),
    (
        "يمكن لكل قارئ أن يستعير ثلاثة كتب دفعة واحدة.",
        "Every reader may borrow three books at a time.",
    ),
    ("أعد الكتب في موعدها، فغيرك ينتظرها.", "Bring the books back on time: others are waiting."),
    (
        "الحواسيب في الطابق الثاني، وعليها برنامج LibreOffice.",
        "The computers are upstairs and run LibreOffice.",
    ),
    ("لا طعام ولا شراب قرب الرفوف.", "No food or drink near the shelves."),
    (
        "تصدر منظمة اليونسكو (UNESCO) قائمة بالمكتبات كل عام.",
        "UNESCO publishes a list of libraries every year.",
    ),
    (
        "للمزيد اكتبوا إلى info@maktaba.example في أي وقت.",
        "For more, write to info@maktaba.example at any time.",
    ),
]


def document(lines: list[str], separator: str = "\n") -> Document:
    """Return a document with one block a line."""
    blocks, at = [], 0
    for number, line in enumerate(lines, 1):
        place = Place(line=number, start=at, length=len(line))
        blocks.append(Block(id=f"b{number}", kind="paragraph", text=line, place=place))
        at += len(line) + len(separator)
    source = Source(path="text.txt", format=".txt", encoding="utf-8", sha256="")
    return Document(id="text", source=source, text=separator.join(lines), blocks=tuple(blocks))


def sides(split: Split) -> tuple[list[str], list[str]]:
    """Return the texts of both sides, bitext after bitext."""
    source = [block.text for bitext in split.bitexts for block in bitext.source.blocks]
    return source, [block.text for bitext in split.bitexts for block in bitext.target.blocks]


def layouts(split: Split) -> list[str]:
    """Return the names of the layouts."""
    return [bitext.layout for bitext in split.bitexts]


def letters(texts: list[str]) -> Counter[str]:
    """Count the letters of texts."""
    return Counter(char for text in texts for char in text if char.isalpha())


def seconds(found: Callable[[], Split]) -> tuple[Split, float]:
    """Return a split and the seconds of processor time it took."""
    before = time.process_time()
    return found(), time.process_time() - before
