"""The modules of the package and their source files."""

from __future__ import annotations

import ast
import pkgutil
from pathlib import Path

import align

__all__ = ["MODULES", "PACKAGE", "ROOT", "path_of", "tree_of"]

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "align"
MODULES = sorted(
    ["align", *(found.name for found in pkgutil.walk_packages(align.__path__, "align."))]
)


def path_of(module: str) -> Path:
    """Return the file of a module."""
    place = ROOT.joinpath(*module.split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def tree_of(module: str) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path_of(module).read_text("utf-8"))
