"""What this program calls itself in the files it writes: one version everywhere."""

from __future__ import annotations

from importlib import metadata

__all__ = ["version"]

PACKAGE = "align"
IN_A_TREE = "0+source"  # a local version (PEP 440) that is older than every release


def version() -> str:
    """Return the installed version, or ``0+source`` in a source tree that is not installed."""
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        return IN_A_TREE
