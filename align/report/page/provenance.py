"""The foot of the page: the settings and the version that made it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from align.report.page.markup import Element, cell, element, row_heading, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.report.summary import Summary

__all__ = ["provenance"]


def provenance(summary: Summary, version: str) -> Element:
    """Return what made the report, and the settings under the names ``--set`` knows them by."""
    settings = [
        [row_heading(name), cell(value)] for name, value in _flat(asdict(summary.settings), "")
    ]
    return section(
        "settings",
        "Settings and versions",
        element("dl", *_made_by(summary, version), class_="versions"),
        element("p", "The same version, settings and input give the same bytes."),
        element(
            "details",
            element("summary", "Every setting"),
            table("Settings of this run", ["Setting", "Value"], settings),
        ),
    )


def _made_by(summary: Summary, version: str) -> list[Element]:
    settings = summary.settings
    own, _, encoder = summary.signature.partition("+")
    named = {
        "Program": f"align {version}",
        "Aligner": settings.aligner,
        "Encoder": encoder or settings.encoder,
        "Segments": settings.segment,
        "Settings signature": own,
    }
    return [
        element("div", element("dt", name), element("dd", element("code", value)))
        for name, value in named.items()
    ]


def _flat(settings: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, _shown(value)


def _shown(value: Any) -> str:
    """Return a value as one would type it."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return (
            ", ".join("=".join(part) if isinstance(part, tuple) else part for part in value) or "–"
        )
    return str(value)
