"""Small bilingual texts, and the files of a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ARABIC = (
    "وصل القطار إلى المحطة قبل الفجر بقليل.",
    "لم ينزل منه إلا رجل واحد يحمل حقيبة صغيرة.",
    "سأل الحارس عن أقرب فندق في المدينة القديمة.",
    "ضحك الحارس.",
    "قال له إن الفندق أُغلق منذ عشرين سنة، وإن صاحبه سافر إلى البحر.",
    "جلس الرجل على المقعد الخشبي وانتظر شروق الشمس.",
)
ENGLISH = (
    "The train reached the station a little before dawn.",
    "Only one man got off, carrying a small suitcase.",
    "He asked the guard for the nearest hotel in the old town.",
    "The guard laughed.",
    "He told him that the hotel had closed twenty years ago and its owner had gone to the sea.",
    "The man sat down on the wooden bench and waited for sunrise.",
)
PAIRS = tuple(zip(ARABIC, ENGLISH, strict=True))
PARAGRAPHS = "\n\n".join(f"{arabic}\n\n{english}" for arabic, english in PAIRS) + "\n"
STACKED = " ".join(ARABIC) + "\n\n" + " ".join(ENGLISH) + "\n"
# Of each sentence the letters of another, so that no length fits: low scores for certain.
LOPSIDED = f"{ARABIC[3]}\n\n{ENGLISH[4]} {ENGLISH[2]}\n\n{ARABIC[4]}\n\n{ENGLISH[3]}\n"
NUMBER_OF_UNITS = len(PAIRS)


def write(path: Path, text: str = PARAGRAPHS) -> Path:
    """Write ``text`` to ``path``, whose folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def write_pair(source: Path, target: Path) -> None:
    """Write the Arabic sentences to one file and the English ones to another."""
    write(source, "\n".join(ARABIC) + "\n")
    write(target, "\n".join(ENGLISH) + "\n")


def report(output: Path) -> Any:
    """Return the report of a run."""
    return json.loads((output / "report.json").read_text(encoding="utf-8"))


def job_ids(output: Path) -> list[str]:
    """Return the ids of a run's jobs, in order."""
    return [job["id"] for job in report(output)["jobs"]]


def skipped(output: Path) -> dict[str, str]:
    """Return what a run left out, and why."""
    return {entry["path"]: entry["reason"] for entry in report(output)["skipped"]}


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def units(path: Path) -> list[tuple[str, str]]:
    """Return the texts of a TMX file's units, in the order they stand in."""
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    found = []
    for unit in tree.iterfind("body/tu"):
        source, target = (seg.text or "" for seg in unit.iterfind("tuv/seg"))
        found.append((source, target))
    return found


def content(folder: Path, *, without: Iterable[str] = ("run.json",)) -> dict[str, bytes]:
    """Return the bytes of every file in ``folder`` but some."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return {path.name: path.read_bytes() for path in files if path.name not in {*without}}
