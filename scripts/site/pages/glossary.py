"""The glossary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import GLOSSARY, Site
from scripts.library.kinds import Kind
from scripts.library.library import TopicEntry
from scripts.model.editorial import Term
from scripts.site.page import Context, Page
from scripts.text.swedish import sort_key


@dataclass(frozen=True)
class GlossaryTerm:
    """A term, and the topics that it refers to."""

    term: Term
    related: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class GlossaryPage(Context):
    """The glossary.

    Attributes:
        terms: The terms, in Swedish order.
    """

    template: ClassVar[str] = "glossary.md.jinja"

    terms: tuple[GlossaryTerm, ...]


def glossary(site: Site) -> Iterator[Page]:
    """Yield the glossary, unless it is empty."""
    terms = sorted(site.library.guidance.glossary, key=lambda term: sort_key(term.name))
    if terms:
        topics = site.library.topic_by_id
        yield Page(
            path=GLOSSARY,
            title="Ordlista",
            description="Ord som används om innovation i kommuner, och vem som menar vad med dem.",
            kind=Kind.OVERVIEW,
            section="ordlista",
            edit=site.settings.edit_address("cases/catalogue/glossary.yml"),
            context=GlossaryPage(
                terms=tuple(GlossaryTerm(term, tuple(topics[key] for key in term.related)) for term in terms)
            ),
        )
