"""The words for every problem, read from `messages.yml`.

The checker, the form on the site and the page of problem codes take them from here, so that the same mistake is
described in the same words everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic_core import PydanticCustomError

from scripts.diagnostics import Code

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C where there is one, since it is several times as fast."""

_TABLE = Path(__file__).with_name("messages.yml")


class Explanation(NamedTuple):
    """Code, message and hint: the last three fields of a `Problem`."""

    code: Code
    message: str
    hint: str


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Entry):
    """The templates of a message and its hint. Names in braces are filled in."""

    message: str
    hint: str


class Variant(_Entry):
    """A variant of the words for a code. Fields that are None are inherited from the entry."""

    message: str | None = None
    hint: str | None = None


class Message(_Entry):
    """The entry of a code.

    Attributes:
        title: A heading.
        message: The template for what is wrong.
        hint: The template for what to write instead.
        variants: Other words for the same code, by name.
        meaning: One or two sentences on what the problem is.
        file: The file that the examples stand in, within the folder of data; empty for a case.
        wrong: Lines of YAML, or names of files, that have the problem.
        right: The same without it.
    """

    title: str
    message: str
    hint: str
    variants: Mapping[str, Variant] = {}
    meaning: str
    file: str = ""
    wrong: str
    right: str

    def words(self, variant: str = "") -> Words:
        """The templates of a variant; by default those of the entry itself.

        Raises:
            KeyError: When there is no such variant.
        """
        other = self.variants[variant] if variant else Variant()
        return Words(
            message=self.message if other.message is None else other.message,
            hint=self.hint if other.hint is None else other.hint,
        )

    def every_wording(self) -> Iterator[tuple[str, Words]]:
        """The name and templates of every variant, first the entry itself with an empty name."""
        for variant in ("", *self.variants):
            yield variant, self.words(variant)


class Family(_Entry):
    """Codes about the same thing."""

    id: str
    name: str
    lead: str
    messages: Mapping[Code, Message]


@cache
def families() -> tuple[Family, ...]:
    """Return the families of codes, in the order of the table."""
    table = yaml.load(_TABLE.read_text("utf-8"), Loader=_LOADER)  # noqa: S506
    return TypeAdapter(tuple[Family, ...]).validate_python(table)


@cache
def messages() -> Mapping[Code, Message]:
    """Return the entry of each code."""
    return {code: message for family in families() for code, message in family.messages.items()}


def explain(code: Code, variant: str = "", /, *, suggestion: str = "", **values: str | int) -> Explanation:
    """Fill in the words for a problem.

    Args:
        code: The kind of problem.
        variant: The name of the variant; empty for the entry itself.
        suggestion: A hint that fits better than the one in the table, such as "Did you mean …?".
        values: What the names in braces stand for.

    Returns:
        The code, what is wrong and what to write instead.
    """
    words = _templates(code, variant)
    return Explanation(code, words.message.format(**values), suggestion or words.hint.format(**values))


@cache
def _templates(code: Code, variant: str) -> Words:
    return messages()[code].words(variant)


def refusal(code: Code, /, **values: str | int) -> PydanticCustomError:
    """Create the error by which a field refuses a value.

    Args:
        code: The kind of mistake.
        values: What the names in braces stand for. `field` names the key within a block that is at fault.

    Returns:
        An error for pydantic. Its type is the code, so that the reader can place it in the file
        without knowing anything about the rule.
    """
    return PydanticCustomError(code, messages()[code].message, dict(values))
