"""Sentences that translate nothing: what chance looks like to a memory of a few units.

They speak of everyday things, short and long, and none of one list translates one of the other.
"""

from __future__ import annotations

__all__ = ["strangers"]

_ARABIC = """
أضاع الصبي مفتاح البيت في طريق العودة من المدرسة.
تنمو أشجار الزيتون ببطء، لكنها تعمر مئات السنين.
هل وصل الطرد الذي أرسلته إليك قبل أسبوع؟
ارتفعت أسعار الخضروات في الأسواق بسبب تأخر الأمطار.
افتح النافذة قليلا، فالهواء هنا ثقيل.
تعلمت جدتي الخياطة على يد جارتها وهي في العاشرة من عمرها.
يجب تغيير كلمة المرور كل ثلاثة أشهر.
كان القطار مزدحما، فوقفنا قرب الباب حتى المحطة الأخيرة.
عقد المجلس جلسته الأسبوعية برئاسة نائب الرئيس.
لا أعرف من أين جاءت هذه القطة الصغيرة.
اكتشف الباحثون نوعا جديدا من الفراشات في الجبال الشمالية.
الصبر مفتاح الفرج.
طلب القاضي من الشاهد أن يعيد ما قاله أمام الحاضرين.
يضاف السكر إلى الحليب الساخن ثم يحرك المزيج جيدا.
فاز الفريق الزائر بهدف سجله في الدقيقة الأخيرة من المباراة.
سنؤجل الاجتماع إلى يوم الأحد المقبل.
كتب الشاعر قصيدته الأخيرة وهو على فراش المرض.
يعمل المحرك بالكهرباء ولا يصدر صوتا يذكر.
ما أجمل البحر عند الغروب!
توقفت الحافلة فجأة لأن شجرة سقطت على الطريق.
درست أختي الكيمياء ثم عملت في مصنع للأدوية.
غابت الشمس وراء الغيوم طوال النهار.
يحق للمستأجر أن يفسخ العقد قبل نهايته بشهرين.
أنصحك بقراءة هذا الكتاب قبل السفر.
"""
_ENGLISH = """
The baker opens his shop at five every morning, even on holidays.
Press the red button twice to restart the machine.
Where did you buy those shoes?
Most of the old bridges were built by soldiers who needed to cross the river quickly.
She plays the violin better than anyone in her family.
The museum is closed on Mondays.
A small amount of salt brings out the taste of chocolate.
Scientists believe that the lake was once part of the sea.
He forgot his umbrella on the bus.
The company reported a loss for the second year in a row.
Please keep the receipt in case you want to return the item.
When the snow melts, the valley turns green within a week.
My uncle repairs clocks and never arrives on time.
The committee will publish its findings in the spring.
Children under six travel free when an adult is with them.
What a strange idea!
The patient was told to rest and to drink plenty of water.
They painted the walls white so that the room would look larger.
No one has lived in that house since the fire.
The data are stored on two separate computers.
Bees can remember the faces of the people who feed them.
He signed the letter without reading it.
Turn left after the church and follow the narrow street to the harbour.
The winners will be announced at noon.
"""


def strangers(lang: str) -> list[str]:
    """Return the sentences to set beside the texts of a language: Arabic, else English ones."""
    text = _ARABIC if lang.partition("-")[0].lower() == "ar" else _ENGLISH
    return text.strip().split("\n")
