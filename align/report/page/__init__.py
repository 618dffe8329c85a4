"""The whole page: one file, no script, nothing loaded from anywhere."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from lxml import etree

from align.report.page.details import details
from align.report.page.documents import documents, failed, skipped
from align.report.page.findings import findings
from align.report.page.leftovers import left_out, unaligned
from align.report.page.markup import Element, element
from align.report.page.overview import overview
from align.report.page.pairs import pairs
from align.report.page.provenance import provenance
from align.report.page.scores import scores
from align.text.names import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.report.summary import Summary

__all__ = ["render"]

TITLE = "Alignment report"
STYLES = ("drawings.css", "report.css")  # the second has the last word, on small screens and paper
SECTIONS = (
    scores,
    documents,
    details,
    failed,
    findings,
    pairs,
    unaligned,
    left_out,
    skipped,
)


def render(summary: Summary, version: str) -> bytes:
    """Return the report as a complete HTML document."""
    sheets = (files("align.report.page").joinpath(name) for name in STYLES)
    style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    page = element("html", _head(style), _body(summary, version), lang="en", dir="ltr")
    return etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>") + b"\n"


def _head(style: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", TITLE),
        element("style", style),
    )


def _policy(style: str) -> str:
    """Return the policy that allows this one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _body(summary: Summary, version: str) -> Element:
    made = [make(summary) for make in SECTIONS]
    sections = [part for part in made if part is not None]
    sections.append(provenance(summary, version))
    return element(
        "body",
        element("a", "Skip to the report", href="#main", class_="skip"),
        _header(summary, sections),
        element("main", overview(summary), *sections, id="main"),
        element("footer", element("p", f"align {version}")),
    )


def _header(summary: Summary, sections: Sequence[Element]) -> Element:
    source, target = map(language_name, summary.settings.langs)
    return element(
        "header",
        element("p", f"{source} and {target}", class_="eyebrow"),
        element("h1", TITLE),
        element("nav", element("ul", *map(_link, sections)), aria_label="Contents"),
    )


def _link(target: Element) -> Element:
    """Return a link to a section, under the words of its heading."""
    link = element("a", target[0].text or "", href=f"#{target.get('id')}")
    return element("li", link)
