"""Methods, success factors and lessons: the lists, and the page of each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from scripts.library.facets import of_topic
from scripts.library.library import CaseEntry, Mention, TopicEntry, Use
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.site.page import FOLDERS, Page, Site
from scripts.site.pagination import Part, paged
from scripts.model.catalogue import Area

A_PAGE = 40
"""How many sluices a page of a topic hears."""

NAMED = 12
"""How many sluices a list of topics names beside each."""


@dataclass(frozen=True)
class Words:
    """The words for a kind of topic."""

    id: str
    lead: str
    description: str
    heading: str

    @property
    def kind(self) -> Kind:
        """The kind of page."""
        return OF_TOPICS[self.id]


KINDS = (
    Words(
        "methods",
        "Arbetssätt som slussarna använde eller planerade, och några från andra håll. "
        "Sidan för varje metod visar vem som gjorde eller tänkte göra hur.",
        "Arbetssätt som idéslussarna använde eller planerade, med vem som gjorde eller tänkte göra hur.",
        "Så gjorde eller tänkte de",
    ),
    Words(
        "success_factors",
        "Det som slussarna, eller studier av kommuner, pekar ut som viktigt. De är inga recept: "
        "det som betydde mycket hos en behöver inte göra det hos en annan.",
        "Det som idéslussarna och studier pekar ut som viktigt, med vilka som stöder det och vilka som talar emot.",
        "Slussar som pekar på det",
    ),
    Words(
        "lessons",
        "Lärdomar och hinder, skrivna som råd. "
        "Varje råd leder till de slussar och studier som det bygger på, också när de säger emot varandra.",
        "Lärdomar och hinder, skrivna som råd, med de slussar och studier som de bygger på.",
        "Slussar som tar upp det",
    ),
)  # fmt: skip


def pages(site: Site) -> Iterator[Page]:
    """The three lists, and a page for each method, factor and lesson."""
    for words in KINDS:
        entries = site.library.topics[words.id]
        yield _index(words, entries, site)
        for entry in entries:
            yield from _topic(words, entry, site)


def _index(words: Words, entries: tuple[TopicEntry, ...], site: Site) -> Page:
    groups: tuple[tuple[Area | None, tuple[TopicEntry, ...]], ...] = ((None, strongest_first(entries)),)
    if words.id == "lessons":
        groups = tuple((area, strongest_first(entries, area.id)) for area in site.library.areas)
    return Page(
        path=f"{FOLDERS[words.id]}/index.md",
        title=words.kind.plural,
        description=words.description,
        template="topics.md.jinja",
        kind=Kind.OVERVIEW,
        section=FOLDERS[words.id],
        context={"words": words, "groups": groups, "named": NAMED},
    )


def strongest_first(entries: tuple[TopicEntry, ...], area: str = "") -> tuple[TopicEntry, ...]:
    """The entries of an area, or all; the best supported first, then the most sluices, then by name."""
    chosen = (entry for entry in entries if not area or getattr(entry.record, "area", "") == area)
    return tuple(sorted(chosen, key=lambda entry: (-entry.evidence.level, -entry.evidence.sluices)))


def _topic(words: Words, entry: TopicEntry, site: Site) -> Iterator[Page]:
    supporting, contradicting = by_case(entry.supporting), by_case(entry.contradicting)
    heard = (*((True, *said) for said in supporting), *((False, *said) for said in contradicting))

    def page_of(part: Part[tuple[bool, CaseEntry, tuple[Use, ...]]]) -> Page:
        return replace(
            whole,
            context={
                **whole.context,
                "supporting": tuple(said for supports, *said in part.items if supports),
                "contradicting": tuple(said for supports, *said in part.items if not supports),
            },
        )

    whole = _page(words, entry, site)
    yield from paged(heard, A_PAGE, whole.path, page_of)


def _page(words: Words, entry: TopicEntry, site: Site) -> Page:
    """The page of a topic, but for what the cases say of it."""
    record, library = entry.record, site.library
    phases = {phase.id: phase for phase in library.phases}
    areas = {area.id: area for area in library.areas}
    return Page(
        path=site.path_of(entry),
        title=record.name,
        description=record.description[0].text,
        template="topic.md.jinja",
        kind=words.kind,
        section=FOLDERS[words.id],
        aliases=(*record.aliases, record.name_en),
        edit=site.settings.edit_address(f"cases/catalogue/{entry.kind}.yml", entry.line),
        facets=of_topic(entry, library),
        context={
            "words": words,
            "entry": entry,
            "record": record,
            "area": areas.get(getattr(record, "area", "")),
            "phases": tuple(phases[phase] for phase in record.phases),
            "related": tuple(library.topic_by_id[key] for key in record.related if key in library.topic_by_id),
            "tags": tuple(library.tag_by_id[tag] for tag in record.tags),
        },
    )


def by_case(mentions: Iterable[Mention]) -> tuple[tuple[CaseEntry, tuple[Use, ...]], ...]:
    """Mentions in the order of cases, as each case with all it says."""
    return tuple(
        (found[0].entry, tuple(mention.use for mention in found))
        for found in (tuple(group) for _, group in groupby(mentions, key=lambda mention: mention.entry.id))
    )
