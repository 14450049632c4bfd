"""Escape untrusted text for GitHub's Markdown.

GitHub turns bare addresses, `@names`, `#12` and commit hashes into links, and `:words:` into pictures. It does so after
resolving character references, so each is broken up with an invisible character (U+2060, word joiner).
"""

from __future__ import annotations

import re

from scripts.model.types import CONTROL
from scripts.text.markdown import as_markdown

JOINER = "\u2060"

BREAK = "\ufdd0"
"""A placeholder for the joiner until the text is Markdown: a noncharacter (Unicode 23.7), so no text contains it."""

_LIVE = re.compile(
    r"""
      (?<=[@\#])(?=\w)                                # @name, #12
    | (?<=:)(?=\S)                                    # https://, mailto:, :tada:, ::error
    | (?<=www)(?=\.)                                  # www.
    | (?<=\bgh)(?=-\d) | (?<=\bcve)(?=-) | (?<=\bghsa)(?=-)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMMIT = re.compile(r"\b(?=\d*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE)
_TOO_SHORT_FOR_A_COMMIT = re.compile(r".{1,6}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str, longest: int = 0) -> str:
    """Escape a text so that GitHub shows it literally.

    Args:
        text: Any text.
        longest: The most characters to show; 0 for all.

    Returns:
        Markdown for one line.
    """
    text = _LONE_SURROGATE.sub("\ufffd", CONTROL.sub("\ufffd", text.replace(JOINER, "").replace(BREAK, "")))
    if longest and len(text) > longest:
        text = f"{text[:longest].rstrip()}…"
    text = _COMMIT.sub(lambda match: BREAK.join(_TOO_SHORT_FOR_A_COMMIT.findall(match[0])), text)
    return str(as_markdown(_LIVE.sub(BREAK, text))).replace(BREAK, JOINER)
