"""Faults in names of persons and places, told in sentences added to both sides."""

from __future__ import annotations

from tests.bench.faults.cases import ARABIC, ENGLISH, Case, Pair, Site, with_side

__all__ = ["NAMES", "name_dropped", "name_replaced"]

NAMES = tuple(
    tuple(line.split(" = "))
    for line in """\
ليلى منصور = Layla Mansour
عمر الحسيني = Omar al-Husseini
سلمى درويش = Salma Darwish
يوسف العطار = Youssef al-Attar
نادية بركات = Nadia Barakat
كريم زيدان = Karim Zidan
هالة الشامي = Hala al-Shami
طارق نعمان = Tariq Numan
رانيا قاسم = Rania Qasim
فادي خوري = Fadi Khoury
سمر الجابري = Samar al-Jabri
بلال حداد = Bilal Haddad
منى الطويل = Mona al-Tawil
زياد صباغ = Ziad Sabbagh
هبة مرعي = Hiba Merhi
مروان تلحمي = Marwan Talhami
دينا فرج = Dina Farag
أنور السلمي = Anwar al-Sulami
جمانة رزق = Jumana Rizk
إلياس نصار = Elias Nassar
روبرت ميلر = Robert Miller
سارة جونسون = Sarah Johnson
ديفيد بيكر = David Baker
إيما تومسون = Emma Thompson
توماس وايت = Thomas White
لورا غارسيا = Laura Garcia
بيتر شولتز = Peter Schultz
أنا كوفالسكي = Anna Kowalski
مايكل أندرسون = Michael Anderson
جوليا روسي = Giulia Rossi
هيروشي تاناكا = Hiroshi Tanaka
إيفان بتروف = Ivan Petrov
كلارا نيلسون = Clara Nilsson
دانيال كوهين = Daniel Cohen
ماريا سانتوس = Maria Santos
باتريك أوبراين = Patrick O'Brien
صوفيا مارتن = Sophia Martin
فيكتور هوفمان = Victor Hoffmann
لينا بيرغ = Lena Berg
أوليفر كلارك = Oliver Clark
حلب = Aleppo
طنجة = Tangier
أسوان = Aswan
صفاقس = Sfax
بعلبك = Baalbek
نواكشوط = Nouakchott
المنامة = Manama
إربد = Irbid
وهران = Oran
الموصل = Mosul
برشلونة = Barcelona
فيينا = Vienna
هامبورغ = Hamburg
شيكاغو = Chicago
ليفربول = Liverpool
أوساكا = Osaka
نيروبي = Nairobi
ملبورن = Melbourne
مرسيليا = Marseille
تورونتو = Toronto""".splitlines()
)
PERSONS = 40  # names, the places follow
OF_PERSONS = (
    ("وافق {x} على الاقتراح أمس.", "{x} agreed to the proposal yesterday.", "المدير", "the head"),
    ("شكر الحاضرون {x} في النهاية.", "In the end the audience thanked {x}.", "الجميع", "everyone"),
    ("كتبت الصحيفة عن {x} كثيرا.", "The paper wrote a lot about {x}.", "ذلك", "that"),
    ("التقينا {x} قبل شهر.", "We met {x} a month ago.", "بهم", "them"),
    ("يرى {x} أن الخطة صالحة.", "{x} believes that the plan is sound.", "الفريق", "The team"),
)
OF_PLACES = (
    ("وصلنا إلى {x} مع الفجر.", "We reached {x} at dawn.", "هناك", "the place"),
    ("عاش سنوات طويلة في {x}.", "He lived for many years in {x}.", "المدينة", "the city"),
    ("تقع القرية قرب {x}.", "The village lies near {x}.", "النهر", "the river"),
    (
        "يسافر القطار إلى {x} كل صباح.",
        "The train goes to {x} every morning.",
        "الساحل",
        "the coast",
    ),
)


def name_dropped(site: Site) -> Case:
    """Say who or where only vaguely on one side."""
    return _told(site, dropped=True)


def name_replaced(site: Site) -> Case:
    """Name another person or place on one side."""
    return _told(site, dropped=False)


def _told(site: Site, *, dropped: bool) -> Case:
    at = site.rng.randrange(len(NAMES))
    alike = NAMES[:PERSONS] if at < PERSONS else NAMES[PERSONS:]
    *template, arabic, english = site.rng.choice(OF_PERSONS if at < PERSONS else OF_PLACES)
    other = site.rng.choice([name for name in alike if name != NAMES[at]])
    wrong = (arabic, english) if dropped else other
    right = Pair(
        *(
            f"{text} {part.format(x=name)}"
            for text, part, name in zip(site.pair, template, NAMES[at], strict=True)
        )
    )
    side = site.rng.choice((ARABIC, ENGLISH))
    faulty = f"{site.pair[side]} {template[side].format(x=wrong[side])}"
    return Case(right, with_side(right, side, faulty))
