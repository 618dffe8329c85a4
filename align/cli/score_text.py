"""What ``align score`` prints for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from align.checks.catalogue import FLAGS
from align.cli.progress import one_line

if TYPE_CHECKING:
    from align.model import Flag
    from align.reference import Comparison
    from align.scoring import Scored, Scoring
    from align.tally import Tally

__all__ = ["show"]

WIDTH = 20  # of the first column
BASES = {
    "given": "as given",
    "estimated": "estimated from these units",
    "default": "as usual: too few units to estimate it",
}
METRICS = {"bleu": "BLEU", "chrf": "chrF2++", "ter": "TER"}


def show(scoring: Scoring, tally: Tally, comparison: Comparison | None) -> None:
    """Print the counts, the findings by kind, the comparison, and the lowest units."""
    _show_counts(scoring, tally)
    _show_findings(tally)
    if comparison is not None:
        _show_comparison(comparison.as_json())
    worst = tally.worst()
    if worst:
        click.echo(f"\nlowest scores ({len(worst)} of {tally.units})")
    for one in worst:
        _show_unit(one, several_files=len(scoring.counts()) > 1)


def _row(name: str, text: str) -> None:
    click.echo(f"{name.ljust(WIDTH)}  {text}")


def _show_counts(scoring: Scoring, tally: Tally) -> None:
    _row("units", str(tally.units))
    _row("expected precision", f"{tally.expected_precision:.3f} (share of right units)")
    _row("prior", f"{scoring.prior:.3f} ({BASES[scoring.basis]})")
    _row(f"under {tally.min_score:g}", f"{tally.below} ({tally.below / tally.units:.1%})")
    tenths = (f"{place / 10:.1f}: {count}" for place, count in enumerate(tally.tenths))
    _row("scores from", "  ".join(tenths))


def _show_findings(tally: Tally) -> None:
    kinds = tally.kinds()
    click.echo("\nfindings" if kinds else "\nno findings")
    for name, severity, count in kinds:
        _row(name, f"{severity.ljust(7)}  {count:6}  {FLAGS[name].says}")


def _show_comparison(compared: dict[str, Any]) -> None:
    figures, pairs = compared["sacrebleu"], compared["pairs"]
    click.echo("\nagainst the reference")
    for name, title in METRICS.items():
        if figures[name] is not None:
            _row(title, f"{figures[name]['score']:.2f}  {figures[name]['signature']}")
    missing, several = figures["without_reference"], figures["several_references"]
    _row(
        "units compared", f"{figures['segments']}; the source of {missing} is not in the reference"
    )
    if several:
        _row("", f"of {several} it has several targets: the first was taken")
    rates = (f"{name} {pairs[name]:.3f}" for name in ("precision", "recall", "f1"))
    _row("same pairs", f"{'  '.join(rates)} ({pairs['right']} of {pairs['units']} units)")


def _show_unit(one: Scored, *, several_files: bool) -> None:
    unit = one.unit
    place = f"  {one.file}" if several_files else ""
    click.echo(one_line(f"{unit.score:.4f}  {unit.id}{place}"))
    click.echo(one_line(f"  {unit.source_lang}  {unit.source}"))
    click.echo(one_line(f"  {unit.target_lang}  {unit.target}"))
    for flag in unit.flags:
        click.echo(one_line(f"  {_reason(flag)}"))


def _reason(flag: Flag) -> str:
    side = f" ({flag.side})" if flag.side else ""
    return f"{flag.severity} {flag.id}{side}: {flag.message}"
