"""The foot of the page: the settings and the version that made it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from align.report.markup import Element, cell, element, row_heading, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.report.summary import Summary

__all__ = ["provenance"]


def provenance(summary: Summary, version: str) -> Element:
    """Return the settings of the run under the names ``--set`` knows them by."""
    rows = [[row_heading(name), cell(value)] for name, value in _flat(asdict(summary.settings), "")]
    return section(
        "settings",
        "Settings",
        element(
            "p",
            f"Made by align {version}. Settings signature ",
            element("code", summary.signature),
            ": the same version, settings and input give the same bytes.",
        ),
        element(
            "details",
            element("summary", "Every setting"),
            table("Settings of this run", ["Setting", "Value"], rows),
        ),
    )


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
