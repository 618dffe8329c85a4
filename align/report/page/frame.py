"""What every page of ours has: one file, no script, nothing loaded from anywhere."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from lxml import etree

from align.report.page.markup import Element, element

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["framed"]


def framed(title: str, body: Sequence[Element], styles: Sequence[str]) -> bytes:
    """Return a complete HTML document; ``styles`` are style sheets, of which the last prevails."""
    sheets = (files("align.report.page").joinpath(name) for name in styles)
    style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    page = element("html", _head(title, style), element("body", *body), lang="en", dir="ltr")
    return etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>") + b"\n"


def _head(title: str, style: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", style),
    )


def _policy(style: str) -> str:
    """Return the policy that allows this one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
