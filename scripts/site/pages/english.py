"""The page in English: the programme, the sluices and the best supported lessons.

The content comes from the English fields of the data. Entries without them are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts.exports.inventory import FOLDER
from scripts.library.context import Site
from scripts.library.evidence import Level
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import strongest_first
from scripts.model.editorial import ProgrammeClaim
from scripts.model.enums import Language, SourceKind
from scripts.settings import SITE_NAME
from scripts.site.page import Context, Page
from scripts.site.pages.cases import PER_PAGE
from scripts.site.pagination import paged

PATH = "in-english/index.md"

MOST_LESSONS = 10
"""Maximum number of lessons on the page."""

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


@dataclass(frozen=True)
class EnglishPage(Context):
    """The page in English.

    Attributes:
        programme: The statements on the programme that have a text in English, on the first page.
        list_slice: The sluices of the page, all with a summary in English.
        lessons: The best supported lessons, on the first page.
        levels: Names of the levels of evidence in English.
        source_kinds: Names of the kinds of sources in English.
        languages: Names of the languages of sources in English.
        in_words: Returns a date in English words.
        data_folder: Folder of the open data.
        site_name: Name of the site.
        site_address: Address of the site; empty when it is not known.
        publisher: The organisation that publishes the site; empty when it is not known.
    """

    template: ClassVar[str] = "english.md.jinja"

    programme: tuple[ProgrammeClaim, ...]
    list_slice: ListSlice[CaseEntry]
    lessons: tuple[TopicEntry, ...]
    levels: Mapping[Level, str]
    source_kinds: Mapping[SourceKind, str]
    languages: Mapping[Language, str]
    in_words: Callable[[str], str]
    data_folder: str
    site_name: str
    site_address: str
    publisher: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the page, continued on more pages when the sluices are many."""
    cases = tuple(entry for entry in site.library.cases if entry.case.summary_en)
    yield from paged(cases, PER_PAGE, PATH, partial(_page, site))


def _page(site: Site, list_slice: ListSlice[CaseEntry]) -> Page:
    library = site.library
    statements = (claim for section in library.guidance.programme for claim in section.claims)
    return Page(
        path=PATH,
        title="In English",
        description="What the Swedish idea sluices were, what became of each, and the best supported lessons.",
        kind=Kind.ABOUT,
        # Otherwise searches in Swedish would match English text.
        searched=False,
        section="in-english",
        lang="en",
        context=EnglishPage(
            programme=tuple(claim for claim in statements if claim.text_en and list_slice.is_first),
            list_slice=list_slice,
            lessons=strongest_first(library.topics["lessons"])[:MOST_LESSONS] if list_slice.is_first else (),
            levels=LEVELS,
            source_kinds=SOURCE_KINDS,
            languages=LANGUAGES,
            in_words=in_words,
            data_folder=FOLDER,
            site_name=SITE_NAME,
            site_address=f"{site.settings.site_url}/" if site.settings.site_url else "",
            publisher=site.settings.publisher,
        ),
    )


def in_words(date: str) -> str:
    """Return a year, month or day in English: `2016`, `November 2016`, `7 November 2016`."""
    year, *rest = date.split("-")
    words = [*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year]
    return " ".join(words)
