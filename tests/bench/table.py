"""Figures as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.bootstrap import Interval, difference, interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.evaluate import Counts
    from tests.bench.measuring import Row

__all__ = ["HEADER", "differences", "grid", "kinds", "line", "markdown"]

HEADER = (
    "aligner       set            strict  95 % of samples   lax     omiss.  floor  "
    "sentences/s  peak MB"
)


def strict(row: Row) -> list[Counts]:
    """Return the strict counts of each document."""
    return [result.measures["strict"] for result in row.results]


def line(row: Row, floor: float | None) -> str:
    """Return the row of an aligner on a set; its speed only if nothing ran beside it."""
    wanted = "   -  " if floor is None else f"{floor:.4f}"
    speed = f"{row.speed:11.0f}" if row.alone else f"{'-':>11}"
    bounds = interval(strict(row))
    span = f"{bounds.low:.4f} to {bounds.high:.4f}" if bounds else _too_few(row)
    figures = f"{row.f1():.4f}  {span}  {row.f1('lax'):.4f}  {row.f1('omissions'):.4f}"
    return f"{row.aligner:<13} {row.name:<14} {figures}  {wanted} {speed}  {row.megabytes:7}"


def _too_few(row: Row) -> str:
    count = len(row.results)
    return f"{count} document{'s' * (count != 1)}".ljust(16)


def kinds(row: Row) -> Iterator[str]:
    """Yield a line for each kind of bead, the commonest of the gold first."""
    found = row.result.by_kind.items()
    for kind, counts in sorted(found, key=lambda item: (-item[1].gold, item[0])):
        figures = counts.figures()
        cells = "  ".join(f"{name} {figure:.4f}" for name, figure in figures.items())
        yield f"    {kind:<6} {cells}  gold {counts.gold}  system {counts.system}"


def differences(rows: Sequence[Row], first: str) -> Iterator[str]:
    """Yield, for each other aligner and set, how much better ``first`` is; ~ marks chance."""
    ours = {row.name: row for row in rows if row.aligner == first}
    for row in rows:
        if row.aligner == first or row.name not in ours:
            continue
        found = difference(strict(ours[row.name]), strict(row))
        plain = f"{ours[row.name].f1() - row.f1():+.4f}"
        yield f"{first} over {row.aligner:<13} {row.name:<14} {_signed(found) if found else plain}"


def _signed(found: Interval) -> str:
    mark = "" if found.is_sure else " ~"
    return f"{found.figure:+.4f}  {found.low:+.4f} to {found.high:+.4f}{mark}"


def markdown(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the README's table: a row an aligner, a column a set."""
    sets = list(dict.fromkeys(row.name for row in rows))
    yield f"| strict F1 | {' | '.join(sets)} |"
    yield f"| --- |{' --- |' * len(sets)}"
    for aligner in dict.fromkeys(row.aligner for row in rows):
        cells = {row.name: _cell(row) for row in rows if row.aligner == aligner}
        yield f"| `{aligner}` | {' | '.join(cells.get(name, '') for name in sets)} |"


def _cell(row: Row) -> str:
    bounds = interval(strict(row))
    return f"{row.f1():.3f}" + (f" ({bounds.low:.3f}-{bounds.high:.3f})" if bounds else "")


def grid(rows: Sequence[Row]) -> Iterator[str]:
    """Yield strict F1, a line a set and a column an aligner, and what each loses to the first."""
    labels = list(dict.fromkeys(row.aligner for row in rows))
    width = max(map(len, labels), default=0) + 2
    yield f"{'set':<14}" + "".join(f"{label:>{max(width, 18)}}" for label in labels)
    for name in dict.fromkeys(row.name for row in rows):
        figures = {row.aligner: row.f1() for row in rows if row.name == name}
        cells = [_compared(figures.get(label), figures.get(labels[0])) for label in labels]
        yield f"{name:<14}" + "".join(f"{cell:>{max(width, 18)}}" for cell in cells)


def _compared(figure: float | None, first: float | None) -> str:
    if figure is None:
        return "-"
    return f"{figure:.4f}" + ("" if first is None else f" ({figure - first:+.4f})")
