"""The page of problem codes: what each means, and an example with and without the mistake."""

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

_OF_THE_FORM = "form"
"""How the names of the variants begin that only the form on the site says."""


@dataclass(frozen=True)
class CodeEntry:
    """A code as the page shows it.

    Attributes:
        code: The code.
        message: Its entry in the table.
        wordings: What the checker may say, with dots for what differs; empty when it is one thing only.
        wrong: An example that has the problem.
        right: The same without it.
    """

    code: Code
    message: Message
    wordings: tuple[str, ...]
    wrong: Markup
    right: Markup


@dataclass(frozen=True)
class CodeFamily:
    """The codes about the same thing, under one heading."""

    id: str
    name: str
    lead: str
    codes: tuple[CodeEntry, ...]


@dataclass(frozen=True)
class ProblemCodesPage(Context):
    """The problem codes.

    Attributes:
        families: The codes, by what they are about.
    """

    template: ClassVar[str] = "problem_codes.md.jinja"

    families: tuple[CodeFamily, ...]


def problem_codes() -> Page:
    """Return the page."""
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
        words.message for variant, words in message.every_wording() if not variant.startswith(_OF_THE_FORM)
    )
    wordings = tuple(map(_with_dots, templates)) if len(templates) > 1 else ()
    return CodeEntry(code, message, wordings, _listing(message.wrong), _listing(message.right))


def _with_dots(template: str) -> str:
    """Write a template with dots for what is filled in."""
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in Formatter().parse(template))


def _listing(example: str) -> Markup:
    """Write an example as lines of HTML in which every character shows, also at the beginning of a line."""
    lines = []
    for line in example.rstrip("\n").split("\n"):
        text = line.lstrip(" \t")
        # A tab is what one of the mistakes is about, so it is drawn.
        indentation = line[: len(line) - len(text)].replace("\t", "→   ")
        lines.append(Markup('<span class="line">{}{}</span>').format(indentation, as_markdown(text)))
    return Markup("\n").join(lines)
