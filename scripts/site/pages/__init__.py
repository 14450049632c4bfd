"""Which pages there are."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.pages import accessibility

from scripts.site.pages import cases

from scripts.site.pages import compare

from scripts.site.pages import contribute

from scripts.site.pages import english

from scripts.site.pages import explore

from scripts.site.pages import guide

from scripts.site.pages import open_data

from scripts.site.pages import programme

from scripts.site.pages import questions

from scripts.site.pages import redirects

from scripts.site.pages import standalone

from scripts.site.pages import sources

from scripts.site.pages import style

from scripts.site.pages import tags

from scripts.site.pages import topics
from scripts.site.page import Page, Site


def all_pages(site: Site) -> Iterator[Page]:
    """Every page of the site: first those to read, then the one that lists them, last those that have moved."""
    pages = tuple(_pages(site))
    yield from pages
    yield explore.explore(site, pages)
    yield from redirects.pages(site, pages)


def _pages(site: Site) -> Iterator[Page]:
    yield standalone.start(site)
    yield from cases.pages(site)
    yield from topics.pages(site)
    yield from tags.pages(site)
    yield from questions.pages(site)
    yield from guide.pages(site)
    yield from compare.pages(site)
    yield from programme.pages(site)
    yield from standalone.glossary(site)
    yield standalone.evidence(site)
    yield from standalone.gaps(site)
    yield from sources.sources(site)
    yield standalone.about(site)
    yield from contribute.pages(site)
    yield accessibility.statement(site)
    yield open_data.open_data(site)
    yield from english.pages(site)
    yield style.style(site)
