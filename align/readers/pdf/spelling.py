"""What spelling tells of a text taken from a page: its direction, and whether to trust it.

Arabic words begin with the article and end with ta marbuta or alef maqsura, never otherwise.
"""

from __future__ import annotations

import re
from collections import Counter

import regex

from align.readers.pdf.glyphs import UNMAPPED

__all__ = ["doubt", "forwards"]

_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}")
_BEGINS = re.compile("[وفبك]?ال..|لل..")
_ENDS = re.compile("..(?:لا[وفبك]?|لل)")  # the same, backwards
_FINAL = "ةى"
_FEW = 40  # letters, of which nothing can be told
_LOST = 0.03  # of the letters may have no meaning
_COMMON = "اليمنوتره"  # the commonest Arabic letters
_COMMON_SHARE = 0.35  # two thirds in any Arabic text
_VOWELS = "aeiouyAEIOUY"
_VOWEL_SHARE = (0.2, 0.6)  # of Latin letters; two fifths in English
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]")
_LATIN = re.compile("[A-Za-z]")
# Letters of a third script beside Arabic ones, as where a ligature is named by a wrong number.
_STRANGE = regex.compile(
    r"(?<=\p{Arabic}\p{M}*)[\p{L}--\p{Arabic}--\p{Latin}--\p{Greek}]"
    r"|[\p{L}--\p{Arabic}--\p{Latin}--\p{Greek}](?=\p{Arabic})",
    regex.V1,
)
FEW_STRANGE = 2  # may be a name, a symbol
MOST_STRANGE = 0.002  # of the letters; lam-alef alone is one in fifty
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def forwards(text: str) -> int:
    """Return how much more the Arabic words of a text look right as they are than backwards.

    >>> forwards("المدرسة إلى المدينة") > 0 > forwards("ةسردملا ىلإ ةنيدملا")
    True
    """
    score = 0
    for word in _WORD.findall(text):
        score += (word[-1] in _FINAL) - (word[0] in _FINAL)
        score += bool(_BEGINS.match(word)) - bool(_ENDS.fullmatch(word[-4:]) and len(word) > 3)  # noqa: PLR2004
    return score


def doubt(text: str) -> str:
    """Say in a few words why the text of a page cannot be trusted; nothing if it can."""
    letters = sum(map(str.isalpha, text))
    lost = text.count(UNMAPPED) + len(_PRIVATE.findall(text))
    if letters + lost < _FEW:
        return ""
    if lost > _LOST * (letters + lost):
        return f"its fonts do not tell what {lost} of {letters + lost} characters are"
    if (strange := len(_STRANGE.findall(text))) > max(FEW_STRANGE, MOST_STRANGE * letters):
        return f"its fonts name letters of another script in {strange} places in Arabic words"
    arabic, latin = _ARABIC.findall(text), _LATIN.findall(text)
    if len(arabic) >= _FEW and _share(arabic, _COMMON) < _COMMON_SHARE:
        return "its letters do not make Arabic words"
    low, high = _VOWEL_SHARE
    if len(latin) >= max(_FEW, letters // 2) and not low <= _share(latin, _VOWELS) <= high:
        return "its letters do not make words"
    return ""


def _share(letters: list[str], common: str) -> float:
    counts = Counter(letters)
    return sum(counts[char] for char in common) / len(letters)
