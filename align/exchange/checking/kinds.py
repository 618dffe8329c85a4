"""What there is to say of a kind of finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.exchange.checking.effects import notes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.exchange.checking.effects import Effect
    from align.model import Severity

__all__ = ["Kind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of finding: how bad it is, what is wrong, and what ``--fix`` does about it.

    ``effects`` say what the tools do that it concerns. ``fix`` is empty where nothing is done.
    """

    severity: Severity
    says: str
    fix: str = ""
    effects: Mapping[str, Effect] = field(default_factory=notes)
