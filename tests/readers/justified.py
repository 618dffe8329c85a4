"""Arabic justified by LibreOffice, which draws letters out to fill a line."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from tests.readers.rendering import ARABIC_FONT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["justified_odt"]

_PREFIX = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    [
        *(f'xmlns:{name}="{_PREFIX}:{name}:1.0"' for name in ("office", "text", "style")),
        f'xmlns:fo="{_PREFIX}:xsl-fo-compatible:1.0"',
    ]
)
_PARAGRAPH = '<style:paragraph-properties fo:text-align="justify" style:writing-mode="rl-tb"/>'
_FONT = (
    f'<style:text-properties fo:font-family="{ARABIC_FONT}" style:font-size-complex="12pt"'
    f' style:font-family-complex="{ARABIC_FONT}"/>'
)
_PAGE = (
    '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="15cm"'
    ' fo:page-height="21cm" fo:margin="1.6cm"/></style:page-layout>'
)


def justified_odt(paragraphs: Sequence[str], path: Path) -> Path:
    """Write a flat OpenDocument text (.fodt) of Arabic paragraphs, justified in narrow lines."""
    body = "".join(
        f'<text:p text:style-name="P">{html.escape(text)}</text:p>' for text in paragraphs
    )
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        f'<style:style style:name="P" style:family="paragraph">{_PARAGRAPH}{_FONT}</style:style>'
        f"{_PAGE}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="L"/>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>",
        encoding="utf-8",
    )
    return path
