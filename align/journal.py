"""What a run left behind, so that the next one can tidy up after it and after nobody else.

``run.json`` lists the files of a run: before the work those it may write, afterwards those it did.
So even a run that was killed leaves nothing that the next one would not know.
"""

from __future__ import annotations

import json
import platform
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align import naming, registry
from align.errors import OutputError
from align.files import PARTIAL_SUFFIX, replacing
from align.version import version

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["MANIFEST", "begin", "finish", "own_files"]

MANIFEST = "run.json"
PROGRAM = "align"
REPORT = "report.html"


def own_files(output: Path) -> list[Path]:
    """Return what earlier runs left in the folder ``output``, their manifest among it."""
    names = _listed_names(output)
    return [output / name for name in (*names, MANIFEST)] if names else []


def begin(output: Path, names: Collection[str]) -> None:
    """Make ``output`` ready for the files ``names``, free of an earlier run's own files.

    Only files that the manifest of an earlier run lists, directly in ``output``, are removed.
    Raises `OutputError` when the folder cannot be written, or when one of ``names`` stands there
    all the same: it is somebody else's, perhaps a memory of years.
    """
    own = own_files(output)
    strangers = [name for name in sorted(names) if (output / name).exists()]
    strangers = [name for name in strangers if output / name not in own]
    if strangers:
        fact = "cannot be written (it is there already and no file of an earlier run)"
        raise OutputError(str(output / strangers[0]), fact, "move it, or choose another with -o")
    try:
        output.mkdir(parents=True, exist_ok=True)
        for path in own:
            path.unlink(missing_ok=True)
            _partial(path).unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            str(output), f"cannot be written ({reason})", "choose another with -o"
        ) from error
    _write_manifest(output, names, {})


def finish(output: Path, names: Collection[str], started: float) -> None:
    """Drop unfinished files and list the finished ones, beside what differs from run to run.

    ``started`` is when the run began, in seconds since 1970.
    """
    for name in names:  # what a worker process left that was ended in the middle
        _partial(output / name).unlink(missing_ok=True)
    finished = [name for name in names if (output / name).exists()]
    seconds = round(time.time() - started, 3)
    _write_manifest(output, finished, {"started": started, "seconds": seconds, **_machine()})


def _partial(path: Path) -> Path:
    return path.with_name(path.name + PARTIAL_SUFFIX)


def _listed_names(output: Path) -> list[str]:
    try:
        manifest = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
        program, names = manifest["program"], manifest["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []  # no manifest of ours: nothing is ours to remove
    if program != PROGRAM or not isinstance(names, list):
        return []
    return [name for name in names if isinstance(name, str) and _may_be_ours(name)]


def _may_be_ours(name: str) -> bool:
    """Say whether a run may have written a file: in the folder itself, and no text to align.

    A table or page is a text too, unless it is called as a memory or report of ours is.
    """
    if name in {"", ".", ".."} or set(name) & {"/", "\\", ":", "\0"}:
        return False
    path = Path(name)
    is_text = path.suffix.lower() in registry.names("readers")
    return not is_text or name == REPORT or naming.format_of(path) is not None


def _write_manifest(output: Path, names: Collection[str], facts: dict[str, Any]) -> None:
    manifest = {"program": PROGRAM, **facts, "files": sorted(names)}
    with replacing(output / MANIFEST) as file:
        file.write((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())


def _machine() -> dict[str, Any]:
    facts: dict[str, Any] = {
        "host": platform.node(),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "version": version(),
    }
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return facts
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {**facts, "peak_memory_mb": peak // (1 << 20 if sys.platform == "darwin" else 1 << 10)}
