"""Faults in what stands alike on both sides: addresses, placeholders, tags, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.bench.faults.cases import ARABIC, ENGLISH, Case, Pair, Site, with_side

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "address_changed",
    "address_dropped",
    "code_changed",
    "code_dropped",
    "placeholder_changed",
    "placeholder_dropped",
    "tag_dropped",
    "tag_renamed",
]


class Change(NamedTuple):
    """Something that stands alike on both sides, and what it becomes on one of them."""

    right: str
    wrong: str


ADDRESSES = (
    Change("https://library.example.org/books/42", "https://library.example.org/books/24"),
    Change("http://www.city-maps.example/plan", "http://www.city-map.example/plan"),
    Change("www.harvest.example.net/about", "www.harvest.example.com/about"),
    Change("https://example.edu/a/b?id=7&sort=up", "https://example.edu/a/b?id=8&sort=up"),
    Change("booking@hotel.example", "bookings@hotel.example"),
    Change("n.saleh@example.org", "n.salih@example.org"),
)
ADDRESSED = (
    ("للمزيد انظر {x} اليوم.", "For more see {x} today."),
    ("اكتبوا إلينا عبر {x} في أي وقت.", "Write to us through {x} at any time."),
    ("العنوان هو ({x}).", "The address is ({x})."),
    ("التسجيل مفتوح على {x}", "Registration is open at {x}"),
)
PLACEHOLDERS = (
    Change("{customer}", "{customers}"),
    Change("{{total}}", "{{totals}}"),
    Change("${city}", "${town}"),
    Change("%s", "%d"),
    Change("%2$s", "%3$s"),
    Change("%(rows)d", "%(row)d"),
    Change("{0}", "{1}"),
)
HELD = (
    ("مرحبا {x}، لديك رسالة جديدة.", "Hello {x}, you have a new message."),
    ("تعذر فتح {x} الآن.", "Could not open {x} now."),
    ("تم حفظ {x} بنجاح.", "Saved {x} successfully."),
)
TAGS = (
    Change("<b>{w}</b>", "<i>{w}</i>"),
    Change('<a href="/help">{w}</a>', '<span class="help">{w}</span>'),
    Change("<em>{w}</em>", "<em>{w}<em>"),
    Change("{w}<br/>", "{w}<hr/>"),
    Change("{w}&nbsp;", "{w}"),
    Change("<g id=1>{w}</g>", "<g id=1>{w}"),
)
TAGGED = (
    ("زر", "button", "اضغط على {x} للمتابعة.", "Press the {x} to go on."),
    ("الصفحة", "page", "اقرأ {x} كاملة.", "Read the whole {x}."),
)
CODES = (
    Change("Quillpad", "Inkwell"),
    Change("RX-7720", "RX-7270"),
    Change("backup_plan.docx", "backup_plans.xlsx"),
    Change("LanternOS", "BeaconOS"),
    Change("`make clean`", "`make all`"),
    Change("QZX", "QZV"),
    Change("B12f", "B21f"),
)
CODED = (
    ("استعملنا {x} في التجربة كلها.", "We used {x} in the whole experiment."),
    ("لا يعمل الجهاز بدون {x} أبدا.", "The machine never works without {x}."),
    ("راجع {x} قبل البدء.", "Check {x} before you begin."),
)


def address_changed(site: Site) -> Case:
    """Write another address on one side."""
    return _case(site, site.rng.choice(ADDRESSES), site.rng.choice(ADDRESSED))


def address_dropped(site: Site) -> Case:
    """Leave an address out on one side."""
    return _case(site, _without(site.rng.choice(ADDRESSES)), site.rng.choice(ADDRESSED))


def placeholder_changed(site: Site) -> Case:
    """Rename or renumber a placeholder on one side."""
    return _case(site, site.rng.choice(PLACEHOLDERS), site.rng.choice(HELD))


def placeholder_dropped(site: Site) -> Case:
    """Leave a placeholder out on one side."""
    return _case(site, _without(site.rng.choice(PLACEHOLDERS)), site.rng.choice(HELD))


def tag_renamed(site: Site) -> Case:
    """Change or lose one tag on one side."""
    return _tagged(site, site.rng.choice(TAGS))


def tag_dropped(site: Site) -> Case:
    """Leave out all tags on one side."""
    return _tagged(site, site.rng.choice(TAGS)._replace(wrong="{w}"))


def code_changed(site: Site) -> Case:
    """Write another product, code or file name in the Arabic text."""
    return _case(site, site.rng.choice(CODES), site.rng.choice(CODED), (ARABIC,))


def code_dropped(site: Site) -> Case:
    """Leave a code with digits, a file name or a code span out of the Arabic text."""
    codes = [code for code in CODES if not code.right.isalpha()]
    return _case(site, _without(site.rng.choice(codes)), site.rng.choice(CODED), (ARABIC,))


def _without(change: Change) -> Change:
    return change._replace(wrong="")


def _tagged(site: Site, change: Change) -> Case:
    *words, arabic, english = site.rng.choice(TAGGED)
    right, wrong = (
        [
            sentence.format(x=tags.format(w=word))
            for sentence, word in zip((arabic, english), words, strict=True)
        ]
        for tags in change
    )
    return _told(site, right, wrong, (ARABIC, ENGLISH))


def _case(
    site: Site,
    change: Change,
    template: tuple[str, str],
    sides: Sequence[int] = (ARABIC, ENGLISH),
) -> Case:
    right, wrong = ([part.format(x=text) for part in template] for text in change)
    return _told(site, right, wrong, sides)


def _told(site: Site, right: Sequence[str], wrong: Sequence[str], sides: Sequence[int]) -> Case:
    """Add a sentence to both sides, the wrong one on one of them, at the front or behind."""
    is_first = site.rng.random() < 0.5
    side = site.rng.choice(sides)
    good = Pair(*(_joined(t, s, is_first) for t, s in zip(site.pair, right, strict=True)))
    return Case(good, with_side(good, side, _joined(site.pair[side], wrong[side], is_first)))


def _joined(text: str, sentence: str, is_first: bool) -> str:
    return " ".join(f"{sentence} {text}".split() if is_first else f"{text} {sentence}".split())
