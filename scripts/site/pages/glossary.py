"""The glossary."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.library.context import GLOSSARY, Site
from scripts.library.kinds import Kind
from scripts.site.page import Page
from scripts.text.swedish import sort_key


def glossary(site: Site) -> Iterator[Page]:
    """The words, sorted in the Swedish way."""
    terms = sorted(site.library.guidance.glossary, key=lambda term: sort_key(term.name))
    if terms:
        topics = site.library.topic_by_id
        yield Page(
            path=GLOSSARY,
            title="Ordlista",
            description="Ord som används om innovation i kommuner, och vem som menar vad med dem.",
            template="glossary.md.jinja",
            kind=Kind.OVERVIEW,
            section="ordlista",
            edit=site.settings.edit_address("cases/catalogue/glossary.yml"),
            context={"terms": tuple((term, tuple(topics[key] for key in term.related)) for term in terms)},
        )
