"""The report as a page: its sections, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.page.details import details
from align.report.page.documents import documents, failed, skipped
from align.report.page.findings import findings
from align.report.page.frame import framed
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
    made = [make(summary) for make in SECTIONS]
    sections = [part for part in made if part is not None]
    sections.append(provenance(summary, version))
    body = [
        element("a", "Skip to the report", href="#main", class_="skip"),
        _header(summary, sections),
        element("main", overview(summary), *sections, id="main"),
        element("footer", element("p", f"align {version}")),
    ]
    return framed(TITLE, body, STYLES)


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
