"""Constrained types for the fields of data files, and the base class of all models.

A failed check raises a `messages.refusal`. The form on the site checks with the same patterns, which `portable` in
`site/form_config.py` translates to JavaScript.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from scripts.diagnostics import Code
from scripts.model.messages import refusal

MARKUP = re.compile(
    r"""
      </?[A-Za-z!][^>]*>?            # HTML: <b>, </p>, <!-- -->
    | &(?:\#[0-9]+|\#x[0-9a-f]+|[a-z]+);  # HTML: &nbsp;
    | !?\[[^\]]*\]\([^)]*\)          # Markdown: [text](address)
    | \*\*|__|~~|``?                 # Markdown: bold, struck, code
    | (?<!\w)[*_](?=\w)[^*_\n]*[*_](?!\w)   # Markdown: *emphasis*
    | ^\s{0,3}(?:\#{1,6}|[-*+>]|[0-9]+\.)\s    # Markdown: heading, list, quotation
    | \{[{%]                         # a template
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ue000-\uf8ff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)

TRACKING = re.compile(
    r"^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|userid|user_id|recipientid|subscriberid|_hs\w+|igshid)$",
    re.IGNORECASE,
)

NOT_IN_AN_ADDRESS = re.compile(
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff<>\"'`{}\\\[\]]"
)
"""Characters that do not show, or that could end an attribute or a link."""

WEB_ADDRESS = re.compile(r"^https?://[^/?#@:]+\.[^/?#@:]+(?::[0-9]+)?(?:[/?#].*)?$")

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

PARTIAL_DATE = re.compile(r"^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$")


def _plain(text: str) -> str:
    """Refuse text that is empty or contains markup or invisible characters."""
    if not text.strip():
        raise refusal(Code.EMPTY_TEXT)
    if match := CONTROL.search(text):
        raise refusal(Code.CONTROL_CHARACTER, number=f"{ord(match.group()):04X}")
    if match := MARKUP.search(text):
        raise refusal(Code.MARKUP, markup=match.group().strip()[:40])
    return text


def _within(shortest: int, longest: int) -> AfterValidator:
    """Refuse text whose length, leading and trailing white space not counted, is outside the limits."""

    def check(text: str) -> str:
        text = text.strip()
        if len(text) > longest:
            raise refusal(Code.TOO_LONG, length=len(text), limit=longest)
        if 0 < len(text) < shortest:
            raise refusal(Code.TOO_SHORT, length=len(text), limit=shortest)
        return text

    return AfterValidator(check)


def _without_tracking(address: str) -> str:
    """Remove the parameters that identify a reader or a campaign."""
    parts = urlsplit(address)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(pair[0])]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _web_address(address: str) -> str:
    """Refuse anything but an absolute http or https address without tracking parameters."""
    if not WEB_ADDRESS.match(address) or NOT_IN_AN_ADDRESS.search(address):
        raise refusal(Code.WEB_ADDRESS, address=address[:60])
    for key, _ in parse_qsl(urlsplit(address).query, keep_blank_values=True):
        if TRACKING.match(key):
            raise refusal(Code.TRACKING, key=key, clean=_without_tracking(address))
    return address


def _year_as_text(value: Any) -> Any:
    """Turn a bare year, which YAML reads as a number, back into text."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999 else value


def _real_date(text: str) -> str:
    """Refuse a day, month or year that does not exist."""
    match = PARTIAL_DATE.fullmatch(text)
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part or 1) for part in match.groups())
        if not 1900 <= year <= 2100:
            raise ValueError
        date(year, month, day)
    except ValueError:
        raise refusal(Code.DATE, date=text[:40]) from None
    return text


def plain_text(shortest: int, longest: int) -> Any:
    """Create a type for plain text.

    Args:
        shortest: The fewest characters, leading and trailing white space not counted.
        longest: The most characters.

    Returns:
        An annotated `str` for use in a model. The limits are in its JSON Schema as well.
    """
    schema = Field(json_schema_extra={"minLength": shortest, "maxLength": longest})
    # The length is checked first, because the markup patterns are slow on very long texts.
    return Annotated[str, _within(shortest, longest), AfterValidator(_plain), schema]


Name = plain_text(2, 90)
"""A heading or a name."""

Title = plain_text(2, 160)
"""The title of a project or a page. Others chose its length."""

Sentence = plain_text(12, 260)
"""One or two sentences."""

Summary = plain_text(12, 320)
"""Two sentences in English, which needs more room."""

Text = plain_text(12, 900)
"""A statement. Paragraphs are separated by a blank line."""

Label = plain_text(1, 60)
"""A few words, such as a unit."""

Cell = plain_text(1, 160)
"""The text of a cell of a table."""

LONGEST_ID = 60

Slug = Annotated[str, Field(pattern=SLUG, max_length=LONGEST_ID)]
"""An id: lower-case letters a–z, digits and hyphens."""

Reference = Annotated[str, Field(json_schema_extra={"pattern": SLUG})]
"""An id that must exist. Checked against the existing ids rather than by pattern."""


def reference_to(kind: str) -> Any:
    """Create the type of a reference to a kind of record. Its JSON Schema names the kind, by the stem of its file."""
    return Annotated[str, Field(json_schema_extra={"pattern": SLUG, "x-refers-to": kind})]


MethodId = reference_to("methods")
FactorId = reference_to("success_factors")
LessonId = reference_to("lessons")
TagId = reference_to("tags")
SourceId = reference_to("sources")

MunicipalityCode = Annotated[str, Field(pattern=r"^[0-9]{4}$", json_schema_extra={"format": "municipality-code"})]
"""Statistics Sweden's code of a municipality: four digits, as text."""

PartialDate = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_real_date),
    Field(json_schema_extra={"pattern": PARTIAL_DATE.pattern, "format": "partial-date"}),
]
"""A year, a month or a day: `2016`, `2016-11` or `2016-11-07` (ISO 8601, reduced accuracy)."""

WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})]
"""An absolute address of a web page, without tracking parameters."""

MOST_ITEMS = 60
"""The most items in a list, far above anything written for readers."""

Many = Field(max_length=MOST_ITEMS)


class FrozenModel(BaseModel):
    """The base class of all models: frozen, strict, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def value_of(content: object, path: tuple[str | int, ...]) -> object:
    """Return the value at the path of a file, in the model or the models that were read from it.

    Raises:
        AttributeError, LookupError: When there is no such value.
    """
    for step in path:
        match content, step:
            case tuple(), int():
                content = content[step]
            case Mapping(), str():
                content = content[step]
            case _:
                content = getattr(content, str(step))
    return content
