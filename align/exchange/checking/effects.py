"""What an import does about a finding, tool by tool, and how that is known."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from align.presets import PRESETS

__all__ = [
    "EVERY",
    "OTHERS",
    "WORST_FIRST",
    "Act",
    "Basis",
    "Effect",
    "changes",
    "notes",
    "refuses",
]

Act = Literal[
    "refuses-file",  # not one unit of the file goes in
    "refuses",  # the unit does not go in
    "changes-file",  # every unit of the file goes in changed
    "changes",  # the unit goes in, but not as it stands here
    "notes",  # the unit goes in as it is; worth knowing all the same
]
WORST_FIRST: tuple[Act, ...] = get_args(Act)
Basis = Literal[
    "tried",  # the tool itself was run on such a file
    "documented",  # its makers, or its source code, say so
    "standard",  # TMX or XML says so, and the tool claims to read them
]
EVERY = " ".join(PRESETS)
OTHERS = " ".join(name for name in PRESETS if name != "omegat")


class Effect(NamedTuple):
    """What one tool does, and how that is known."""

    act: Act
    basis: Basis


def refuses(tools: str, basis: Basis = "documented", *, file: bool = False) -> dict[str, Effect]:
    """Return the effect of a refusal for some tools: of the unit, or of its whole file."""
    return _each(tools, Effect("refuses-file" if file else "refuses", basis))


def changes(tools: str, basis: Basis = "documented", *, file: bool = False) -> dict[str, Effect]:
    """Return the effect of a change for some tools: of the unit, or of all in the file."""
    return _each(tools, Effect("changes-file" if file else "changes", basis))


def notes(tools: str = EVERY, basis: Basis = "standard") -> dict[str, Effect]:
    """Return the effect of something that does no harm at the import itself."""
    return _each(tools, Effect("notes", basis))


def _each(tools: str, effect: Effect) -> dict[str, Effect]:
    return dict.fromkeys(tools.split(), effect)
