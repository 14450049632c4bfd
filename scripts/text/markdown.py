"""Write any text so that Markdown and HTML show it as it is."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from scripts.model.types import CONTROL
from scripts.text import swedish

_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&\"'#|~=+^$]")


_AT_START = re.compile(r"^(\d+(?=[.)])|(?=[-:!]))(.)")


UNKNOWN = "\ufffd"
"""The replacement for a character that does not show. Data files may not hold any, so none is expected."""


@lru_cache(maxsize=20_000)
def as_markdown(text: str) -> Markup:
    """Escape a text for Markdown, HTML and attributes alike."""
    text = swedish.unbroken(CONTROL.sub(UNKNOWN, re.sub(r"[ \t\r\n]+", " ", text).strip(" ")))
    text = _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)
    return Markup(_AT_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at its blank lines."""
    return tuple(part for part in re.split(r"\n\s*\n", text) if part.strip())


def paragraphs(text: str) -> tuple[Markup, ...]:
    """Split a text into paragraphs and escape each."""
    return tuple(map(as_markdown, split_paragraphs(text)))
