"""The page of problem codes: the meaning of each, and an example with and without the problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import ClassVar

from markupsafe import Markup

from scripts.diagnostics import Code
from scripts.library.kinds import Kind
from scripts.model.messages import Message, families
from scripts.site.page import Context, Page
from scripts.text.markdown import as_markdown

PATH = "bidra/fel/index.md"

_FORM_PREFIX = "form"
"""Prefix of the names of variants that only the form on the site uses."""


@dataclass(frozen=True)
class CodeEntry:
    """A problem code on the page.

    Attributes:
        code: The code.
        message: Its entry in the table of messages.
        wordings: Its messages, with dots for the values filled in; empty when there is only one message.
        wrong: An example that has the problem.
        right: The same example without the problem.
    """

    code: Code
    message: Message
    wordings: tuple[str, ...]
    wrong: Markup
    right: Markup


@dataclass(frozen=True)
class CodeFamily:
    """The codes of a subject, under a heading."""

    id: str
    name: str
    lead: str
    codes: tuple[CodeEntry, ...]


@dataclass(frozen=True)
class ProblemCodesPage(Context):
    """The problem codes.

    Attributes:
        families: The codes by subject.
    """

    template: ClassVar[str] = "problem_codes.md.jinja"

    families: tuple[CodeFamily, ...]


def problem_codes() -> Page:
    """Return the page of problem codes."""
    return Page(
        path=PATH,
        title="Vad felen betyder",
        description="Varje fel som kontrollen kan hitta, vad det betyder och hur det rättas, med exempel.",
        kind=Kind.ABOUT,
        section="bidra",
        context=ProblemCodesPage(tuple(_families())),
    )


def _families() -> Iterator[CodeFamily]:
    for family in families():
        codes = tuple(_entry(code, message) for code, message in family.messages.items())
        yield CodeFamily(family.id, family.name, family.lead, codes)


def _entry(code: Code, message: Message) -> CodeEntry:
    templates = dict.fromkeys(
        words.message for variant, words in message.every_wording() if not variant.startswith(_FORM_PREFIX)
    )
    wordings = tuple(map(_with_dots, templates)) if len(templates) > 1 else ()
    return CodeEntry(code, message, wordings, _listing(message.wrong), _listing(message.right))


def _with_dots(template: str) -> str:
    """Return a message template with dots instead of placeholders."""
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in Formatter().parse(template))


def _listing(example: str) -> Markup:
    """Return an example as lines of HTML that preserve every character, including indentation."""
    lines = []
    for line in example.rstrip("\n").split("\n"):
        text = line.lstrip(" \t")
        # One of the problems concerns tabs, so they are made visible.
        indentation = line[: len(line) - len(text)].replace("\t", "→   ")
        lines.append(Markup('<span class="line">{}{}</span>').format(indentation, as_markdown(text)))
    return Markup("\n").join(lines)
