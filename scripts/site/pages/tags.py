"""The list of tags, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import CaseEntry, TagEntry
from scripts.library.pagination import ListSlice
from scripts.site.page import Page
from scripts.site.pages.cases import A_PAGE
from scripts.site.pagination import paged

FOLDER = FOLDERS["tags"]


def pages(site: Site) -> Iterator[Page]:
    """The list, and a page for each tag that something carries."""
    entries = tuple(entry for entry in site.library.tags if entry.size)
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Taggar",
        description="Allt på webbplatsen, ordnat efter ämne.",
        template="tags.md.jinja",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        context={"entries": entries},
    )
    for entry in entries:
        yield from paged(entry.cases, A_PAGE, site.path_of(entry), partial(_tag, entry, site))


def _tag(entry: TagEntry, site: Site, list_slice: ListSlice[CaseEntry]) -> Page:
    record = entry.record
    return Page(
        path=site.path_of(entry),
        title=f"Tagg: {record.name}",
        description=record.description,
        template="tag.md.jinja",
        kind=Kind.TAG,
        section=FOLDER,
        aliases=(*record.aliases, record.name_en),
        edit=site.settings.edit_address("cases/catalogue/tags.yml", entry.line),
        context={
            "entry": entry,
            "groups": tuple(
                (found.plural, tuple(topic for topic in entry.topics if topic.kind == kind))
                for kind, found in OF_TOPICS.items()
                if list_slice.is_first
            ),
        },
    )
