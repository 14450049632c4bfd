"""The page in English: the programme, the sluices and the lessons that several of them share.

The content comes from the English fields of the data. Entries without them are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts.exports.inventory import FOLDER
from scripts.library.context import Site
from scripts.library.evidence import Counts, Evidence
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import SHARED_BY
from scripts.model.decisions import DecisionSheet
from scripts.model.editorial import ProgrammeClaim
from scripts.model.enums import Language, SourceKind
from scripts.settings import SITE_NAME
from scripts.site.page import Context, Page
from scripts.site.pages.cases import PER_PAGE
from scripts.site.pagination import paged

PATH = "in-english/index.md"

SPEAKERS = {
    SourceKind.SELF_REPORTED: "the projects themselves",
    SourceKind.FUNDER: "the funder",
    SourceKind.PROGRAMME: "those close to the programme",
    SourceKind.NEWS: "news media",
    SourceKind.RESEARCH: "research",
    SourceKind.INDEPENDENT: "independent",
}
"""Kind of source → who speaks, in the plural, in the order that they are named."""

SOURCE_KINDS = {
    SourceKind.SELF_REPORTED: "the project's own words",
    SourceKind.FUNDER: "the funder",
    SourceKind.PROGRAMME: "close to the programme",
    SourceKind.RESEARCH: "research",
    SourceKind.INDEPENDENT: "independent",
    SourceKind.NEWS: "news media",
}

LANGUAGES = {
    Language.SWEDISH: "Swedish",
    Language.ENGLISH: "English",
    Language.NORWEGIAN: "Norwegian",
    Language.DANISH: "Danish",
    Language.FINNISH: "Finnish",
}

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class EnglishPage(Context):
    """The page in English.

    Attributes:
        programme: The statements on the programme that have a text in English, on the first page.
        decisions: The decision sheets, on the first page.
        list_slice: The sluices of the page, all with a summary in English.
        lessons: The lessons that several sluices have learned, in alphabetical order, on the first page.
        where: Returns in how many sluices a lesson was learned, planned and contradicted, in English words.
        who: Returns who says so, in English words.
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
    decisions: tuple[DecisionSheet, ...]
    list_slice: ListSlice[CaseEntry]
    lessons: tuple[TopicEntry, ...]
    where: Callable[[Evidence], str]
    who: Callable[[Evidence], str]
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
        description="What the Swedish idea sluices were, what became of each, and what several of them learned.",
        kind=Kind.ABOUT,
        # Otherwise searches in Swedish would match English text.
        searched=False,
        section="in-english",
        lang="en",
        context=EnglishPage(
            programme=tuple(claim for claim in statements if claim.text_en and list_slice.is_first),
            decisions=library.guidance.decisions if list_slice.is_first else (),
            list_slice=list_slice,
            lessons=_shared(library.topics["lessons"]) if list_slice.is_first else (),
            where=where,
            who=who,
            source_kinds=SOURCE_KINDS,
            languages=LANGUAGES,
            in_words=in_words,
            data_folder=FOLDER,
            site_name=SITE_NAME,
            site_address=f"{site.settings.site_url}/" if site.settings.site_url else "",
            publisher=site.settings.publisher,
        ),
    )


def _shared(lessons: Iterable[TopicEntry]) -> tuple[TopicEntry, ...]:
    shared = (entry for entry in lessons if entry.evidence.done >= SHARED_BY)
    return tuple(sorted(shared, key=lambda entry: entry.record.name_en.casefold()))


def where(evidence: Evidence) -> str:
    """Return in how many sluices a lesson was learned, planned and contradicted.

    Args:
        evidence: The evidence for a lesson.

    Returns:
        For example "Learned in 3 sluices, planned in 2".
    """
    sluices = "1 sluice" if evidence.done == 1 else f"{evidence.done} sluices"
    rest = (("planned in", evidence.planned), ("contradicted in", evidence.against))
    return ", ".join((f"Learned in {sluices}", *(f"{words} {count}" for words, count in rest if count)))


def who(evidence: Evidence) -> str:
    """Return who says so, such as "The projects themselves 3, the funder 1. Studies: research 2"; empty for nobody."""
    said, studies = _by_speaker(evidence.speakers), _by_speaker(evidence.studies)
    return ". ".join(filter(None, (said[:1].upper() + said[1:], studies and f"Studies: {studies}")))


def _by_speaker(counts: Counts) -> str:
    return ", ".join(f"{name} {counts[kind]}" for kind, name in SPEAKERS.items() if counts.get(kind))


def in_words(date: str) -> str:
    """Return a year, month or day in English: `2016`, `November 2016`, `7 November 2016`."""
    year, *rest = date.split("-")
    words = [*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year]
    return " ".join(words)
