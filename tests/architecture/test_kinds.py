"""What may be told of a memory is told somewhere, and nothing else is: no kind is there in vain."""

from __future__ import annotations

import ast
from functools import cache

from align.exchange.checking.catalogue import KINDS
from align.formats.reading import LOSSES
from tests.architecture.sources import MODULES, tree_of

CATALOGUES = ("align.exchange.checking.file_kinds", "align.exchange.checking.unit_kinds")


def strings(package: str) -> set[str]:
    """Return every text that stands in the code of a package, its catalogues of kinds aside."""
    modules = [name for name in MODULES if name.startswith(package) and name not in CATALOGUES]
    return {
        node.value
        for name in modules
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@cache
def first_arguments(called: str) -> set[str]:
    """Return the texts that are the first argument where something of this name is called."""
    calls = (node for name in MODULES for node in ast.walk(tree_of(name)))
    return {
        node.args[0].value
        for node in calls
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith(called)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def test_every_loss_is_met_with_by_some_reader() -> None:
    assert {*LOSSES} <= first_arguments("losses.add")


def test_no_reader_counts_a_loss_that_has_no_words() -> None:
    assert first_arguments("losses.add") <= {*LOSSES}


def test_every_finding_of_an_import_is_made_somewhere() -> None:
    assert {*KINDS} <= strings("align.exchange.checking")


def test_no_finding_is_made_that_is_not_in_the_catalogue() -> None:
    assert first_arguments("Hit") <= {*KINDS}
