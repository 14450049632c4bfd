"""Configuration of the form on the site: validation patterns, messages and existing ids.

Only the form's script reads it. The patterns and messages are those that validate case files, so that
the form and the check of a file report the same problem with the same message.
"""

from __future__ import annotations

import re
from typing import Any

from scripts.checks import personal_data
from scripts.diagnostics import Code
from scripts.library.library import Library
from scripts.model.field_specs import field_specs
from scripts.model.messages import messages
from scripts.model.types import CONTROL, MARKUP, NOT_IN_AN_ADDRESS, PARTIAL_DATE, SLUG, TRACKING, WEB_ADDRESS
from scripts.settings import Settings

_PATTERNS = {
    "control": CONTROL,
    "markup": MARKUP,
    "tracking": TRACKING,
    "address": WEB_ADDRESS,
    "notInAddress": NOT_IN_AN_ADDRESS,
    "date": PARTIAL_DATE,
    "slug": re.compile(SLUG),
    "personalNumber": personal_data.PERSONAL_NUMBER,
    "email": personal_data.EMAIL,
    "telephone": personal_data.TELEPHONE,
}

CODES = (
    Code.MISSING_KEY, Code.WRONG_TYPE, Code.DATE, Code.END_BEFORE_START, Code.TOO_LONG, Code.TOO_SHORT, Code.MARKUP,
    Code.WEB_ADDRESS, Code.TRACKING, Code.SOURCE_NOT_CITED, Code.SAME_ADDRESS, Code.PERSONAL_NUMBER, Code.EMAIL,
    Code.TELEPHONE, Code.NO_LESSON, Code.CONTROL_CHARACTER, Code.ID_FORM, Code.NUMBER_RANGE, Code.LIST_LENGTH,
    Code.ONE_OF, Code.NAME_TAKEN,
)  # fmt: skip
"""Codes of the problems that the form reports. Others cannot occur in it, or are left to the check of the file."""


def form_rules(library: Library, settings: Settings) -> dict[str, Any]:
    """Return the configuration of the form's script.

    Args:
        library: Library with the ids and sources that already exist.
        settings: Settings with the addresses that a finished file can be sent to.

    Returns:
        The configuration, serialisable as JSON.
    """
    return {
        "keys": [field.key for field in field_specs()],
        "wording": {code.value: _wordings(code) for code in CODES},
        "patterns": {name: portable(pattern) for name, pattern in _PATTERNS.items()},
        "cases": [entry.id for entry in library.cases],
        "sources": [
            {"id": id_, "title": source.title, "publisher": source.publisher} for id_, source in library.shared.items()
        ],
        "repository": settings.repository_url,
        "contact": settings.contact,
    }


def _wordings(code: Code) -> dict[str, list[str]]:
    """Return the message and hint of each variant of a code. The name of the main variant is empty."""
    return {variant: [words.message, words.hint] for variant, words in messages()[code].every_wording()}


def portable(pattern: re.Pattern[str]) -> list[str]:
    r"""Translate a pattern into JavaScript with the flag `u`.

    Args:
        pattern: A pattern that only uses syntax common to both languages. `\w` may stand alone or first in a
            character class.

    Returns:
        The source and the flags, for `RegExp`.
    """
    source = pattern.pattern
    if pattern.flags & re.VERBOSE:
        source = re.sub(r"(?m)(?<!\\)#.*$|(?<!\\)\s+", "", source)
    # With the flag `u`, JavaScript rejects the escapes that only verbose patterns need.
    source = re.sub(r"\\([#\"' ])", r"\1", source)
    source = re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", source)
    source = source.replace(r"[\w", r"[\p{L}\p{N}_").replace(r"\w", r"[\p{L}\p{N}_]")
    flags = "u" + "i" * bool(pattern.flags & re.IGNORECASE) + "m" * bool(pattern.flags & re.MULTILINE)
    return [source, flags]
