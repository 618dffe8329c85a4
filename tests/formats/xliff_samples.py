"""XLIFF as others write it, made by hand after the standard and what the tools write."""

from __future__ import annotations

__all__ = ["file2", "file12"]

XLIFF_12 = "urn:oasis:names:tc:xliff:document:1.2"
XLIFF_2 = "urn:oasis:names:tc:xliff:document:2.0"


def file12(body: str, *, langs: str = "", more: str = "", header: str = "") -> str:
    """Return a file of XLIFF 1.2 with units; ``more`` are attributes of its root."""
    langs = langs or 'source-language="ar" target-language="en"'
    return (
        f'<?xml version="1.0"?>\n<xliff xmlns="{XLIFF_12}" version="1.2" {more}>'
        f'<file original="a.docx" datatype="x-docx" {langs}>{header}<body>\n{body}\n'
        "</body></file></xliff>\n"
    )


def file2(body: str, version: str = "2.0", more: str = "") -> str:
    """Return a file of XLIFF 2 with units."""
    return (
        f'<?xml version="1.0"?>\n<xliff xmlns="{XLIFF_2}" version="{version}" srcLang="ar" '
        f'trgLang="en" {more}><file id="f1">\n{body}\n</file></xliff>\n'
    )
