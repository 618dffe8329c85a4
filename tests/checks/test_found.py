"""All checks of a pair together: their order, and their bound."""

from __future__ import annotations

import pytest

from align.checks import MOST, check_ignored, found
from align.errors import UnknownNameError
from align.evidence.pair import Pair, Text


def flags(source: str, target: str, *ignored: str) -> list[str]:
    pair = Pair(source=Text(source, "ar"), target=Text(target, "en"))
    return [flag.id for flag in found(pair, ignored)]


def test_errors_come_before_warnings_and_infos() -> None:
    found = flags("دفع ٢٥ دولارا  ثم عاد إلى البيت.", "He paid 36 dollars and then went went home")
    ranks = [
        ("number", "doubled-word", "double-space").index(name)
        for name in found
        if name in {"number", "doubled-word", "double-space"}
    ]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


def test_a_hostile_text_has_a_bounded_number_of_flags() -> None:
    pair = Pair(source=Text("كلمة أخرى", "ar"), target=Text("word (x " * 5_000, "en"))
    kinds = [flag for flag in found(pair) if flag.id == "bracket"]
    assert len(kinds) == MOST
    assert kinds[-1].message.endswith(f"(and {5_000 - MOST} more)")


def test_flags_that_are_not_wanted_are_left_out() -> None:
    assert "doubled-word" in flags("عاد إلى البيت.", "He went went home.")
    assert "doubled-word" not in flags("عاد إلى البيت.", "He went went home.", "doubled-word")


def test_only_flags_that_there_are_can_be_ignored() -> None:
    check_ignored(["number", "too-long"])
    with pytest.raises(UnknownNameError, match="nombre"):
        check_ignored(["nombre"])
