"""Reports of a few outcomes built by hand, and the page of one, read back by an HTML parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from align.checks.catalogue import flag
from align.config import Settings
from align.report import Report
from tests.report.outcomes import (
    Pair,
    aligned,
    failed,
    marked,
    monolingual,
    pair,
    with_leftovers,
)

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

    from align.model import Aligned

HOSTILE = "<script>alert(1)</script>\"><img src=x onerror='alert(2)'></style>&lt;b&gt;"
WENT = "I went to the market."
MARKET = [
    pair("ذهبت إلى السوق.", WENT, 0.91, marked("negation", "target", WENT, "went")),
    Pair(
        source=("كان الجو حارًا.",),
        target=("It was hot.", "Very hot."),
        score=0.44,
    ),
    pair("اشتريت تمرًا.", ""),
    pair("", "The end."),
]


def market() -> Aligned:
    return with_leftovers(
        aligned("market.txt", MARKET, notes=("Two wrapped lines were joined.",)),
        foreign=[("fa", "سلام دنیا"), ("fa", "خوبی؟")],
        removed=[("***", "furniture"), ("---", "furniture"), ("\x1f", "illegal-character")],
    )


def full_report() -> Report:
    report = Report(Settings())
    report.add(market())
    report.add(aligned("b.ar.txt+b.en.txt", [pair("نعم.", "Yes.", 1.0)], layout="pair"))
    report.add(monolingual("قصة.txt", "ar", "كان يا ما كان"))
    report.add(failed("scan.txt", "BinaryError", "scan.txt: is not text"))
    report.skip("photo.jpg", "no reader for .jpg")
    return report


def hostile_report() -> Report:
    """Return a report in which every text that comes from outside is markup."""
    report = Report(Settings(props=(("client", HOSTILE),)))
    flags = marked("number", "source", HOSTILE, "<script>"), flag("name", HOSTILE)
    rows = [pair(HOSTILE, HOSTILE, 0.1, *flags), pair(HOSTILE, "")]
    outcome = aligned(f"{HOSTILE}.txt", rows, notes=(HOSTILE,))
    report.add(with_leftovers(outcome, foreign=[('"><b>', HOSTILE)], removed=[(HOSTILE, "repair")]))
    report.add(monolingual(f"m{HOSTILE}.txt", HOSTILE, HOSTILE, encoding=HOSTILE))
    report.add(failed(f"f{HOSTILE}.txt", HOSTILE, HOSTILE))
    report.skip(HOSTILE, HOSTILE)
    return report


def page_of(report: Report, path: Path) -> HtmlElement:
    """Write the page of a report and read it back."""
    report.write_html(path)
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def texts(page: HtmlElement, query: str) -> list[str]:
    """Return the text of whatever is found, white space as single spaces."""
    return [" ".join(found.text_content().split()) for found in page.xpath(query)]
