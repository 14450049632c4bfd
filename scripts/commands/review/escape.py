"""Text from elsewhere, written so that GitHub shows it as text.

GitHub's Markdown does more than others': it makes links of bare addresses, of `@names`, of `#12` and of
what looks like a commit, and pictures of `:words:`. It looks for them after character references
have been resolved, so each is broken up by a character that does not show (U+2060, word joiner).
"""

from __future__ import annotations

import re

from scripts.model.types import CONTROL
from scripts.text.markdown import as_markdown

JOINER = "\u2060"

BREAK = "\ufdd0"
"""Stands for a joiner until the text is Markdown. No text may hold it: it is no character (Unicode 23.7)."""

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
    """Write a text so that it stands for itself, whatever it holds.

    Args:
        text: Anything.
        longest: The most characters to show; 0 for all.

    Returns:
        Markdown for one line.
    """
    text = _LONE_SURROGATE.sub("\ufffd", CONTROL.sub("\ufffd", text.replace(JOINER, "").replace(BREAK, "")))
    if longest and len(text) > longest:
        text = f"{text[:longest].rstrip()}…"
    text = _COMMIT.sub(lambda found: BREAK.join(_TOO_SHORT_FOR_A_COMMIT.findall(found[0])), text)
    return str(as_markdown(_LIVE.sub(BREAK, text))).replace(BREAK, JOINER)
