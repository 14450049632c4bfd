"""Methods, success factors and lessons: the lists, and the page of each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from scripts.library import CaseEntry, Mention, TopicEntry, Use
from scripts.pages.page import FOLDERS, Page, Site
from scripts.records import Area


@dataclass(frozen=True)
class Kind:
    """The words for a kind of topic."""

    id: str
    title: str
    singular: str
    lead: str
    description: str
    heading: str


KINDS = (
    Kind(
        "methods", "Metoder", "Metod",
        "Arbetssätt som slussarna använde eller planerade. "
        "Sidan för varje metod visar vem som gjorde hur, och vad som kom ut.",
        "Arbetssätt som idéslussarna använde, med vem som gjorde hur och vad som kom ut.",
        "Så gjorde de",
    ),
    Kind(
        "success_factors", "Framgångsfaktorer", "Framgångsfaktor",
        "Det som slussarna själva, eller de som följde dem, säger hjälpte. De är inga recept: "
        "en faktor kan ha betytt mycket på ett ställe och inget på ett annat.",
        "Det som idéslussarna säger hjälpte, med vilka som stöder det och vilka som talar emot.",
        "Slussar som pekar på det",
    ),
    Kind(
        "lessons", "Lärdomar", "Lärdom",
        "Lärdomar och hinder, skrivna som råd. "
        "Varje råd leder till de slussar som gjorde erfarenheten, också när de säger emot varandra.",
        "Lärdomar och hinder ur idéslussarna, skrivna som råd och med slussarna som betalade för dem.",
        "Slussar som gjort erfarenheten",
    ),
)  # fmt: skip


def pages(site: Site) -> Iterator[Page]:
    """The three lists, and a page for each method, factor and lesson."""
    for kind in KINDS:
        entries = site.library.topics[kind.id]
        yield _index(kind, entries, site)
        for entry in entries:
            yield _topic(kind, entry, site)


def _index(kind: Kind, entries: tuple[TopicEntry, ...], site: Site) -> Page:
    groups: tuple[tuple[Area | None, tuple[TopicEntry, ...]], ...] = ((None, strongest_first(entries)),)
    if kind.id == "lessons":
        groups = tuple((area, strongest_first(entries, area.id)) for area in site.library.areas)
    return Page(
        path=f"{FOLDERS[kind.id]}/index.md",
        title=kind.title,
        description=kind.description,
        template="topics.md.jinja",
        kind="Översikt",
        section=FOLDERS[kind.id],
        context={"kind": kind, "groups": groups},
    )


def strongest_first(entries: tuple[TopicEntry, ...], area: str = "") -> tuple[TopicEntry, ...]:
    """The entries of an area, or all; the best supported first, then the most sluices, then by name."""
    chosen = (entry for entry in entries if not area or getattr(entry.record, "area", "") == area)
    return tuple(sorted(chosen, key=lambda entry: (-entry.evidence.level, -entry.evidence.sluices)))


def _topic(kind: Kind, entry: TopicEntry, site: Site) -> Page:
    record, library = entry.record, site.library
    phases = {phase.id: phase for phase in library.phases}
    areas = {area.id: area for area in library.areas}
    return Page(
        path=site.path_of(entry),
        title=record.name,
        description=f"{kind.singular}: {record.description[0].text}"[:300],
        template="topic.md.jinja",
        kind=kind.singular,
        section=FOLDERS[kind.id],
        aliases=(*record.aliases, record.name_en),
        edit=site.settings.edit_address(f"cases/catalogue/{entry.kind}.yml", entry.line),
        context={
            "kind": kind,
            "entry": entry,
            "record": record,
            "supporting": by_case(entry.supporting),
            "contradicting": by_case(entry.contradicting),
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
