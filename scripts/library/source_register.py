"""The register of cited sources, with the pages that cite each source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from scripts.library.case_outline import cited
from scripts.library.context import GLOSSARY, Site
from scripts.library.library import Library, TopicEntry
from scripts.library.pagination import list_slices
from scripts.model.claims import Claim, Source
from scripts.model.enums import SourceKind
from scripts.text.swedish import sort_key

PATH = "kallor/index.md"
"""The Markdown file of the first page of the register."""

PER_PAGE = 200
"""The maximum number of sources per page of the register."""


@dataclass(frozen=True)
class CitedSource:
    """A source with its id, and the name and Markdown file of each page that cites it."""

    id: str
    source: Source
    used: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def register(site: Site) -> tuple[CitedSource, ...]:
    """Return the cited sources in the order of the register: by kind, publisher and title."""
    return tuple(sorted(cited_sources(site), key=lambda cited: tuple(SourceKind).index(cited.source.kind)))


@lru_cache(maxsize=1)
def register_pages(site: Site) -> Mapping[str, str]:
    """Return the Markdown file of the register page that lists each cited source, by the id of the source."""
    return {
        cited.id: list_slice.path(list_slice.number)
        for list_slice in list_slices(register(site), PER_PAGE, PATH)
        for cited in list_slice.items
    }


def cited_sources(site: Site) -> tuple[CitedSource, ...]:
    """Return the cited sources, sorted by publisher and title."""
    used: dict[str, dict[tuple[str, str], None]] = {}
    for name, path, keys in _citing_pages(site):
        for key in keys:
            used.setdefault(key, {})[name, path] = None
    sources = (CitedSource(key, site.library.sources[key], tuple(pages)) for key, pages in used.items())
    return tuple(sorted(sources, key=lambda cited: (sort_key(cited.source.publisher), sort_key(cited.source.title))))


def _citing_pages(site: Site) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield each page that cites sources: its name, its Markdown file and the ids of the sources."""
    library, guidance = site.library, site.library.guidance
    for entry in library.cases:
        yield entry.name, site.path_of(entry), cited(entry)
    for topic in library.topic_by_id.values():
        yield topic.name, site.path_of(topic), _keys(_topic_claims(topic))
    for leading in guidance.leading_questions:
        yield leading.name, site.path_of(leading), _keys((*leading.together, *leading.by_case))
    for question in guidance.questions:
        yield question.name, site.path_of(question), (key for sentence in question.answer for key in sentence.sources)
    yield from _citing_overviews(library, site)


def _citing_overviews(library: Library, site: Site) -> Iterator[tuple[str, str, Iterable[str]]]:
    guidance = library.guidance
    for phase in library.phases:
        readings = (reading for step in guidance.steps if step.id == phase.id for reading in step.reading)
        yield phase.name, site.path_of(phase), _keys(readings)
    programme_claims = (claim for section in guidance.programme for claim in section.claims)
    study_keys = (key for study in guidance.prestudies for key in study.sources)
    yield "Programmet", "programmet/index.md", (*_keys(programme_claims), *study_keys)
    yield "Tidslinje", "tidslinje/index.md", _keys(guidance.timeline)
    yield "Ordlista", GLOSSARY, _keys(claim for term in guidance.glossary for claim in term.description)
    yield "Lärdomar", "lardomar/index.md", _keys(area.origin for area in library.areas if area.origin)


def _topic_claims(entry: TopicEntry) -> tuple[Claim, ...]:
    return (*entry.record.description, *entry.record.studies, *entry.record.elsewhere)


def _keys(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(key for claim in claims for key in claim.sources)
