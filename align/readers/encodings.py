"""Which character encoding a file is in, by evidence, cheapest and surest first."""

from __future__ import annotations

import codecs
import re

from align.errors import BinaryError, EncodingError
from align.readers.single_byte import guess_single_byte

__all__ = ["decode", "detect", "everyday_name"]

SAMPLE = 1 << 16  # bytes looked at where the whole file would tell no more
LEAD_IN = SAMPLE // 4  # bytes of it that may stand before the first non-ASCII one
BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Arabic and English text is made of; two bytes of any other text hardly ever land here.
_UTF16_USUAL = re.compile("[\t\n\r -~\u00a0-\u00ff\u0600-\u06ff\u2010-\u201f\u2022-\u2026]")
UTF16_SHARE = 0.9

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
CONTROL_SHARE = 0.02  # random bytes have 0.11, text none or a stray one

_HIGH = re.compile(rb"[\x80-\xff]")
_WINDOWS = re.compile("^cp(?=125)")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# Share of the non-ASCII bytes that form whole UTF-8 sequences. Of 1,500 single-byte Arabic texts
# none reaches it, and only texts of a few letters pass 0.1; a file damaged in one place is near 1.
DAMAGED_UTF8_SHARE = 0.5


def detect(data: bytes, name: str) -> str:
    """Return the name of the encoding of ``data``.

    Raises `BinaryError` for what is not text and `EncodingError` where no encoding is plausible.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    return _utf16(data[:SAMPLE]) or _byte_encoding(data, name)


def decode(data: bytes, encoding: str, name: str) -> str:
    """Return the text of ``data`` without its byte-order mark.

    Raises `EncodingError` that names the first byte the encoding does not allow.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, encoding, name) from error
    except (UnicodeError, LookupError, ValueError) as error:  # a codec that is no text encoding
        raise EncodingError(name, f"cannot be decoded as {encoding} ({error})") from error
    return text.removeprefix("\ufeff")


def everyday_name(codec: str) -> str:
    """Return the name that people call a codec of Python by; Python knows it too.

    >>> everyday_name("cp1256")
    'windows-1256'
    """
    return _WINDOWS.sub("windows-", codec)


def _byte_encoding(data: bytes, name: str) -> str:
    _refuse_binary(data, name)
    damage = _first_error(data)
    if damage is None:
        return "utf-8"
    high = _high_sample(data)
    sequences = sum(map(len, _UTF8_SEQUENCE.findall(high)))
    if sequences > DAMAGED_UTF8_SHARE * len(_HIGH.findall(high)):
        raise _undecodable(data, damage, "utf-8", name)
    encoding = guess_single_byte(high)
    if encoding is None:
        raise EncodingError(
            name,
            "is in an encoding that was not recognised",
            "name it, for example --encoding windows-1256",
        )
    return encoding


def _utf16(sample: bytes) -> str | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
        if len(_UTF16_USUAL.findall(text)) > UTF16_SHARE * len(text):
            return encoding
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    nul = data.find(b"\0")
    if nul >= 0:
        raise BinaryError(name, f"is not text (NUL byte at offset {nul})")
    sample = data[:SAMPLE]
    if len(_CONTROL.findall(sample)) > CONTROL_SHARE * len(sample):
        raise BinaryError(name, "is not text (many control characters)")


def _first_error(data: bytes) -> UnicodeDecodeError | None:
    """Return the first error of UTF-8, decoding piece by piece to keep the memory small."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), SAMPLE):
        try:
            pending = len(decoder.getstate()[0])
            decoder.decode(data[start : start + SAMPLE], final=start + SAMPLE >= len(data))
        except UnicodeDecodeError as error:
            offset = start - pending
            return UnicodeDecodeError(
                "utf-8", data, offset + error.start, offset + error.end, error.reason
            )
    return None


def _high_sample(data: bytes) -> bytes:
    """Return about `SAMPLE` bytes of ``data`` from the first non-ASCII byte on."""
    first = _HIGH.search(data)
    start = max(0, first.start() - LEAD_IN) if first else 0
    return data[start : start + SAMPLE]


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str, name: str) -> EncodingError:
    line = data.count(b"\n", 0, error.start) + 1
    byte = data[error.start]
    return EncodingError(
        name,
        f"is not valid {encoding}: byte {byte:#04x} at offset {error.start}, line {line}",
        "mend it, or name another encoding with --encoding",
    )
