"""How alike a Latin and an Arabic spelling of a name sound.

Both are spelled out in sounds, written as in the International Phonetic Alphabet as far as two
scripts that keep different things apart allow; consonants count, vowels hardly. Spellings whose
`skeletons` have nothing in common need not be compared at all.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import islice, product

import regex

from align.text.tokens import fold

__all__ = [
    "arabic_sounds",
    "consonants",
    "distance",
    "latin_sounds",
    "likeness",
    "skeletons",
    "weight",
]

_CACHED = 1 << 14  # spellings and pairs that are remembered
_LONGEST = 30  # letters of a name that are looked at

# Letters of scholarly romanisation and of European languages that decompose to something else.
_SPELLED_OUT = str.maketrans(
    {"š": "sh", "ş": "sh", "ž": "zh", "č": "ch", "ğ": "gh", "ġ": "gh", "ḫ": "kh", "ẖ": "kh"}
    | {"ḵ": "kh", "ṯ": "th", "ḏ": "dh", "ð": "dh", "þ": "th", "ß": "ss", "æ": "e", "œ": "e"}
    | {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ǧ": "j", "ǰ": "j", "ẓ": "dh"}
)
_SILENT = regex.compile(r"(?<=[aeiou])h\b|(?<=\w\w)e\b|\A(?:k(?=n)|w(?=r)|p(?=s))")
_SOFT_C = regex.compile(r"c(?=[eiy])")
_SPELLING = regex.compile(r"tch|sch|[sckgtdpz]h|ck|dg|[a-zç]")
_LATIN = {
    "tch": "ʧ",
    "sch": "ʃ",
    "sh": "ʃ",
    "ch": "ʧ",
    "kh": "x",
    "gh": "ɣ",
    "th": "θ",
    "dh": "ð",
} | {"c": "k", "ph": "f", "zh": "ʒ", "ck": "k", "dg": "ʒ", "x": "ks", "j": "ʒ", "o": "u"}
_ARABIC = (
    {"ب": "b", "پ": "p", "ت": "t", "ث": "θ", "ج": "ʒ", "چ": "ʧ", "ح": "h", "خ": "x", "د": "d"}
    | {"ذ": "ð", "ر": "r", "ز": "z", "ژ": "ʒ", "س": "s", "ش": "ʃ", "ص": "s", "ض": "d", "ط": "t"}
    | {"ظ": "ð", "ع": "ʕ", "غ": "ɣ", "ف": "f", "ڤ": "v", "ڥ": "v", "ق": "k", "ك": "k", "گ": "g"}
    | {"ڭ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ا": "a", "ئ": "y"}
    | {"ؤ": "w", "ڨ": "g"}
)
_CARRIER = regex.compile(r"\Aa(?=[wy])")  # an alef that only carries the u or i it begins with
_REPEATED = regex.compile(r"(.)\1+")

# What a sound costs that the other side does not write; 1 where nothing is said.
_LATIN_ALONE = {"a": 0.1, "e": 0.1, "i": 0.1, "u": 0.15, "w": 0.3, "y": 0.2, "h": 0.3, "ɣ": 0.4}
_ARABIC_ALONE = {"a": 0.2, "w": 0.3, "y": 0.25, "h": 0.4, "ʕ": 0.1}
_FAR = 1.0  # what any other sound costs, alone or for another one
# Pairs of sounds that one script writes for the other's, by what the difference costs.
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in {
        0.0: "uw iy ey çs qk",
        0.1: "ae ai ʕa ʕe ʕi ʕu pb vf gɣ gʒ qʧ θt sz ʃʧ wv ðz",
        0.2: "au iw ew ay uy gk θs ðd td bv ʧx kx hx ʒx ʧk ðθ ɣk",
        0.3: "sʃ zʒ ʒʧ ʒy çʃ çk fw",
    }.items()
    for pair in pairs.split()
}
# By Latin sound, what each Arabic one costs in its place.
_COSTS = {
    sound: {sound: 0.0}
    | {b: _NEAR[pair] for pair in _NEAR if sound in pair for b in pair - {sound}}
    for sound in "aeiuwyhpbfvtdθðszçʃʧʒkgqɣxlrmn"
}
_VOWELS = "aeiu"
_WEAK = _VOWELS + "wyhʕ"
_UNSTEADY = frozenset("vɣʒ")  # consonants for which Arabic may write a weak letter or none
_WEIGHTS = dict.fromkeys(_VOWELS, 0.3) | dict.fromkeys("wyhʕ", 0.5)  # others weigh 1

# Groups of sounds that stand for one another: what a skeleton is made of. A sound whose letters
# are read in two ways belongs to two; one without a group is left out.
_GROUPS = dict.fromkeys("pb", "B") | dict.fromkeys("fv", "F") | dict.fromkeys("tdθðsz", "T")
_GROUPS |= dict.fromkeys("kgɣx", "K") | {"ʃ": "T", "l": "L", "r": "R", "m": "M", "n": "N"}
_LATIN_GROUPS = _GROUPS | {"ʧ": "TK", "ç": "TK", "ʒ": "KT", "q": "KT"}
_ARABIC_GROUPS = _GROUPS | {"ʧ": "T", "ʒ": "K"}
_MOST_READINGS = 8
_LEAST = 0.7  # likeness below which no two spellings are of one name
_LONG = 5  # groups in a skeleton from which on one may differ


@lru_cache(_CACHED)
def latin_sounds(name: str) -> str:
    """Return the sounds of a name in Latin script.

    >>> latin_sounds("Khadijah"), latin_sounds("Washington")
    ('xadiʒa', 'waʃingtun')
    """
    spelled = name[:_LONGEST].casefold().translate(_SPELLED_OUT)
    plain = "".join(c for c in unicodedata.normalize("NFKD", spelled) if c.isascii())
    parts = _SPELLING.findall(_SILENT.sub("", _SOFT_C.sub("ç", plain)))
    sounds = (_LATIN.get(part, part) for part in parts)
    return _REPEATED.sub(r"\1", "".join(sounds))


@lru_cache(_CACHED)
def arabic_sounds(word: str) -> str:
    """Return the sounds of a word in Arabic script.

    >>> arabic_sounds("خديجة"), arabic_sounds("تشرشل")
    ('xdyʒa', 'ʧrʃl')
    """
    letters = word[:_LONGEST]
    if letters.endswith(("ة", "ى")):
        letters = letters[:-1] + "ا"
    sounds = "".join(_ARABIC.get(letter, "") for letter in fold(letters))
    return _REPEATED.sub(r"\1", _CARRIER.sub("", sounds.replace("tʃ", "ʧ")))


def skeletons(sounds: str, *, latin: bool) -> set[str]:
    """Return keys of which two spellings of one name have at least one in common.

    A key is the groups of the consonants; of a long one, also without any one of them.

    >>> skeletons("lundun", latin=True) & skeletons(arabic_sounds("لندن"), latin=False)
    {'LNTN'}
    """
    groups = _LATIN_GROUPS if latin else _ARABIC_GROUPS
    choices = [groups[sound] for sound in sounds if sound in groups]
    whole = {"".join(choice) for choice in islice(product(*choices), _MOST_READINGS)}
    keys = {_REPEATED.sub(r"\1", key) for key in whole}
    shorter = {key[:i] + key[i + 1 :] for key in keys if len(key) >= _LONG for i in range(len(key))}
    return keys | shorter


@lru_cache(_CACHED)
def likeness(latin: str, arabic: str) -> float:
    """Return how alike two spellings sound, given as their sounds: 1 the same.

    What is less than 0.7 alike is not told apart and counts as 0.

    >>> likeness(latin_sounds("Baghdad"), arabic_sounds("بغداد"))
    0.9775
    """
    both = (weight(latin) + weight(arabic)) / 2
    most = (1 - _LEAST) * both
    difference = _difference(latin, arabic, most) if both else _FAR
    return round(1 - difference / both, 4) if difference <= most else 0.0


def weight(sounds: str) -> float:
    """Return how much there is to compare: about the number of consonants."""
    return sum(_WEIGHTS.get(sound, 1.0) for sound in sounds)


def consonants(sounds: str) -> str:
    """Return the sounds that neither script leaves out."""
    return "".join(sound for sound in sounds if sound not in _WEAK)


def distance(latin: str, arabic: str) -> float:
    """Return the least that two spellings can differ by, from their `consonants`; at most 1."""
    if _UNSTEADY & {*latin}:
        return 0.0
    if len(latin) != len(arabic):
        return _FAR
    costs = (_COSTS[a].get(b, _FAR) for a, b in zip(latin, arabic, strict=True))
    return min(sum(costs), _FAR)


def _difference(latin: str, arabic: str, most: float) -> float:
    """Return the least cost of turning one spelling into the other (Wagner & Fischer 1974).

    Once it must be more than ``most``, that it is more is all that is found out.
    """
    above = [0.0]
    for sound in arabic:
        above.append(above[-1] + _ARABIC_ALONE.get(sound, _FAR))
    for sound in latin:
        alone, near = _LATIN_ALONE.get(sound, _FAR), _COSTS[sound]
        row = [above[0] + alone]
        for column, other in enumerate(arabic):
            row.append(
                min(
                    above[column] + near.get(other, _FAR),
                    above[column + 1] + alone,
                    row[column] + _ARABIC_ALONE.get(other, _FAR),
                )
            )
        above = row
        if min(above) > most:
            break
    return above[-1]
