"""The list of sluices, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scripts import figures
from scripts.library.case_content import case_content
from scripts.library.context import FOLDERS, Site
from scripts.library.facets import of_case
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import _outcome, by_outcome
from scripts.site.page import Page
from scripts.site.pagination import paged

FOLDER = FOLDERS["cases"]

A_PAGE = 60
"""How many sluices a page of the list shows."""


def pages(site: Site) -> Iterator[Page]:
    """The list, and a page for each sluice."""
    yield from _index(site)
    for entry in site.library.cases:
        yield page_of_case(entry, site)


def _index(site: Site) -> Iterator[Page]:
    path = f"{FOLDER}/index.md"

    def page_of(list_slice: ListSlice[CaseEntry]) -> Page:
        return Page(
            path=path,
            title="Slussar",
            description="Idéslussarna: var de fanns, hur de var upplagda och vad som hände efter projektet.",
            template="cases.md.jinja",
            kind=Kind.OVERVIEW,
            section=FOLDER,
            context={
                "figure": figures.outcomes(site.library) if list_slice.is_first else None,
                "by_outcome": {outcome: tuple(entries) for outcome, entries in groupby(list_slice.items, key=_outcome)},
            },
        )

    yield from paged(by_outcome(site.library), A_PAGE, path, page_of)


def page_of_case(entry: CaseEntry, site: Site) -> Page:
    """Make the page of a sluice."""
    content = case_content(entry, site.library)
    return Page(
        path=site.path_of(entry),
        title=content.case.title,
        description=content.case.summary,
        template="case.md.jinja",
        kind=Kind.CASE,
        section=FOLDER,
        aliases=content.aliases,
        edit=site.settings.edit_address(f"cases/{entry.id}.yml"),
        facets=of_case(entry, site.library),
        context={
            "content": content,
            "case": content.case,
            "flow": figures.flow(content.case.flow) if content.case.flow else None,
        },
    )
