"""What control words of RTF mean: which groups are text, which words stand for characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.readers.word.flow import Role

__all__ = ["CHARACTERS", "DESTINATIONS", "KEPT", "SILENT", "SYMBOLS"]

# Groups that hold text of their own.
DESTINATIONS: dict[str, tuple[Role, str]] = {
    "footnote": ("note", ""),
    "shptxt": ("box", ""),
    "dptxbxtext": ("box", ""),
    "annotation": ("aside", "comment"),
    **{
        f"{side}{which}": ("aside", f"page {side}")
        for side in ("header", "footer")
        for which in ("", "l", "r", "f")
    },
}
# Groups after \* that hold text all the same, or groups with text.
KEPT = {*DESTINATIONS, "shpinst", "nesttableprops", "do", "shpgrp"}
# Groups that tell how the text looks, repeat it for old programs, or number it.
SILENT = {
    *("colortbl", "info", "pict", "filetbl", "listtable", "revtbl", "rsidtbl", "generator"),
    *("fldinst", "nonshppict", "shprslt", "sp", "objdata", "nonesttables", "datafield"),
    *("listtext", "pntext", "pntxta", "pntxtb", "xe", "tc", "tcn", "rxe", "private", "template"),
    *("themedata", "colorschememapping", "datastore", "latentstyles", "bkmkstart", "bkmkend"),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "atnid", "atnauthor"),
    *("atnref", "atndate", "atnicn", "atrfstart", "atrfend", "atntime", "atnparent"),
}
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "\N{EM DASH}",
    "endash": "\N{EN DASH}",
    "lquote": "\N{LEFT SINGLE QUOTATION MARK}",
    "rquote": "\N{RIGHT SINGLE QUOTATION MARK}",
    "ldblquote": "\N{LEFT DOUBLE QUOTATION MARK}",
    "rdblquote": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "bullet": "\N{BULLET}",
    "emspace": "\N{EM SPACE}",
    "enspace": "\N{EN SPACE}",
    "qmspace": "\N{FOUR-PER-EM SPACE}",
    "zwj": "\N{ZERO WIDTH JOINER}",
    "zwnj": "\N{ZERO WIDTH NON-JOINER}",
    "zwbo": "\N{ZERO WIDTH SPACE}",
    "zwnbo": "\N{WORD JOINER}",
    "ltrmark": "\N{LEFT-TO-RIGHT MARK}",
    "rtlmark": "\N{RIGHT-TO-LEFT MARK}",
}
SYMBOLS = {
    "~": "\N{NO-BREAK SPACE}",
    "-": "\N{SOFT HYPHEN}",
    "_": "\N{NON-BREAKING HYPHEN}",
    "\\": "\\",
    "{": "{",
    "}": "}",
    "\t": "\t",
}
