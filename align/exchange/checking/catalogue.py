"""Every finding of an import there is: its id, which never changes, and what each tool does of it.

What the tools do stands in the documents that `align.presets` names; OmegaT was run as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.exchange.checking.file_kinds import FILE_KINDS
from align.exchange.checking.unit_kinds import UNIT_KINDS

if TYPE_CHECKING:
    from align.exchange.checking.kinds import Kind

__all__ = ["KINDS"]

KINDS: dict[str, Kind] = FILE_KINDS | UNIT_KINDS
