"""What in a Word document is no writing of it, as the elements around it tell."""

from __future__ import annotations

from align.readers.word.docx_names import is_on
from align.readers.word.docx_styles import CONTENTS, Given

__all__ = ["COVERS", "DELETED", "HIDDEN", "said_by"]

DELETED, HIDDEN, RUBY, PLACEHOLDER = "deleted text", "hidden text", "ruby", "placeholder"
# What is left out whatever is in it, and what is without a label, if its properties say so.
COVERS = {"del": DELETED, "moveFrom": DELETED, "rt": RUBY, "sdt": "", "tr": "", "tc": ""}


def said_by(properties: str, given: Given) -> str:
    """Return what properties of some kind say their element holds; nothing if it is writing."""
    match properties:
        case "sdtPr" if given.get("docPartGallery", "").lower() == CONTENTS:
            return CONTENTS
        case "sdtPr" if is_on(given.get("showingPlcHdr")):
            return PLACEHOLDER
        case "trPr" if "del" in given:
            return DELETED
        case "trPr" if is_on(given.get("hidden")):
            return HIDDEN
        case "tcPr" if "cellDel" in given:
            return DELETED
    return ""
