"""What our own rules call a sentence; ``⏎`` stands where a text is cut."""

from __future__ import annotations

import pytest

from align.segmenters.rules import sentences
from tests.segmenters.samples import block

CUT = " ⏎ "
ARABIC = {
    "end marks of both languages end a sentence": "نعم. ⏎ لا! ⏎ أين؟ ⏎ من? ⏎ هنا۔ ⏎ هناك… ⏎ ثم",
    "a run of end marks is one end": "ماذا؟! ⏎ انتهى... ⏎ نعم!!! ⏎ لا",
    "commas, semicolons and colons end nothing": "قال: جاء، ثم مضى؛ فسكت, وانتظر. ⏎ نعم.",
    "closing marks stay in front": 'قال: «انتهى الأمر.» ⏎ (ثم سكت.) ⏎ "عاد!" ⏎ [غاب؟] ⏎ حضر.',
    "guillemets before the full stop stay in front": "قال: «انتهى الأمر». ⏎ ثم سكت.",
    "closing marks stay in front across white space": "قال: « انتهى الأمر. » ⏎ ثم سكت.",
    "a quotation of two sentences is two segments": "قال: «جئنا. ⏎ ولم نجدك». ⏎ ثم مضى.",
    "marks of direction do not hide the end": "انتهى العمل.\u200f ⏎ ثم بدأ.",
    "vowel marks do not make a word an abbreviation": "لَمْ يَنَمْ. ⏎ ثُمَّ قَامَ.",
    "titles go on": "حضر د. سامي وأ.د. منى وم. عمر ود. هدى. ⏎ ثم مضوا.",
    "page and volume go on": "انظر ص. 15 وج. 2 ومج. 4 من ط. 3، تح. عمر. ⏎ ثم ارجع.",
    "years may end a sentence": "مات سنة 505 هـ. ⏎ ودفن في طوس عام 1111 م. ⏎ رحمه الله.",
    "years go on to the other calendar": "ولد سنة 450 هـ. / 1058 م. الموافق 3 آذار. ⏎ ثم مات.",
    "centuries before our era may end a sentence": "بني سنة 300 ق. م. ⏎ ثم هدم سنة 20 ق.م. ⏎ وبقي.",
    "money may end a sentence": "السعر 12.50 د.إ. ⏎ وكان 90 ر.س. ⏎ أمس.",
    "decimals and addresses are whole": "زاد 3.5 في www.example.com أو a.b@example.org. ⏎ نعم.",
    "a full stop behind a number ends the sentence": "كان عددهم 15. ⏎ ثم زادوا ٢٠. ⏎ نعم.",
    "the number of a clause is not a sentence": "1. يدفع المستأجر الأجرة. ⏎ 2. يسلّم المفتاح.",
    "numbers in Arabic digits too": "٣. تسري المدة سنة. ⏎ ٤. تجدد.",
    "the letter of a clause is not a sentence": "أ. يدفع المستأجر الأجرة. ⏎ ثم يوقع.",
    "et cetera goes on with a relative": "اشترى كتبًا إلخ. التي يحبها، وأقلامًا الخ. ⏎ ثم عاد.",
    "Latin names keep titles and initials": "قابل J. R. Hall وMr. Reed في U.S. Steel. ⏎ ثم عاد.",
    "dots in brackets are an omission": "قال [...] ثم مضى (…) وعاد. ⏎ نعم.",
}
ENGLISH = {
    "end marks before a capital end a sentence": "Yes. ⏎ No! ⏎ Where? ⏎ Here… ⏎ There.",
    "titles go on": "Dr. Hall met Mr. and Mrs. Reed, Gen. Cole and Rep. Dunn. ⏎ They sat.",
    "initials go on": "J. R. R. Hale and W.H. Moss wrote to I. M. Penn. ⏎ He answered.",
    "so do I ends a sentence": "She left, and so did I. ⏎ John stayed.",
    "acronyms end one before a usual first word": "The U.S. Senate met in the U.S. ⏎ He left.",
    "firms too": "Acme Inc. Chairman Ann left Acme Inc. ⏎ She sat.",
    "numbers go on": "See No. 5, Fig. 3, Vol. IV, pp. 3-4 and Art. 2. ⏎ The rest is clear.",
    "no without a number is a sentence": "Is it? ⏎ No. ⏎ It is not. ⏎ No. ⏎ I mean it.",
    "days and times go on": "On Jan. 6 at 5 p.m. EST it began. ⏎ It ended at 6 p.m. ⏎ Ann left.",
    "Latin abbreviations go on": "Iron, e.g. Steel, cf. Reed et al. 2001, vs. Tin. ⏎ Done.",
    "et cetera may end a sentence": "He sold pens, etc. and ink, etc. ⏎ Ann left.",
    "decimals and versions are whole": "It costs $3.50 in version 2.1.7. ⏎ It rose 4.5% more.",
    "what is said and who says it are one": "“Why?” she asked. ⏎ “Go!” he cried. ⏎ He left.",
    "a quotation of two sentences is two segments": "He said: “Come in. ⏎ Sit down.” ⏎ She sat.",
    "closing marks stay in front": "(It was late.) ⏎ [It rained.] ⏎ \"Done.\" ⏎ 'So.' ⏎ End.",
    "dots go on with a small letter": "It works... mostly, and … then not... ⏎ We saw.",
    "small letters begin a sentence after a word": "it was great. ⏎ we loved it! ⏎ come back.",
    "but not after an unknown abbreviation": "The mgmt. of the Div. office left. ⏎ Well.",
    "names that begin small begin a sentence": "It broke... ⏎ iPhones do. ⏎ He sells on eBay.",
    "a clause number is not a sentence": "2.3. The Tenant pays. ⏎ (4). The Landlord repairs.",
    "what announces a number may end there": "It is in art. 2. ⏎ Send it back. ⏎ 3. Wait.",
    "numbers inside a paragraph open their item": "Do this: 1. Open it. ⏎ 2. Close it. ⏎ 3. Wait.",
    "references stay with their sentence": "It is known. [3] ⏎ It is new.[4, 5] ⏎ It is.¹ ⏎ Yes.",
    "smileys and emoji stay with their sentence": "Thanks! :) ⏎ Bye. 🎉 ⏎ Well.",
    "wrapped lines are no ends": "The first line\nof a text ends\nhere. ⏎ The second\nbegins.",
    "an Arabic sentence may follow": "He said yes. ⏎ قال نعم. ⏎ Then he left.",
    "possessives are not initials": "It was Tony's. ⏎ Tim left.",
}
OTHERS = {
    "German quotation marks close": ("de", "Er kam. ⏎ „Gut.“ ⏎ Sie ging."),
    "Urdu full stops end": ("ur", "وہ آیا۔ ⏎ پھر گیا۔"),
    "Persian question marks end": ("fa", "کجا رفت؟ ⏎ آمد."),
}


def cut(text: str, lang: str) -> str:
    return CUT.join(segment.text for segment in sentences(block(text), lang))


@pytest.mark.parametrize("text", ARABIC.values(), ids=ARABIC)
def test_arabic(text: str) -> None:
    assert cut(text.replace(CUT, " "), "ar") == text


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english(text: str) -> None:
    assert cut(text.replace(CUT, " "), "en") == text


@pytest.mark.parametrize(("lang", "text"), OTHERS.values(), ids=OTHERS)
def test_other_languages(lang: str, text: str) -> None:
    assert cut(text.replace(CUT, " "), lang) == text


def test_chinese_needs_no_white_space() -> None:
    assert cut("你好。再见！“好。”走", "zh") == "你好。 ⏎ 再见！ ⏎ “好。” ⏎ 走"


def test_a_region_does_not_change_the_rules() -> None:
    text = "حضر د. سامي. ثم مضى."
    assert cut(text, "ar-SA") == cut(text, "ar") == "حضر د. سامي. ⏎ ثم مضى."
    assert cut("Dr. Hall left.", "en-GB") == "Dr. Hall left."
