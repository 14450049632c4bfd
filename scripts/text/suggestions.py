"""The nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a word is most like, or None when it is like none of them.

    The measure is `difflib`'s: Ratcliff and Obershelp's gestalt pattern matching.
    """
    return _closest(word, tuple(sorted(known)))


@lru_cache(maxsize=1024)
def _closest(word: str, known: tuple[str, ...]) -> str | None:
    """One mistake is often made in many places."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that proposes the closest known word; empty when there is none."""
    found = closest(word, known)
    return f'Menade du "{found}"?' if found else ""
