"""What no file of the project may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT

TEXT = frozenset(
    {".py", ".md", ".toml", ".srx", ".css", ".html", ".sql", ".txt", ".tsv", ".json", ".yaml"}
)
FOLDERS = ("align", "tests", "corpora", ".github", ".ci")
HERE = Path(__file__)
# Written so that this file does not hold them either.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|HA" r"CK|X" r"XX)\b")
ELSEWHERE = re.compile(r"/wor" r"k/|/ho" r"me/\w|/roo" r"t/")
# Pages that readers of the sources do not have: public specifications are cited instead.
PAGES = re.compile(
    r"\bINTER"
    r"OP\b|\b(ALIGN"
    r"MENT|DESI"
    r"GN|STY"
    r"LE|EVALUA"
    r"TION)\.md\b|\b(DESI"
    r"GN|STY"
    r"LE) section"
)
EXIT = re.compile(r"(?<![\w.])(print|exit|quit)\(|sys\.exit|\bos\._exit|\bos\.abort|SystemExit")
# A worker whose parent was killed ends at once: nobody is left to hand an error to.
MAY_EXIT = [PACKAGE / "runners" / "pool.py", PACKAGE / "readers" / "pdf" / "apart.py"]
LONGEST = 400  # lines; most are far shorter
# Raw bidirectional controls make a source read otherwise than it runs (CVE-2021-42574).
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def files() -> list[Path]:
    inside = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")))
    beside = sorted(path for path in ROOT.iterdir() if path.is_file())
    return [path for path in (*inside, *beside) if path.is_file() and _is_ours(path)]


def _is_ours(path: Path) -> bool:
    generated = {"__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis"} & {*path.parts}
    return not generated and (path.suffix in TEXT or path.parent.name == ".ci")


def found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if pattern.search(line)
    ]


def test_there_are_files_to_look_at() -> None:
    assert len(files()) > 150


def test_nothing_is_left_unfinished() -> None:
    assert found(UNFINISHED, files()) == []


def test_no_file_names_places_outside_the_project() -> None:
    assert found(ELSEWHERE, files()) == []


def test_no_file_names_a_page_that_its_readers_do_not_have() -> None:
    assert found(PAGES, files()) == []


def test_evaluation_data_is_found_by_its_variable() -> None:
    folder = re.compile(r"shar" r"ed\W+data")
    lines = found(folder, [path for path in files() if PACKAGE in path.parents])
    assert lines == []
    tests = [path for path in files() if ROOT / "tests" in path.parents]
    assert [line for line in found(folder, tests) if "EVALUATION_DATA" not in line] == []


def test_no_source_holds_invisible_bidirectional_controls() -> None:
    assert found(BIDI, [path for path in files() if path.suffix == ".py" and path != HERE]) == []


def test_nothing_but_the_command_line_prints_or_exits() -> None:
    sources = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "cli"]
    assert found(EXIT, [path for path in sources if path not in MAY_EXIT]) == []
    assert all("os._exit(" in line for line in found(EXIT, MAY_EXIT))


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_a_module_can_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST
