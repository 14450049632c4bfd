"""The pages of the site, and their contexts."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.library.context import Site
from scripts.site.page import Page
from scripts.site.pages import (
    about,
    accessibility,
    advice,
    cases,
    compare,
    contribute,
    decisions,
    english,
    evidence,
    explore,
    gaps,
    glossary,
    guide,
    ideas,
    key_figures,
    open_data,
    problem_codes,
    programme,
    questions,
    redirects,
    similar_municipalities,
    sources,
    start,
    style,
    tags,
    tools,
    topics,
)


def all_pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site: the content, the page that lists it, and the redirects."""
    pages = tuple(_pages(site))
    yield from pages
    yield explore.explore(site, pages)
    yield from redirects.pages(site, pages)


def _pages(site: Site) -> Iterator[Page]:
    yield start.start(site)
    yield from decisions.pages(site)
    yield from advice.pages(site)
    yield from ideas.pages(site)
    yield key_figures.key_figures(site)
    yield similar_municipalities.similar_municipalities(site)
    yield from tools.pages(site)
    yield from cases.pages(site)
    yield from topics.pages(site)
    yield from tags.pages(site)
    yield from questions.pages(site)
    yield from guide.pages(site)
    yield from compare.pages(site)
    yield from programme.pages(site)
    yield from glossary.glossary(site)
    yield evidence.evidence(site)
    yield from gaps.gaps(site)
    yield from sources.sources(site)
    yield about.about()
    yield from contribute.pages(site)
    yield problem_codes.problem_codes()
    yield accessibility.statement(site)
    yield open_data.open_data(site)
    yield from english.pages(site)
    yield style.style(site)
