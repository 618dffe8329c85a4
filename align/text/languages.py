"""Third languages: text that is in neither of the two languages looked for.

Told by script, or, within a script, by a language identifier (py3langid), and only where there
is enough text for it, or a sentence: names, titles and references stay where they are.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.text.function_words import FUNCTION_WORDS
from align.text.scripts import LATIN, language_of, letters_of, main_script, script_of, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from py3langid.langid import LanguageIdentifier

__all__ = ["CANDIDATES", "foreign"]

FEWEST_LETTERS = 40  # of a text that is judged by itself, by its look alone
FEWEST_LETTERS_SENTENCE = 12  # of one that has the ending and function words of a sentence
FEWEST_LETTERS_NEAR = 12  # of a text beside one that was judged foreign
SURE = 0.95  # normalised probability of a text judged by itself
SURE_NEAR = 0.8  # of one that its neighbour or its function words speak for
FEWEST_FUNCTION_WORDS = 2  # different ones, in a sentence that is judged by itself
SENTENCE = 0.25  # share of different function words in it
PURE = 0.7  # share of its letters that the main script of a text must have
PURE_LATIN = 0.9  # the same for Latin, which takes in fewer words of other scripts
FEWEST_STRANGERS = 2  # letters of a third script that make a text foreign
OURS = 0.12  # share of function words beyond which a text is surely in their language
FEWEST_MARKS = 2  # letters or words that Arabic does not have, in a text that is not Arabic

# Widely written languages; more candidates would only make short texts doubtful.
CANDIDATES = {
    "Arab": "ar fa ur ps ku ug",
    LATIN: "en fr es de it pt nl tr id ms sw so ha pl ro sv da no fi cs hu vi sq bs hr az uz ku ca",
    "Cyrl": "ru uk be bg mk sr kk ky mn tg",
}
# Labels of the identifier for varieties of a language.
_VARIETIES = {"arz": "ar", "ary": "ar", "sdh": "ku"}
# Languages whose function words are their own, so that they alone settle the question.
_UNMISTAKABLE = frozenset({"ar", "en"})
_NOT_ARABIC_LETTERS = regex.compile(
    "[\u067c\u067e\u0679\u0681\u0685\u0686\u0688\u0689\u0691\u0693\u0695\u0696\u0698\u069a"
    "\u06a9\u06ab\u06af\u06b5\u06ba\u06bc\u06be\u06c0-\u06c3\u06c6-\u06c8\u06cb-\u06ce\u06d0"
    "\u06d2\u06d5]"
)
_ADDRESS = regex.compile(r"(?<!\S)\S*?(?:://|www\.|@|#)\S*")
_SENTENCE_END = regex.compile(r"[.!?…؟۔][\"'»”’)]*\s*$")
_ELISION = regex.compile("['’]")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\u200c'’-]*")


class Prose(NamedTuple):
    """The running words of a text: no addresses, and, where there is a case, no names."""

    script: str
    words: list[str]

    @property
    def letters(self) -> int:
        """How many characters the words have."""
        return sum(map(len, self.words))


def foreign(texts: Sequence[str], langs: tuple[str, str]) -> list[str | None]:
    """Return, for each text of a document, the language it is in when that is neither of ours."""
    found: list[str | None] = []
    doubtful: list[tuple[int, Prose]] = []
    for index, text in enumerate(texts):
        lang, prose = _judged(text, langs)
        found.append(lang)
        if lang is None and prose is not None and prose.letters >= FEWEST_LETTERS_NEAR:
            doubtful.append((index, prose))
    if any(found):
        for index, prose in doubtful:
            near = {found[at] for at in _neighbours(texts, index, prose.script)} - {None}
            lang = _identified(prose, langs, SURE_NEAR) if near else None
            found[index] = lang if lang in near else None
    return found


def _judged(text: str, langs: tuple[str, str]) -> tuple[str | None, Prose | None]:
    """Return the foreign language of a text; or None and, if the text leaves it open, its words."""
    scripts = (script_of(langs[0]), script_of(langs[1]))
    first, second, others = tally(text, scripts)
    ours = first + second if scripts[0] != scripts[1] else first
    if others > ours and others >= FEWEST_STRANGERS:
        return _in_script(text), None
    script = scripts[int(second > first)]
    pure = PURE_LATIN if script == LATIN else PURE
    if max(first, second) < max(FEWEST_LETTERS_NEAR, pure * (ours + others)):
        return None, None
    prose = _prose(text, script)
    if not _may_be_foreign(prose, langs):
        return None, None
    return _identified_alone(text, prose, langs), prose


def _identified_alone(text: str, prose: Prose, langs: tuple[str, str]) -> str | None:
    """Return the foreign language of a text that has enough letters, or is surely a sentence."""
    if prose.letters >= FEWEST_LETTERS:
        return _identified(prose, langs, SURE)
    spoken = _spoken(text) if prose.letters >= FEWEST_LETTERS_SENTENCE else set()
    lang = _identified(prose, langs, SURE_NEAR) if spoken else None
    return lang if lang in spoken else None


def _in_script(text: str) -> str:
    """Return the language of a text in a script that is neither of ours."""
    script = main_script(text) or ""
    if script in CANDIDATES:
        return _identified(_prose(text, script), None, 0.0) or "und"
    return language_of(script) or "und"


def _prose(text: str, script: str) -> Prose:
    words = [word for word in _WORD.findall(_ADDRESS.sub(" ", text)) if letters_of(word, script)]
    return Prose(script, [word for word in words if word[0] == word[0].lower()])


def _may_be_foreign(prose: Prose, langs: tuple[str, str]) -> bool:
    """Say whether nothing shows at once that the words are in a language of ours."""
    primary = {_primary(lang) for lang in langs}
    for lang in primary & _UNMISTAKABLE:
        hits = sum(word.lower() in FUNCTION_WORDS[lang] for word in prose.words)
        if hits > OURS * len(prose.words):
            return False
    return prose.script != "Arab" or "ar" not in primary or _marks(prose) >= FEWEST_MARKS


def _spoken(text: str) -> set[str]:
    """Return the languages of which a text that ends like a sentence has enough function words."""
    if not _SENTENCE_END.search(text):
        return set()
    words = [part.lower() for word in _WORD.findall(text) for part in _ELISION.split(word)]
    enough = max(FEWEST_FUNCTION_WORDS, SENTENCE * len(words))
    return {
        lang for lang, known in FUNCTION_WORDS.items() if len(known.intersection(words)) >= enough
    }


def _marks(prose: Prose) -> int:
    """Return how many letters and words there are that Arabic does not have."""
    letters = sum(len(_NOT_ARABIC_LETTERS.findall(word)) for word in prose.words)
    return letters + sum(word in FUNCTION_WORDS["fa"] for word in prose.words)


def _identified(prose: Prose, langs: tuple[str, str] | None, sure: float) -> str | None:
    """Return the likeliest language of the words, if it is foreign and likely enough."""
    ours = {_primary(lang) for lang in langs or ()}
    candidates = ours.union(CANDIDATES.get(prose.script, "").split())
    ranks: defaultdict[str, float] = defaultdict(float)
    for label, probability in _identifier().rank(" ".join(prose.words)):
        lang = _VARIETIES.get(label, label)
        if lang in candidates:
            ranks[lang] += probability
    lang = max(ranks, key=ranks.__getitem__)
    return lang if lang not in ours and ranks[lang] >= sure * sum(ranks.values()) else None


def _neighbours(texts: Sequence[str], index: int, script: str) -> list[int]:
    """Return the nearest texts before and behind one that have letters of its script."""
    before = (at for at in range(index - 1, -1, -1) if letters_of(texts[at], script))
    behind = (at for at in range(index + 1, len(texts)) if letters_of(texts[at], script))
    return [at for at in (next(before, None), next(behind, None)) if at is not None]


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()


@cache
def _identifier() -> LanguageIdentifier:
    """Load the identifier once, and only when a text needs it: it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
