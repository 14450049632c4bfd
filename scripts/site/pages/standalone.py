"""The pages that there is one of each of: start, glossary, evidence, gaps, about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from scripts import figures
from scripts.figures.sweden import MOST_NUMBERED, in_order
from scripts.library.context import FOLDERS, GLOSSARY, Site
from scripts.library.evidence import Level
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import counts
from scripts.library.similarity import counties_of
from scripts.model.enums import Outcome, SourceKind
from scripts.model.registry import TOPIC_KINDS
from scripts.site.page import Page
from scripts.site.pages.cases import A_PAGE
from scripts.site.pagination import paged
from scripts.text.swedish import ascii_slug, counted, sort_key

MOST_SHARED = 5
"""How many lessons the start page shows."""


def start(site: Site) -> Page:
    """The front page."""
    library = site.library
    number = counted(len(library.cases), "en kommunal idésluss", "kommunala idéslussar")
    lessons = sorted(library.topics["lessons"], key=lambda entry: (-entry.evidence.sluices, -entry.evidence.level))
    return Page(
        path="index.md",
        title=f"{number.capitalize()}. Vad höll, och vad lärde de sig?",
        description=f"Erfarenheter av {number} 2016–2020, med källa till varje påstående.",
        template="start.md.jinja",
        kind=Kind.START,
        context={
            "counts": counts(library),
            "ways": tuple(_ways(library)),
            "lessons": lessons[:MOST_SHARED],
            "map": figures.sweden(library),
            "on_map": in_order(library) if len(library.cases) <= MOST_NUMBERED else (),
            "counties": tuple(_by_county(library)),
            "outcomes": figures.outcomes(library),
            "key_figures": tuple(
                claim for section in library.guidance.programme for claim in section.claims if claim.figure
            ),
            "funding": sum(entry.case.funding_sek or 0 for entry in library.cases),
            "unknown": sum(entry.case.aftermath.outcome is Outcome.UNKNOWN for entry in library.cases),
            "alive": sum(entry.case.aftermath.outcome is Outcome.CONTINUED for entry in library.cases),
        },
    )


def _by_county(library: Library) -> Iterator[tuple[str, str, int]]:
    """Each county with its id among the filters, and how many sluices were there."""
    found = Counter(county for entry in library.cases for county in counties_of(entry, library))
    yield from ((ascii_slug(county), county, found[county]) for county in sorted(found, key=sort_key))


def _ways(library: Library) -> Iterator[tuple[Kind, str, int]]:
    """The ways in besides the leading questions: the kind, its page, and how many there are."""
    yield Kind.CASE, f"{FOLDERS['cases']}/index.md", len(library.cases)
    for kind, page in OF_TOPICS.items():
        yield page, f"{FOLDERS[kind]}/index.md", len(library.topics[kind])
    if library.guidance.questions:
        yield Kind.QUESTION, f"{FOLDERS['questions']}/index.md", len(library.guidance.questions)
    if library.guidance.steps:
        yield Kind.GUIDE, f"{FOLDERS['guide']}/index.md", 0


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


def evidence(site: Site) -> Page:
    """How the evidence is weighed, and how much of it there is."""
    entries = [entry for kind in TOPIC_KINDS for entry in site.library.topics[kind]]
    return Page(
        path="underlag/index.md",
        title="Så bedömer vi underlaget",
        description="Vad nivåerna betyder, hur de räknas fram och hur säker du kan vara.",
        template="evidence.md.jinja",
        kind=Kind.ABOUT,
        section="underlag",
        context={
            "levels": tuple((level, _at(level, entries)) for level in Level),
            "by_kind": tuple(_by_kind(site.library)),
            "kinds": tuple(SourceKind),
            "contradicted": tuple(entry for entry in entries if entry.contradicting),
        },
    )


def _by_kind(library: Library) -> Iterator[tuple[Kind, tuple[int, ...], int, int]]:
    """For each kind of topic: how many there are at each level, in all, and connected to a sluice."""
    for kind, entries in library.topics.items():
        counts = tuple(_at(level, entries) for level in Level)
        yield OF_TOPICS[kind], counts, len(entries), sum(bool(entry.mentions) for entry in entries)


def _at(level: Level, entries: Iterable[TopicEntry]) -> int:
    return sum(entry.evidence.level is level for entry in entries)


def gaps(site: Site) -> Iterator[Page]:
    """Everything that is not known, with a way to the file where it can be filled in."""
    entries = tuple(entry for entry in site.library.cases if entry.case.gaps)
    yield from paged(entries, A_PAGE, "luckor/index.md", partial(_gaps, site, entries))


def _gaps(site: Site, entries: Iterable[CaseEntry], list_slice: ListSlice[CaseEntry]) -> Page:
    return Page(
        path=list_slice.first,
        title="Luckor: det vi inte vet",
        description="Det som inte framgår av det vi läst om idéslussarna, och hur du fyller i det du vet.",
        template="gaps.md.jinja",
        kind=Kind.OVERVIEW,
        section="luckor",
        context={
            "entries": tuple(
                (entry, site.settings.edit_address(f"cases/{entry.id}.yml")) for entry in list_slice.items
            ),
            "total": sum(len(entry.case.gaps) for entry in entries),
        },
    )


def about(site: Site) -> Page:
    """What the site is, and where it comes from."""
    return Page(
        path="om/index.md",
        title="Om webbplatsen",
        description="Vad webbplatsen är, var uppgifterna kommer ifrån och hur du får använda dem.",
        template="about.md.jinja",
        kind=Kind.ABOUT,
        section="om",
        context={"counts": counts(site.library)},
    )
