"""How much memory this process has needed."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["peak_megabytes"]

KIB = 1024


def peak_megabytes() -> int:
    """Return the most memory this process has held; ru_maxrss would tell its parent's too."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource  # not on Windows

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KIB
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
    assert found
    return int(found[1]) // KIB
