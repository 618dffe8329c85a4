"""What the package and its modules show is exact, and explained."""

from __future__ import annotations

import ast
import importlib
from typing import TYPE_CHECKING

import pytest

import align
from align import model
from tests.architecture.sources import MODULES, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = [name for name in model.__all__ if isinstance(getattr(model, name), type)]
FUNCTIONS = ["align_file", "align_sentences", "read_tmx", "write_tmx"]
EXPORTED = sorted([*RECORDS, "ReadSettings", "Settings", *FUNCTIONS])
NAMED = [name for name in MODULES if name != "align.__main__"]
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public(body: list[ast.stmt], owner: str = "") -> Iterator[tuple[str, Function]]:
    """Yield the public functions and classes of a body, and those of its public classes."""
    for node in body:
        if not isinstance(node, Function):
            continue
        special = node.name.startswith("__") and node.name.endswith("__")
        if node.name.startswith("_") and not special:
            continue
        yield owner + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from public(node.body, f"{owner}{node.name}.")


def test_the_package_exports_just_its_api() -> None:
    assert align.__all__ == EXPORTED


@pytest.mark.parametrize("name", EXPORTED)
def test_every_exported_name_is_there(name: str) -> None:
    found = getattr(align, name)
    assert found.__name__ == name
    assert found.__doc__


def test_a_star_import_brings_just_the_exported_names() -> None:
    names: dict[str, object] = {}
    exec("from align import *", names)
    assert {*names} - {"__builtins__"} == {*EXPORTED}


def test_exported_names_are_offered_for_completion() -> None:
    assert {*EXPORTED} <= {*dir(align)}


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'align' has no attribute 'alignment'"):
        _ = align.alignment


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    docstring = ast.get_docstring(tree_of(module))
    assert docstring
    assert docstring.splitlines()[0][-1] in ".;:"


@pytest.mark.parametrize("module", NAMED)
def test_every_name_a_module_exports_is_there(module: str) -> None:
    found = importlib.import_module(module)
    exported = getattr(found, "__all__", [])
    for name in exported:
        assert hasattr(found, name), name
    assert len(set(exported)) == len(exported)


@pytest.mark.parametrize("module", NAMED)
def test_every_module_with_anything_public_names_it_in_all(module: str) -> None:
    tree = tree_of(module)
    if any(True for _ in public(tree.body)):
        assert hasattr(importlib.import_module(module), "__all__")


@pytest.mark.parametrize("module", MODULES)
def test_every_public_class_and_function_has_a_docstring(module: str) -> None:
    bare = [
        name
        for name, node in public(tree_of(module).body)
        if not ast.get_docstring(node) and not name.rpartition(".")[2].startswith("__")
    ]
    assert bare == []
