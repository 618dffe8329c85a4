"""The text of a segment of TMX without its inline codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.markup import local

if TYPE_CHECKING:
    from lxml import etree

    from align.formats.reading import Losses

__all__ = ["text_of"]

HIGHLIGHT = "hi"


def text_of(tuv: etree._Element, line: int, losses: Losses) -> str:
    """Return the text of a ``tuv``; what is dropped of it is counted."""
    seg = None
    for child in tuv:
        name = local(child.tag)
        if name == "seg" and seg is None:
            seg = child
        else:
            losses.add("property", line, f"<{name}> of one side")
    if seg is None:
        return ""
    return _flat(seg, line, losses) if len(seg) else seg.text or ""


def _flat(seg: etree._Element, line: int, losses: Losses) -> str:
    """Return the text around inline codes: of the spaces around one, one is left."""
    text, tail, name = seg.text or "", "", HIGHLIGHT
    for child in seg:
        tail, name = child.tail or "", local(child.tag)
        if name == HIGHLIGHT:
            losses.add("markup", line, "<hi>, its text kept")
            text += _flat(child, line, losses)
        else:
            losses.add("code", line, f"<{name}>", sum(1 for _ in child.iter()))
            if not text or text.endswith(" "):
                tail = tail.removeprefix(" ")
        text += tail
    return text if tail or name == HIGHLIGHT else text.removesuffix(" ")
