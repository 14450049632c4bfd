"""The kinds of value a field can hold, each with its own check.

A check that fails raises `PydanticCustomError` with a code from `problems.Code` as its type, so
that the reader can place it in the file without knowing anything about the rule.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from scripts.problems import Code

MARKUP = re.compile(
    r"""
      </?[A-Za-z!][^>]*>?            # HTML: <b>, </p>, <!-- -->
    | &(?:\#\d+|\#x[0-9a-f]+|[a-z]+);  # HTML: &nbsp;
    | !?\[[^\]]*\]\([^)]*\)          # Markdown: [text](address)
    | \*\*|__|~~|``?                 # Markdown: bold, struck, code
    | (?<!\w)[*_](?=\w)[^*_\n]*[*_](?!\w)   # Markdown: *emphasis*
    | ^\s{0,3}(?:\#{1,6}|[-*+>]|\d+\.)\s    # Markdown: heading, list, quotation
    | \{[{%]                         # a template
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

TRACKING = re.compile(
    r"^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|userid|user_id|recipientid|subscriberid|_hs\w+|igshid)$",
    re.IGNORECASE,
)

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

PARTIAL_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def _plain(text: str) -> str:
    """Refuse text that is empty, or holds markup or characters that do not show."""
    if not text.strip():
        raise PydanticCustomError(Code.EMPTY_TEXT, "texten är tom")
    if found := CONTROL.search(text):
        raise PydanticCustomError(
            Code.CONTROL_CHARACTER,
            "texten innehåller ett tecken som inte syns (U+{number})",
            {"number": f"{ord(found.group()):04X}"},
        )
    if found := MARKUP.search(text):
        raise PydanticCustomError(
            Code.MARKUP,
            'texten innehåller märkning: "{markup}"',
            {"markup": found.group().strip()[:40]},
        )
    return text


def _within(shortest: int, longest: int) -> AfterValidator:
    """Refuse text whose length, without white space around it, is outside the limits."""

    def check(text: str) -> str:
        text = text.strip()
        if len(text) > longest:
            raise PydanticCustomError(
                Code.TOO_LONG,
                "texten är {length} tecken lång, högst {limit} får plats",
                {"length": len(text), "limit": longest},
            )
        if len(text) < shortest:
            raise PydanticCustomError(
                Code.TOO_SHORT,
                "texten är {length} tecken lång, minst {limit} behövs",
                {"length": len(text), "limit": shortest},
            )
        return text

    return AfterValidator(check)


def _without_tracking(address: str) -> str:
    """The address without the parameters that point out a reader or a campaign."""
    parts = urlsplit(address)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(pair[0])]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _web_address(address: str) -> str:
    """Refuse what is not an absolute http or https address, or points out a single reader."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        parts, host = None, ""
    if (
        parts is None
        or parts.scheme not in {"http", "https"}
        or "." not in host
        or re.search(r"[\s<>\"'`{}\\]", address)
    ):
        raise PydanticCustomError(Code.WEB_ADDRESS, '"{address}" är ingen webbadress', {"address": address[:60]})
    for key, _ in parse_qsl(parts.query, keep_blank_values=True):
        if TRACKING.match(key):
            raise PydanticCustomError(
                Code.TRACKING,
                'webbadressen har spårningsparametern "{key}"',
                {"key": key, "hint": f"Skriv adressen utan den: {_without_tracking(address)}"},
            )
    return address


def _year_as_text(value: Any) -> Any:
    """Let a bare year, which YAML reads as a number, stand for itself."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999 else value


def _real_date(text: str) -> str:
    """Refuse a day, month or year that does not exist."""
    found = PARTIAL_DATE.match(text)
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part or 1) for part in found.groups())
        if not 1900 <= year <= 2100:
            raise ValueError
        date(year, month, day)
    except ValueError:
        raise PydanticCustomError(Code.DATE, '"{date}" är inget datum', {"date": text[:40]}) from None
    return text


def plain_text(shortest: int, longest: int) -> Any:
    """A type for plain text.

    Args:
        shortest: The fewest characters, white space around the text not counted.
        longest: The most characters.

    Returns:
        An annotated `str` for use in a model. The limits are in its JSON Schema as well.
    """
    schema = Field(json_schema_extra={"minLength": shortest, "maxLength": longest})
    return Annotated[str, AfterValidator(_plain), _within(shortest, longest), schema]


Name = plain_text(2, 90)
"""A heading or a name."""

Title = plain_text(2, 160)
"""The title of a project or a page, as long as others have made it."""

Sentence = plain_text(12, 260)
"""One or two sentences."""

Text = plain_text(12, 900)
"""A statement. Paragraphs are separated by a blank line."""

Label = plain_text(1, 60)
"""A word or a few, such as a unit."""

Slug = Annotated[str, Field(pattern=SLUG, max_length=60)]
"""An id: lower-case letters a–z, digits and hyphens."""

Reference = Annotated[str, Field(json_schema_extra={"pattern": SLUG})]
"""The id of a record or source. Whether it exists says more than what form it has."""

MunicipalityCode = Annotated[str, Field(pattern=r"^\d{4}$")]
"""Statistics Sweden's code of a municipality: four digits, as text."""

PartialDate = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_real_date),
    Field(json_schema_extra={"pattern": PARTIAL_DATE.pattern}),
]
"""A year, a month or a day: `2016`, `2016-11` or `2016-11-07` (ISO 8601, reduced accuracy)."""

WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})]
"""An absolute address of a web page, without tracking parameters."""
