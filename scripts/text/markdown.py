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
"""What stands for a character that does not show. No file of data may hold one, so none is expected here."""


@lru_cache(maxsize=20_000)
def as_markdown(text: str) -> Markup:
    """Write a text so that it stands for itself in Markdown, in HTML and in an attribute."""
    text = swedish.unbroken(CONTROL.sub(UNKNOWN, re.sub(r"[ \t\r\n]+", " ", text).strip(" ")))
    text = _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
    return Markup(_AT_START.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at its blank lines."""
    return tuple(part for part in re.split(r"\n\s*\n", text) if part.strip())


def paragraphs(text: str) -> tuple[Markup, ...]:
    """Write each paragraph of a text so that it stands for itself."""
    return tuple(map(as_markdown, split_paragraphs(text)))
