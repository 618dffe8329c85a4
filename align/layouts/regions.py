"""Where one layout ends and another begins: a path through the forms a paragraph can have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from align.layouts import columns, glossed, inline, paragraphs
from align.layouts.parts import Laid, Part, Tongues
from align.layouts.strangeness import by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.layouts.tables import Table
    from align.model import Layout

__all__ = ["recognise"]

CHANGE = 8.0  # price of a change of form between neighbours: a few odd paragraphs are no region
NEVER = 1000.0  # price of the row of a table as anything else
PURE_HOST = (0.3, 10.0)  # share of guest letters up to which a paragraph is plain; price beyond
PURE_GUEST = (0.08, 20.0)  # the same for strangers in a paragraph of the guest script
FEWEST_LETTERS = 0.1  # share of its letters that the smaller side of a region must have

Misfit = Callable[[Part, Tongues], float]
Region = tuple[str, list[Part]]
Tables = Mapping[int | None, "Table"]


def recognise(
    parts: Sequence[Part],
    tongues: Tongues,
    layout: Layout | None = None,
    tables: Tables = MappingProxyType({}),
) -> list[Laid]:
    """Return the regions of a text, laid out; one region in ``layout`` if that is given.

    ``tables`` are the columns of bilingual tables of the document, by number: their rows are rows.
    """
    if layout is not None:
        return [_lay(layout, parts, tongues, tables)] if parts else []
    regions = _joined(_regions(parts, tongues, tables), tongues)
    return [_lay(form, region, tongues, tables) for form, region in regions]


def _lay(form: str, parts: Sequence[Part], tongues: Tongues, tables: Tables) -> Laid:
    match form:
        case "tabs" | "pipes" | "columns":
            return columns.lay(parts, tongues, tables)
        case "inline":
            return inline.lay(parts, tongues)
        case "glossed":
            return glossed.lay(parts, tongues)
        case "stacked" | "interleaved" | "sections":
            return paragraphs.lay(parts, tongues, form)
        case _:
            return paragraphs.lay(parts, tongues)


def _plain(part: Part, tongues: Tongues) -> float:
    """Return what it costs to read ``part`` as a paragraph in one language."""
    costs = []
    for side in (0, 1):
        pure, price = PURE_HOST if tongues.guest(side) else PURE_GUEST
        costs.append(price * (part.letters[1 - side] / max(1, part.total) - pure))
    return max(0.0, min(costs))


_FORMS: dict[str, Misfit] = {
    "plain": _plain,
    "tabs": partial(columns.misfit, delimiter=columns.TAB),
    "pipes": partial(columns.misfit, delimiter=columns.PIPE),
    "inline": inline.misfit,
    "glossed": glossed.misfit,
}


def _price(form: str, part: Part, tongues: Tongues, tables: Tables) -> float:
    if part.block.table in tables:
        return 0.0 if form == "tabs" else NEVER
    return _FORMS[form](part, tongues)


def _regions(parts: Sequence[Part], tongues: Tongues, tables: Tables) -> list[Region]:
    """Return the runs of paragraphs of one form, on the cheapest path through the forms."""
    path = zip(_path(parts, tongues, tables), parts, strict=True)
    return [
        (form, [part for _, part in run]) for form, run in groupby(path, key=lambda pair: pair[0])
    ]


def _path(parts: Sequence[Part], tongues: Tongues, tables: Tables) -> Iterator[str]:
    """Return the form of each paragraph: what they cost, and each change of form, is least."""
    names = list(_FORMS)
    totals = dict.fromkeys(names, 0.0)
    back: list[dict[str, str]] = []
    for part in parts:
        cheapest = min(names, key=totals.__getitem__)
        came = {
            name: name if totals[name] <= totals[cheapest] + CHANGE else cheapest for name in names
        }
        totals = {
            name: totals[came[name]]
            + CHANGE * (came[name] != name)
            + _price(name, part, tongues, tables)
            for name in names
        }
        back.append(came)
    forms: list[str] = []
    form = min(names, key=totals.__getitem__)
    for came in reversed(back):
        forms.append(form)
        form = came[form]
    return reversed(forms)


def _joined(regions: list[Region], tongues: Tongues) -> list[Region]:
    """Join plain regions in one language only to the region before them, or the one behind."""
    kept: list[Region] = []
    waiting: list[Part] = []
    for form, parts in regions:
        if form == "plain" and len(regions) > 1 and not _bilingual(parts, tongues):
            (kept[-1][1] if kept else waiting).extend(parts)
        elif kept and kept[-1][0] == form:
            kept[-1][1].extend(parts)
        else:
            kept.append((form, waiting + parts))
            waiting = []
    return kept


def _bilingual(parts: Sequence[Part], tongues: Tongues) -> bool:
    """Say whether a region could be a bitext of whole paragraphs by itself."""
    letters = [0, 0]
    for part in parts:
        source, target = by_side(part, tongues)
        letters[target < source] += part.total
    return min(letters) > FEWEST_LETTERS * sum(letters)
