"""Texts from the command line, the environment or a file, as the type a setting has."""

from __future__ import annotations

import types
from typing import Any, NoReturn, Union, get_args, get_origin

from align.errors import ConfigError

__all__ = ["converted"]

TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
WANTED = {
    bool: "yes or no (true, false)",
    int: "a whole number",
    float: "a number",
    str: "a text",
    tuple[str, str]: "two names, for example ar,en",
    tuple[str, ...]: "a list, for example tmx,tei",
    tuple[tuple[str, str], ...]: "NAME=VALUE, for example client=ACME or ar=ar-SA",
}


def converted(where: str, value: Any, hint: Any) -> Any:
    """Return ``value`` as the type ``hint``; raises `ConfigError` that names ``where`` it stood.

    >>> converted("langs", "ar, en", tuple[str, str])
    ('ar', 'en')
    >>> converted("tmx_lang", "ar=ar-SA", tuple[tuple[str, str], ...])
    (('ar', 'ar-SA'),)
    """
    if get_origin(hint) in (Union, types.UnionType):  # an optional setting
        hint = get_args(hint)[0]
    try:
        return _typed(value, hint)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        raise ConfigError(where, f"{shown!r} is not {WANTED[hint]}") from error


def _typed(value: Any, hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return _listed(value, get_args(hint))
    if hint is bool and isinstance(value, str):
        return TRUTHS[value.strip().lower()]
    if hint is int and isinstance(value, str):
        return int(value)
    if hint is float and not isinstance(value, bool):
        return float(value)
    wrong = not isinstance(value, hint) or (hint is int and isinstance(value, bool))
    return _refuse(value) if wrong else value


def _listed(value: Any, inner: tuple[Any, ...]) -> tuple[Any, ...]:
    if get_origin(inner[0]) is tuple:
        pairs = value.items() if isinstance(value, dict) else map(_pair, _parts(value))
        return tuple((str(name), str(text)) for name, text in pairs)
    parts = tuple(str(part).strip() for part in _parts(value))
    fixed = Ellipsis not in inner
    return _refuse(value) if fixed and len(parts) != len(inner) else parts


def _parts(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [part for part in value.split(",") if part.strip()]
    return list(value)


def _pair(item: Any) -> tuple[str, str]:
    if not isinstance(item, str):
        name, text = item
        return name, text
    name, equals, text = item.partition("=")
    return (name.strip(), text.strip()) if equals and name.strip() else _refuse(item)


def _refuse(value: Any) -> NoReturn:
    raise ValueError(value)
