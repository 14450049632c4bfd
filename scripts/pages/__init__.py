"""Which pages there are."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.pages import cases, singles, tags, topics
from scripts.pages.page import Page, Site


def all_pages(site: Site) -> Iterator[Page]:
    """Every page of the site."""
    yield singles.start(site)
    yield from cases.pages(site)
    yield from topics.pages(site)
    yield from tags.pages(site)
    yield singles.sources(site)
    yield singles.about(site)
    yield singles.contribute(site)
