"""Every flag there is: its id, which never changes, how bad it is, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.model import Flag

if TYPE_CHECKING:
    from align.model import Severity, SideName

__all__ = ["FLAGS", "FlagKind", "flag"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagKind:
    """A kind of finding: how bad it is, and what is wrong in a unit that has it."""

    severity: Severity
    says: str


def _kinds(severity: Severity, **says: str) -> dict[str, FlagKind]:
    return {
        name.replace("_", "-"): FlagKind(severity=severity, says=text)
        for name, text in says.items()
    }


FLAGS: dict[str, FlagKind] = {
    **_kinds(
        "error",
        empty="a side holds no text",
        identical="both sides are the same text",
        wrong_language="a side is not in its language",
        forbidden_character="a character that XML forbids, or that stands for a lost one",
        mojibake="text decoded with the wrong encoding",
        number="a number is missing or changed, by value",
        date="a date or time is missing or changed, in whatever calendar",
        address="a web or e-mail address is missing or changed",
        placeholder="a placeholder such as {name} or %s is missing or changed",
        tag="a tag or entity such as <b> is missing or changed",
    ),
    **_kinds(
        "warning",
        name="a name is not on the other side",
        negation="one side denies what the other says",
        partial="a clause of one side is not said on the other",
        untranslated="words of one language stand in the text of the other",
        merged="a side also holds what the neighbouring unit says",
        length="one side is far too long or short for the other",
        measure="a unit or currency is missing or changed",
        term="a term in Latin letters or a code is missing or changed",
        glossary="a term is not translated as the glossary has it",
        inconsistent_target="the same source is translated in several ways",
        control_character="an invisible control character",
        presentation_form="Arabic letters in the shapes of old fonts, which match nothing",
        mixed_script="a word mixes letters of several scripts that look alike",
        bracket="a bracket is not paired, or on one side only",
        doubled_word="a word stands twice in a row",
        too_long="a side is longer than CAT tools accept",
    ),
    **_kinds(
        "info",
        inconsistent_source="several sources have the same target",
        duplicate="the same pair as another unit",
        near_duplicate="nearly the same pair as another unit",
        end_punctuation="the sides end with different punctuation",
        quote="quotation marks are not paired, or on one side only",
        foreign_punctuation="punctuation of the other language",
        repeated_punctuation="the same punctuation mark twice",
        spacing="a space too many or too few beside punctuation",
        double_space="several spaces in a row",
        edge_space="spaces at the beginning or end differ",
        bidi_control="an invisible mark of writing direction",
        capital="a sentence begins with a small letter",
    ),
}


def flag(
    name: str, message: str, side: SideName | None = None, start: int = 0, end: int = 0
) -> Flag:
    """Return a flag of the kind ``name``, as severe as that kind is."""
    return Flag(
        id=name, severity=FLAGS[name].severity, message=message, side=side, start=start, end=end
    )
