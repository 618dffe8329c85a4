"""What each CAT tool wants of a translation memory, as its makers or its source code say.

Read from the documentation of Trados Studio (developers.rws.com, docs.rws.com), Phrase
(support.phrase.com), XTM (xtm-cloud.atlassian.net), Smartling (help.smartling.com) and memoQ
(docs.memoq.com), from the source code of OmegaT and MateCat, and from the Wordfast filter of Okapi,
all in November 2026.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from align.errors import UnknownNameError

__all__ = ["ANY_TOOL", "PRESETS", "REGIONS", "Preset", "preset"]

# The region that stands for a language where a tool wants one and the user names none.
REGIONS = {"ar": "ar-SA", "en": "en-US"}
GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """The wishes of one tool; None is no limit that is known.

    ``locales``: language codes need a region. ``typed_fields``: a prop carries its type in its
    name, ``x-Client:SingleString``. ``context``: the element that holds the neighbouring source
    texts as ``x-context-pre`` and ``x-context-post``. ``longest`` is in characters of one side,
    ``largest`` in bytes of a file. ``one_target``: a source has only one target, so the first is
    written; memories come with the best first. ``mixed_sources``: units may differ in their source
    language.
    """

    name: str
    title: str
    locales: bool = False
    typed_fields: bool = False
    context: Literal["tu", "tuv"] | None = None
    longest: int | None = None
    largest: int | None = None
    one_target: bool = False
    mixed_sources: bool = True

    def codes(self, langs: tuple[str, str]) -> dict[str, str]:
        """Return the codes that the tool wants for languages, of those that have none yet."""
        return {lang: REGIONS[lang] for lang in langs if self.locales and lang in REGIONS}


ANY_TOOL = Preset(name="", title="any tool")
PRESETS = {
    each.name: each
    for each in (
        Preset(name="omegat", title="OmegaT"),
        Preset(
            name="trados",
            title="Trados",
            locales=True,
            typed_fields=True,
            longest=2_000,  # in Language Cloud; Studio has no stated limit
            largest=GIGABYTE,
            mixed_sources=False,
        ),
        Preset(name="memoq", title="memoQ"),
        Preset(name="phrase", title="Phrase", largest=GIGABYTE, one_target=True),
        Preset(
            name="matecat", title="MateCat", locales=True, context="tu", largest=300 * 1024 * 1024
        ),
        Preset(name="smartcat", title="Smartcat"),
        Preset(name="wordfast", title="Wordfast", locales=True),
        Preset(name="xtm", title="XTM", context="tuv"),
        Preset(name="smartling", title="Smartling", locales=True, mixed_sources=False),
    )
}


def preset(name: str) -> Preset:
    """Return the preset of a tool; raises `UnknownNameError` with the nearest known names."""
    if name in PRESETS:
        return PRESETS[name]
    close = get_close_matches(name.lower(), PRESETS, n=1)
    hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(PRESETS))}"
    raise UnknownNameError("", f"{name!r} is not one of the CAT tools", hint)
