"""Portraits: the little that is kept of a file to tell whether another one translates it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import threadpool_limits

from align import bitext, encoders, readers
from align.errors import ReadError
from align.pairing.sample import sampled
from align.pairing.surface import Surface, surface
from align.segmenters.rules import sentences
from align.text.scripts import letters_of, script_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.config import Settings
    from align.model import Block, Document, Job
    from align.stages import Encoder

__all__ = ["Portrait", "encoder_of", "portrait"]

Array = np.ndarray[Any, np.dtype[Any]]
SEEN = 12_000  # characters of a document that are looked at for its language, numbers and names
ENCODED = 5_000  # characters whose sentences are encoded
FIRST, LAST, INNER = 24, 16, 24  # most sentences at the beginning, at the end and between
LONGEST = 500  # characters of a sentence that are encoded
# Share of letters in the other language up to which a text may still be a translation: examples
# that were left as they are, a preface, an address.
GUESTS = 0.3
TERMS = 0.35  # share of the letters of a paragraph up to which they are terms, commands, addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What is kept of a file in one of two languages; ``side`` says in which.

    ``letters`` is how long it is; ``mixed``, that not all of it is in that language. ``vectors``
    are of sentences in order, a row each, ``sizes`` their lengths in characters.
    """

    side: int
    letters: float
    mixed: bool
    vectors: Array
    sizes: Array
    surface: Surface


@lru_cache(maxsize=1)
def encoder_of(settings: Settings) -> Encoder | None:
    """Return the encoder that a run uses anyway, None for one that compares lengths alone."""
    return None if settings.aligner == "gale-church" else encoders.chosen(settings.encoder)


def portrait(job: Job, settings: Settings) -> Portrait | None:
    """Return the portrait of the one file of a job, None where it is not in one language.

    None also of a file that cannot be read: its job will say why.
    """
    try:
        document = readers.read(Path(job.paths[0]), job.names[0], settings.read)
        return _drawn(document, settings)
    except ReadError:
        return None


def _drawn(document: Document, settings: Settings) -> Portrait | None:
    seen = list(chain.from_iterable(sampled(document, SEEN)))
    side, mixed = _language(dataclasses.replace(document, blocks=tuple(seen)), settings.langs)
    if side is None:
        return None
    lang = settings.langs[side]
    texts = _thinned([_sentences(window, lang) for window in sampled(document, ENCODED)])
    return Portrait(
        side=side,
        letters=_letters(document, seen, lang),
        mixed=mixed,
        vectors=_vectors(texts, encoder_of(settings)),
        sizes=np.array([len(text) for text in texts], np.float32),
        surface=surface(_sentences(seen, lang), lang),
    )


def _language(document: Document, langs: tuple[str, str]) -> tuple[int | None, bool]:
    """Return which side a document may be, if any, and whether it has text of the other too."""
    split = bitext.split(document, langs)
    if split.monolingual is not None:
        return (langs.index(split.monolingual) if split.monolingual in langs else None), False
    scripts = script_of(langs[0]), script_of(langs[1])
    letters = np.array(
        [[letters_of(b.text, script) for script in scripts] for b in document.blocks]
    )
    side = int(letters.sum(axis=0).argmax())
    other = letters[:, 1 - side]
    guests = other[other > TERMS * letters.sum(axis=1)].sum()
    return (side if guests <= GUESTS * letters.sum() else None), True


def _sentences(blocks: Sequence[Block], lang: str) -> list[str]:
    """Return the sentences of blocks that have letters of the script of a language."""
    script = script_of(lang)
    texts = (segment.text for block in blocks for segment in sentences(block, lang))
    return [text for text in texts if 2 * letters_of(text, script) > len("".join(text.split()))]


def _thinned(windows: Sequence[list[str]]) -> list[str]:
    """Return the first sentences, the last ones, and some that are evenly spread between them."""
    texts = list(chain.from_iterable(windows))
    between = texts[FIRST:-LAST]
    step = -(-len(between) // INNER) or 1
    return [*texts[:FIRST], *between[::step], *texts[FIRST:][-LAST:]]


def _letters(document: Document, seen: Sequence[Block], lang: str) -> float:
    """Return about how many letters of a language the whole document has, from a part of it."""
    characters = sum(len(block.text) for block in seen)
    every = sum(len(block.text) for block in document.blocks)
    letters = sum(letters_of(block.text, script_of(lang)) for block in seen)
    return letters * every / max(1, characters)


def _vectors(texts: Sequence[str], encoder: Encoder | None) -> Array:
    """Return unit vectors in half precision, none without an encoder."""
    if encoder is None:
        return np.zeros((len(texts), 0), np.float16)
    with threadpool_limits(limits=1, user_api="blas"):  # the products are small: threads hinder
        features = encoder.features([[text[:LONGEST]] for text in texts])
        return encoder.vectors(features.texts).astype(np.float16)
