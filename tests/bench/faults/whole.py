"""Faults that concern a whole side: emptied, cut, doubled, in the wrong language."""

from __future__ import annotations

from tests.bench.faults.cases import ARABIC, ENGLISH, Case, Site, on_a_side, with_side

__all__ = [
    "clause_cut",
    "copied",
    "doubled",
    "emptied",
    "halved",
    "left_untranslated",
    "neighbour_added",
    "other_language",
    "own_language_twice",
    "run_cut",
    "too_long",
]

OTHERS = {
    ARABIC: (
        "این کتاب را هفته گذشته از کتابخانه گرفتم و هنوز تمام نکرده‌ام.",
        "ما فردا صبح زود به شهر می‌رویم تا دوستانمان را ببینیم.",
        "گزارش جدید می‌گوید که قیمت نان در سال آینده بالا خواهد رفت.",
        "یہ کتاب میں نے پچھلے ہفتے لائبریری سے لی تھی اور ابھی ختم نہیں ہوئی۔",
        "ہم کل صبح سویرے شہر جائیں گے تاکہ اپنے دوستوں سے مل سکیں۔",
        "Мы поедем в город завтра утром, чтобы встретиться с друзьями.",
    ),
    ENGLISH: (
        "Nous irons en ville demain matin pour retrouver nos amis et acheter du pain.",
        "Le rapport dit que le prix du pain va encore augmenter l'année prochaine.",
        "Mañana por la mañana iremos a la ciudad para ver a nuestros amigos.",
        "Der neue Bericht sagt, dass der Preis für Brot im nächsten Jahr steigen wird.",
        "Yarın sabah arkadaşlarımızı görmek için erkenden şehre gideceğiz.",
        "Domani mattina andremo in città per incontrare i nostri amici.",
    ),
}
FEWEST = 8  # words of a side that is cut
LEFT = 4  # words that stay
LONG = 8  # words of a side from which on twice or half the length says something
CLAUSE_ENDS = (",", "\u060c", ";", "\u061b", ":")


def emptied(site: Site) -> Case:
    """Leave nothing on one side, or nothing that can be seen."""
    nothing = site.rng.choice(("", " ", "\u00a0", "\u200f"))
    return _on_either(site, nothing)


def copied(site: Site) -> Case:
    """Put the text of one side on both."""
    side = site.rng.choice((ARABIC, ENGLISH))
    return Case(site.pair, with_side(site.pair, side, site.pair[1 - side]))


def other_language(site: Site) -> Case:
    """Put a sentence of a third language on one side."""
    side = site.rng.choice((ARABIC, ENGLISH))
    return Case(site.pair, with_side(site.pair, side, site.rng.choice(OTHERS[side])))


def own_language_twice(site: Site) -> Case:
    """Put the neighbour's text of the other language on one side."""
    side = site.rng.choice((ARABIC, ENGLISH))
    return Case(site.pair, with_side(site.pair, side, site.following[1 - side]))


def run_cut(site: Site) -> Case | None:
    """Cut 30 to 50 % of the words of one side, in one run."""

    def cut(text: str) -> str | None:
        words = text.split()
        share = site.rng.uniform(0.3, 0.5)
        count = round(len(words) * share)
        if len(words) < FEWEST or len(words) - count < LEFT:
            return None
        start = site.rng.randint(0, len(words) - count)
        return " ".join(words[:start] + words[start + count :])

    return on_a_side(site, cut)


def clause_cut(site: Site) -> Case | None:
    """Cut what stands before or behind a comma, if that is between a fifth and a half."""

    def cut(text: str) -> str | None:
        words = text.split()
        least, most = max(LEFT, len(words) // 5), len(words) // 2
        ends = [at + 1 for at, word in enumerate(words) if word.endswith(CLAUSE_ENDS)]
        parts = [words[at:] for at in ends if least <= at <= most]
        parts += [words[:at] for at in ends if least <= len(words) - at <= most]
        return " ".join(site.rng.choice(parts)) if parts else None

    return on_a_side(site, cut)


def doubled(site: Site) -> Case | None:
    """Say one side twice."""
    return on_a_side(site, lambda text: f"{text} {text}" if len(text.split()) >= LONG else None)


def halved(site: Site) -> Case | None:
    """Keep the first half of one side."""

    def halve(text: str) -> str | None:
        words = text.split()
        return " ".join(words[: len(words) // 2]) if len(words) >= LONG else None

    return on_a_side(site, halve)


def neighbour_added(site: Site) -> Case | None:
    """Add the neighbour's text to one side."""
    side = site.rng.choice((ARABIC, ENGLISH))
    added = f"{site.pair[side]} {site.following[side]}"
    if len(site.following[side].split()) < LEFT:
        return None
    return Case(site.pair, with_side(site.pair, side, added))


def left_untranslated(site: Site) -> Case | None:
    """Leave the middle of one side in the language of the other."""
    side = site.rng.choice((ARABIC, ENGLISH))
    ours, theirs = site.pair[side].split(), site.pair[1 - side].split()
    if min(len(ours), len(theirs)) < FEWEST:
        return None
    count = site.rng.randint(3, 6)
    at = site.rng.randint(1, len(ours) - count) if len(ours) > count else 1
    taken = theirs[len(theirs) // 2 - count // 2 :][:count]
    return Case(
        site.pair, with_side(site.pair, side, " ".join(ours[:at] + taken + ours[at + count :]))
    )


def too_long(site: Site) -> Case:
    """Repeat both sides until they are longer than CAT tools take."""
    times = 2_100 // min(map(len, site.pair)) + 1
    side = site.rng.choice((ARABIC, ENGLISH))
    return Case(site.pair, with_side(site.pair, side, " ".join([site.pair[side]] * times)))


def _on_either(site: Site, text: str) -> Case:
    return Case(site.pair, with_side(site.pair, site.rng.choice((ARABIC, ENGLISH)), text))
