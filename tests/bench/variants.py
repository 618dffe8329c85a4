"""Harder texts made from real ones: sentences joined, cut again, left out, paraphrased.

Gold sets are mostly faithful, and a model fitted on faithful texts alone fails on free ones. Each
variant changes a text as translators do, in its own measure, and knows the beads that come out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from tests.bench.sets import Text

if TYPE_CHECKING:
    from align.evaluate import Indexes

__all__ = ["MANNERS", "variant"]

# Of the variants of a text, in turn.
MANNERS = ("plain", "prose", "saga", "prose", "saga", "saga")
LONGEST_RUN = 12  # segments left out at once
SHORTEST_PART = 25  # characters of a sentence that a cut leaves
MOST_PARTS = 10  # segments that one may become
_CUT = re.compile(r"(?<=[،؛:,;—–])\s+")
_STOP = re.compile(r"[.!]\s*$")
_WEAK_END = re.compile(r"[،؛:,;—–]$")
COMMA = ("،", ",")
# Said again and again on one side only, as chains of narrators and editors' notes are.
FORMULAE = (
    ("قال المؤلف رحمه الله:", "والله أعلم.", "أخبرنا الشيخ قال:", "وفي رواية أخرى:"),
    ("(see also the notes below)", "And God knows best.", "The author says:", "In another report:"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manner:
    """In what measure a variant departs from its text; chances a word, a bead or a segment."""

    drop: float = 0.0
    replace: float = 0.0
    uneven: bool = False  # some beads are changed twice as much, some not at all
    noisy_sides: tuple[int, ...] = (0, 1)
    join: tuple[float, float] = (0.0, 0.0)  # on which side one segment comes of several
    runs: tuple[int, ...] = (2, 2, 2, 3)  # beads joined
    cut_again: bool = True
    cross: float = 0.0  # chance that a sentence end moves
    omit: float = 0.0
    formula: float = 0.0
    formula_side: int = 0


Parts = tuple[list[str], list[str]]  # the segments of a bead


@dataclass(slots=True)
class _Made:
    """A variant in the making."""

    random: Random
    manner: _Manner
    words: tuple[list[str], list[str]]
    beads: list[Parts] = field(default_factory=list)


def variant(text: Text, name: str, seed: str) -> Text:
    """Return a variant of ``text`` in one of the `MANNERS`, the same for the same seed."""
    random = Random(seed)
    parts: list[Parts] = [
        ([text.source[i] for i in source], [text.target[j] for j in target])
        for source, target in text.gold
    ]
    words = [
        [word for segment in side for word in segment.split()]
        for side in (text.source, text.target)
    ]
    made = _Made(random, _manner(name, random), (words[0], words[1]))
    parts = [_reworded(bead, made) for bead in parts]
    while parts:
        taken = _taken(parts, made)
        del parts[:taken]
    return _numbered(f"{text.name}#{seed}", [_with_formula(bead, made) for bead in made.beads])


def _manner(name: str, random: Random) -> _Manner:
    sides = random.choice([(0,), (1,), (0, 1)])
    cross = random.choice([0.0, 0.02, 0.05])
    formula, formula_side = random.choice([0.0, 0.0, 0.0, 0.1]), random.randrange(2)
    if name == "plain":
        return _Manner(
            drop=random.choice([0.0, 0.0, random.uniform(0, 0.35)]),
            replace=random.choice([0.0, 0.0, random.uniform(0, 0.25)]),
            noisy_sides=sides,
            join=(random.choice([0.0, 0.05, 0.12]), random.choice([0.0, 0.05, 0.12])),
            cut_again=False,
            cross=cross,
            omit=random.choice([0.0, 0.03, 0.08, 0.15]),
            formula=formula,
            formula_side=formula_side,
        )
    join = _JOINS[name][0], random.choice(_JOINS[name][1])
    return _Manner(
        drop=random.uniform(0.1, _MOST[name][0]),
        replace=random.uniform(0.05, _MOST[name][1]),
        uneven=name == "saga",
        noisy_sides=sides,
        join=join if random.random() < 0.75 else join[::-1],
        runs=(2, 2, 3, 3, 4, 5, 6, 7) if name == "saga" else (2, 2, 3, 3, 4, 5, 6),
        cross=cross,
        omit=random.choice([0.0, 0.0, 0.0, 0.05]) if name != "saga" else 0.0,
        formula=formula,
        formula_side=formula_side,
    )


# By manner: how often segments of each side are joined, and the greatest shares of words dropped
# and replaced.
_JOINS = {
    "prose": (0.05, (0.3, 0.5, 0.8)),
    "saga": (0.03, (0.6, 0.8, 0.95)),
}
_MOST = {"prose": (0.4, 0.3), "saga": (0.45, 0.45)}


def _reworded(bead: Parts, made: _Made) -> Parts:
    """Return a bead with words left out and replaced by others of the text."""
    strength = made.random.uniform(0, 2) if made.manner.uneven else 1.0
    sides = [
        [_noisy(segment, side, strength, made) for segment in segments]
        if side in made.manner.noisy_sides
        else segments
        for side, segments in enumerate(bead)
    ]
    return sides[0], sides[1]


def _noisy(segment: str, side: int, strength: float, made: _Made) -> str:
    random = made.random
    drop, replace = made.manner.drop * strength, made.manner.replace * strength
    words = segment.split()
    if len(words) < 4 or not drop + replace:
        return segment
    kept = []
    for word in words:
        chance = random.random()
        if chance >= drop + replace:
            kept.append(word)
        elif chance >= drop:
            kept.append(random.choice(made.words[side]))
    return " ".join(kept) or segment


def _taken(parts: list[Parts], made: _Made) -> int:
    """Make something of the next beads and return how many."""
    manner, random = made.manner, made.random
    if random.random() < manner.omit:
        return _omitted(parts, made)
    if random.random() < max(manner.join):
        one = random.choices([1, 0], weights=manner.join)[0]
        run = parts[: random.choice(manner.runs)]
        if len(run) > 1 and all(all(bead) for bead in run):
            made.beads.append(_joined(run, one, made))
            return len(run)
    if len(parts) > 1 and random.random() < manner.cross and _one_to_one(*parts[:2]):
        made.beads.append(_crossed(parts[0], parts[1], random))
        return 2
    made.beads.append(parts[0])
    return 1


def _one_to_one(*beads: Parts) -> bool:
    return all(len(source) == len(target) == 1 for source, target in beads)


def _crossed(bead: Parts, after: Parts, random: Random) -> Parts:
    """Return one bead of two: on one side the first sentence ends elsewhere."""
    sides = [*bead[0], *after[0]], [*bead[1], *after[1]]
    side = random.randrange(2)
    _shift_end(sides[side], side, random)
    return sides


def _omitted(parts: list[Parts], made: _Made) -> int:
    """Keep one side only of the next beads."""
    run = min(LONGEST_RUN, len(parts), 1 + int(made.random.expovariate(0.6)))
    side = made.random.randrange(2)
    for bead in parts[:run]:
        for segment in bead[side]:
            made.beads.append(([segment], []) if side == 0 else ([], [segment]))
    return run


def _joined(run: list[Parts], one: int, made: _Made) -> Parts:
    """Return one bead of several: side ``one`` in one sentence, now and then in two."""
    random = made.random
    single = [segment for bead in run for segment in bead[one]]
    many = [segment for bead in run for segment in bead[1 - one]]
    if made.manner.cut_again:
        many = _cut_again(many, 1 - one, random)
    if random.random() < 0.7:
        single = [*(_STOP.sub(COMMA[one], part) for part in single[:-1]), single[-1]]
    if one == 1:
        single = [single[0], *(part[:1].lower() + part[1:] for part in single[1:])]
    whole = [" ".join(single)]
    if 2 < len(many) < MOST_PARTS - 1 and random.random() < 0.12:
        cut = random.randrange(1, len(single))
        whole = [" ".join(single[:cut]), " ".join(single[cut:])]
        _shift_end(whole, one, random)
    return (whole, many) if one == 0 else (many, whole)


def _cut_again(segments: list[str], side: int, random: Random) -> list[str]:
    """Return segments in shorter sentences, a cut now and then where no clause ends."""
    found: list[str] = []
    for segment in segments:
        first, *others = _CUT.split(segment)
        found.append(first)
        for part in others:
            if min(len(found[-1]), len(part)) > SHORTEST_PART and random.random() < 0.5:
                found[-1] = _WEAK_END.sub(".", found[-1])
                found.append(part[:1].upper() + part[1:] if side == 1 else part)
            else:
                found[-1] += f" {part}"
    if len(found) > 2 and random.random() < 0.3:
        _shift_end(found, side, random)
    rest = " ".join(found[MOST_PARTS - 1 :])
    return [*found[: MOST_PARTS - 1], *([rest] if rest else [])]


def _shift_end(segments: list[str], side: int, random: Random) -> None:
    """Move a sentence end to where the other side has none: words change over to a neighbour."""
    at = random.randrange(len(segments) - 1)
    first, second = segments[at].split(), segments[at + 1].split()
    if random.random() < 0.5 and len(first) > 8:
        cut = random.randrange(3, len(first) - 3)
        first, second = first[:cut], [*first[cut:], *second]
        first[-1] = f"{_WEAK_END.sub('', first[-1])}."
    elif len(second) > 8:
        cut = random.randrange(3, len(second) - 3)
        first[-1] = _STOP.sub(COMMA[side], first[-1])
        first, second = [*first, *second[:cut]], second[cut:]
        first[-1] = f"{_WEAK_END.sub('', first[-1])}."
    segments[at], segments[at + 1] = " ".join(first), " ".join(second)


def _with_formula(bead: Parts, made: _Made) -> Parts:
    side = made.manner.formula_side
    if not bead[side] or made.random.random() >= made.manner.formula:
        return bead
    formula = made.random.choice(FORMULAE[side])
    changed = [f"{formula} {bead[side][0]}", *bead[side][1:]]
    return (changed, bead[1]) if side == 0 else (bead[0], changed)


def _numbered(name: str, parts: list[Parts]) -> Text:
    sides: tuple[list[str], list[str]] = ([], [])
    beads: list[Indexes] = []
    for bead in parts:
        indexes = []
        for side, segments in zip(sides, bead, strict=True):
            indexes.append(tuple(range(len(side), len(side) + len(segments))))
            side.extend(segments)
        beads.append((indexes[0], indexes[1]))
    return Text(name=name, source=sides[0], target=sides[1], gold=beads)
