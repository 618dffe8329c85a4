"""The JSON document of ``align score``, written unit by unit: a line each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from align.model import Flag
    from align.reference import Comparison
    from align.scoring import Scored, Scoring
    from align.tally import Tally

__all__ = ["show"]


def show(scoring: Scoring, tally: Tally, comparison: Comparison | None) -> None:
    """Print the units in their order, then the counts of all of them."""
    before = '{"units": ['
    for one in scoring.scored():
        click.echo(before)
        click.echo(_text(_unit(one)), nl=False)
        before = ","
    click.echo("\n]", nl=False)
    compared = comparison.as_json() if comparison is not None else {}
    for name, part in {"summary": _summary(scoring, tally), **compared}.items():
        click.echo(f', "{name}": {_text(part)}', nl=False)
    click.echo("}")


def _summary(scoring: Scoring, tally: Tally) -> dict[str, Any]:
    """Return the counts of all units together, and what their scores go by."""
    return {
        **tally.as_json(),
        "prior": scoring.prior,
        "prior_basis": scoring.basis,
        "files": [{"file": file, "units": units} for file, units in scoring.counts()],
    }


def _text(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False)


def _unit(one: Scored) -> dict[str, Any]:
    return {
        "id": one.unit.id,
        "source": one.unit.source,
        "target": one.unit.target,
        "score": one.unit.score,
        "flags": [_flag(flag) for flag in one.unit.flags],
        "file": one.file,
    }


def _flag(flag: Flag) -> dict[str, Any]:
    about_all = flag.side is None
    return {
        "id": flag.id,
        "severity": flag.severity,
        "message": flag.message,
        "side": flag.side,
        "start": None if about_all else flag.start,
        "end": None if about_all else flag.end,
    }
