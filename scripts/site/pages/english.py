"""The door for those who do not read Swedish: the programme, each sluice, the best supported lessons.

Everything comes from the English fields of the data. What is not there in English is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts.exports.inventory import FOLDER
from scripts.library.context import Site
from scripts.library.evidence import Level
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import strongest_first
from scripts.model.enums import Language, SourceKind
from scripts.settings import SITE_NAME
from scripts.site.page import Page
from scripts.site.pages.cases import A_PAGE
from scripts.site.pagination import paged

PATH = "in-english/index.md"

MOST_LESSONS = 10
"""How many lessons the page shows, the best supported first."""

LEVELS = {
    Level.NONE: "No example among the sluices",
    Level.SINGLE: "One example",
    Level.SEVERAL: "Several examples",
    Level.INDEPENDENT: "Several examples and an independent source",
}

SOURCE_KINDS = {
    SourceKind.SELF_REPORTED: "the project's own words",
    SourceKind.FUNDER: "the funder",
    SourceKind.INDEPENDENT: "independent",
    SourceKind.NEWS: "news media",
}

LANGUAGES = {Language.SWEDISH: "Swedish", Language.ENGLISH: "English"}

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def pages(site: Site) -> Iterator[Page]:
    """The page, and more of them when the sluices are many."""
    cases = tuple(entry for entry in site.library.cases if entry.case.summary_en)
    yield from paged(cases, A_PAGE, PATH, partial(_page, site))


def _page(site: Site, list_slice: ListSlice[CaseEntry]) -> Page:
    library = site.library
    told = (claim for section in library.guidance.programme for claim in section.claims)
    return Page(
        path=PATH,
        title="In English",
        description="What the Swedish idea sluices were, what became of each, and the best supported lessons.",
        template="english.md.jinja",
        kind=Kind.ABOUT,
        # English words would answer Swedish questions.
        searched=False,
        section="in-english",
        lang="en",
        context={
            "site_name": SITE_NAME,
            "programme": tuple(claim for claim in told if claim.text_en and list_slice.is_first),
            "cases": list_slice.items,
            "lessons": strongest_first(library.topics["lessons"])[:MOST_LESSONS] if list_slice.is_first else (),
            "levels": LEVELS,
            "source_kinds": SOURCE_KINDS,
            "languages": LANGUAGES,
            "in_words": in_words,
            "folder": FOLDER,
            "address": f"{site.settings.site_url}/" if site.settings.site_url else "",
            "publisher": site.settings.publisher,
        },
    )


def in_words(date: str) -> str:
    """A year, month or day in English: `2016`, `November 2016`, `7 November 2016`."""
    year, *rest = date.split("-")
    words = [*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year]
    return " ".join(words)
