from __future__ import annotations

import time

import pytest

from align.text.languages import foreign

LANGS = ("ar", "en")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fa", "کتابخانه هر روز صبح ساعت نه باز می‌شود و خوانندگان می‌توانند کتاب بگیرند."),
        ("fa", "دانش آموزان بايد هر روز صبح در مدرسه باشند و درس بخوانند و در خانه بنويسند"),
        ("ur", "لائبریری ہر صبح نو بجے کھلتی ہے اور ہر قاری تین کتابیں لے جا سکتا ہے۔"),
        ("ps", "کتابتون هر سهار په نهو بجو پرانیستل کېږي او هر لوستونکی درې کتابونه اخیستلای شي."),
        (
            "ku",
            "کتێبخانەکە هەموو بەیانییەک کاتژمێر نۆ دەکرێتەوە و هەر خوێنەرێک دەتوانێت سێ کتێب ببات.",
        ),
        (
            "fr",
            "La bibliothèque ouvre chaque matin et chaque lecteur peut prendre trois livres.",
        ),
        (
            "de",
            "Sie öffnet jeden Morgen um neun, und jeder darf bis zu drei davon ausleihen.",
        ),
        (
            "es",
            "La biblioteca abre cada mañana a las nueve y cada lector puede llevarse tres libros.",
        ),
        ("tr", "Kütüphane her sabah saat dokuzda açılır ve her okur üç kitap alabilir."),
        ("ru", "Библиотека открывается каждое утро в девять часов."),
        ("he", "הספרייה נפתחת בכל בוקר בשעה תשע."),
        ("zh", "图书馆每天早上九点开门。"),
    ],
)
def test_a_third_language_is_named(lang: str, text: str) -> None:
    assert foreign([text], LANGS) == [lang]


@pytest.mark.parametrize(
    "text",
    [
        "تفتح المكتبة أبوابها كل صباح، ويحق لكل قارئ أن يستعير ثلاثة كتب في المرة الواحدة.",
        "ذهب الطلاب إلی المدرسة فی الصباح وكانوا یحملون كتبهم الجديدة التی اشتروها من السوق",
        "نزار قباني، محمود درويش، غسان كنفاني، إميل حبيبي، فدوى طوقان، سميح القاسم",
        "زار الوفد شركة پيبسي ومصنع ڤولڤو في كوپنهاگن ثم عاد إلى بيروت مساء الخميس الماضي",
        "The library opens at nine each morning, and every reader may borrow three books.",
        "Brett Cannon, Jürgen Müller, François Lefèbvre, María González, Ngũgĩ wa Thiong'o",
        "@agnostic-apollo @AndreaGriffiths @antfu @anthonyronda @danielroe @eddiejaoude",
        "Müller J, Dupont P. Journal de Médecine Tropicale 2019; 12(3): 45-67.",
        "https://example.org/bibliotheque/ouverture/horaires/chaque-matin",
        "Acetaminophen hydrochloride, ibuprofen, omeprazole, metformin, lisinopril, warfarin",
        "12 – 34 (56)",
        "",
    ],
)
def test_our_own_languages_and_names_are_not_foreign(text: str) -> None:
    assert foreign([text], LANGS) == [None]


def test_a_short_text_is_foreign_only_beside_a_longer_one() -> None:
    long = "La bibliothèque ouvre chaque matin à neuf heures et ferme à dix-huit heures."
    short = "elle est fermée le dimanche"
    assert foreign([short], LANGS) == [None]
    assert foreign([long, short], LANGS) == ["fr", "fr"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Nous sommes rentrés à la maison avant le soir."),
        ("fr", "Bonjour à tous mes chers amis."),
        ("fr", "C'est l'heure d'aller à l'école !"),
        ("es", "Los niños juegan en el jardín."),
        ("de", "Ich weiß nicht, wo er ist."),
        ("it", "Siamo tornati a casa prima di sera."),
        ("nl", "Wij zijn voor de avond naar huis gegaan."),
        ("tr", "Bu kitap çok güzel bir kitap."),
        ("fa", "پیش از شب به خانه برگشتیم."),
        ("ur", "بچے باغ میں کھیل رہے ہیں۔"),
    ],
)
def test_a_short_sentence_is_named_by_its_function_words(lang: str, text: str) -> None:
    assert foreign([text], LANGS) == [lang]


@pytest.mark.parametrize(
    "text",
    [
        "Le livre de la jungle",
        "El amor en los tiempos del cólera",
        "Ministère de la Santé et de la Famille.",
        "See Le Monde, El País and Die Zeit of the same day.",
        "He read Les fleurs du mal on a train.",
        "Do as I do, no more.",
        "De Gaulle met Al Saud in Rome.",
        "Carlos de la Cruz, María de los Ángeles, Leonardo da Vinci.",
        "قال له: كن كما أنت يا صديقي.",
        "وصل ڤيكتور إلى پاريس في المساء.",
    ],
)
def test_short_titles_names_and_sentences_of_ours_stay(text: str) -> None:
    assert foreign([text], LANGS) == [None]


def test_function_words_that_languages_share_do_not_hide_a_third_one() -> None:
    spanish = "La biblioteca de la ciudad abre a las nueve y los lectores se sientan en la sala."
    assert foreign([spanish], ("ar", "fr")) == ["es"]


def test_the_chosen_languages_are_never_foreign() -> None:
    french = "La bibliothèque ouvre chaque matin à neuf heures et ferme à dix-huit heures."
    german = "Die Bücherei öffnet jeden Morgen um neun, und jeder darf drei Bücher ausleihen."
    assert foreign([french, german], ("de", "fr")) == [None, None]


def test_arabic_is_foreign_where_persian_is_chosen() -> None:
    arabic = "تفتح المكتبة أبوابها كل صباح في الساعة التاسعة ويستعير القراء منها ما شاؤوا من الكتب."
    assert foreign([arabic], ("fa", "en")) == ["ar"]


def test_a_word_without_end_takes_no_time() -> None:
    start = time.process_time()
    foreign(["a." * 100_000], LANGS)
    assert time.process_time() - start < 10
