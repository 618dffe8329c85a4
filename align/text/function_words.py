"""Function words: the small words that hold sentences of a language together."""

from __future__ import annotations

__all__ = ["FUNCTION_WORDS"]

# Elided words are split at the apostrophe: l'une, d'un, qu'il.
FUNCTION_WORDS = {
    lang: frozenset(words.split())
    for lang, words in {
        "en": "the and of to that with for this are have from it you they by is",
        "ar": "في من على إلى أن إن التي الذي هذا هذه ذلك عن كان كانت لم لا أو ثم",
        "fr": "le la les l un une des de d du à au aux et est sont dans pour par sur avec que qu "
        "qui il elle nous vous ils ne pas plus ce cette mes mon ma son sa ses leur tous fait",
        "es": "el la los las un una de a del al y es en por para con que se su sus lo no más mi "
        "muy está como hay",
        "pt": "o a os as um uma de do da dos das no na nos nas e é ao em por para com que se não "
        "mais seu sua",
        "it": "il lo la i gli le un una di del della dei delle da nel nella sulla a e è per con "
        "che si non più sono ha mi al alla suo sua",
        "de": "der die das den dem des ein eine einen und ist sind nicht mit auf für von zu im am "
        "wir ich sie er es auch nach bei vor wird uns",
        "nl": "de het een van en is zijn niet met op voor te dat die naar wij ik zij aan ook bij "
        "wordt",
        "tr": "ve bir bu için ile da de çok daha ne var yok olarak kadar sonra gibi ben biz değil",
        "id": "yang dan di ke dari ini itu dengan untuk tidak ada akan pada kami saya adalah sudah",
        "ms": "yang dan di ke dari ini itu dengan untuk tidak ada akan pada kami saya adalah sudah",
        # Only such as Arabic does not have.
        "fa": "در از که را به این است برای های ها هر می بايد شد ايران او با یک",
        "ur": "ہے ہیں کے کی کا میں اور سے کو نے پر یہ وہ نہیں تھا ایک",
    }.items()
}
