"""Suggestions for misspelt words."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most similar, or None when none is similar enough.

    Similarity is measured with `difflib` (Ratcliff and Obershelp's gestalt pattern matching).
    """
    return _closest(word, tuple(sorted(known)))


@lru_cache(maxsize=1024)
def _closest(word: str, known: tuple[str, ...]) -> str | None:
    """Cached, because one mistake is often made in many places."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask in Swedish whether the closest known word was meant; empty when there is none."""
    near = closest(word, known)
    return f'Menade du "{near}"?' if near else ""
