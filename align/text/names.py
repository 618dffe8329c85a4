"""What languages are called in English (after ISO 639), as far as texts here may be in them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["language_name", "language_names"]

_NAMES = {
    "acm": "Mesopotamian Arabic", "aeb": "Tunisian Arabic", "afb": "Gulf Arabic",
    "ajp": "South Levantine Arabic", "am": "Amharic", "apc": "Levantine Arabic",
    "apd": "Sudanese Arabic", "ar": "Arabic", "arc": "Aramaic", "ars": "Najdi Arabic",
    "ary": "Moroccan Arabic", "arz": "Egyptian Arabic", "as": "Assamese",
    "az": "Azerbaijani", "azb": "South Azerbaijani", "ba": "Bashkir", "bal": "Baluchi",
    "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan",
    "ckb": "Central Kurdish", "cs": "Czech", "da": "Danish", "de": "German", "dv": "Maldivian",
    "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "glk": "Gilaki", "grc": "Ancient Greek", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "iw": "Hebrew", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "km": "Khmer", "ko": "Korean", "ks": "Kashmiri", "ku": "Kurdish", "ky": "Kyrgyz",
    "lrc": "Northern Luri", "mid": "Mandaic", "mk": "Macedonian", "mn": "Mongolian",
    "mr": "Marathi", "ms": "Malay", "my": "Burmese", "mzn": "Mazanderani", "ne": "Nepali",
    "nl": "Dutch", "no": "Norwegian", "nqo": "N’Ko", "pl": "Polish", "pnb": "Western Punjabi",
    "prs": "Dari", "ps": "Pashto", "pt": "Portuguese", "rhg": "Rohingya", "ro": "Romanian",
    "ru": "Russian", "sa": "Sanskrit", "sd": "Sindhi", "sdh": "Southern Kurdish",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "syr": "Syriac", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai",
    "ti": "Tigrinya", "tr": "Turkish", "tt": "Tatar", "ug": "Uyghur", "uk": "Ukrainian",
    "und": "not recognised", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
    "ydd": "Eastern Yiddish", "yi": "Yiddish", "yue": "Cantonese", "zh": "Chinese",
}  # fmt: skip


def language_names() -> Mapping[str, str]:
    """Return the English names of the languages known here, by code."""
    return MappingProxyType(_NAMES)


def language_name(lang: str) -> str:
    """Return the English name of a language, or its code when the name is not known here.

    >>> language_name("ar-SA"), language_name("tlh")
    ('Arabic', 'tlh')
    """
    return _NAMES.get(lang.partition("-")[0].lower(), lang)
